import { type Metadata, metadataOf } from '../metadata.ts';

/** Browsers that print a page: the date is that of printing, not of the article. */
const printers = /Skia|Chrom|Firefox|Mozilla|Quartz|wkhtmltopdf|WeasyPrint|Microsoft: Print To PDF/i;
const emptyTitles =
  /^(?:untitled|(?:microsoft (?:word|powerpoint) - ).*|about:blank|.*\.(?:docx?|odt|indd|qxd|pdf|tex|dvi|html?))$/i;

/**
 * The document information: title, author and language are stated. The day on which the file was made is none on which
 * its words were published; only where a browser printed a page is it one that means something, that of fetching it.
 */
export function pdfInfo(info: Readonly<Record<string, unknown>>): {
  readonly stated: Metadata;
  readonly guesses: Metadata;
} {
  const printed = printers.test(`${info.Producer} ${info.Creator}`);
  const title = typeof info.Title === 'string' && emptyTitles.test(info.Title.trim()) ? undefined : info.Title;
  return {
    stated: metadataOf({ ...(printed ? {} : { title }), author: info.Author, language: info.Language }),
    // A browser prints the title of its window, with the site's name behind it.
    guesses: metadataOf(printed ? { ...windowTitle(title), accessed: isoDate(info.CreationDate) } : {}),
  };
}

function windowTitle(title: unknown): { readonly title?: string; readonly publisher?: string } {
  const parts = typeof title === 'string' ? title.split(/\s+[|–—»·]\s+|\s+-\s+(?=[^-]+$)/) : [];
  const [start = '', site] = parts;
  if (parts.length !== 2 || start.split(' ').length < 3 || site === undefined)
    return typeof title === 'string' ? { title } : {};
  return { title: start, publisher: site };
}

/** `D:20251016093000+02'00'` -> `2025-10-16`. */
function isoDate(value: unknown): string | undefined {
  const match = /^D:(\d{4})(\d{2})(\d{2})/.exec(typeof value === 'string' ? value : '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

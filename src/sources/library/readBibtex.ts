import { writtenCharacter } from '../../text/latexAccents.ts';
import { decodeText } from '../decodeText.ts';
import { mergeMetadata } from '../metadata.ts';
import { type BibtexEntry, bibtexEntries } from './bibtexFields.ts';
import { type LibraryEntry, type LibraryReading, languageOf, workMetadata } from './libraryEntry.ts';

/**
 * BibTeX and BibLaTeX. Our own hundred lines: the library that is kept up drops the `file` field, which is what is wanted
 * here, and brings a network client.
 */
export function readBibtex(bytes: Uint8Array): LibraryReading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { entries: [], problems: [decoded.problem] };
  const { entries, badLines } = bibtexEntries(decoded.text);
  const problems = badLines.map(line => `has an entry that is never closed (line ${line})`);
  if (entries.length === 0 && problems.length === 0) problems.push('has no entries (@article{key, …})');
  return { entries: entries.map(toEntry), problems: problems.slice(0, 5) };
}

function toEntry({ key, fields }: BibtexEntry): LibraryEntry {
  const plain = (name: string): string | undefined => (fields[name] === undefined ? undefined : plainTex(fields[name]));
  const people = fields.author ?? fields.editor;
  const authors = people
    ?.split(/\s+and\s+/)
    .filter(name => name.trim() !== 'others')
    .map(person);
  return {
    key,
    files: filesOf(fields.file ?? fields.localfile ?? ''),
    metadata: mergeMetadata(
      workMetadata({
        title: plain('title'),
        publisher:
          plain('journaltitle') ??
          plain('journal') ??
          plain('newspaper') ??
          plain('publisher') ??
          plain('organization'),
        published: plain('date') ?? dateOf(plain('year'), plain('month'), plain('day')),
        url: fields.url ?? (fields.doi ? `https://doi.org/${fields.doi}` : undefined),
        language: languageOf(plain('langid') ?? plain('language')),
        accessed: plain('urldate'),
      }),
      { authors },
    ),
  };
}

/** `{World Bank}` is one name, `Doe, Jane` and `Doe, Jr., Jane` are parts of one, `family=Doe, given=Jane` those of BibLaTeX. */
function person(name: string): string {
  const body = /^\{(.*)\}$/s.exec(name.trim())?.[1];
  if (body !== undefined) return plainTex(body);
  const parts = name.trim().split(/\s*,\s*/);
  const named = new Map(parts.map(part => part.split(/\s*=\s*/, 2) as [string, string | undefined]));
  const [family = '', middle = '', last = ''] = parts;
  const inOrder = named.get('family')
    ? ['given', 'prefix', 'family', 'suffix'].map(part => named.get(part)?.replace(/^"|"$/g, ''))
    : parts.length === 3
      ? [last, family, middle]
      : [middle, family];
  return plainTex(inOrder.filter(Boolean).join(' '));
}

function dateOf(year?: string, month?: string, day?: string): string | undefined {
  if (!year || !month || !/^\d+$/.test(month)) return year;
  return [year, month, ...(day ? [day] : [])].map(part => part.padStart(2, '0')).join('-');
}

/** Zotero: `Full Text:files/1/a.pdf:application/pdf;…`; JabRef: `:a.pdf:PDF`; others: plain paths. `\:` and `\;` are escaped. */
function filesOf(field: string): string[] {
  return field
    .split(/(?<!\\);/)
    .map(part => {
      const pieces = part.split(/(?<!\\):/).map(piece => piece.replace(/\\([:;\\_&%])/g, '$1').trim());
      const path = pieces.length >= 3 ? pieces.slice(1, -1).join(':') : pieces.join(':');
      return path;
    })
    .filter(path => path !== '');
}

/** Text without the marks of TeX: accents composed, dashes and quotation marks as they print, braces dropped. */
function plainTex(tex: string): string {
  let text = '';
  for (let at = 0; at < tex.length; ) {
    const written = tex[at] === '\\' ? writtenCharacter(tex, at) : undefined;
    text += written?.character ?? tex[at] ?? '';
    at += written?.length ?? 1;
  }
  return text
    .replace(/\\(?:text(?:it|bf|sc|rm|tt)|emph|url|mkbibquote|enquote)\s*(?=\{)/g, '')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/~/g, ' ')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

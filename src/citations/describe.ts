import type { Source } from '../model.ts';
import { shortened } from '../text/shortened.ts';
import { type Entry, nameOfEntryAuthor, yearOf } from './entry.ts';
import { escapeMarkdown, oneLine } from './escape.ts';

/** Longer titles are cut: what identifies the source is its url or path, which is always written in full. */
const longestTitle = 300;

/**
 * A source as one line of plain text: title, authors, publisher, date, the page meant and where it is, as far as each is known.
 * `Library.named` recognises a footnote by the url, path or title in it, so all that are known are written.
 */
export function describeSource(source: Source, locator = ''): string {
  return listed([...wordsOf(source), locator, source.url ?? source.path]);
}

/** The same for a Markdown draft: the words escaped, the url as an address. */
export function describeInMarkdown(source: Source, locator = ''): string {
  const where = source.url === undefined ? escapeMarkdown(source.path) : address(source.url);
  return listed([...wordsOf(source).map(escapeMarkdown), locator, where]);
}

/** A bibliography entry as one line of plain text. */
export function describeEntry(entry: Entry): string {
  const authors = (entry.author ?? []).map(nameOfEntryAuthor).join(', ');
  const parts = [
    entry.title ?? entry.id,
    authors,
    entry['container-title'] ?? entry.publisher,
    yearOf(entry),
    entry.URL,
  ];
  return parts
    .filter(part => part !== undefined && part !== '')
    .map(part => shortened(oneLine(String(part)), longestTitle))
    .join(', ');
}

/** With commas; a full stop at a part's end gives way to one, three dots stay. */
function listed(parts: readonly string[]): string {
  const known = parts.filter(part => part !== '');
  return known.map((part, i) => (i < known.length - 1 ? part.replace(/(?<!\.)\\?\.$/, '') : part)).join(', ');
}

function wordsOf(source: Source): string[] {
  return [
    shortened(oneLine(source.title), longestTitle),
    shortened(oneLine(source.authors.join(', ')), longestTitle),
    shortened(oneLine(source.publisher ?? ''), longestTitle),
    source.published ?? '',
  ].filter(part => part !== '');
}

/** As it is where Markdown leaves it alone, else between angle brackets, in which nothing but they themselves has a meaning. */
function address(url: string): string {
  const safe = url.replace(/[<>\s]/g, encodeURIComponent);
  return escapeMarkdown(safe)
    .replace(/\\:/, ':')
    .replace(/www\\\./i, 'www.') === safe
    ? safe
    : `<${safe}>`;
}

/** Title and date, short enough for a list or a message; a long title is cut between two words. */
export function nameSource(source: Source): string {
  const short = shortened(source.title, 72);
  return source.published ? `${short} (${source.published})` : short;
}

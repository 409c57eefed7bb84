import type { Source } from '../model.ts';

/**
 * A source as one line of plain text: title, authors, publisher, date and where it is, as far as each is known.
 * `findCitations` recognises a footnote by the url, path or title in it, so all that are known are written.
 */
export function describeSource(source: Source): string {
  const parts = [
    source.title,
    source.authors.join(', '),
    source.publisher,
    source.published,
    source.url ?? source.path,
  ];
  return parts
    .filter(part => part !== undefined && part !== '')
    .map(part => oneLine(part ?? ''))
    .join(', ');
}

/** Title and date, short enough for a list or a message. */
export function nameSource(source: Source): string {
  const title = oneLine(source.title);
  const short = title.length > 72 ? `${title.slice(0, 70).trimEnd()}…` : title;
  return source.published ? `${short} (${source.published})` : short;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

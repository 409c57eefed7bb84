import type { Source } from '../model.ts';

/** What of each source's text is read, found out once: a source never changes. */
const known = new WeakMap<Source, string>();

/**
 * A source's text at the same offsets, with what nobody reads aloud blanked: the targets of Markdown links and images, and
 * footnote marks. Articles are often saved as Markdown, and their links stand in the middle of quotes. Words are compared by
 * this text; what is shown and inserted is always the source's own.
 */
export function readableText(source: Source): string {
  const before = known.get(source);
  if (before !== undefined) return before;
  const { text } = source;
  const readable = text.includes('](') || text.includes('[^') ? blanked(text) : text;
  known.set(source, readable);
  return readable;
}

const link =
  /!?\[([^\][\n]{0,300})\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:\s+["'][^"'\n]{0,300}["'])?\)/g;
const footnoteMark = /\[\^[^\]\s]{1,60}\]/g;

function blanked(text: string): string {
  return text
    .replace(link, (whole, label: string) => {
      const opening = whole.indexOf('[') + 1;
      return ' '.repeat(opening) + label + ' '.repeat(whole.length - opening - label.length);
    })
    .replace(footnoteMark, mark => ' '.repeat(mark.length));
}

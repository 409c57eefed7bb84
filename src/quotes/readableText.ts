import type { Source } from '../model.ts';
import { createRecentOf } from '../sources/recentOf.ts';

/** What of a source's text is read, found out once for those met lately: a source never changes. */
const known = createRecentOf<Source, string>(200);

/**
 * A source's text at the same offsets, with what nobody reads aloud blanked: the targets of Markdown links and images, and
 * footnote marks. Articles are often saved as Markdown, and their links stand in the middle of quotes. Words are compared by
 * this text; what is shown and inserted is always the source's own.
 */
export function readableText(source: Source): string {
  return known(source, () => {
    const { text } = source;
    return text.includes('](') || text.includes('[^') ? blanked(text) : text;
  });
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

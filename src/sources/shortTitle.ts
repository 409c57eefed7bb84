import { sentences } from '../text/segment.ts';

/** About the width of a row in a list. */
const longest = 80;

/**
 * A title for a text that has none: its first sentence, cut at a word near 80 characters with `…`. Only the beginning
 * of the text is looked at, however long it is.
 */
export function shortTitle(text: string, from: number): string {
  const beginning = text.slice(from, from + 2000);
  const first = sentences(beginning)[0];
  const words = (first ? beginning.slice(first.start, first.end) : beginning).replace(/\s+/g, ' ').trim();
  if (words.length <= longest) return words;
  const cut = words.lastIndexOf(' ', longest - 1);
  // A language without spaces is cut anywhere, but not between the halves of a character.
  const head = cut > longest / 2 ? words.slice(0, cut) : words.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${head.replace(/[\s,;:–—-]+$/u, '')}…`;
}

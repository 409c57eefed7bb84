import { sentences } from '../text/segment.ts';
import { shortened } from '../text/shortened.ts';

/** About the width of a row in a list. */
const longest = 80;
/** About as long as the longest titles are that people give. */
const longestCited = 200;

/**
 * A title for a text that has none: its first sentence, cut at a word near 80 characters with `…`. Only the beginning
 * of the text is looked at, however long it is.
 */
export function shortTitle(text: string, from: number): string {
  return cutTitle(firstSentence(text, from));
}

/** A line cut as a title is that was made of it. */
export function cutTitle(line: string): string {
  return shortened(line, longest);
}

/**
 * The same for a bibliography, in which people cite no `…`: the whole first sentence without its full stop, of a very long one what stands
 * before a comma or dash behind 80 characters and near 200, or before a word.
 */
export function citableTitle(text: string, from: number): string {
  const words = firstSentence(text, from);
  if (words.length <= longestCited) return words.replace(/(?<=[\p{L}\p{N}]{2})\.$/u, '');
  const head = words.slice(0, longestCited);
  const clause = Math.max(...[...head.matchAll(/[,;:](?=\s)|\s[–—]|—/g)].map(match => match.index));
  const cut = clause > longest ? clause : head.lastIndexOf(' ');
  return (cut > longest ? head.slice(0, cut) : head.replace(/[\uD800-\uDBFF]$/, '')).replace(/[\s,;:–—-]+$/u, '');
}

function firstSentence(text: string, from: number): string {
  const beginning = text.slice(from, from + 2000);
  const first = sentences(beginning)[0];
  return (first ? beginning.slice(first.start, first.end) : beginning).replace(/\s+/g, ' ').trim();
}

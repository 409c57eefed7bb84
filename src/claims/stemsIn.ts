/** Looks in a whole text for any form of a word. */
import { formsOf, stem } from '../text/stem.ts';
import type { Stems } from './nearest.ts';
import { eachWord } from './words.ts';

/**
 * The stems of a text's words. Of a source somebody asks for a handful of words: each is looked for when it is asked for,
 * by how it begins, at a hundredth of what reading all words of the source takes.
 */
export function stemsIn(text: string): Stems {
  const known = new Map<string, boolean>();
  const own = withoutMarks(text.toLowerCase()).replace(/[’‘]/g, "'");
  return {
    has: stem => {
      const before = known.get(stem);
      if (before !== undefined) return before;
      const found = beginnings(stem).some(beginning => holdsWord(own, beginning, stem));
      known.set(stem, found);
      return found;
    },
  };
}

function withoutMarks(text: string): string {
  return uncommon.test(text) && accented.test(text) ? text.normalize('NFD').replace(/\p{M}+/gu, '') : text;
}

/** All that is not ASCII or usual punctuation: quickly looked for in a whole source, where mostly nothing is found. */
const uncommon = /[^\0-\x7f\u2010-\u2027]/;
/** A letter or a mark that is not plain ASCII. */
const accented = /[^\p{ASCII}\p{P}\p{S}\p{Z}]/u;

/** Endings are cut off by rule, and in longer words the letter before may be another ("cities", `citi`). */
const unchanged = 3;
const longestBeginning = 6;

/** How the words of a stem may begin: as the stem does, as an irregular form of it, or as an abbreviation with points. */
function beginnings(own: string): string[] {
  const regular = own.length <= unchanged ? own : own.slice(0, Math.min(own.length - 1, longestBeginning));
  const abbreviated = own.length > 1 && own.length <= longestBeginning ? [[...own].join('.')] : [];
  return [regular, ...formsOf(own).filter(form => !form.startsWith(regular)), ...abbreviated];
}

function holdsWord(text: string, beginning: string, own: string): boolean {
  if (beginning === '') return false;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (isInsideWord(text, at)) continue;
    if (hasStem(text.slice(chunkStart(text, at), chunkEnd(text, at)), own)) return true;
  }
  return false;
}

/** No word begins behind a small letter of the alphabet. */
function isInsideWord(text: string, at: number): boolean {
  const [before, first] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return isLetter(before) && isLetter(first);
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Words are cut as everywhere, from the white space before to the next. */
function hasStem(chunk: string, own: string): boolean {
  let found = false;
  eachWord(chunk, (start, end) => {
    found ||= stem(chunk.slice(start, end)) === own;
  });
  return found;
}

function chunkStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

function chunkEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;
}

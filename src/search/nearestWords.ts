import { distanceFrom } from '../text/editDistance.ts';
import type { Dictionary } from './dictionary.ts';
import { lettersOf } from './sortedWords.ts';

/** As many readings of a typing error as are tried. */
const mostReadings = 12;

/**
 * The words that somebody who typed an unknown word may have meant, ascending by number: those with the fewest letters
 * changed, at most one in words of 4 to 6 letters and two in longer ones; among equals those that `frequency` says are
 * met most. The first letter counts as right, unless it was put in or swapped with the second. None for short
 * words and for figures, which have no near ones. Looks at the words of two letters: a millisecond or two for 100,000.
 */
export function nearestWords(
  typed: string,
  unfinished: boolean,
  dictionary: Dictionary,
  frequency: (word: number) => number,
): Uint32Array {
  const most = mostChanged(typed);
  if (most === 0) return new Uint32Array(0);
  const distance = distanceFrom(typed, most, unfinished);
  const longest = unfinished ? Number.POSITIVE_INFINITY : typed.length + most;
  let nearest = most;
  let found: number[] = [];
  const wanted = { shortest: typed.length - most, longest, letters: lettersOf(typed), lacking: () => nearest };
  for (const letter of new Set([typed.charAt(0), typed.charAt(1)])) {
    dictionary.each(letter, wanted, (id, word) => {
      if (isUnlike(typed, word, nearest)) return;
      const changed = distance(word);
      if (changed > nearest || frequency(id) === 0) return;
      if (changed < nearest) found = [];
      nearest = changed;
      found.push(id);
    });
  }
  const common = found.sort((a, b) => frequency(b) - frequency(a) || a - b).slice(0, mostReadings);
  return Uint32Array.from(common).sort();
}

function mostChanged(typed: string): number {
  if (typed.length < 4 || /\d/.test(typed)) return 0;
  return typed.length <= 6 ? 1 : 2;
}

/** Whether too many of the letters typed are nowhere in the word: a quick look before the distance. */
function isUnlike(typed: string, word: string, most: number): boolean {
  let missing = 0;
  for (let i = 0; i < typed.length; i++) {
    if (!word.includes(typed.charAt(i)) && ++missing > most) return true;
  }
  return false;
}

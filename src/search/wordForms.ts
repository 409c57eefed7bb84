import { stem } from '../text/stem.ts';
import type { Dictionary } from './dictionary.ts';

export type WordForms = (word: string) => readonly number[];

/** Words whose forms are remembered: those of a draft, and then some. */
const mostRemembered = 1 << 13;

/** `otherForms` that remembers its answers until the dictionary grows: a draft asks for the same words again and again. */
export function createWordForms(dictionary: Dictionary): WordForms {
  const known = new Map<string, readonly number[]>();
  let size = 0;
  return word => {
    if (dictionary.size !== size || known.size >= mostRemembered) known.clear();
    size = dictionary.size;
    const forms = known.get(word) ?? otherForms(word, dictionary);
    known.set(word, forms);
    return forms;
  };
}

/**
 * The other forms of a word that the dictionary holds, ascending: `talks`, `talked` and `talking` of `talk`, `Zelensky` of
 * `Zelenskyy`. Found among the words that begin as the stem does; irregular forms (`met` of `meet`) are not.
 */
function otherForms(word: string, dictionary: Dictionary): number[] {
  if (!hasForms(word)) return [];
  const key = formKey(word);
  const beginning = key.length < shortest ? word.slice(0, shortest) : key;
  const forms: number[] = [];
  dictionary.each(beginning, { shortest, longest: word.length + longestEnding }, (id, other) => {
    if (other !== word && formKey(other) === key) forms.push(id);
  });
  return forms.sort((a, b) => a - b);
}

function hasForms(word: string): boolean {
  return word.length >= shortest && /^\p{L}+$/u.test(word);
}

/** Shorter words have no endings that can be told from the word. */
const shortest = 4;
const longestEnding = 6;

/** The stem without the vowels at its end, where stemming and spelling vary: `studi`, `study`; `zelenskyi`, `zelensky`. */
function formKey(word: string): string {
  return stem(word).replace(/[aeiouyj]+$/, '');
}

import { stemAndStop } from '../text/stem.ts';
import type { Dictionary } from './dictionary.ts';
import { lettersOf } from './sortedWords.ts';

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
  const wanted = { shortest, longest: word.length + longestEnding, ending: endingsBehind(beginning) };
  dictionary.each(beginning, wanted, (id, other) => {
    if (other !== word && formKey(other) === key) forms.push(id);
  });
  return forms.sort((a, b) => a - b);
}

/**
 * Whether two letters behind the beginning can be those of an ending, so that the stem is worth finding: vowels, which forms may
 * differ in, with the consonants of endings behind them, a doubled letter (`stopped`), `s`, `ly`, `ment`, `ness`, or those of
 * irregular words (`meant`, `heard`, `known`, `children`). Letters beyond the English ones are never ruled out.
 */
function endingsBehind(beginning: string): (first: number, second: number) => boolean {
  const last = beginning.charCodeAt(beginning.length - 1);
  return (first, second) =>
    isAmong(vowels, first) ? isAmong(behindVowels, second) : first === last || isAmong(beginningEndings, first);
}

const vowels = lettersOf('aeiouyj');
const behindVowels = lettersOf('aeiouyjsdngtml');
const beginningEndings = lettersOf('slmntdr');

/** The end of a word is among all. */
function isAmong(letters: number, code: number): boolean {
  return code === 0 || code > 0x7f || ((code & 0x60) === 0x60 && ((letters >>> (code & 31)) & 1) === 1);
}

function hasForms(word: string): boolean {
  return word.length >= shortest && /^\p{L}+$/u.test(word);
}

/** Shorter words have no endings that can be told from the word. */
const shortest = 4;
const longestEnding = 6;

/**
 * The stem without the vowels at its end, where stemming and spelling vary: `studi`, `study`; `zelenskyi`, `zelensky`. Stemmed
 * anew: to remember the stems of a dictionary would leave no room for those of claims and passages.
 */
function formKey(word: string): string {
  return stemAndStop(word).stem.replace(/[aeiouyj]+$/, '');
}

import { type Collection, frequencyOf, type QueryTerm } from './bm25.ts';
import type { Dictionary } from './dictionary.ts';
import { nearestWords } from './nearestWords.ts';
import { endsInWord, tokensOf } from './tokens.ts';
import type { WordForms } from './wordForms.ts';

/** A common beginning says next to nothing beside other words, and is costly: it is left out when they are there. */
const commonShare = 0.25;
/** One letter says nothing about which of a million passages is meant: so many are enough to choose from. */
const mostBegun = 1 << 14;
/** What another form of a word is worth beside the word itself: of 0, 0.3 and 0.6 the one that found most claims. */
export const formWeight = 0.3;
/** What a word is worth that stands for one nobody knows, perhaps a typing error. */
export const readingWeight = 0.6;

type Known = Pick<Collection, 'frequencies' | 'passages'>;

/**
 * What a query asks for: its words, repeated ones weighted; of a finished query their other forms too; for words nobody
 * knows their forms, or else what may have been meant; and the words that its unfinished last one may become.
 */
export function queryTerms(
  query: string,
  prefix: boolean,
  dictionary: Dictionary,
  formsOf: WordForms,
  collection: Known,
): QueryTerm[] {
  const tokens = tokensOf(query);
  const unfinished = prefix && endsInWord(query) ? tokens.pop() : undefined;
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const frequency = (word: number): number => collection.frequencies[word] ?? 0;
  const readings = (token: string, isPrefix: boolean, weight: number): QueryTerm[] =>
    separately(nearestWords(token, isPrefix, dictionary, frequency), weight * readingWeight, collection);
  const terms: QueryTerm[] = [];
  for (const [token, count] of counts) {
    const own = wordTerm(token, count, dictionary, collection);
    if (own) {
      terms.push(own);
      if (!prefix) terms.push(...formTerms(token, formsOf, own, collection));
      continue;
    }
    const forms = separately(formsOf(token), count * formWeight, collection);
    terms.push(...(forms.length > 0 ? forms : readings(token, false, count)));
  }
  if (unfinished === undefined) return terms;
  const words = begunWords(unfinished, terms.length === 0, dictionary, collection);
  const held = frequencyOf(words, collection);
  if (held === 0) return [...terms, ...readings(unfinished, true, 1)];
  const isCommon = held > collection.passages * commonShare;
  if (isCommon && terms.length > 0) return terms;
  const begun = held > mostBegun ? firstOf(words, collection) : words;
  return [...terms, { words: begun, weight: 1, kin: begun, frequency: frequencyOf(begun, collection) }];
}

/** The words numbered first are mostly the commonest: of a letter's ten thousands they are enough. */
const firstWords = 1 << 13;

/** Ascending; so many of those that begin with the letters as make no difference to what is asked for. */
function begunWords(letters: string, alone: boolean, dictionary: Dictionary, collection: Known): Uint32Array {
  const first = dictionary.startingWith(letters, firstWords);
  const decisive = alone ? mostBegun : Math.max(mostBegun, collection.passages * commonShare);
  return frequencyOf(first, collection) > decisive ? first : dictionary.startingWith(letters);
}

/** As many of the words as come first and are held by enough passages. */
function firstOf(words: Uint32Array, collection: Known): Uint32Array {
  let held = 0;
  const end = words.findIndex(word => {
    held += collection.frequencies[word] ?? 0;
    return held > mostBegun;
  });
  return words.subarray(0, end + 1);
}

/** Undefined for a word that no passage holds; it may stand in the dictionary still when the last one is gone. */
function wordTerm(token: string, weight: number, dictionary: Dictionary, collection: Known): QueryTerm | undefined {
  const word = dictionary.idOf(token);
  const frequency = word === undefined ? 0 : (collection.frequencies[word] ?? 0);
  if (word === undefined || frequency === 0) return undefined;
  const words = [word];
  return { words, weight, kin: words, frequency };
}

/** Whether a word is too common to look for its forms: they would cost time and tell little. */
export function isFormless(frequency: number, passages: number): boolean {
  return frequency > Math.max(50, passages / 50);
}

function formTerms(token: string, formsOf: WordForms, own: QueryTerm, collection: Known): QueryTerm[] {
  if (isFormless(own.frequency, collection.passages)) return [];
  return separately(formsOf(token), own.weight * formWeight, collection, own.words);
}

/** A term for each word that some passage holds, all as rare as they are together with `others`. */
function separately(
  words: ArrayLike<number>,
  weight: number,
  collection: Known,
  others: ArrayLike<number> = [],
): QueryTerm[] {
  const terms: QueryTerm[] = [];
  if (words.length === 0) return terms;
  const kin = new Uint32Array(words.length + others.length);
  kin.set(words);
  kin.set(others, words.length);
  kin.sort();
  const frequency = frequencyOf(kin, collection);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    if ((collection.frequencies[word] ?? 0) > 0) terms.push({ words: [word], weight, kin, frequency });
  }
  return terms;
}

/** What is known of each form of a word, whatever sentence it stands in. */
import { timeWord } from '../text/dates.ts';
import { countingWord } from '../text/numbers.ts';
import { stemAndStop } from '../text/stem.ts';
import { lexiconSize, lookUp, type Word } from './lexicon/lexicon.ts';

export type WordForm = {
  readonly stem: string;
  /** Carries no content of its own: article, pronoun, auxiliary, preposition. */
  readonly stop: boolean;
  readonly word: Word;
  /** 0..1: how much it tells that a passage holds this word; rare words tell most. */
  readonly weight: number;
  /** Whether a text may hold a number, or a date, because it has this word; one without any such word has none. */
  readonly mayCount: boolean;
  readonly mayDate: boolean;
};

/** What is known of a word form never changes; reading it from the tables each time would be most of the work. */
const known = new Map<string, WordForm>();
const mostKnown = 100_000;

/** What is known of a word as it is written. */
export function wordForm(own: string): WordForm {
  const before = known.get(own);
  if (before) return before;
  const word = lookUp(/['’]/.test(own) ? own.replace(/['’].*$/, '') : own);
  const { stem, stop } = stemAndStop(own);
  const weight = stop ? 0 : Math.log(20 + word.rank) / Math.log(20 + lexiconSize());
  const form = { stem, stop, word, weight, mayCount: countingWord.test(own), mayDate: timeWord.test(own) };
  if (known.size < mostKnown) known.set(own, form);
  return form;
}

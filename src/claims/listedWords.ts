import type { Word } from './lexicon/lexicon.ts';
import { ofSentence } from './ofSentence.ts';
import type { Sentence } from './tokens.ts';

type Listed = {
  /** In the sentence's tokens. */
  readonly place: number;
  readonly word: Word;
};

/** The content words of a sentence that the lexicon knows: those that can be akin to another. */
export const listedWords: (sentence: Sentence) => readonly Listed[] = ofSentence(({ tokens }) =>
  tokens.flatMap(({ stop, word }, place) => (stop || word.places.length === 0 ? [] : [{ place, word }])),
);

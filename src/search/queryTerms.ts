import { type Collection, frequencyOf, type QueryTerm } from './bm25.ts';
import type { Dictionary } from './dictionary.ts';
import { endsInWord, tokensOf } from './tokens.ts';

/** A common beginning says next to nothing beside other words, and is costly: it is left out when they are there. */
const commonShare = 0.25;

/** What a query asks for: its known words, repeated ones weighted, and the words its unfinished last one may become. */
export function queryTerms(
  query: string,
  prefix: boolean,
  dictionary: Dictionary,
  collection: Pick<Collection, 'parts' | 'passages'>,
): QueryTerm[] {
  const tokens = tokensOf(query);
  const unfinished = prefix && endsInWord(query) ? tokens.pop() : undefined;
  const weights = new Map<number, number>();
  for (const token of tokens) {
    const word = dictionary.idOf(token);
    if (word !== undefined) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  const terms = [...weights].map(([word, weight]) => toTerm([word], weight, collection)).filter(isHeld);
  if (unfinished === undefined) return terms;
  const completed = toTerm(dictionary.startingWith(unfinished), 1, collection);
  const isCommon = completed.frequency > collection.passages * commonShare;
  return isCommon && terms.length > 0 ? terms : [...terms, completed].filter(isHeld);
}

function toTerm(words: ArrayLike<number>, weight: number, collection: Pick<Collection, 'parts'>): QueryTerm {
  return { words, weight, frequency: frequencyOf(words, collection) };
}

/** Words stay in the dictionary when the last passage that held them is gone. */
function isHeld({ frequency }: QueryTerm): boolean {
  return frequency > 0;
}

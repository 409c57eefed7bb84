import type { Collection } from './bm25.ts';
import { keepBest, type Ranked, ranked } from './candidates.ts';
import { complete } from './complete.ts';
import { gather } from './gather.ts';
import type { Term } from './weigh.ts';

/**
 * A library of so many passages is looked through for all words of a query. In a larger one, words that together stand in
 * so many passages are enough to choose from: the rarest of the query, which tell most.
 */
const enough = 1 << 13;
/** So few passages are not enough to choose from: a commoner word has to lead to others. */
const tooFew = 256;
/** So many of those with most of the rare words are asked for the common ones. */
const promising = 512;

/**
 * The best passages by BM25, best first, equal scores in the order of the index. Exact for words that stand in `enough`
 * passages. Beyond, common words are only counted in passages that rare ones have led to: what is left out holds nothing
 * but common words of the query, and an answer takes little longer the larger the library.
 */
export function rank(terms: readonly Term[], collection: Collection, limit: number): Ranked[] {
  const { leading, following } = divide(terms, collection, limit);
  if (following.length === 0) return ranked(gather(leading, collection, limit));
  const candidates = gather(leading, collection, Math.max(promising, 4 * limit));
  complete(candidates, following, collection, limit);
  keepBest(candidates, limit);
  return ranked(candidates);
}

type Divided = { readonly leading: readonly Term[]; readonly following: readonly Term[] };

/** The terms that lead to passages, and those that are too common for it. Both in their order. */
function divide(terms: readonly Term[], { passages, only }: Collection, limit: number): Divided {
  const leading: Term[] = [];
  const following: Term[] = [];
  let held = 0;
  for (const term of terms) {
    const leads = only !== undefined || passages <= enough || held + term.frequency <= enough;
    if (leads || held < Math.max(tooFew, 4 * limit)) {
      leading.push(term);
      held += term.frequency;
    } else following.push(term);
  }
  return { leading, following };
}

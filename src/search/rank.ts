import { type Collection, enough } from './bm25.ts';
import { type Candidates, keepBest } from './candidates.ts';
import { complete } from './complete.ts';
import { gather } from './gather.ts';
import type { Postings } from './postings.ts';
import type { Term } from './weigh.ts';

/** So few passages are not enough to choose from: a commoner word has to lead to others. */
const tooFew = 256;
/** A common word that has to lead, for want of rarer ones, leads to no more than so many of its passages. */
const mostLed = 1 << 14;
/** So many of those with most of the rare words are asked for the common ones. */
const promising = 256;

/**
 * The best passages by BM25, of equal ones the first of the index, in no order. Exact where the query's words stand in
 * `enough` passages together. Beyond, the rarest of them, which tell most, lead to candidates, and the common ones are only
 * counted in those: what is left out holds nothing but common words of the query, and an answer takes little longer the larger
 * the library. Whatever is proposed has its exact score.
 *
 * `hope` is the share of what the common words could add that a candidate must need to be given up: with 1 none of the
 * first is lost by it.
 */
export function rank(terms: readonly Term[], collection: Collection, limit: number, hope: number): Candidates {
  const { leading, following } = divide(terms, collection, limit);
  if (following.length === 0) return gather(leading, collection, limit);
  const candidates = gather(leading, collection, Math.max(promising, 4 * limit));
  complete(candidates, following, collection, limit, hope);
  keepBest(candidates, limit);
  return candidates;
}

type Divided = { readonly leading: readonly Term[]; readonly following: readonly Term[] };

/** The terms that lead to passages, and those that are too common for it. Both in their order. */
function divide(terms: readonly Term[], { passages, only }: Collection, limit: number): Divided {
  const leading: Term[] = [];
  const following: Term[] = [];
  let held = 0;
  for (const term of terms) {
    const leads = only !== undefined || passages <= enough || held + term.frequency <= enough;
    if (leads) leading.push(term);
    else if (held >= Math.max(tooFew, 4 * limit)) {
      following.push(term);
      continue;
    } else if (term.frequency <= mostLed) leading.push(term);
    else {
      const [first, rest] = split(term, mostLed / term.frequency);
      leading.push(first);
      following.push(rest);
    }
    held += term.frequency;
  }
  return { leading, following };
}

/** A share of a term's passages in each part, and the others. */
function split(term: Term, share: number): [Term, Term] {
  const middle = ({ from, to }: Postings): number => from + Math.ceil((to - from) * share);
  return [
    { ...term, postings: term.postings.map(own => ({ ...own, to: middle(own) })) },
    { ...term, postings: term.postings.map(own => ({ ...own, from: middle(own) })) },
  ];
}

import Fuse from 'fuse.js';
import type { ProposedQuote } from '../server/protocol.ts';

/** Shows no more rows than a person scrolls through. */
const mostShown = 60;

/** What the writer remembers of a quote: its words first, then who said it, then where. */
const keys = [
  { name: 'text', weight: 3 },
  { name: 'speaker', weight: 2 },
  { name: 'title', weight: 1 },
];

/**
 * The proposals that fit what was typed, best first. All words typed may match in different fields, with typing errors.
 * What the server answered to just this query comes behind those that match here, in its own order.
 */
export function rankQuotes(
  query: string,
  known: readonly ProposedQuote[],
  answered: readonly ProposedQuote[],
): readonly ProposedQuote[] {
  const words = query.trim();
  if (words === '') return answered.length > 0 ? answered : known.slice(0, mostShown);
  const fuse = new Fuse(known, { keys, useTokenSearch: true, tokenMatch: 'all', threshold: 0.3, ignoreLocation: true });
  const matched = fuse.search(words, { limit: mostShown }).map(({ item }) => item);
  const isMatched = new Set(matched.map(quote => JSON.stringify(quote.handle)));
  const others = answered.filter(quote => !isMatched.has(JSON.stringify(quote.handle)));
  return [...matched, ...others].slice(0, mostShown);
}

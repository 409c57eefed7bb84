import type { Quote, Source } from '../model.ts';
import { findQuotes } from '../quotes/findQuotes.ts';
import { samePerson } from '../quotes/samePerson.ts';
import { turnsOf } from '../quotes/turnsOf.ts';
import type { Speaker } from './types.ts';

/**
 * The quotes of a source by who said them, in the order in which people first speak; the unclear ones last. In a transcript they
 * are what each person says in a turn.
 */
export function speakers(source: Source): Speaker[] {
  const found: { name: string; quotes: Quote[] }[] = [];
  const unclear: Quote[] = [];
  for (const quote of quotesOf(source)) {
    const name = quote.attribution?.speaker;
    if (name === undefined) {
      unclear.push(quote);
      continue;
    }
    const known = found.find(person => person.name === name || samePerson(person.name, name) === true);
    if (!known) found.push({ name, quotes: [quote] });
    else {
      known.quotes.push(quote);
      // The fuller name stands for both.
      if (name.length > known.name.length) known.name = name;
    }
  }
  return unclear.length > 0 ? [...found, { quotes: unclear }] : found;
}

/** What is quoted within a turn is part of what its speaker says. */
function quotesOf(source: Source): readonly Quote[] {
  const turns = turnsOf(source);
  if (turns.length === 0) return findQuotes(source);
  const outside = findQuotes(source).filter(
    ({ outer }) => !turns.some(turn => turn.outer.start < outer.end && outer.start < turn.outer.end),
  );
  return [...turns, ...outside].sort((a, b) => a.outer.start - b.outer.start);
}

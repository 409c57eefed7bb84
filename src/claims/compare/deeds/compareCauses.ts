/** Why it happened: another cause of the same, or cause and effect exchanged. */
import { likeness as alike, type Relation, relation } from '../../lexicon/lexicon.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, likeness, pair } from '../pair.ts';
import { type Cause, causeIn } from '../reading/causes.ts';

/** "It will lose teachers because fewer are enrolled", not "fewer are enrolled because it will lose teachers". */
export const compareCauses: Comparer = x => {
  const own = causeIn(x.claim);
  const other = own && causeIn(x.source);
  if (!own || !other || own.cause.length < 2 || likeness(x) < most) return [];
  const why = without(own.cause, other.cause);
  const what = without(own.effect, other.effect);
  // Where and of whom it is told both may say of either.
  if (why.length < own.cause.length / 2 || what.length < own.effect.length / 2) return [];
  if (met(why, other.effect) < most || met(what, other.cause) < most) return [];
  return [pair(x, own.span, other.span, 'wording')];
};

/** "Because of a fire" where a passage blames the price of fodder: there may be two causes. */
export const likelyCauses: Comparer = x => {
  const own = causeIn(x.claim);
  const other = own && causeIn(x.source);
  if (!own || !other || met(own.effect, [...other.effect, ...(x.before?.content ?? [])]) < most) return [];
  if (met(own.cause, other.cause) >= half || met(other.cause, own.cause) >= half || isToldElsewhere(own, x.others))
    return [];
  return [pair(x, own.span, other.span, 'wording')];
};

/** A broader word is as good as none: nearly everything is a thing. */
const near: ReadonlySet<Relation> = new Set(['same', 'formed', 'synonym']);

const half = 0.4;
const most = 0.6;

/** How much of some words others hold, or have a word for. */
function met(own: readonly Token[], others: readonly Token[]): number {
  let [all, found] = [0, 0];
  for (const token of own) {
    all += token.weight;
    if (others.some(t => areOne(token, t))) found += token.weight;
  }
  return all === 0 ? 0 : found / all;
}

function without(own: readonly Token[], others: readonly Token[]): Token[] {
  return own.filter(token => !others.some(t => areOne(token, t)));
}

function areOne(a: Token, b: Token): boolean {
  return (
    a.stem === b.stem || near.has(relation(a.word, b.word)) || (!a.number && !b.number && alike(a.word, b.word) > 0.6)
  );
}

function isToldElsewhere({ cause }: Cause, others: readonly Sentence[]): boolean {
  return others.some(s => met(cause, s.content) >= most);
}

/** One stretch exchanged in a sentence that is otherwise the passage's own: a figure, a thing of the same kind, an opposite. */
import type { NumberMention } from '../../../text/numbers.ts';
import { areOpposite } from '../../lexicon/lexicon.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { isSameAmount } from '../alike/amounts.ts';
import { areTurned } from '../alike/areTurned.ts';
import { areTwoOfAKind } from '../alike/kindSets.ts';
import { isOpposed, keyOf } from '../alike/opposites.ts';
import { isReckonedFrom } from '../alike/reckonedFrom.ts';
import { isStep } from '../alike/sameThing.ts';
import { isFraction } from '../alike/shares.ts';
import { bears, type Comparer, type Comparison, likeness, pair } from '../pair.ts';
import { type Exchange, exchangeIn, spanOf } from '../reading/inPlace.ts';

export const compareInPlace: Comparer = x => {
  if (likeness(x) < 0.4) return [];
  const exchange = exchangeIn(x.claim, x.source);
  if (!exchange) return [];
  return figures(x, exchange) ?? words(x, exchange);
};

/** The one figure against the other, also where the passage has the claim's for something else: "58,000 visitors, down from 71,000". */
function figures(x: Comparison, { own, other }: Exchange) {
  const [mine, theirs] = [numbersIn(x.claim, own), numbersIn(x.source, other)];
  const [[a, ...more], [b, ...rest]] = [mine, theirs];
  if (!a && !b) return undefined;
  if (!a || !b || more.length + rest.length > 0 || !areOfOneKind(a, b) || isRounded(a, b)) return [];
  if (agrees(a, b) || a.value === b.value || x.source.numbers.some(n => isSameAmount(a, n))) return [];
  if (isReckonedFrom(a, x.claim, x.others) || unlike(own, other) || isStep(a, x.claim) !== isStep(b, x.source))
    return [];
  const isKnown = x.others.some(
    s => s !== x.source && s.numbers.some(n => n.kind === a.kind && agrees(a, n)) && bears(x, s, a.span),
  );
  return isKnown ? [] : [pair(x, a.span, b.span, 'number')];
}

/** "37 million euros" and "22 million". */
function areOfOneKind(a: NumberMention, b: NumberMention): boolean {
  if (a.kind === 'money' || b.kind === 'money') {
    const isAmount = (n: NumberMention) => n.kind === 'money' || (n.kind === 'count' && n.unit === undefined);
    return isAmount(a) && isAmount(b) && (a.unit === undefined || b.unit === undefined || a.unit === b.unit);
  }
  // "Two thirds of the isles" counts none of them.
  return a.kind === b.kind && (a.kind === 'count' || a.kind === 'percent') && isFraction(a) === isFraction(b);
}

/** "0.5 percent" for 0.505, "1,200" for 1,187. */
function isRounded(a: NumberMention, b: NumberMention): boolean {
  const figures = (n: NumberMention) => `${n.value}`.replace(/\.|0+$/g, '').replace(/^0+/, '').length;
  return figures(a) < figures(b) && Math.abs(a.value - b.value) <= 0.03 * Math.abs(b.value);
}

/** Words that are no part of the figures must be the same: "37 million euros" and "22 million", not "5 votes" and "30 chairs". */
function unlike(own: readonly Token[], other: readonly Token[]): boolean {
  const nouns = (tokens: readonly Token[]) => tokens.filter(t => !t.number && !t.stop && !isUnit(t));
  const [a, b] = [nouns(own), nouns(other)];
  return a.length > 0 && b.length > 0 && !a.every(t => b.some(u => u.stem === t.stem));
}

const currency =
  /^(?:euros?|dollars?|pounds?|crowns?|francs?|yen|pesos?|kron[aeo]r?|rubles?|roubles?|yuan|rupees?|percent|per|cent)$/i;

function isUnit({ text }: Token): boolean {
  return currency.test(text);
}

function numbersIn({ numbers }: Sentence, tokens: readonly Token[]) {
  const { start, end } = spanOf(tokens);
  return numbers.filter(n => n.span.start < end && start < n.span.end);
}

/** One word of content each, both of one kind or each the other's opposite, and the claim's nowhere in the passages. */
function words(x: Comparison, { own, other }: Exchange) {
  const [a, ...more] = own.filter(isTelling);
  const [b, ...rest] = other.filter(isTelling);
  // "Railway stations" and "airports": the last word says what it is.
  const [mine, theirs] = [more.at(-1) ?? a, rest.at(-1) ?? b];
  if (!mine || !theirs || mine.number || theirs.number || areTurned(x)) return [];
  if (x.source.places.has(mine.stem) || x.claim.places.has(theirs.stem)) return [];
  const isKind = areTwoOfAKind(mine.stem, theirs.stem) || areTwoOfAKind(keyOf(mine), keyOf(theirs));
  const isContrary = more.length + rest.length === 0 && areContrary(mine, theirs);
  if (!isKind && !isContrary) return [];
  const span = spanOf(own.filter(t => !t.stop || t === mine));
  if (x.others.some(s => s !== x.source && s.places.has(mine.stem) && bears(x, s, span))) return [];
  return [pair(x, span, spanOf(other.filter(t => !t.stop || t === theirs)), isContrary ? 'wording' : 'name')];
}

function isTelling(token: Token): boolean {
  return !token.stop || isOpposed(keyOf(token));
}

function areContrary(a: Token, b: Token): boolean {
  return isOpposed(keyOf(a), keyOf(b)) || areOpposite(a.word, b.word);
}

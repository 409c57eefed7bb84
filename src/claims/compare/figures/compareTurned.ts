/** Two figures that have changed places: "from 84 to 92 percent" for "from 92 to 84", "seven men and five women" for the reverse. */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord, stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Token } from '../../tokens.ts';
import { isOpposed, keyOf } from '../alike/opposites.ts';
import { bears, type Comparer, type Comparison, likeness, pair, shared } from '../pair.ts';

export const compareTurned: Comparer = x => {
  if (x.claim.numbers.length === 0 || x.source.numbers.length === 0 || likeness(x) < 0.5) return [];
  for (const turned of [turnedWays, turnedCounts, othersCount]) {
    const found = turned(x);
    if (found.length > 0) return found.slice(0, 1);
  }
  return [];
};

type Way = { readonly from: number; readonly to: number; readonly kind: string; readonly span: Span };

/** The whole way is put right at once, with the verb where that points the other way too: "cut from 50 to 30" for "raised from 30 to 50". */
function turnedWays(x: Comparison) {
  return ways(x.claim).flatMap(own => {
    const [other, ...more] = ways(x.source).filter(w => w.from !== w.to && w.kind === own.kind);
    if (!other || more.length > 0 || other.from !== own.to || other.to !== own.from) return [];
    const isKnown = x.others.some(
      s => ways(s).some(w => w.from === own.from && w.to === own.to) && bears(x, s, own.span),
    );
    if (isKnown || shared(x, own.span) < 0.6) return [];
    const [mine, theirs] = opposites(x);
    if (!mine || !theirs) return [pair(x, own.span, other.span, 'number')];
    const [left, right] = [whole(mine, own.span), whole(theirs, other.span)];
    // Put right alone, the verb would point the wrong way, and so would the figures.
    return left && right ? [pair(x, left, right, 'number')] : [pair(x, mine.span, theirs.span, 'wording', 'none')];
  });
}

/** The words that say up on one side and down on the other. */
function opposites({ claim, source }: Comparison): Token[] {
  for (const own of claim.tokens) {
    const other = isOpposed(keyOf(own)) ? source.tokens.find(t => isOpposed(keyOf(own), keyOf(t))) : undefined;
    if (other) return [own, other];
  }
  return [];
}

/** From the verb to the end of the way, where nothing stands between the two. */
function whole(verb: Token, way: Span): Span | undefined {
  return verb.span.end + 1 === way.start ? { start: verb.span.start, end: way.end } : undefined;
}

const ways = ofSentence(({ text, numbers }): Way[] =>
  numbers.flatMap((first, i) => {
    if (
      !/\bfrom $/i.test(text.slice(Math.max(0, first.span.start - 6), first.span.start)) ||
      first.kind === 'year' ||
      first.kind === 'date'
    )
      return [];
    const start = first.span.start - 'from '.length;
    if (first.high !== undefined)
      return [{ from: first.value, to: first.high, kind: first.kind, span: { start, end: first.span.end } }];
    const last = numbers[i + 1];
    if (!last || !/^(?: \p{L}+)? to $/u.test(text.slice(first.span.end, last.span.start))) return [];
    return [{ from: first.value, to: last.value, kind: last.kind, span: { start, end: last.span.end } }];
  }),
);

type Count = { readonly value: number; readonly of: string; readonly start: number; readonly end: number };

function turnedCounts(x: Comparison) {
  const [a, b] = counts(x.claim);
  if (!a || !b) return [];
  const [c, d] = counts(x.source);
  if (!c || !d || counts(x.claim).length + counts(x.source).length > 4) return [];
  if (a.value === b.value || a.of === b.of) return [];
  const [same, turned] = a.value === c.value ? [c, d] : [d, c];
  if (a.value !== same.value || b.value !== turned.value || a.of !== turned.of || b.of !== same.of) return [];
  const [own, other] = [
    { start: a.start, end: b.end },
    { start: c.start, end: d.end },
  ];
  const isLong = own.end - own.start > longest || other.end - other.start > longest;
  return isLong || shared(x, own) < 0.6 ? [] : [pair(x, own, other, 'number')];
}

/** "180 cars" where the passage has "180 passengers and 38 cars". */
function othersCount(x: Comparison) {
  const [own, ...more] = counts(x.claim);
  if (!own || more.length > 0 || counts(x.source).length < 2) return [];
  const [right, ...rest] = counts(x.source).filter(c => c.of === own.of);
  const other = counts(x.source).find(c => c.value === own.value && c.of !== own.of);
  if (!right || !other || rest.length > 0 || right.value === own.value || isStopWord(own.of)) return [];
  const [first, second] = [right, other].sort((a, b) => a.start - b.start);
  if (!/^ and (?:about |some |nearly |up to )?$/.test(x.source.text.slice(first?.end, second?.start))) return [];
  const [figure, theirs] = [figureAt(x.claim.numbers, own), figureAt(x.source.numbers, right)];
  if (!figure || !theirs || figure.approximate !== undefined || shared(x, figure.span) < 0.6) return [];
  const isKnown = x.others.some(s => counts(s).some(c => c.value === own.value && c.of === own.of));
  return isKnown ? [] : [pair(x, figure.span, theirs.span, 'number')];
}

function figureAt(numbers: readonly NumberMention[], { start }: Count): NumberMention | undefined {
  return numbers.find(n => n.span.start === start);
}

/** Longer stretches tell a writer less than the words at issue. */
const longest = 70;

/** Figures with the one word that they count. */
const counts = ofSentence(({ text, numbers }): Count[] =>
  numbers.flatMap((n: NumberMention) => {
    const noun = n.kind === 'count' && n.high === undefined ? /^ (\p{Ll}{2,})/u.exec(text.slice(n.span.end)) : null;
    if (!noun) return [];
    return [{ value: n.value, of: stem(noun[1] ?? ''), start: n.span.start, end: n.span.end + noun[0].length }];
  }),
);

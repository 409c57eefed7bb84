/** Numbers of a claim against the numbers a passage gives for the same thing. */
import type { Change, Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord, stem } from '../../../text/stem.ts';
import { holds } from '../../examine/examination.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees, turned } from '../alike/agrees.ts';
import { areOtherUnits, daysOf, isSameAmount } from '../alike/amounts.ts';
import { isMomentLater } from '../alike/later.ts';
import { isReckonedFrom, small } from '../alike/reckonedFrom.ts';
import { countsOther, haveOneEnd, isStep, isWhole, sameThing } from '../alike/sameThing.ts';
import { describes, isFraction, sharesOf } from '../alike/shares.ts';
import { withCurrency } from '../alike/sums.ts';
import { bears, type Comparer, type Comparison, company, pair, shared, sharedInClause } from '../pair.ts';
import { isCountedInAnotherDeed } from '../reading/governed.ts';
import { isPast } from '../reading/mood.ts';
import { areRests } from '../reading/rests.ts';
import { areOfTwoRows } from './compareRows.ts';

/** A number that no passage gives, where this one counts the same thing otherwise. */
export const compareNumbers: Comparer = x =>
  x.claim.numbers.flatMap(own => {
    if (own.kind === 'date' || own.kind === 'year' || isDenied(own, x.claim) || isLabel(own, x.claim)) return [];
    const pence = own.kind === 'money' && x.source.numbers.find(n => n.value === own.value && small.test(n.unit ?? ''));
    if (pence && shared(x, own.span) >= 0.7) return [pair(x, own.span, withUnit(pence, x.source), 'number')];
    if (isReckonedFrom(own, x.claim, x.others) || isOfToday(x) || areRests(x.claim, x.source)) return [];
    if (own.kind === 'ordinal' && x.others.some(s => isMomentLater(own, s))) return [];
    const weight = asWeight(own, x);
    if (weight) return [inMeasure(x, own.span, weight)];
    const measured = inOtherUnit(own, x);
    if (measured) return [inMeasure(x, measured.own, measured.other)];
    if (x.others.some(s => hasFigure(s, own, x.claim) && (bears(x, s, own.span) || isTelling(s, own, x)))) return [];
    if (isShare(own) && !isStep(own, x.claim) && x.source.numbers.some(n => isRest(own, n))) return [];
    if (isShare(own) && x.others.some(s => sharesOf(s).some(share => describes(own, share)))) return [];
    const part = otherShare(own, x);
    if (part) return [pair(x, own.span, part, 'number')];
    if (own.kind === 'ordinal' && (shared(x, own.span) < 0.6 || isToldAlone(own, x.source))) return [];
    if (isAlone(own, x.claim) || isStepAndLevel(own, x) || sharedInClause(x, own.span) < 0.5) return [];
    const rivals = x.source.numbers.filter(
      n =>
        sameThing(own, n, x) &&
        !areOfTwoRows(own, n, x) &&
        !isPartOfThose(own, n, x) &&
        !x.claim.numbers.some(c => agrees(c, n)),
    );
    const ranges = rivals.filter(n => haveOneEnd(own, n));
    // Many figures for the same thing in one passage: which one is meant cannot be told.
    const rival = ranges.length === 1 ? ranges[0] : oneOf(own, rivals, x);
    if (!rival || (!isWhole(own, x.claim) && isCountedInAnotherDeed(x, own.span, rival.span))) return [];
    if (isGovernedOtherwise(own, rival, x) || isNearerElsewhere(own, rival, x)) return [];
    if (turned(own, rival)) return [pair(x, withBounds(own, x.claim), withBounds(rival, x.source), 'number')];
    const sum = withCurrency(own, rival);
    const remedy = sum === undefined ? undefined : { span: own.span, text: sum };
    return [pair(x, withTimes(own, rival, x.claim), withTimes(rival, own, x.source), 'number', remedy)];
  });

/** "23 wells" beside "14 of the wells" where "more than half of them" follows, or another passage has the 23: a part is no other count. */
function isPartOfThose(own: NumberMention, other: NumberMention, { claim, source, others }: Comparison): boolean {
  const of = /^ of (?:the|these|those|them|its|their)\b/;
  if (!of.test(source.text.slice(other.span.end)) || of.test(claim.text.slice(own.span.end))) return false;
  if (/\bof (?:them|these|those|which|whom)\b/.test(claim.text.slice(own.span.end))) return true;
  return others.some(s => s.numbers.some(n => n.value === own.value && n.unit === own.unit));
}

/** "Pay 7 pounds now" beside "6 pounds, a pound less than at present". */
function isOfToday({ claim, source }: Comparison): boolean {
  return tellsToday(claim) && presently.test(source.text);
}

const tellsToday = ofSentence(({ text }) => /\b(?:now|at present|currently|today|so far)\b/i.test(text));

const presently =
  /\b(?:less|more|fewer|higher|lower|dearer|cheaper|longer|shorter|instead of)\b[^.;]*\b(?:at present|now|today|currently)\b/i;

/** "Three times" against "twice": the one word says both. */
function withTimes({ span }: NumberMention, other: NumberMention, { text }: Sentence): Span {
  const times = /^ times\b/i.exec(text.slice(span.end))?.[0].length ?? 0;
  return /^(?:twice|thrice|once)$/i.test(other.text) ? { start: span.start, end: span.end + times } : span;
}

/** "25 pounds" where the passage has 25 kilograms: pounds are money only where nothing is weighed. */
function asWeight(own: NumberMention, x: Comparison): Span | undefined {
  if (own.kind !== 'money' || !/\bpounds?$/i.test(own.text) || shared(x, own.span) < 0.6) return undefined;
  const weight = x.source.numbers.find(
    n => n.value === own.value && areOtherUnits('pound', n.unit) && daysOf(n.unit) === undefined,
  );
  return weight && withMeasure(weight, x.source);
}

/** "94 feet" where the passage has 94 metres. */
function inOtherUnit(own: NumberMention, x: Comparison): { readonly own: Span; readonly other: Span } | undefined {
  const other = x.source.numbers.find(
    n => n.value === own.value && n.high === own.high && areOtherUnits(own.unit, n.unit),
  );
  if (!other || daysOf(own.unit) !== undefined) return undefined;
  const whole = withMeasure(own, x.claim);
  const unmet = x.claim.content.filter(
    t => (t.span.end <= whole.start || t.span.start >= whole.end) && !holds(x.source, t),
  );
  if (unmet.length > 1 || shared(x, whole) < 0.4) return undefined;
  if (x.others.some(s => s.numbers.some(n => n.unit === own.unit && agrees(own, n)))) return undefined;
  return { own: whole, other: withMeasure(other, x.source) };
}

/** "94-metre" goes into "94 feet long" as "94 metres". */
function inMeasure(x: Comparison, own: Span, other: Span): Change {
  const [mine, theirs] = [own, other].map((span, i) => (i === 0 ? x.claim : x.source).text.slice(span.start, span.end));
  const isLoose = mine?.includes(' ') && theirs?.includes('-');
  const text = isLoose ? theirs?.replace('-', ' ').replace(/(?<!s)$/, 's') : undefined;
  return pair(x, own, other, 'number', text === undefined ? undefined : { span: own, text });
}

/** A figure with its unit: "94 feet", "94-metre". */
function withMeasure({ span }: NumberMention, { text }: Sentence): Span {
  return { start: span.start, end: span.end + (/^[- ]?\p{L}+/u.exec(text.slice(span.end))?.[0].length ?? 0) };
}

function withUnit({ span }: NumberMention, { text }: Sentence): Span {
  return { start: span.start, end: span.end + (/^ ?\p{L}+/u.exec(text.slice(span.end))?.[0].length ?? 0) };
}

/** "Missed two penalties" beside "taken eight penalties and missed none": the claim's verb has another object there. */
function isGovernedOtherwise(own: NumberMention, rival: NumberMention, { claim, source }: Comparison): boolean {
  const verb = claim.tokens.findLast(t => t.span.end <= own.span.start);
  const places = verb && !verb.stop ? (source.places.get(verb.stem) ?? []) : [];
  const at = source.tokens.findIndex(t => t.span.start >= rival.span.start);
  return (
    places.length > 0 &&
    places.every(place => place > at && /^(?:no|none|nothing|neither)$/i.test(source.tokens[place + 1]?.text ?? ''))
  );
}

/** "300,000 last year" stands in another passage, with as many of the claim's words beside it as the rival has. */
function isNearerElsewhere(own: NumberMention, rival: NumberMention, x: Comparison): boolean {
  if (own.kind !== 'money') return false;
  const beside = (source: Sentence, n: NumberMention) => {
    const { left, right } = company({ ...x, source }, own.span, n.span, 4);
    return left + right;
  };
  const least = Math.max(1, beside(x.source, rival));
  return x.others.some(s =>
    s.numbers.some(n => n.kind === 'money' && agrees(own, n) && !isFormer(n, s) && beside(s, n) >= least),
  );
}

function hasFigure(s: Sentence, own: NumberMention, claim: Sentence): boolean {
  return s.numbers.some(n => {
    const isEqual = agrees(own, n);
    if (!isEqual && !isSameAmount(own, n)) return false;
    if (n.kind === 'date' || n.kind === 'year' || isOtherOrder(own, n) || (isFormer(n, s) && isOfNow(own, claim)))
      return false;
    const isBare = (n.unit === undefined || isStopWord(n.unit)) && !/^ ?-/.test(s.text.slice(n.span.end));
    if (isBare && s.numbers.some(m => m !== n && m.kind === own.kind && isOfUnit(m, own))) return false;
    return (isEqual && (!countsOther(own, n) || areBeforeOne(own, claim, n, s))) || isSameAmount(own, n);
  });
}

/** "The first report was lost; the second came out": of a second report the passage tells, without the word. */
function isToldAlone(own: NumberMention, { numbers, tokens }: Sentence): boolean {
  return numbers.some(n => {
    const next = tokens.find(t => t.span.start >= n.span.end);
    return n.kind === 'ordinal' && n.value === own.value && (!next || next.stop || isPast(next));
  });
}

/** "By 23 votes to 14 after five hours": a bare 14 is no 14 hours where hours are told. */
function isOfUnit({ unit }: NumberMention, own: NumberMention): boolean {
  return own.unit !== undefined && unit === own.unit && daysOf(unit) !== undefined;
}

/** "The seventh consecutive prize" and "the seventh consecutive trophy". */
function areBeforeOne(own: NumberMention, claim: Sentence, other: NumberMention, s: Sentence): boolean {
  const next = ({ span }: NumberMention, { text }: Sentence) =>
    /^ (\p{L}+)/u.exec(text.slice(span.end))?.[1]?.toLowerCase();
  return next(own, claim) !== undefined && next(own, claim) === next(other, s);
}

/** "2-2" bears out no "second time"; "two times" does. */
function isOtherOrder(own: NumberMention, other: NumberMention): boolean {
  // "On the ninth" bears out no "nine to two".
  if (own.kind === 'count' && other.kind === 'ordinal') return !isFraction(own);
  return (
    own.kind === 'ordinal' && other.kind === 'count' && other.unit !== 'time' && !/^(?:twice|thrice)$/i.test(other.text)
  );
}

/** "1.80 instead of 1.50": what it was before, or might have been. */
function isFormer({ span }: NumberMention, { text }: Sentence): boolean {
  return /\b(?:instead of|rather than|up from|down from|compared (?:with|to)) (?:(?:the|its|their|an?) )?(?:(?:earlier|previous|former|old|original) (?:\p{L}+ ){0,2}(?:of )?(?:between )?)?$/iu.test(
    text.slice(0, span.start),
  );
}

/** A claim of what is or will be, with no word of what was. */
function isOfNow({ span }: NumberMention, { text }: Sentence): boolean {
  const past =
    /\b(?:was|were|had|did|used|until|previous\w*|former\w*|before|from|old|currently|present|today|instead|rather|compared|than|last|earlier)\b/i;
  return /\b(?:will|is|are|now|costs?|pays?)\b/i.test(text.slice(0, span.start)) && !past.test(text);
}

/** "She had two children": one word beside a figure tells nothing of which children are meant. */
function isAlone({ span }: NumberMention, { content }: Sentence): boolean {
  return content.filter(t => t.span.end <= span.start || t.span.start >= span.end).length < 2;
}

/** 38,214 stands for one thing wherever it stands, unless a passage says all of the claim with another figure. */
function isTelling(s: Sentence, own: NumberMention, x: Comparison): boolean {
  const figures = (n: NumberMention) => `${n.value}`.replace(/\.|0+$/g, '').length;
  return shared(x, own.span) < 0.85 && s.numbers.some(n => figures(n) >= 3 && agrees(own, n));
}

/** "The number 4 bus", "Room 12": what a thing is called. */
function isLabel({ kind, span }: NumberMention, { text }: Sentence): boolean {
  return (
    kind === 'count' &&
    /\b(?:[Nn]umber|No\.|[Ll]ine|[Rr]oute|Room|Platform|Gate|Flight|Article|Section) $/.test(
      text.slice(Math.max(0, span.start - 12), span.start),
    )
  );
}

/** "Not the first", "fewer than 50" said of something else: what is denied is no figure given. */
function isDenied({ span }: NumberMention, { text }: Sentence): boolean {
  return /(?:\bnot|n['’]t|\bnever) (?:(?:the|a|even|yet|just|only) )*$/i.test(
    text.slice(Math.max(0, span.start - 20), span.start),
  );
}

/** "Nine in ten" and "one in ten" say the same of those who have a thing and those who have none. */
function isRest(own: NumberMention, other: NumberMention): boolean {
  return isFraction(own) && isFraction(other) && Math.abs(own.value + other.value - 1) < 0.02 && own.value !== 0.5;
}

/** "Up to 14 months": where the figures are equal, the words around them make the difference. */
export function withBounds({ span, unit }: NumberMention, { text }: Sentence): Span {
  const left = /(?:\p{L}+ (?:than|to|least|most)|\p{L}+) $/u.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const right = unit === undefined ? 0 : (/^[- ]\p{L}+/u.exec(text.slice(span.end))?.[0].length ?? 0);
  return { start: span.start - left, end: span.end + right };
}

/** "Almost half of the hangers" where the passage has "23 of the 96 hangers". */
function otherShare(own: NumberMention, x: Comparison): Span | undefined {
  const [share, ...more] = sharesOf(x.source);
  if (!share || more.length > 0 || !isShare(own) || shared(x, own.span) < 0.45) return undefined;
  const counted = /^ of (?:the |its |their |all )*(?:[\d,.]+ )?(\p{L}+)/u.exec(x.claim.text.slice(own.span.end))?.[1];
  if (counted === undefined || x.others.some(s => s.numbers.some(n => isShare(n)))) return undefined;
  return stem(counted) === stem(share.counted) ? share.span : undefined;
}

/** "Dropped by 500 to 1,500": no range, but a step and the level it led to. */
function isStepAndLevel({ high, span }: NumberMention, x: Comparison): boolean {
  if (high === undefined || !/\bby $/i.test(x.claim.text.slice(0, span.start))) return false;
  return x.others.some(s => s.numbers.some(n => n.value === high));
}

function isShare(number: NumberMention): boolean {
  return number.kind === 'percent' || isFraction(number);
}

function oneOf(own: NumberMention, rivals: readonly NumberMention[], x: Comparison): NumberMention | undefined {
  return rivals.length === 2 ? nearest(own, rivals, x) : rivals.length === 1 ? rivals[0] : undefined;
}

function nearest(own: NumberMention, rivals: readonly NumberMention[], x: Comparison): NumberMention | undefined {
  const scored = rivals.map(rival => {
    const { left, right } = company(x, own.span, rival.span, 6);
    return { rival, score: left + right };
  });
  scored.sort((a, b) => b.score - a.score);
  return (scored[0]?.score ?? 0) > (scored[1]?.score ?? 0) ? scored[0]?.rival : undefined;
}

/** Numbers of a claim against the numbers a passage gives for the same thing. */
import type { Span } from '../../model.ts';
import type { NumberMention } from '../../text/numbers.ts';
import { isStopWord, stem } from '../../text/stem.ts';
import type { Sentence } from '../tokens.ts';
import { agrees, isPoints, turned } from './agrees.ts';
import { isSameAmount } from './amounts.ts';
import { areOfTwoRows } from './compareRows.ts';
import { bears, type Comparer, type Comparison, company, neighbours, pair, shared, sharedInClause } from './pair.ts';
import { describes, isFraction, sharesOf } from './shares.ts';

/** Words that count the same thing under another name. */
const sameUnits = new Map(
  [
    [
      'people',
      'person',
      'man',
      'woman',
      'civilian',
      'resident',
      'victim',
      'employee',
      'worker',
      'staff',
      'passenger',
      'soldier',
      'troop',
    ],
    ['dead', 'death', 'fatality'],
    ['home', 'house', 'household'],
    ['company', 'firm', 'business'],
  ].flatMap((group, i) => group.map(word => [stem(word), i] as const)),
);

/** A number that no passage gives, where this one counts the same thing otherwise. */
export const compareNumbers: Comparer = x =>
  x.claim.numbers.flatMap(own => {
    if (own.kind === 'date' || own.kind === 'year' || isDenied(own, x.claim)) return [];
    if (x.others.some(s => hasFigure(s, own) && (bears(x, s, own.span) || isTelling(s, own, x)))) return [];
    if (isShare(own) && x.source.numbers.some(n => isRest(own, n))) return [];
    if (isShare(own) && x.others.some(s => sharesOf(s).some(share => describes(own, share)))) return [];
    const part = otherShare(own, x);
    if (part) return [pair(x, own.span, part, 'number')];
    if (own.kind === 'ordinal' && shared(x, own.span) < 0.6) return [];
    if (isAlone(own, x.claim) || isStepAndLevel(own, x) || sharedInClause(x, own.span) < 0.5) return [];
    const rivals = x.source.numbers.filter(
      n => sameThing(own, n, x) && !areOfTwoRows(own, n, x) && !x.claim.numbers.some(c => agrees(c, n)),
    );
    // Many figures for the same thing in one passage: which one is meant cannot be told.
    const rival = rivals.length === 1 ? rivals[0] : rivals.length === 2 ? nearest(own, rivals, x) : undefined;
    if (!rival) return [];
    if (turned(own, rival)) return [pair(x, withBounds(own, x.claim), withBounds(rival, x.source), 'number')];
    return [pair(x, withTimes(own, rival, x.claim), withTimes(rival, own, x.source), 'number')];
  });

/** "Three times" against "twice": the one word says both. */
function withTimes({ span }: NumberMention, other: NumberMention, { text }: Sentence): Span {
  const times = /^ times\b/i.exec(text.slice(span.end))?.[0].length ?? 0;
  return /^(?:twice|thrice|once)$/i.test(other.text) ? { start: span.start, end: span.end + times } : span;
}

function hasFigure(s: Sentence, own: NumberMention): boolean {
  return s.numbers.some(n => {
    if (n.kind === 'date' || n.kind === 'year') return false;
    return (agrees(own, n) && !countsOther(own, n)) || isSameAmount(own, n);
  });
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
function withBounds({ span, unit }: NumberMention, { text }: Sentence): Span {
  const left = /(?:\p{L}+ (?:than|to|least|most)|\p{L}+) $/u.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const right = unit === undefined ? 0 : (/^[- ]\p{L}+/u.exec(text.slice(span.end))?.[0].length ?? 0);
  return { start: span.start - left, end: span.end + right };
}

/** "Almost half of the hangers" where the passage has "23 of the 96 hangers". */
function otherShare(own: NumberMention, x: Comparison): Span | undefined {
  if (!isShare(own) || shared(x, own.span) < 0.45) return undefined;
  const counted = /^ of (?:the |its |their |all )*(?:[\d,.]+ )?(\p{L}+)/u.exec(x.claim.text.slice(own.span.end))?.[1];
  const [share, ...more] = sharesOf(x.source);
  if (!share || more.length > 0 || counted === undefined || x.others.some(s => s.numbers.some(n => isShare(n))))
    return undefined;
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

function nearest(own: NumberMention, rivals: readonly NumberMention[], x: Comparison): NumberMention | undefined {
  const scored = rivals.map(rival => {
    const { left, right } = company(x, own.span, rival.span, 6);
    return { rival, score: left + right };
  });
  scored.sort((a, b) => b.score - a.score);
  return (scored[0]?.score ?? 0) > (scored[1]?.score ?? 0) ? scored[0]?.rival : undefined;
}

/** "The second bridge" does not bear out "the second longest": small figures stand everywhere. */
function countsOther(own: NumberMention, other: NumberMention): boolean {
  if (own.value > 12 || (own.kind !== 'ordinal' && own.kind !== 'count')) return false;
  const [a, b] = [counted(own), counted(other)];
  return a !== undefined && b !== undefined && !sameUnit(a, b);
}

/** What a number counts; a preposition behind it ("seven of nine", "one on Friday") is nothing counted. */
function counted({ unit }: NumberMention): string | undefined {
  return unit === undefined || unit === 'one' || isStopWord(unit) ? undefined : unit;
}

function sameThing(own: NumberMention, other: NumberMention, x: Comparison): boolean {
  if (own.kind !== other.kind || isFraction(own) !== isFraction(other)) return false;
  if (isStep(own, x.claim) !== isStep(other, x.source) && own.kind !== 'ordinal') return false;
  if (isPoints(own) !== isPoints(other) && own.value !== other.value) return false;
  if (isOfScore(own, x.claim) !== isOfScore(other, x.source)) return false;
  if (isWhole(own, x.claim) !== isWhole(other, x.source) || isOfTheRest(x)) return false;
  if (isScore(own, x.claim) && isScore(other, x.source)) return partner(own, x.claim) === partner(other, x.source);
  if (own.kind === 'money' && own.value === other.value) return own.unit !== other.unit;
  const { left, right } = company(x, own.span, other.span, 5, isTime(own));
  if (own.kind === 'percent' && isDifference(own, x.claim) !== isDifference(other, x.source)) return false;
  if (own.kind === 'percent' || own.kind === 'money')
    return own.unit === other.unit && (left + right > 1 || shared(x, own.span) >= 0.7);
  if (isFraction(own) || haveOneEnd(own, other)) return left + right > 0 || shared(x, own.span) >= 0.85;
  const [unit, otherUnit] = [counted(own), counted(other)];
  if (unit === undefined || otherUnit === undefined) return left > 0 && right > 0;
  if (isTime(own) && left === 0 && shared(x, own.span) < 0.8) return false;
  return (
    sameUnit(unit, otherUnit) ||
    (firstNoun(own, x.claim) !== undefined && firstNoun(own, x.claim) === firstNoun(other, x.source))
  );
}

/** "Fell by 600 million" and "26 million higher" give a step, "fell to 3.3 billion" a level. */
function isStep(number: NumberMention, { text }: Sentence): boolean {
  const left = text.slice(Math.max(0, number.span.start - 24), number.span.start);
  if (/\b(?:to|from|at|of) (?:\p{L}+ ){0,2}$/iu.test(left)) return false;
  const right = text.slice(number.span.end, number.span.end + 24);
  return (
    /\bby (?:(?:about|around|nearly|almost|over|some|just|roughly|more than|less than|an?|the) )*$/i.test(left) ||
    /^ (?:\p{L}+ )?(?:more|less|higher|lower|fewer|up|down|above|below)\b/iu.test(right)
  );
}

/** "55 to 82" and "65 to 82". */
function haveOneEnd(own: NumberMention, other: NumberMention): boolean {
  return own.high !== undefined && other.high !== undefined && (own.high === other.high || own.value === other.value);
}

/** Years and days are counted of anything: what they are counted of must be the same. */
function isTime({ unit = '' }: NumberMention): boolean {
  return /^(?:second|minute|hour|day|week|month|year|decade|time)$/.test(unit);
}

/** "51 per cent less likely" is a difference, "51 per cent" a level: the two do not compare. */
function isDifference(number: NumberMention, sentence: Comparison['claim']): boolean {
  return /^ (?:less|more|higher|lower|fewer|better|greater|worse|larger|smaller)\b/i.test(
    sentence.text.slice(number.span.end, number.span.end + 10),
  );
}

/** The nine of "four of the nine". */
function isWhole({ span }: NumberMention, { text }: Sentence): boolean {
  return /\bof (?:the |its |their |all )?$/i.test(text.slice(Math.max(0, span.start - 10), span.start));
}

/** "180,000 were still without power" beside "320,000 had it back": those who have not are others than those who have. */
function isOfTheRest({ claim, source }: Comparison): boolean {
  const denied = /\b(?:without|not|no|never|still lack\w*)\b|n['’]t\b/i;
  return denied.test(claim.text) && !denied.test(source.text);
}

/** Either figure of "148 votes to 141", which no "seven votes" is laid beside. */
function isOfScore(number: NumberMention, sentence: Sentence): boolean {
  const { high, span } = number;
  if (high !== undefined || isScore(number, sentence)) return high === undefined;
  return sentence.numbers.some(
    n => isScore(n, sentence) && /^(?: to | ?[-–] ?| votes to )$/.test(sentence.text.slice(span.end, n.span.start)),
  );
}

/** The second figure of "17 to 12". */
function isScore(number: NumberMention, sentence: Comparison['claim']): boolean {
  return partner(number, sentence) !== undefined;
}

function partner(number: NumberMention, sentence: Comparison['claim']): number | undefined {
  const first = sentence.numbers.find(n =>
    /^(?: to | ?[-–] ?| votes to )$/.test(sentence.text.slice(n.span.end, number.span.start)),
  );
  return first?.kind === 'count' ? first.value : undefined;
}

function sameUnit(a: string, b: string): boolean {
  const [x, y] = [stem(a), stem(b)];
  return x === y || (sameUnits.has(x) && sameUnits.get(x) === sameUnits.get(y));
}

/** "two Russian drones" and "three drones": the unit may stand behind an adjective. */
function firstNoun(number: NumberMention, sentence: Comparison['claim']): string | undefined {
  return neighbours(sentence, number.span, 4).right.find(t => t.word.rank < 26_000 && /s$/.test(t.text))?.stem;
}

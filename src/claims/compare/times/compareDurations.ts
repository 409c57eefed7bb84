/** Lengths of time counted in other units: "three months" where the passage has "three years". */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { daysOf } from '../alike/amounts.ts';
import { bears, type Comparer, neighbours, pair, shared } from '../pair.ts';

type Duration = {
  readonly span: Span;
  readonly unit: string;
  readonly amount: number;
  readonly inDays: NumberMention;
  /** "Before", "ago": it lasts no time, but tells how far apart two things are. */
  readonly apart: string;
  /** "A year", which no number gives. */
  readonly bare?: true;
};

/** A length of time that no passage gives, where this one has another in another unit. Equal lengths never differ. */
export const compareDurations: Comparer = x =>
  durations(x.claim).flatMap(own => {
    if (x.others.some(s => durations(s).some(d => isAsLong(own, d)) && bears(x, s, own.span))) return [];
    const likeness = shared(x, own.span);
    const rivals = durations(x.source).filter(
      d =>
        (d.unit !== own.unit || d.bare !== own.bare) &&
        d.apart === own.apart &&
        !durations(x.claim).some(c => isAsLong(c, d)),
    );
    const [rival] = rivals;
    if (durations(x.source).some(d => d.unit === own.unit && d.bare === own.bare && d.apart === own.apart)) return [];
    if (!rival || rivals.length > 1) return [];
    const [mine, theirs] = [around(x.claim, own.span), around(x.source, rival.span)];
    const least = rival.amount === own.amount ? 0.5 : 0.7;
    const isNear = likeness >= 0.8 || mine.some(t => theirs.includes(t));
    return likeness >= least && isNear ? [pair(x, own.span, rival.span, 'number')] : [];
  });

/** The claim's lengths of time that some passage has too, in whatever words. */
export function sameLengths(claim: Sentence, passages: readonly Sentence[]): Span[] {
  const mine = durations(claim);
  if (mine.length === 0) return [];
  const theirs = passages.flatMap(durations);
  return mine
    .filter(own => theirs.some(d => isAsLong(own, d)))
    .map(({ span: { start, end } }) => ({
      start,
      end: end + (/^ and a half\b/i.exec(claim.text.slice(end))?.[0].length ?? 0),
    }));
}

/** Whether a claim counts in years, and so on, what the passages only count as many of in another unit. */
export function isCountedOtherwise(claim: Sentence, passages: readonly Sentence[]): boolean {
  const mine = durations(claim);
  if (mine.length === 0) return false;
  const theirs = passages.flatMap(durations);
  return mine.some(
    own => !theirs.some(d => isAsLong(own, d)) && theirs.some(d => d.amount === own.amount && d.unit !== own.unit),
  );
}

function around(sentence: Sentence, span: Span): string[] {
  const { left, right } = neighbours(sentence, span, 5);
  return [...left, ...right].map(t => t.stem);
}

/** Units differ mostly because one side rounds: "more than a year" holds of 18 months. */
function isAsLong({ inDays: own }: Duration, { inDays: other }: Duration): boolean {
  if (agrees(own, other) || Math.abs(own.value - other.value) <= 0.1 * Math.max(own.value, other.value)) return true;
  switch (own.approximate) {
    case 'over':
    case 'atLeast':
      return other.value >= own.value && other.value <= own.value * 3;
    case 'under':
    case 'atMost':
    case 'almost':
      return other.value <= own.value && other.value * 3 >= own.value;
    default:
      return false;
  }
}

const durations = ofSentence((sentence): Duration[] => {
  const counted = sentence.numbers.flatMap(n => {
    const length = n.kind === 'count' ? daysOf(n.unit) : undefined;
    const word = /^[- \u00a0]?(?:\p{L}+ )?\p{L}+/u.exec(sentence.text.slice(n.span.end))?.[0];
    if (length === undefined || word === undefined) return [];
    const unit = unitPattern(n.unit ?? '').exec(word)?.[0];
    if (unit === undefined) return [];
    const half = isAndHalf(sentence.text, n.span.end + unit.length) ? length / 2 : 0;
    const [value, high] = [n.value * length + half, n.high === undefined ? undefined : n.high * length];
    const inDays = { ...n, value, ...(high === undefined ? {} : { high }) };
    return [
      {
        span: { start: n.span.start, end: n.span.end + unit.length },
        unit: n.unit ?? '',
        amount: n.value,
        inDays,
        apart: apartAt(sentence.text, n.span.end + unit.length),
      },
    ];
  });
  return [...counted, ...single(sentence)];
});

const patterns = new Map<string, RegExp>();

/** Kept for each of the few units of time: a pattern of letters takes long to make. */
function unitPattern(unit: string): RegExp {
  const made = patterns.get(unit) ?? new RegExp(`^[- \\u00a0]?(?:\\p{L}+ )?${unit}s?(?!\\p{L})`, 'iu');
  patterns.set(unit, made);
  return made;
}

function isAndHalf(text: string, at: number): boolean {
  return /^ and a half\b/i.test(text.slice(at, at + 12));
}

const alone =
  /(?<=\b(?:for|in|within|after|lasts?|lasted|takes?|took|than|least|over|almost|nearly|about) )an? (second|minute|hour|day|week|fortnight|month|year|decade)(?!\p{L})|\ban? (second|minute|hour|day|week|fortnight|month|year|decade)(?= (?:ago|later|earlier|after|before)\b)/giu;

/** "Three days ago", "a year earlier": a day told from another, which lasts no time. */
const distance = /^ (ago|before|earlier|later|after|previously|from now|on)\b/i;

function apartAt(text: string, at: number): string {
  return distance.exec(text.slice(at))?.[1]?.toLowerCase() ?? '';
}

/** "For a fortnight"; "300 a year" is no length of time. */
function single({ text }: Sentence): Duration[] {
  if (!/\ban? (?:sec|min|hour|day|week|fort|month|year|dec)/i.test(text)) return [];
  return [...text.matchAll(alone)].flatMap(match => {
    const span = { start: match.index, end: match.index + match[0].length };
    const unit = (match[1] ?? match[2] ?? '').toLowerCase();
    const value = (daysOf(unit) ?? 0) * (isAndHalf(text, span.end) ? 1.5 : 1);
    const over = /\b(?:than|over|least) $/i.test(text.slice(0, span.start)) ? { approximate: 'over' as const } : {};
    const inDays: NumberMention = { span, text: match[0], kind: 'count', value, unit, ...over };
    return [{ span, unit, amount: 1, inDays, apart: apartAt(text, span.end), bare: true as const }];
  });
}

/** Dates, weekdays and relative times of a claim against those of a passage, resolved by the day it was published. */
import type { Span } from '../../../model.ts';
import { type DateMention, resolve } from '../../../text/dates.ts';
import { relation } from '../../lexicon/lexicon.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { bears, type Comparer, type Comparison, company, pair, shared, sharedInClause } from '../pair.ts';
import { clauseAt } from '../reading/clauses.ts';
import { isUnderAnotherVerb, verbBefore } from '../reading/governed.ts';

/** A date that no passage gives, where this one has another for what seems the same event. */
export const compareDates: Comparer = x => {
  const mine = x.claim.dates;
  if (mine.length === 0 || x.source.dates.length === 0) return [];
  const others = timesOf(x.source, x.published).filter(d => !mine.some(c => isCompatible(c, d, x.published)));
  if (others.length === 0 || (once.test(x.claim.text) && !once.test(x.source.text))) return [];
  return mine.flatMap(own => {
    const borne = dated(own, x).filter(({ sentence }) => bears(x, sentence, own.span));
    if (borne.some(({ date }) => precision(date) >= precision(own))) return [];
    if (sharedInClause(x, own.span) < 0.5 || isOfAnotherDeed(own, x) || isLabel(own, x.claim)) return [];
    const rivals = others.filter(
      d =>
        comparable(own, d, x) &&
        !isUnderAnotherVerb(x, own.span, d.span) &&
        !isOnItsSide(own, d, x) &&
        (!isOfLife(d, x.source) || lived.test(x.claim.text)),
    );
    const rival = rivals.length === 1 ? rivals[0] : nearest(own, rivals, x);
    // "In 2026" bears out "in May 2026" only where nothing says "in March 2026".
    if (!rival || (borne.length > 0 && rival.kind !== own.kind)) return [];
    const alike = own.kind === 'relative' ? sameStart(own.text, rival.text) : 0;
    const change = pair(x, without(own.span, alike), without(rival.span, alike), 'number');
    return [{ ...change, source: asPrecise(own, rival) ?? change.source }];
  });
};

/** Passages that give a time which may be the claim's own. */
function dated(own: DateMention, x: Comparison): { readonly sentence: Sentence; readonly date: DateMention }[] {
  return x.others.flatMap(sentence =>
    timesOf(sentence, x.published)
      .filter(d => isCompatible(own, d, x.published))
      .map(date => ({ sentence, date })),
  );
}

/** "Born on 2 May" beside "served from 1899": of the claim's deed the passage says nothing. */
function isOfAnotherDeed(own: DateMention, x: Comparison): boolean {
  const { claim, source } = x;
  const verb = verbBefore(claim, own.span, clauseAt(claim, own.span).start);
  if (source.dates.some(d => haveOnePart(own, d) || haveOneLead(claim, own, source, d)) || shared(x, own.span) >= 0.8)
    return false;
  return verb !== undefined && !source.content.some(t => isAkin(verb, t));
}

/** "The 2008 election", "discovered 1775 Zimmerwald": a year that is part of what a thing is called. */
function isLabel({ kind, span }: DateMention, { text }: Sentence): boolean {
  return (
    kind === 'year' && /^ \p{L}/u.test(text.slice(span.end)) && /(?:\b[Tt]he|ed) $/.test(text.slice(0, span.start))
  );
}

/** "Vanier (23 April 1888 – 5 March 1967)": the years of a life date no deed. */
function isOfLife({ span }: DateMention, { text }: Sentence): boolean {
  return (
    /\([^()]*$/.test(text.slice(0, span.start)) &&
    /^[^()]*\)/.test(text.slice(span.end)) &&
    /\([^()]*[–—-][^()]*\)/.test(text)
  );
}

/** What was planned at first is no rival of what came of it. */
const once =
  /\b(?:(?:should|would|could|might) have|originally|initially|had been (?:due|planned|scheduled|expected|meant|set))\b/i;
const lived = /\b(?:born|birth|died|dead|death|lived)\b/i;

/** "Until the end of": what leads to both times tells that they are told of one thing. */
function haveOneLead(claim: Sentence, own: DateMention, source: Sentence, other: DateMention): boolean {
  const lead = (s: Sentence, { span }: DateMention) => /(?:\p{L}+ ){4}$/u.exec(s.text.slice(0, span.start))?.[0];
  return lead(claim, own) !== undefined && lead(claim, own) === lead(source, other);
}

function isAkin(a: Token, b: Token): boolean {
  return a.stem === b.stem || /^(?:same|formed|synonym|narrower|broader|opposite)$/.test(relation(a.word, b.word));
}

/**
 * The times a sentence gives; "last August" is the one before the day the source was published, and the August of "from
 * March 2025 until August" the one that comes next.
 */
function timesOf(sentence: Sentence, published: string | undefined): readonly DateMention[] {
  return sentence.dates.map((d, i) => {
    const [year, month] = (published ?? '').split('-').map(Number);
    if (d.kind !== 'month' || d.year !== undefined || d.month === undefined) return d;
    const side = /\b(last|next) $/i.exec(sentence.text.slice(0, d.span.start))?.[1]?.toLowerCase();
    const before = sentence.dates.slice(0, i).findLast(e => e.year !== undefined && e.month !== undefined);
    if (side === undefined && before?.year !== undefined && before.month !== undefined)
      return { ...d, year: before.month <= d.month ? before.year : before.year + 1 };
    if (side === undefined || !year || !month) return d;
    const past = d.month < month ? year : year - 1;
    return { ...d, year: side === 'last' ? past : past + 1 };
  });
}

/** How closely a mention tells the time: a year, a month or a day. */
function precision({ kind, unit }: DateMention): number {
  return kind === 'year' || unit === 'year' ? 1 : kind === 'month' || unit === 'month' ? 2 : 3;
}

/** Of several days the one behind the same preposition, and with the most of the same words around it. */
function nearest(own: DateMention, rivals: readonly DateMention[], x: Comparison): DateMention | undefined {
  const scored = rivals.map(rival => {
    const { left, right } = company(x, own.span, rival.span, 6);
    return { rival, score: left + right + (leadOf(x.claim, own) === leadOf(x.source, rival) ? 3 : 0) };
  });
  scored.sort((a, b) => b.score - a.score);
  return (scored[0]?.score ?? 0) > (scored[1]?.score ?? 0) ? scored[0]?.rival : undefined;
}

/** "From", "until": the word right before a time. */
function leadOf({ text }: Sentence, { span }: DateMention): string | undefined {
  return /(\p{L}+) $/u.exec(text.slice(0, span.start))?.[1]?.toLowerCase();
}

/** "After 2000" holds of 2010, "before 2000" of 1990. */
function isOnItsSide(own: DateMention, other: DateMention, x: Comparison): boolean {
  const lead = leadOf(x.claim, own);
  if (lead === leadOf(x.source, other)) return false;
  const [a, b] = [around(own, x.published), around(other, x.published)];
  if (!a || !b) return false;
  // "Nothing opens before 2028" does not hold of what opens in 2027.
  const isDenied = /\b(?:no|not|never|none|nobody|nothing)\b|n['’]t\b/i.test(x.claim.text.slice(0, own.span.start));
  const [after, before] = isDenied ? ['before', 'after'] : ['after', 'before'];
  return (lead === after && b.from > a.to) || (lead === before && b.to < a.from);
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** The passage's date without what the claim leaves out: "December 2023" of "4 December 2023". */
function asPrecise(own: DateMention, rival: DateMention): string | undefined {
  if (own.kind === 'year' && rival.year !== undefined && rival.kind !== 'year' && !rival.decade) return `${rival.year}`;
  const month = months[(rival.month ?? 0) - 1];
  if (own.kind !== 'month' || month === undefined || (rival.kind !== 'date' && rival.kind !== 'month'))
    return undefined;
  return own.year !== undefined && rival.year !== undefined ? `${month} ${rival.year}` : month;
}

/** "next month" and "next week" differ from "month" on. */
function sameStart(a: string, b: string): number {
  const first = /^.* /.exec(a)?.[0] ?? '';
  return b.toLowerCase().startsWith(first.toLowerCase()) ? first.length : 0;
}

function without({ start, end }: Span, length: number): Span {
  return { start: start + length, end };
}

/** Both can be meant of the same time: equal, one within the other, or not to be told apart. */
export function isCompatible(own: DateMention, other: DateMention, published: string | undefined): boolean {
  const sameDay = own.kind === 'weekday' || other.kind === 'weekday' ? sameWeekday(own, other, published) : undefined;
  if (sameDay !== undefined) return sameDay;
  const [a, b] = [around(own, published), around(other, published)];
  if (a && b) return a.from <= b.to && b.from <= a.to;
  if (own.month !== undefined && other.month !== undefined) {
    return own.month === other.month && (own.day === undefined || other.day === undefined || own.day === other.day);
  }
  return own.text === other.text;
}

/** What a mention can mean; a weekday is one of the days a week around the article's own. */
function around(mention: DateMention, published: string | undefined): { from: string; to: string } | undefined {
  if (mention.kind !== 'weekday') return resolve(mention, published);
  const day = published ? Date.parse(published.slice(0, 10)) : Number.NaN;
  if (Number.isNaN(day)) return undefined;
  const shifted = (days: number) => new Date(day + days * 86_400_000).toISOString().slice(0, 10);
  return { from: shifted(-7), to: shifted(7) };
}

/** Undefined when it cannot be told. */
function sameWeekday(own: DateMention, other: DateMention, published: string | undefined): boolean | undefined {
  const [a, b] = [weekdayOf(own, published), weekdayOf(other, published)];
  if (a === undefined || b === undefined) return own.kind === other.kind ? a === b : undefined;
  return a === b;
}

function weekdayOf(mention: DateMention, published: string | undefined): number | undefined {
  if (mention.weekday !== undefined) return mention.weekday;
  const range = resolve(mention, published);
  if (!range || range.from !== range.to) return undefined;
  return new Date(`${range.from}T00:00:00Z`).getUTCDay();
}

function comparable(own: DateMention, other: DateMention, x: Comparison): boolean {
  if (own.kind === 'relative') return isOtherUnit(own, other) && shared(x, own.span) >= 0.55;
  const { left, right } = company(x, own.span, other.span, own.kind === 'year' ? 3 : 6);
  const least = own.kind === 'weekday' ? 0.7 : haveOnePart(own, other) ? 0.5 : x.source.dates.length === 1 ? 0.85 : 2;
  if (left + right === 0 && shared(x, own.span) < least) return false;
  if (own.kind === 'weekday') return sameWeekday(own, other, x.published) === false;
  if (other.kind === 'weekday') return false;
  if (own.kind === 'year' && other.kind !== 'year') return other.year !== undefined;
  if (other.kind === 'relative')
    return resolve(other, x.published) !== undefined && resolve(own, x.published) !== undefined;
  return (
    own.kind === other.kind ||
    (own.year !== undefined && other.year !== undefined) ||
    (own.month !== undefined && other.month !== undefined)
  );
}

/** "9 November 2022" and "9 November 2023": two parts of three are the same. */
function haveOnePart(own: DateMention, other: DateMention): boolean {
  const isSame = (part: 'year' | 'month' | 'day') => own[part] !== undefined && own[part] === other[part];
  return isSame('month') && (isSame('day') || isSame('year'));
}

/** "next month" against "next week": told alike, counted otherwise. */
function isOtherUnit(own: DateMention, other: DateMention): boolean {
  return other.kind === 'relative' && sameStart(own.text, other.text) > 0 && own.unit !== other.unit;
}

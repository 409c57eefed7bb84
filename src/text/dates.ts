/** Dates, weekdays, years and relative times in running text; resolved against a day of reference when one is known. */
import type { Span } from '../model.ts';
import { nearNext } from './nearNext.ts';

export type DateKind = 'date' | 'month' | 'year' | 'weekday' | 'relative';

export type DateMention = {
  readonly span: Span;
  readonly text: string;
  readonly kind: DateKind;
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday?: number;
  /** What a relative time counts ("last month": -1 month), and how far from the day of reference. */
  readonly unit?: 'day' | 'week' | 'month' | 'year';
  readonly shift?: number;
  /** The ten years that begin with `year`. */
  readonly decade?: boolean;
};

/**
 * All mentions of days, months, years and relative times, in order, none overlapping another. `places` are its words of
 * time (`timeWord`) in order, where they are known already.
 */
export function dates(
  text: string,
  within: Span = { start: 0, end: text.length },
  places?: readonly Span[],
): DateMention[] {
  const found: DateMention[] = [];
  for (let at = within.start; ; ) {
    pattern.lastIndex = places ? nearNext(places, at, reach) : at;
    const match = pattern.exec(text);
    if (!match || match.index >= within.end) break;
    const span = { start: match.index, end: match.index + match[0].length };
    if (span.end > within.end) break;
    const mention = read(text, match, span);
    if (mention) found.push(mention);
    at = mention ? span.end : span.start + 1;
  }
  return found;
}

/** So far before its word of time a mention may begin: "earlier this ", "the following ". */
const reach = 16;

/** First and last day (ISO) of what a mention can mean, seen from `reference` (ISO date); undefined when unclear. */
export function resolve(mention: DateMention, reference: string | undefined): { from: string; to: string } | undefined {
  if (mention.year !== undefined && mention.decade)
    return { from: `${mention.year}-01-01`, to: `${mention.year + 9}-12-31` };
  if (mention.year !== undefined) return calendar(mention.year, mention.month, mention.day);
  if (reference === undefined) return undefined;
  const day = new Date(`${reference.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  if (mention.month !== undefined) return nearestYear(mention.month, mention.day, day);
  if (mention.weekday !== undefined) return undefined;
  if (mention.unit === undefined || mention.shift === undefined) return undefined;
  return shifted(day, mention.unit, mention.shift);
}

/** What some word of every mention has in it: a text without such a word needs no closer look. */
export const timeWord =
  /\p{N}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day|night|morrow|week|month|year|morning|afternoon|evening/u;

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const month = `(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.|Jul\\.|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)`;
/** With a capital only where a sentence may begin: "USA Today" is no day. */
const relativeTime =
  `(?:(?=\\p{Ll})|(?<![\\p{L}\\p{N},] ))(?:[Tt]he day (?:before yesterday|after tomorrow)|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow` +
  `|(?:[Ee]arlier )?[Tt]his (?:week|month|year|morning|afternoon|evening)|(?:[Ll]ast|[Nn]ext|[Tt]he (?:previous|following)) (?:week|month|year|night))`;
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}$£€.,/-])(?:` +
    `(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)` +
    `|(?<month1>${month}) (?<day1>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,]\\d|\\d)(?:,? (?<year1>[12]\\d{3})(?!\\d))?` +
    `|(?:the )?(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month2>${month})(?![\\p{L}])(?:,? (?<year2>[12]\\d{3})(?!\\d))?` +
    `|(?<month3>${month})(?![\\p{L}])(?:,? (?:of )?(?<year3>[12]\\d{3})(?!\\d))?` +
    `|(?<weekday>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)s?(?![\\p{L}])` +
    `|(?<relative>${relativeTime})(?![\\p{L}])` +
    `|(?<year>1[5-9]\\d{2}|20\\d{2}|21[0-4]\\d)(?:(?<decade>s)|[-–]\\d{2}(?!\\d)|(?![\\p{L}\\p{N}%])(?![,.:]\\d))` +
    `)`,
  'gu',
);

function read(text: string, match: RegExpExecArray, span: Span): DateMention | undefined {
  const part = match.groups ?? {};
  const base = { span, text: match[0] };
  if (part.iso) {
    const [year, month, day] = part.iso.split('-').map(Number);
    return { ...base, kind: 'date', ...(year ? { year } : {}), ...(month ? { month } : {}), ...(day ? { day } : {}) };
  }
  if (part.weekday) return { ...base, kind: 'weekday', weekday: weekdays.indexOf(part.weekday.toLowerCase()) };
  if (part.relative) return { ...base, kind: 'relative', ...relative(part.relative.toLowerCase()) };
  if (part.year)
    return looksLikeYear(text, span)
      ? { ...base, kind: 'year', year: Number(part.year), ...(part.decade ? { decade: true } : {}) }
      : undefined;
  return calendarMention(text, part, base);
}

function calendarMention(
  text: string,
  part: Record<string, string | undefined>,
  base: { span: Span; text: string },
): DateMention | undefined {
  const name = part.month1 ?? part.month2 ?? part.month3 ?? '';
  const day = Number(part.day1 ?? part.day2 ?? 0);
  const year = Number(part.year1 ?? part.year2 ?? part.year3 ?? 0);
  if (day > 31) return undefined;
  // "May" and "March" alone are more often a verb or a name; a preposition of time settles it.
  if (!day && !year && /^(?:May|March|Mar|Jun|Jul)/.test(name)) {
    const left = text.slice(Math.max(0, base.span.start - 14), base.span.start);
    if (
      !/\b(?:in|since|until|by|last|next|this|early|late|mid|from|during|(?:end|beginning|start|middle|half) of) $/i.test(
        left,
      )
    )
      return undefined;
  }
  const month = months.findIndex(m => m.startsWith(name.slice(0, 3).toLowerCase())) + 1;
  return { ...base, kind: day ? 'date' : 'month', month, ...(day ? { day } : {}), ...(year ? { year } : {}) };
}

function relative(words: string): Pick<DateMention, 'unit' | 'shift'> {
  if (words === 'yesterday' || words === 'last night') return { unit: 'day', shift: -1 };
  if (words === 'tomorrow') return { unit: 'day', shift: 1 };
  if (words.endsWith('before yesterday')) return { unit: 'day', shift: -2 };
  if (words.endsWith('after tomorrow')) return { unit: 'day', shift: 2 };
  const unit = /(week|month|year)$/.exec(words)?.[1] as 'week' | 'month' | 'year' | undefined;
  if (!unit) return { unit: 'day', shift: 0 };
  return { unit, shift: /last|previous/.test(words) ? -1 : /next|following/.test(words) ? 1 : 0 };
}

/** Four digits that count something ("1500 people", "2000 metres") are no year. */
function looksLikeYear(text: string, span: Span): boolean {
  const left = text.slice(Math.max(0, span.start - 14), span.start);
  const right = text.slice(span.end, span.end + 14);
  if (
    /^-?(?: |-)?(?:people|men|women|children|metres?|meters?|miles?|km|kg|tons?|tonnes?|troops|soldiers|jobs|homes|workers|dollars|pounds|euros|square|percent|per cent)\b/i.test(
      right,
    )
  )
    return false;
  return (
    !/(?:more than|about|around|nearly|almost|some|over|least|[$£€#]|No\.) ?$/i.test(left) ||
    /\b(?:in|since|of) $/.test(left)
  );
}

function calendar(year: number, month?: number, day?: number): { from: string; to: string } {
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day === undefined)
    return { from: iso(year, month, 1), to: iso(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate()) };
  return { from: iso(year, month, day), to: iso(year, month, day) };
}

function nearestYear(month: number, day: number | undefined, reference: Date): { from: string; to: string } {
  const year = reference.getUTCFullYear();
  const distance = (y: number) => Math.abs(Date.UTC(y, month - 1, day ?? 15) - reference.getTime());
  const best = [year - 1, year, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return calendar(best, month, day);
}

function shifted(day: Date, unit: 'day' | 'week' | 'month' | 'year', shift: number): { from: string; to: string } {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  if (unit === 'year') return calendar(y + shift);
  if (unit === 'month') {
    const first = new Date(Date.UTC(y, m - 1 + shift, 1));
    return calendar(first.getUTCFullYear(), first.getUTCMonth() + 1);
  }
  const length = unit === 'week' ? 7 : 1;
  // A week begins on Monday; "next week" said on a Sunday means the days after it.
  const start = unit === 'week' ? d - ((day.getUTCDay() + 6) % 7) + shift * 7 : d + shift;
  return { from: isoOf(y, m, start), to: isoOf(y, m, start + length - 1) };
}

function isoOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

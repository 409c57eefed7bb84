/** Numbers as people write them, in digits and in words, with what they count and how exact they claim to be. */
import type { Span } from '../model.ts';
import { type DateMention, dates } from './dates.ts';
import { nearNext } from './nearNext.ts';
import {
  fractionValue,
  ones,
  ordinalOnes,
  ordinalRest,
  ordinalValue,
  scales,
  spelledValue,
  teens,
  tens,
} from './numberWords.ts';
import { singularOf } from './units.ts';

export type NumberKind = 'count' | 'percent' | 'money' | 'ordinal' | 'year' | 'date';
export type Approximation = 'almost' | 'about' | 'over' | 'atLeast' | 'under' | 'atMost';

export type NumberMention = {
  /** The number with its sign, magnitude and percent or money word, without what it counts. */
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  /** Upper end of a range: 10 to 15. */
  readonly high?: number;
  readonly kind: NumberKind;
  /** What is counted, lower case, singular: `month`, `people`; a currency for money; `percent`. */
  readonly unit?: string;
  readonly approximate?: Approximation;
};

/**
 * All numbers of a text in order. Parts of dates come with kind `date`, bare years with kind `year`.
 * Digits inside names (F-16, COVID-19, G4S) are not numbers. `dated` are the text's dates, and `places` its counting words in
 * order, where they are known already.
 */
export function numbers(
  text: string,
  within: Span = { start: 0, end: text.length },
  dated: readonly DateMention[] = dates(text, within),
  places?: readonly Span[],
): NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = within.start; ; at = pattern.lastIndex) {
    pattern.lastIndex = places ? nearNext(places, at, reach) : at;
    const match = pattern.exec(text);
    if (!match || match.index >= within.end) break;
    const mention = read(text, match, within, dated);
    if (!mention) continue;
    const last = found.at(-1);
    const joined = last && range(text, last, mention);
    if (joined) found[found.length - 1] = joined;
    else found.push(mention);
  }
  return found;
}

/** So far before its counting word a number may begin: "US$ ", "half a ", "an ". */
const reach = 8;

const small = `(?:(?:${tens})(?:[- ](?:${ones}))?|${teens}|${ones}|zero)`;
const scale = 'hundred|thousand|million|billion|trillion';
// Only a magnitude takes another number behind it: "a jury of twelve three days" has two numbers.
const spelled =
  `(?:a |an )?(?:${small}|half a|${scale}|dozen)` +
  `(?:[- ](?:${scale}|dozen)(?![a-z])|(?<=${scale})[- ](?:and )?${small}(?![a-z]))*`;
const ordinal = `(?:(?:${tens})-)?(?:${ordinalOnes})|${ordinalRest}`;
const part = 'third|fifth|sixth|seventh|eighth|tenth';
/** What some word of every number begins with: a text without such a word has none. */
export const countingWord = new RegExp(
  `\\p{N}|(?:^|['’])(?:${ones}|${teens}|${tens}|${ordinalOnes}|${ordinalRest}|${scale}|${part}|zero|dozen|half|quarter|once|twice|thrice)`,
  'iu',
);
const more = 'more|less|fewer|higher|lower|larger|smaller|cheaper|as';
// "The third player", "for two quarters": what follows or goes before tells a part from a place or a time.
const fraction =
  `(?:${ones}) (?:in|out of) (?:every )?(?:\\d{1,3}(?!\\d)|${teens}|${tens}|${ones})(?![-\\p{L}])(?! (?:years|months|weeks|days|hours|minutes|games|matches))` +
  `|(?:two|three|four|five|six|seven|nine)[- ](?:(?:${part})s|quarters(?= of\\b|-))` +
  `|(?:one|an?)[- ](?:${part}|quarter)(?= of\\b|-|[,;.:)]|$| (?:${more})\\b)|(?<=\\bby (?:about |around |almost |nearly |roughly |over |more than )?)an? (?:${part}|quarter)` +
  `|half(?! a dozen| a (?:million|billion))`;
// "31 m long" is a length, "31m people" are millions.
const measured = ' (?:long|wide|high|tall|deep|thick|across|in (?:length|width|height|depth|diameter))(?![-\\p{L}])';
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_.])(?<!\\p{L}[-/])(?:(?<sign>(?:US|AU|CA|HK|NZ|A|C)?[$£€¥₹])\\s?)?(?:` +
    `(?<fraction>${fraction})(?![\\p{L}])|(?<digits>[-−]?\\d{1,3}(?:(?:[,\\u00a0\\u202f]|, (?=\\d{3}(?!\\d)))\\d{3})+(?:\\.\\d+)?|[-−]?\\d+(?:\\.\\d+)?)(?<ordinal>st|nd|rd|th)?(?<decade>0?s)?(?![\\p{L}]{3,}-?\\d)` +
    `|(?<nth>${ordinal})(?![\\p{L}])|(?<often>once|twice|thrice)(?![\\p{L}])|(?<spelled>${spelled})(?![\\p{L}]))` +
    `(?:(?:[- \\u00a0]?|(?<=quarters?|thirds?|half) of an? )(?<scale>hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn|k|m(?=[\\s.,;:)]|$)(?!${measured}))(?![\\p{L}\\p{N}]))?` +
    `(?:(?<percent>\\s?%|[- ](?:per ?cent|percentage points?|pct)\\b)|(?<money>[- ](?:(?:US|Canadian|Australian) )?(?:dollars?|pounds?(?! of)|euros?|yen|yuan|rupees?|roubles?|rubles?)\\b))?`,
  'giu',
);

function read(
  text: string,
  match: RegExpExecArray,
  within: Span,
  dated: readonly DateMention[],
): NumberMention | undefined {
  const part = match.groups ?? {};
  const span = { start: match.index, end: match.index + match[0].length };
  if (span.end > within.end || isPartOfName(text, span) || isDayAndCount(text, span, part.digits)) return undefined;
  const value = amountOf(part);
  if (value === undefined || isLooseOne(text, span, match[0])) return undefined;
  const kind = kindOf(span, part, dated);
  if (kind === 'ordinal' && isPlainAdverb(text, span, match[0])) return undefined;
  const unit = unitOf(text, span, part, kind, within);
  const approximate = approximation(text, span, within);
  return {
    span,
    text: match[0],
    value,
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(approximate === undefined ? {} : { approximate }),
  };
}

function amountOf(part: Record<string, string | undefined>): number | undefined {
  let value: number | undefined;
  if (part.digits !== undefined) value = Number(part.digits.replace(/[, \u00a0\u202f]/g, '').replace('−', '-'));
  else if (part.fraction !== undefined) value = fractionValue(part.fraction.toLowerCase());
  else if (part.nth !== undefined) value = ordinalValue(part.nth.toLowerCase());
  else if (part.often !== undefined) value = /^t/i.test(part.often) ? (/^tw/i.test(part.often) ? 2 : 3) : undefined;
  else if (part.spelled !== undefined) value = spelledValue(part.spelled.toLowerCase());
  if (value === undefined || Number.isNaN(value)) return undefined;
  return value * (scales.get(part.scale?.toLowerCase() ?? '') ?? 1);
}

function kindOf(span: Span, part: Record<string, string | undefined>, dated: readonly DateMention[]): NumberKind {
  if (part.percent) return 'percent';
  if (part.sign || part.money) return 'money';
  if (dated.some(d => d.span.start <= span.start && span.end <= d.span.end)) {
    return dated.some(d => d.kind === 'year' && d.span.start === span.start) ? 'year' : 'date';
  }
  if (part.ordinal || part.nth) return 'ordinal';
  if (part.decade) return 'year';
  return 'count';
}

function unitOf(
  text: string,
  span: Span,
  part: Record<string, string | undefined>,
  kind: NumberKind,
  within: Span,
): string | undefined {
  if (kind === 'percent') return 'percent';
  if (kind === 'money') return currency(part.sign, part.money);
  if (kind === 'year' || kind === 'date') return undefined;
  if (part.often) return 'time';
  const after = text.slice(span.end, Math.min(within.end, span.end + 60));
  const word =
    /^[- \u00a0]?(?:(?:more|additional|other|new|full|consecutive|straight|of the|of its|of his|of her|of their) )?(\p{L}[\p{L}'’]*)/u.exec(
      after,
    )?.[1];
  return word === undefined ? undefined : singularOf(word.toLowerCase());
}

function currency(sign: string | undefined, word: string | undefined): string {
  if (sign) return sign.replace(/^US(?=\$)/, '');
  const name = (word ?? '').trim().toLowerCase();
  if (name.includes('dollar')) return '$';
  if (name.includes('pound')) return '£';
  if (name.includes('euro')) return '€';
  return name.replace(/^-/, '').replace(/s$/, '');
}

const before: readonly [RegExp, Approximation][] = [
  // The sign is a word: what is colder than minus 20 is more than 20 below.
  [/(?:colder|lower|less|deeper) than minus$|\b(?:below|under) minus$/, 'over'],
  [/(?:warmer|higher|more|milder) than minus$|\b(?:above|over) minus$/, 'under'],
  [/(?:no|not|n't) (?:more|greater|higher|longer) than$/, 'atMost'],
  [/(?:no|not) (?:less|fewer) than$/, 'atLeast'],
  [/(?:at least|a minimum of|minimum|upwards? of)$/, 'atLeast'],
  [
    /(?:more than|over|above|exceeding|exceeds|exceeded|in excess of|greater than|longer than|just over|well over)$/,
    'over',
  ],
  [/(?:almost|nearly|close to|approaching|just under|just short of|nearing|virtually)$/, 'almost'],
  [/(?:less than|fewer than|under|below)$/, 'under'],
  [/(?:up to|at most|a maximum of|maximum)$/, 'atMost'],
  [
    /(?:about|around|roughly|approximately|some|an estimated|estimated|as (?:many|much) as|circa|approx\.?|or so|~|c\.|ca\.)$/,
    'about',
  ],
];

function approximation(text: string, span: Span, within: Span): Approximation | undefined {
  const left = text
    .slice(Math.max(within.start, span.start - 30), span.start)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?: (?:a|an|the|its|his|her|their))?\s*$/, '');
  for (const [pattern, kind] of before) if (pattern.test(left)) return kind;
  const right = text.slice(span.end, Math.min(within.end, span.end + 14)).toLowerCase();
  if (/^(?:\+|-plus| or more| plus\b| or above)/.test(right)) return 'atLeast';
  if (/^ or so\b|^-odd\b|^ish\b/.test(right)) return 'about';
  return undefined;
}

/** `10-15`, `10 to 15`, `between 10 and 15` become one mention. */
function range(text: string, low: NumberMention, high: NumberMention): NumberMention | undefined {
  const gap = text.slice(low.span.end, high.span.start);
  const between = /between (?:(?:the )?ages? of )?$/i.test(
    text.slice(Math.max(0, low.span.start - 20), low.span.start),
  );
  if (!/^\s?[-–]\s?$|^ to $/.test(gap) && !(between && gap === ' and ')) return undefined;
  // "Rose 14 percent to 212 million", "widened by 1.2% to 12.4%" give a step and a level.
  if (low.kind === 'percent' && gap === ' to ' && /\bby $/i.test(text.slice(0, low.span.start))) return undefined;
  if (low.kind !== 'count' && low.kind !== high.kind) return undefined;
  if (low.high !== undefined || low.kind === 'ordinal' || low.kind === 'date' || low.kind === 'year') return undefined;
  const factor =
    low.value < 1000 && high.value >= 1e6
      ? /(million|bn|m|billion|trillion|tn)/i.test(high.text)
        ? scaleOf(high.text)
        : 1
      : 1;
  const from = low.value * factor;
  if (from >= high.value) return undefined;
  const span = { start: low.span.start, end: high.span.end };
  return { ...high, span, text: text.slice(span.start, span.end), value: from, high: high.value };
}

function scaleOf(text: string): number {
  const word = /(million|billion|trillion|bn|mn|tn|m)\b/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return scales.get(word) ?? 1;
}

/** "On May 5, 200 people": the comma parts no thousands. */
function isDayAndCount(text: string, span: Span, digits = ''): boolean {
  if (!digits.includes(', ')) return false;
  return /(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.) $/.test(
    text.slice(Math.max(0, span.start - 10), span.start),
  );
}

/** `G4S`, `F-16`, `4chan`, `iPhone 12`'s like: digits glued to letters that are no unit. */
function isPartOfName(text: string, span: Span): boolean {
  const after = text.slice(span.end, span.end + 6);
  return (
    /^\p{L}/u.test(after) &&
    !/^(?:km|kg|cm|mm|mph|kph|lb|lbs|ft|m|ha|t|g|am|pm|p|s|x|year|month|day|hour|min)s?(?![\p{L}\p{N}])/iu.test(after)
  );
}

/** The pronoun `one` ("no one", "one of them", "the one who"), which counts nothing. */
function isLooseOne(text: string, span: Span, found: string): boolean {
  if (found.toLowerCase() !== 'one') return false;
  const left =
    /([\p{L}']+)[\s-]*$/u.exec(text.slice(Math.max(0, span.start - 15), span.start))?.[1]?.toLowerCase() ?? '';
  const right = /^[\s-]*([\p{L}']+)/u.exec(text.slice(span.end, span.end + 20))?.[1]?.toLowerCase() ?? '';
  return (
    /^(?:no|any|every|each|this|that|some|the|which|another|a|good|last|by|day)$/.test(left) ||
    /^(?:another|of|who|that|thing|can|could|is|was|has|will|would|more|day|by|might|may|should|side|hand)$/.test(
      right,
    ) ||
    right === ''
  );
}

/** "First, …", "at first", "first lady", "a second later": words that rank nothing. */
function isPlainAdverb(text: string, span: Span, found: string): boolean {
  const word = found.toLowerCase();
  const right = text.slice(span.end, span.end + 8);
  if (word === 'first' && /^ (?:lady|aid|name|hand|of all|class|we|he|she|they|and foremost)/i.test(right)) return true;
  if (word === 'first' && /\bat $/i.test(text.slice(Math.max(0, span.start - 3), span.start))) return true;
  return (word === 'first' || word === 'second' || word === 'third') && /^,/.test(right);
}

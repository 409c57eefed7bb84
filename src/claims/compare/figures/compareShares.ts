/** How many of a whole: "all twelve jurors" against "ten of the twelve jurors", "most residents" against "one in ten". */
import type { Change, Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { isFraction } from '../alike/shares.ts';
import { bears, type Comparer, type Comparison, pair, shared } from '../pair.ts';
import { frames } from '../reading/frames.ts';

/** A share of what is counted, from `low` to `high`, 0 to 1. */
type Share = {
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  readonly of: string;
  readonly count?: number;
  /** Without "about" and the like. */
  readonly bare?: Span;
  /** Where the whole it is a part of ends. */
  readonly whole?: number;
};

/** A share of the same whole that the passage's cannot be. */
export const compareShares: Comparer = x =>
  said(x.claim).flatMap(own => {
    const same = (s: Sentence) => [...counted(s), ...said(s)].filter(o => o.of === own.of);
    const rivals = counted(x.source).filter(o => o.of === own.of);
    const [other, ...more] = rivals;
    if (!other || more.length > 0 || fits(own, other) || shared(x, own.span) < 0.55) return [];
    if (said(x.source).some(o => o.of === own.of) || isDenied(x.claim, own.span) !== isDenied(x.source, other.span))
      return [];
    if (x.others.some(s => s !== x.source && same(s).some(o => fits(own, o)) && bears(x, s, own.span))) return [];
    return [asShare(x, own, other)];
  });

/** "Most of the 300 copies have survived" where "300 copies were printed; about 120 survive". */
export const compareSurvivors: Comparer = x => {
  const [share, ...more] = said(x.claim).filter(s => s.count === undefined);
  const whole = share && x.claim.numbers.find(n => n.span.start > share.span.end && n.kind === 'count' && n.value > 3);
  if (!share || !whole || more.length > 0 || isDenied(x.claim, share.span)) return [];
  const isWhole = (n: NumberMention) => n.value === whole.value && n.kind === 'count';
  const part = x.source.numbers.some(isWhole) ? partOf(x, whole, isWhole) : undefined;
  if (!part) return [];
  const told = { span: part.span, ...around(part, part.value / whole.value), of: share.of };
  if (fits(share, told) || x.others.some(s => s !== x.source && s.numbers.some(isWhole))) return [];
  return [pair(x, share.span, withBound(x.source.text, part), 'number', 'none')];
};

/** The figure that a passage gives for the claim's own deed, beside that of the whole. */
function partOf({ claim, source }: Comparison, { span }: NumberMention, isWhole: (n: NumberMention) => boolean) {
  const deed = frames(claim).find(f => f.verb.span.start > span.end);
  if (!deed || deed.isDenied) return undefined;
  const same = frames(source).filter(f => f.key === deed.key && !f.isDenied);
  const isOfDeed = ({ span: own, unit }: NumberMention) =>
    (unit !== undefined && stem(unit) === deed.key) ||
    same.some(f => [...f.doer, ...f.target].some(p => p.span.start <= own.start && own.end <= p.span.end));
  const [part, ...more] = source.numbers.filter(n => n.kind === 'count' && !isWhole(n) && isOfDeed(n));
  return more.length === 0 ? part : undefined;
}

/** "All twelve" against "ten of the twelve"; "all of" would have to lose its "of" as well. */
function asShare(x: Comparison, own: Share, other: Share): Change {
  const rest = x.claim.text.slice(own.span.end);
  const number = counting.exec(rest)?.[0].length ?? 0;
  const isPart = own.count !== undefined;
  const source = isPart ? (other.bare ?? other.span) : { start: other.span.start, end: other.whole ?? other.span.end };
  const remedy = !isPart && /^ of /.test(rest) ? 'none' : undefined;
  return pair(x, { ...own.span, end: own.span.end + (isPart ? 0 : number) }, source, 'number', remedy);
}

function fits(own: Share, other: Share): boolean {
  if (own.count !== undefined)
    return other.count === undefined || Math.abs(own.count - other.count) <= 0.1 * other.count;
  return own.low <= other.high + 0.03 && other.low <= own.high + 0.03;
}

function isDenied({ text }: Sentence, { start }: Span): boolean {
  return /\b(?:not|hardly|never|no|without|nor)\b|n['’]t\b|\b(?:nearly|almost) $/i.test(text.slice(0, start));
}

const quantities: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:all|every|each)$/i, 1, 1],
  [/^most$/i, 0.5, 1],
  [/^none$/i, 0, 0],
  [/^majority$/i, 0.53, 1],
  [/^minority$/i, 0, 0.46],
];
const numberWord = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)';
const quantified = new RegExp(
  `\\b(all|most|none|(?<=\\ban? (?:\\p{L}+ )?)m(?:aj|in)ority(?= of))(?: of)?(?: (?:the|its|their|his|her))?(?: [\\p{L}]+['’]s)?(?: \\p{N}+| ${numberWord})? ((?!of )\\p{L}+)`,
  'giu',
);

/** "All twelve jurors", "most of the residents", and "650 of the workers", where the whole is not told. */
const said = ofSentence(({ text, numbers }): Share[] => {
  const words = /\b(?:all|most|none|m(?:aj|in)ority)\b/i.test(text) ? [...text.matchAll(quantified)] : [];
  const shares = words.flatMap(match => {
    const [, low = 0, high = 1] = quantities.find(([pattern]) => pattern.test(match[1] ?? '')) ?? [];
    const end = match.index + (match[1]?.length ?? 0);
    return [{ span: { start: match.index, end }, low, high, of: stem(match[2] ?? '') }];
  });
  const parts = numbers.flatMap(n => {
    const of = n.kind === 'count' && n.value >= 1 ? whole(text, n.span.end) : undefined;
    return of && !of.isCounted ? [{ span: n.span, low: 0, high: 1, of: of.noun, count: n.value }] : [];
  });
  return [...shares, ...parts];
});

/** "Ten of the twelve jurors", "one in ten residents", "62% of the residents". */
const counted = ofSentence(({ text, numbers }): Share[] =>
  numbers.flatMap((n, i) => {
    if (isFraction(n) || n.kind === 'percent') {
      const of = whole(text, n.span.end)?.noun ?? (n.unit && n.kind === 'count' ? stem(n.unit) : undefined);
      const value = n.kind === 'percent' ? n.value / 100 : n.value;
      return of ? [{ span: withBound(text, n), ...around(n, value), of }] : [];
    }
    const all = numbers[i + 1];
    const of = n.kind === 'count' ? whole(text, n.span.end) : undefined;
    if (!of?.isCounted || !all || all.value < n.value || all.value === 0) return [];
    const value = n.value / all.value;
    return [
      { span: withBound(text, n), ...around(n, value), of: of.noun, count: n.value, bare: n.span, whole: all.span.end },
    ];
  }),
);

function around({ approximate }: NumberMention, value: number): { low: number; high: number } {
  if (approximate === 'over' || approximate === 'atLeast') return { low: value, high: 1 };
  if (approximate === 'under' || approximate === 'atMost') return { low: 0, high: value };
  return { low: value * 0.97, high: Math.min(1, value * 1.03) };
}

/** "Fewer than one in ten". */
function withBound(text: string, { span }: Pick<NumberMention, 'span'>): Span {
  const bound = /(?:(?:more|less|fewer) than|at least|almost|nearly|about) $/i.exec(text.slice(0, span.start));
  return { start: bound ? bound.index : span.start, end: span.end };
}

const counting = new RegExp(`^(?: (?:\\p{N}+|${numberWord}))(?= )`, 'iu');
const ofWhole = new RegExp(
  `^ (?:out )?of (?:the |its |their |all |her |his )*(?:[\\p{L}]+['’]s )?(\\p{N}[\\p{N},.]* |${numberWord} )?(\\p{L}+)`,
  'iu',
);

const blank = 0x20;

/** What a number is a part of, and whether that is counted itself. */
function whole(text: string, end: number): { readonly noun: string; readonly isCounted: boolean } | undefined {
  if (text.charCodeAt(end) !== blank) return undefined;
  const match = ofWhole.exec(text.slice(end));
  return match?.[2] === undefined ? undefined : { noun: stem(match[2]), isCounted: match[1] !== undefined };
}

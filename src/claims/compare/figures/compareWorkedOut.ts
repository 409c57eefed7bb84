/** A comparison that the figures of a passage turn round: "faster in winter than in summer" where summer has the larger figure. */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';
import { series } from './compareSeries.ts';

type Rank = {
  readonly isMore: boolean;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly span: Span;
};

export const compareWorkedOut: Comparer = x => {
  const own = rankOf(x.claim);
  if (!own || x.source.numbers.length < 2 || x.claim.numbers.length > 0) return [];
  for (const theirs of series(x.source).values()) {
    const at = (side: readonly Token[]) => theirs.filter(t => side.some(token => t.to.has(token.stem)));
    const [[a, ...more], [b, ...rest]] = [at(own.left), at(own.right)];
    if (!a || !b || a === b || more.length + rest.length > 0) continue;
    const [first, second] = [amountOf(a.value), amountOf(b.value)];
    if (Number.isNaN(first) || Number.isNaN(second) || first === second || first > second === own.isMore) continue;
    if (x.others.some(s => s !== x.source && / than /i.test(s.text) && shared({ ...x, source: s }, own.span) >= 0.5))
      continue;
    const [start, end] = [Math.min(a.span.start, b.span.start), Math.max(a.span.end, b.span.end)];
    return end - start > longest ? [] : [pair(x, own.span, { start, end }, 'wording', 'none')];
  }
  return [];
};

const longest = 90;

function amountOf(value: string): number {
  return Number(value.split(' ')[0]);
}

/** "Faster" is no larger figure where seconds are counted, "earlier" none at all: such comparatives are left out. */
const comparative =
  /\b(?:(more|higher|larger|bigger|greater|heavier|taller|dearer|faster|quicker)|(fewer|less|lower|smaller|lighter|cheaper|slower)) (?:\p{L}+ ){0,3}?than ([^,;:.]+)/iu;
const inTime = /\b(?:second|minute|hour)s?\b/i;

const rankOf = ofSentence(({ text, content }: Sentence): Rank | undefined => {
  const match = text.includes(' than ') ? comparative.exec(text) : null;
  if (!match || /\b(?:not|no|never)\b|n['’]t\b/i.test(text) || inTime.test(text)) return undefined;
  const end = match.index + match[0].length;
  const from = end - (match[3]?.length ?? 0);
  const span = { start: match.index, end: match.index + (match[1] ?? match[2] ?? '').length };
  const [left, right] = [
    content.filter(t => t.span.end < from),
    content.filter(t => t.span.start >= from && t.span.end <= end),
  ];
  const alone = (side: readonly Token[], other: readonly Token[]) =>
    side.filter(t => !other.some(u => u.stem === t.stem));
  return { isMore: match[1] !== undefined, left: alone(left, right), right: alone(right, left), span };
});

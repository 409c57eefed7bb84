/** Figures that went up or down: which way, and which is the old figure and which the new. */
import type { Change, Remedy, Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { type Comparer, type Comparison, company, pair, shared } from '../pair.ts';

type Trend = { readonly up: boolean; readonly span: Span; readonly from?: NumberMention; readonly to?: NumberMention };

/** Words of rising, and of falling; global, for `matchAll` and `search` only. */
export const ways =
  /\b(?:(rose|risen|rise|rises|rising|climbed|increased|increase|increases|grew|grown|jumped|soared|surged|raised|went up|up)|(fell|fallen|fall|falls|falling|dropped|drop|drops|declined|decline|decreased|decrease|sank|shrank|plunged|slumped|cut|lowered|reduced|went down|down))(?!\p{L})/giu;

/** A claim whose figure goes the other way than the passage's, or that takes the old figure for the new. */
export const compareTrends: Comparer = x => {
  const [own, ...more] = trends(x.claim);
  if (!own || more.length > 0) return [];
  const [other, ...rest] = trends(x.source);
  if (!other || rest.length > 0) return [];
  const likeness = shared(x, own.span);
  const areBoth =
    own.from !== undefined && own.to !== undefined && same(own.to, other.from) && same(own.from, other.to);
  if (likeness < 0.5 || (likeness < 0.75 && !areBoth && company(x, own.span, other.span, 8).left === 0)) return [];
  if (x.others.some(s => s !== x.source && trends(s).some(t => t.up === own.up && isBorneOut(own, t)))) return [];
  // "Had risen to 2,000 before it fell" tells of an earlier time.
  const isEarlier =
    isMixed(x.claim) || isMixed(x.source) || /\bhad (?:\p{L}+ )?$/iu.test(x.claim.text.slice(0, own.span.start));
  if (own.up !== other.up) return !isEarlier && meets(own, other) ? [turned(x, own, other)] : [];
  return [
    ...(own.to && other.to && isSwapped(own.to, other.from, other.to)
      ? [pair(x, own.to.span, other.to.span, 'number')]
      : []),
    ...(own.from && other.from && isSwapped(own.from, other.to, other.from)
      ? [pair(x, own.from.span, other.from.span, 'number')]
      : []),
  ];
};

/** Another way between figures that stand the other way round too: the word alone would not mend it. */
function turned(x: Comparison, own: Trend, other: Trend): Change {
  const isWay =
    (same(own.to, other.to) || !own.to || !other.to) && (same(own.from, other.from) || !own.from || !other.from);
  return pair(
    x,
    own.span,
    other.span,
    'wording',
    isWay && !same(own.from, other.to) ? undefined : whole(x, own, other),
  );
}

/** The whole phrase, where both sides have it in a row: "fell to 480 million from 640 million". */
function whole(x: Comparison, own: Trend, other: Trend): Remedy {
  const phrase = ({ span, from, to }: Trend, text: string) => {
    const end = Math.max(from?.span.end ?? 0, to?.span.end ?? 0);
    const isRow = from !== undefined && to !== undefined && Math.min(from.span.start, to.span.start) > span.end;
    return isRow && !/[,;.] /.test(text.slice(span.end, end)) ? { start: span.start, end } : undefined;
  };
  const [mine, theirs] = [phrase(own, x.claim.text), phrase(other, x.source.text)];
  return mine && theirs ? { span: mine, text: x.source.text.slice(theirs.start, theirs.end) } : 'none';
}

/** Whether a text has several words of rising and falling: which of them is meant of what cannot be told. */
export function isMixed(sentence: Sentence): boolean {
  return waysIn(sentence).length > 1;
}

/** Where a sentence has words of rising and falling. */
export const waysIn = ofSentence(({ text }): readonly RegExpExecArray[] => [...text.matchAll(ways)]);

function same(a: NumberMention | undefined, b: NumberMention | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === b.kind && agrees(a, b);
}

function meets(own: Trend, other: Trend): boolean {
  return [own.from, own.to].some(n => same(n, other.from) || same(n, other.to));
}

function isBorneOut(own: Trend, other: Trend): boolean {
  return same(own.to, other.to) || same(own.from, other.from);
}

/** The claim's figure is the passage's at the other end, and not the one at the same end. */
function isSwapped(own: NumberMention, otherEnd: NumberMention | undefined, sameEnd: NumberMention): boolean {
  return same(own, otherEnd) && !same(own, sameEnd);
}

/** "Stood at 1.9 billion, compared with 2.2 billion in June": which way it went is told by the figures alone. */
function bareTrend(sentence: Sentence): Trend[] {
  const { text, numbers } = sentence;
  const match = /,? (?:compared (?:with|to)|against) /.exec(text);
  const end = match ? match.index + match[0].length : 0;
  const to = match ? lastBefore(sentence, match.index) : undefined;
  const from = numbers.find(n => n.span.start >= end && isAmount(n) && n.span.start - end < 12);
  if (!match || !to || !from || to.value === from.value) return [];
  // "1.9 billion euros, compared with 2.2 billion": the currency is said once.
  if (to.kind !== from.kind ? to.kind !== 'money' : to.unit !== from.unit) return [];
  return [{ up: to.value > from.value, span: { start: to.span.start, end: from.span.end }, from, to }];
}

/** Words of rising and falling with a figure they rise or fall from or to. */
const trends = ofSentence((sentence): readonly Trend[] => {
  const { text, numbers } = sentence;
  if (numbers.length === 0) return [];
  const found = waysIn(sentence);
  if (found.length === 0) return bareTrend(sentence);
  return found.flatMap((match, i) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const behind = { start: span.end, end: found[i + 1]?.index ?? text.length };
    const from = figure(sentence, behind, /\bfrom $/i);
    const to =
      figure(sentence, behind, /\bto $/i) ?? (isAside(text, span) ? lastBefore(sentence, span.start) : undefined);
    if (!from && !to) return [];
    return [{ up: match[1] !== undefined, span, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
  });
});

/** "61 percent, down from 66": the figure before is the new one. */
function isAside(text: string, { start, end }: Span): boolean {
  return /^(?:up|down)$/i.test(text.slice(start, end)) && /^ from /i.test(text.slice(end));
}

function lastBefore({ numbers, text }: Sentence, at: number): NumberMention | undefined {
  const found = numbers.findLast(n => n.span.end <= at && isAmount(n));
  return found && at - found.span.end <= 40 && !/[.;]/.test(text.slice(found.span.end, at)) ? found : undefined;
}

const loosely = /(?:(?:about|around|nearly|almost|over|some|just|roughly|more than|less than|an?|the) )*$/i;

function figure({ numbers, text }: Sentence, { start, end }: Span, preposition: RegExp): NumberMention | undefined {
  return numbers.find(
    n =>
      n.span.start >= start &&
      n.span.end <= end &&
      isAmount(n) &&
      preposition.test(text.slice(Math.max(start, n.span.start - 40), n.span.start).replace(loosely, '')),
  );
}

function isAmount({ kind }: NumberMention): boolean {
  return kind === 'count' || kind === 'percent' || kind === 'money';
}

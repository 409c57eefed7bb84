/** What two figures of a passage make of each other, worked out: "almost halved" for a fall from 141,000 to 96,000, "lower than" for more. */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { isFraction } from '../alike/shares.ts';
import { type Comparer, type Comparison, likeness, pair, shared } from '../pair.ts';

/** How many times the smaller of two figures the larger is, from `least` to `most`. */
type Proportion = { readonly least: number; readonly most: number; readonly span: Span };

export const compareProportion: Comparer = x => {
  const told = proportionIn(x.claim);
  if (told) return wrongProportion(x, told);
  const level = levelIn(x.claim);
  return level ? wrongLevel(x, level) : [];
};

function wrongProportion(x: Comparison, told: Proportion) {
  const two = comparedIn(x.source);
  if (!two || likeness(x) < 0.45 || !areOfClaim(x.claim, told, two)) return [];
  if (fits(told, two[0].value, two[1].value) || x.others.some(s => mayFit(told, s, two))) return [];
  if (x.others.some(s => s !== x.source && proportionIn(s) && shared({ ...x, source: s }, told.span) >= 0.3)) return [];
  const span = { start: two[0].span.start, end: two[1].span.end };
  return [pair(x, told.span, span, 'number', 'none')];
}

/** Both are the claim's, or the only one that it has of their kind is one of them. */
function areOfClaim({ numbers }: Sentence, { span }: Proportion, [a, b]: Two): boolean {
  const isOutside = (n: NumberMention) => n.span.end <= span.start || n.span.start >= span.end;
  const own = numbers.filter(n => isAmount(n) && areOfOneKind(a, n) && isOutside(n));
  return own.length > 0 && own.every(n => agrees(n, a) || agrees(n, b));
}

function fits({ least, most }: Proportion, a: number, b: number): boolean {
  const times = Math.max(a, b) / Math.min(a, b);
  return times >= least && times <= most;
}

/** Whether another figure of the passages bears the same to one of the two. */
function mayFit(told: Proportion, { numbers }: Sentence, two: Two): boolean {
  return numbers.some(
    n =>
      isAmount(n) &&
      areOfOneKind(two[0], n) &&
      two.some(own => own !== n && !agrees(own, n) && fits(told, own.value, n.value) && !two.some(t => agrees(t, n))),
  );
}

type Two = readonly [NumberMention, NumberMention];

const joint =
  /\b(?:from|to|against|compared (?:with|to)|than|up from|down from|average|when|while|in (?:19|20)\d\d|(?:last|next) year|year (?:before|earlier)|previous)\b/i;

/** The only two amounts of one kind in a sentence that sets one against the other. */
const comparedIn = ofSentence(({ numbers, text }): Two | undefined => {
  if (numbers.length < 2) return undefined;
  const amounts = numbers.filter(n => isAmount(n) && n.high === undefined && n.value > 0);
  for (const first of amounts) {
    const [second, ...more] = amounts.filter(n => n !== first && areOfOneKind(first, n));
    if (!second || more.length > 0 || second.span.start < first.span.start || first.value === second.value) continue;
    // "From two to five": too few for a share to say anything.
    if (first.kind === 'count' && Math.max(first.value, second.value) < 10) continue;
    if (joint.test(text.slice(first.span.end, second.span.start))) return [first, second];
  }
  return undefined;
});

function isAmount(n: NumberMention): boolean {
  return (n.kind === 'count' && !isFraction(n)) || n.kind === 'percent' || n.kind === 'money';
}

/** "4.1 million pounds, up from 2.2 million": what is counted is said once. */
function areOfOneKind(a: NumberMention, b: NumberMention): boolean {
  const [mine, theirs] = [unitOf(a), unitOf(b)];
  if (a.kind !== b.kind) return (a.kind === 'money' && !theirs) || (b.kind === 'money' && !mine);
  return mine === theirs || (a.kind === 'count' && (!mine || !theirs));
}

function unitOf({ unit, kind }: NumberMention): string | undefined {
  return kind === 'count' && unit !== undefined && isStopWord(unit) ? undefined : unit;
}

/** Some room is left: a writer rounds. */
const room = 1.08;
const risen = '(?:rose|risen|rise|grew|grown|increased|climbed|jumped|up|went up|gone up)';
const fallen = '(?:fell|fallen|fall|dropped|declined|decreased|shrank|down|went down|gone down|cut|reduced)';
const qualifier =
  '(?:(?:(almost|nearly|close to|just under|not quite)|(more than|over|well over|at least)|about|around|roughly|some) )?';
const times: readonly (readonly [RegExp, number])[] = [
  [/^(?:doubl|twice|two times|halv|half)/i, 2],
  [/^(?:trebl|tripl|three times)/i, 3],
  [/^(?:quadrupl|four times)/i, 4],
  [/^(?:quintupl|five times)/i, 5],
];
const multiple = new RegExp(
  `${qualifier}\\b(doubled|trebled|tripled|quadrupled|quintupled|halved|(?:twice|two times|three times|four times|five times|double|half) (?=the |its |their |as |that |what ))`,
  'iu',
);
const change = new RegExp(
  `(?:${risen}|(${fallen})) (?:\\p{L}+ly )?by ${qualifier}(?:(an?|one|two|three|[\\d.]+) )?(half|third|quarter|fifth|sixth|tenth|per ?cent)s?\\b`,
  'iu',
);
const unsettled = /\b(?:not|no|never|if|would|could|may|might|hop\w+|plan\w*|will)\b|n['’]t\b/i;

const proportionIn = ofSentence(({ text, numbers }): Proportion | undefined => {
  if (numbers.length === 0 || unsettled.test(text)) return undefined;
  return multipleIn(text) ?? (/ by /.test(text) ? changeIn(text) : undefined);
});

/** "Almost halved", "twice the average". */
function multipleIn(text: string): Proportion | undefined {
  const match = /doubl|trebl|tripl|quad|quint|halv|half|twice|times/i.test(text) ? multiple.exec(text) : null;
  const [, almost, over, word = ''] = match ?? [];
  const value = times.find(([pattern]) => pattern.test(word))?.[1];
  if (!match || value === undefined) return undefined;
  const span = { start: match.index, end: match.index + match[0].trimEnd().length };
  if (almost) return { least: (value * (1 - 0.1 * (value - 1))) / room, most: value * room, span };
  return { least: (value * 0.9) / room, most: over ? Number.POSITIVE_INFINITY : value * 1.1 * room, span };
}

const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, tenth: 10 };
const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 };

/** "Fell by almost a third", "rose by 12 per cent". */
function changeIn(text: string): Proportion | undefined {
  const match = change.exec(text);
  const [, down, almost, over, count, part = ''] = match ?? [];
  const share = (counts[count?.toLowerCase() ?? 'a'] ?? Number(count)) / (parts[part.toLowerCase()] ?? 100);
  if (!match || !(share > 0 && share < 1)) return undefined;
  const [least, most] = [share * (almost || !over ? 0.75 : 0.95), over ? Math.min(0.95, share * 2) : share * 1.33];
  const grown = (by: number) => (down ? 1 / (1 - Math.min(0.95, by)) : 1 + by);
  const start = match.index + match[0].search(/ by /) + 1;
  return {
    least: grown(least),
    most: grown(almost ? share * 1.1 : most),
    span: { start, end: match.index + match[0].length },
  };
}

type Level = { readonly own: NumberMention; readonly isMore: boolean; readonly span: Span };

const level =
  /^[^.;:]{0,30}?,? (?:(?:an? )?(?:little|bit|slightly|much|far|well|somewhat|considerably|significantly) )?(?:(higher|more|larger|greater|up|above)|(lower|less|fewer|smaller|down|below)) (?:than|on|from) (?:in |the )/iu;

/** "34.6 per cent, a little lower than in 2023". */
const levelIn = ofSentence((sentence): Level | undefined => {
  const { text, numbers } = sentence;
  if (!/\b(?:than|on|from)\b/.test(text)) return undefined;
  for (const own of numbers) {
    if (!isAmount(own)) continue;
    const match = level.exec(text.slice(own.span.end));
    if (!match || numbers.some(n => n.span.start > own.span.end && n.span.start < own.span.end + match[0].length))
      continue;
    const end = own.span.end + match[0].length;
    const word = match[1] ?? match[2] ?? '';
    const start = text.lastIndexOf(word, end);
    return { own, isMore: match[1] !== undefined, span: { start, end: start + word.length } };
  }
  return undefined;
});

/** The claim's figure lies on the other side of the only figure that the passage sets it against. */
function wrongLevel(x: Comparison, { own, isMore, span }: Level) {
  const two = comparedIn(x.source);
  if (!two || likeness(x) < 0.5 || x.claim.numbers.some(n => n !== own && n.kind === own.kind)) return [];
  const isOwn = two.map(n => n.kind === own.kind && agrees(own, n));
  if (isOwn[0] === isOwn[1]) return [];
  const [mine, other] = isOwn[0] ? two : [two[1], two[0]];
  if (mine.value > other.value === isMore || !areOfOneTime(x, span)) return [];
  return [pair(x, span, { start: two[0].span.start, end: two[1].span.end }, 'wording', 'none')];
}

/** The years that the claim sets its figure against stand in the passage too. */
function areOfOneTime({ claim, source }: Comparison, { end }: Span): boolean {
  const years = claim.numbers.filter(n => n.kind === 'year' && n.span.start > end);
  return years.every(y => source.numbers.some(n => n.kind === 'year' && n.value === y.value));
}

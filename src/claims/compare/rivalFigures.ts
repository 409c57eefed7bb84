/** Two sentences of one text that count the same thing differently. */
import type { Change } from '../../model.ts';
import type { NumberMention } from '../../text/numbers.ts';
import type { Sentence } from '../tokens.ts';
import { speaksOf } from './alike/sameName.ts';
import { compareNumbers } from './figures/compareNumbers.ts';
import { shared } from './pair.ts';

/** So much of the shorter sentence, its figure apart, the other must say too. */
const sameMatter = 0.75;

/**
 * The pair of figures, `draft` from the first sentence and `source` from the second. Undefined unless both name the same
 * names and times and otherwise say much the same: a writer who gives two figures mostly means two things.
 */
export function rivalFigures(first: Sentence, second: Sentence): Change | undefined {
  if (!mayRival(first, second) || !sameWords(first, second) || !sameNames(first, second) || !sameTimes(first, second))
    return undefined;
  const change = compareNumbers({ claim: first, source: second, others: [second] })[0];
  if (!change || !first.numbers.some(n => n.span.start === change.draftSpan.start && isFigure(n, first.text)))
    return undefined;
  if (compareNumbers({ claim: second, source: first, others: [first] }).length === 0) return undefined;
  const alike = Math.max(
    shared({ claim: first, source: second, others: [] }, change.draftSpan),
    shared({ claim: second, source: first, others: [] }, change.sourceSpan),
  );
  return alike >= sameMatter ? change : undefined;
}

/** An ordinal names one of many, a time of day one of a day's: neither counts anything. */
function isFigure(number: NumberMention, text: string): boolean {
  if (number.kind !== 'count') return number.kind === 'percent' || number.kind === 'money';
  return !/^(?::\d\d)? ?[ap]\.?m\b/i.test(text.slice(number.span.end, number.span.end + 7));
}

/** Cheap, because every sentence of a draft is laid beside every other. */
function mayRival(a: Sentence, b: Sentence): boolean {
  return a.numbers.some(n => isFigure(n, a.text) && b.numbers.some(m => m.kind === n.kind && isFigure(m, b.text)));
}

/** A name on one side only makes it another thing: "in Germany", "at Norcon". */
function sameNames(a: Sentence, b: Sentence): boolean {
  const within = (x: Sentence, y: Sentence) => x.names.every(name => speaksOf(y, name.text));
  return within(a, b) && within(b, a);
}

function sameTimes(a: Sentence, b: Sentence): boolean {
  const within = (x: Sentence, y: Sentence) => x.dates.every(d => y.dates.some(e => e.text === d.text));
  return within(a, b) && within(b, a);
}

/** A look at the words alone, which spares most pairs the rest: two in common, and half of the shorter sentence. */
function sameWords(a: Sentence, b: Sentence): boolean {
  const [short, long] = a.content.length <= b.content.length ? [a, b] : [b, a];
  const common = short.content.filter(t => !t.number && long.places.has(t.stem)).length;
  return common >= 2 && 2 * common >= short.content.filter(t => !t.number).length;
}

/** Values that one sentence gives to several things: "to cars on 1 October and to lorries on 1 November". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { isMeasure } from '../alike/amounts.ts';
import { type Comparer, type Comparison, company, pair, shared } from '../pair.ts';
import { isVerb } from '../reading/mood.ts';

/** A value with the words that tell which of the things it is given to. */
type Given = { readonly value: string; readonly span: Span; readonly to: ReadonlySet<string> };

/** A claim that gives one of the series the value of another. */
export const compareSeries: Comparer = x => {
  if (x.claim.numbers.length + x.claim.dates.length === 0) return [];
  if (x.source.numbers.length + x.source.dates.length < 2) return [];
  const told = valuesOf(x.source);
  const isSeries = (kind: string) => (told.get(kind)?.length ?? 0) > 1;
  if (![...valuesOf(x.claim).keys()].some(isSeries)) return [];
  return [...series(x.source)].flatMap(([kind, theirs]) => {
    const values = valuesOf(x.claim).get(kind) ?? [];
    const mine = values.length === 1 ? alone(x.claim, values) : (series(x.claim).get(kind) ?? []);
    return mine.flatMap(own => {
      const [right, ...more] = theirs.filter(t => [...t.to].some(stem => own.to.has(stem)));
      const isAnothers = theirs.some(t => t.value === own.value) && right?.value !== own.value;
      if (!right || more.length > 0 || !isAnothers || shared(x, own.span) < leastOf(own, x.claim)) return [];
      if (
        isToldBeside(
          own,
          theirs.find(t => t.value === own.value),
          right,
          x,
        )
      )
        return [];
      const isKnown = x.others.some(s => s !== x.source && gives(s, kind, own, right));
      return isKnown ? [] : [pair(x, own.span, right.span, 'number')];
    });
  });
};

/** A figure of several digits stands for one thing wherever it stands, and a short claim tells of one thing only. */
function leastOf({ value }: Given, { content }: Sentence): number {
  return /^[\d.]{2,} /.test(value) && content.filter(t => !t.number).length < 5 ? 0.35 : 0.6;
}

/** "Two were killed by falling trees": what else the claim says stands beside its own value there, which then is right. */
function isToldBeside(own: Given, same: Given | undefined, right: Given, x: Comparison): boolean {
  if (!same) return false;
  const beside = (given: Given) => {
    const { left, right } = company(x, own.span, given.span, 8, true);
    return left + right;
  };
  return beside(same) > beside(right);
}

/** Another passage has the claim's value with words that tell what it is given to. */
function gives(s: Sentence, kind: string, own: Given, right: Given): boolean {
  return (
    (valuesOf(s).get(kind) ?? []).some(v => v.value === own.value) && [...right.to].every(stem => s.places.has(stem))
  );
}

function alone({ content }: Sentence, [value]: readonly Value[]): Given[] {
  return value ? [{ ...value, to: new Set(content.filter(t => !t.number).map(t => t.stem)) }] : [];
}

type Value = { readonly value: string; readonly span: Span };

/** Dates, percentages, amounts of money and counts of a sentence, by kind. */
const valuesOf = ofSentence(({ numbers, dates }): ReadonlyMap<string, readonly Value[]> => {
  const found = new Map<string, Value[]>();
  const add = (kind: string, value: string, span: Span) =>
    found.set(kind, [...(found.get(kind) ?? []), { value, span }]);
  for (const { kind, value, high, unit, span } of numbers)
    if (kind === 'percent' || kind === 'money' || (kind === 'count' && high === undefined))
      add(kind, `${value} ${high ?? ''} ${kind === 'money' ? unit : ''}`, span);
  for (const { kind, year, month, day, weekday, span } of dates)
    if (kind !== 'relative') add(`the ${kind}`, [year, month, day, weekday].join('-'), span);
  return found;
});

/** Each value of a series goes to the words before it, or to those behind it where words follow the last. */
export const series = ofSentence((sentence): ReadonlyMap<string, readonly Given[]> => {
  const found = new Map<string, readonly Given[]>();
  for (const [kind, values] of valuesOf(sentence)) {
    const last = values.at(-1);
    if (values.length < 2 || values.length > 4 || !last || /respectively|["“”]/.test(sentence.text)) continue;
    const leads = content(sentence, last.span.end, borderBehind(sentence.text, last.span.end)).length > 0;
    const parts = values.map((value, i) =>
      leads
        ? content(sentence, value.span.end, values[i + 1]?.span.start ?? borderBehind(sentence.text, value.span.end))
        : content(sentence, values[i - 1]?.span.end ?? 0, value.span.start),
    );
    const told = telling(sentence, parts, leads);
    const behind = borderBehind(sentence.text, last.span.end);
    const isMixed = [...sentence.numbers, ...sentence.dates].some(
      n =>
        n.span.start >= (values[0]?.span.start ?? 0) &&
        n.span.end <= behind &&
        !values.some(v => v.span.start <= n.span.start && n.span.end <= v.span.end),
    );
    const isJoined = values.every(
      (v, i) =>
        i === 0 ||
        /\b(?:and|while|but|then)\b|[,;] \p{L}/iu.test(sentence.text.slice(values[i - 1]?.span.end, v.span.start)),
    );
    if (told && isJoined && !isMixed)
      found.set(
        kind,
        values.map((value, i) => ({ ...value, to: told[i] ?? new Set() })),
      );
  }
  return found;
});

function borderBehind(text: string, from: number): number {
  const at = text.slice(from).search(/[,;:.]/);
  return at < 0 ? text.length : from + at;
}

function content(sentence: Sentence, from: number, to: number): Token[] {
  return sentence.content.filter(t => t.span.start >= from && t.span.end <= to && !t.number && !isUnit(sentence, t));
}

/** The metres of "1.2 metres a day in summer", and the day: told of all figures, they tell of none what it is given to. */
function isUnit({ numbers, text }: Sentence, { span, word }: Token): boolean {
  if (!isMeasure(word.base)) return false;
  const isBehind = numbers.some(n => n.span.end + 1 === span.start);
  return isBehind || /\b(?:an?|per|each|every) $/i.test(text.slice(0, span.start));
}

/** "310,000 visitors in summer and 45,000 in winter": what stands behind a preposition tells the parts apart. */
const placing = /\b(?:in|on|for|at|among|from|during|by|to) (?:the |its |their )?$/i;

/** The names of each part; where one has none, as many of the nearest words as the shortest part has. None in two parts. */
function telling(sentence: Sentence, parts: readonly (readonly Token[])[], leads: boolean): Set<string>[] | undefined {
  const names = parts.map(p => p.filter(t => t.name));
  const nouns = parts.map(p => p.filter(t => !isVerb(sentence, t)));
  const least = Math.min(...nouns.map(p => p.length));
  const placed = leads ? nouns.map(p => p.filter(t => placing.test(sentence.text.slice(0, t.span.start)))) : [];
  const chosen = names.every(p => p.length > 0)
    ? names
    : leads && placed.every(p => p.length > 0)
      ? placed
      : nouns.map(p => (leads ? p.slice(0, least) : p.slice(-least)));
  const sets = chosen.map(p => new Set(p.map(t => t.stem)));
  const isShared = sets.some((a, i) => sets.some((b, j) => i < j && [...a].some(stem => b.has(stem))));
  return least === 0 || isShared || sets.some(s => s.size === 0) ? undefined : sets;
}

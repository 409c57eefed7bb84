/** A claim without the figures that are worked out from its evidence: what is left of it words alone can bear out. */
import type { Evidence } from '../model.ts';
import type { NumberMention } from '../text/numbers.ts';
import { once } from '../text/once.ts';
import { agrees } from './compare/alike/agrees.ts';
import { isSameAmount } from './compare/alike/amounts.ts';
import { isReckonedStrictly } from './reckoned.ts';
import { readPassage, readSentence, type Sentence } from './tokens.ts';
import { withItsWords } from './workedOut.ts';

/** Undefined where no figure is lacking, one of them cannot be worked out, or too little is left. */
export function withoutReckoned(claim: Sentence, evidence: readonly Evidence[]): Sentence | undefined {
  if (claim.numbers.length === 0) return undefined;
  const passages = evidence.map(e => readPassage(e.passage.text));
  const isThere = (n: NumberMention) => passages.some(p => p.numbers.some(m => agrees(n, m)));
  const lacking = claim.numbers.filter(n => n.kind !== 'date' && n.kind !== 'year' && !isThere(n));
  if (lacking.length === 0) return undefined;
  const years = evidence.flatMap(({ published }) => (published ? [Number(published.slice(0, 4))] : []));
  const nearest = { words: [], passages, years, around: once(() => joined(evidence)) };
  // "300 years younger" is not what "three centuries before" says: the word behind it decides.
  const isInOtherWords = (n: NumberMention) =>
    !compared.test(claim.text.slice(n.span.end)) && passages.some(p => p.numbers.some(m => isSameAmount(n, m)));
  if (!lacking.every(n => isInOtherWords(n) || isReckonedStrictly(n, claim, nearest))) return undefined;
  let { text } = claim;
  for (const n of [...lacking].reverse()) {
    const { start, end } = withItsWords(n, claim);
    text = `${text.slice(0, start)}${text.slice(end)}`;
  }
  const rest = readPassage(text.replace(/\s+/g, ' ').trim());
  return rest.content.length < fewestWords ? undefined : rest;
}

const compared = /^(?:[- ]\p{L}+)? (?:\p{L}+er|more|less|before|after|above|below)\b/iu;
const fewestWords = 3;
/** Passages no farther apart, in characters, are read as one: a figure is often worked out from two. */
const farthest = 200;

function joined(evidence: readonly Evidence[]): Sentence[] {
  const found: { readonly sourceId: string; end: number; text: string }[] = [];
  const passages = evidence.map(e => e.passage).sort((a, b) => a.span.start - b.span.start);
  for (const { sourceId, span, text } of passages) {
    const last = found.findLast(f => f.sourceId === sourceId);
    if (!last || span.start - last.end > farthest) found.push({ sourceId, end: span.end, text });
    else if (span.end > last.end) {
      last.text += ` ${text}`;
      last.end = span.end;
    }
  }
  return found.map(({ text }) => readSentence(text.replace(/\s+/g, ' ')));
}

/** The clauses of a sentence: what is said of one thing in one, and of another in the next. */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';

const border =
  /(?:[,;:] (?:(?:while|whereas|but|and|although|though|which|who|where|as|then|or|so|even as) )?| (?:while|whereas|but|although|though|because|when|after|before) )(?=\p{L})/giu;

/** The stretch around a span between the nearest commas and conjunctions that set a clause off. */
export function clauseAt(sentence: Sentence, { start, end }: Span): Span {
  const found = borders(sentence);
  const before = found.findLast(b => b.end <= start);
  const after = found.find(b => b.start >= end);
  return { start: before?.end ?? 0, end: after?.start ?? sentence.text.length };
}

/** The clauses that a conjunction of contrast or addition joins, when each says something of its own. */
export function clauses(text: string): Span[] {
  const joints = [...text.matchAll(joint)];
  const edges = joints.map(m => ({ start: m.index, end: m.index + m[0].length }));
  const spans = [...edges, undefined].map((edge, i) => ({
    start: edges[i - 1]?.end ?? 0,
    end: edge?.start ?? text.length,
  }));
  return spans.length > 1 && spans.every(s => isLong(text.slice(s.start, s.end))) ? spans : [];
}

const joint = /[,;] (?:while|whereas|but|and|although|though|yet|even as|as)(?= )|;| (?:while|whereas|but)(?= )/giu;

function isLong(text: string): boolean {
  return (text.match(/\p{L}{2,}|\p{N}+/gu)?.length ?? 0) >= 3;
}

const borders = ofSentence(({ text }): readonly Span[] =>
  [...text.matchAll(border)].map(m => ({ start: m.index, end: m.index + m[0].length })),
);

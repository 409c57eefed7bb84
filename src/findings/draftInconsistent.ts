import { rivalFigures } from '../claims/compare/rivalFigures.ts';
import { readClaim } from '../claims/ownWords.ts';
import type { Sentence } from '../claims/tokens.ts';
import type { Change, Finding, Span } from '../model.ts';
import { type FindingContext, onOneLine, shown } from './context.ts';

type Bare = Omit<Finding, 'severity'>;
type Place = { readonly span: Span; readonly sentence: Sentence };

/** `draft-inconsistent`: two sentences of the draft give different figures for the same thing; both are marked. */
export function draftInconsistent({ items, draft }: FindingContext): Bare[] {
  const places = items.flatMap(item => (item.kind === 'claim' ? figuresOf(item.claim.span, draft.text) : []));
  const rivals = likelyPairs(places).flatMap(([first, second]) => {
    const change = rivalFigures(first.sentence, second.sentence);
    return change ? [{ change, first, second }] : [];
  });
  // Three sentences told alike with three figures are a list, not a slip.
  const met = (place: Place) => rivals.filter(r => r.first === place || r.second === place).length;
  return rivals
    .filter(({ first, second }) => met(first) === 1 && met(second) === 1)
    .flatMap(({ change, first, second }) => bothWays(change, first, second));
}

/**
 * Every two sentences, in their order, that have two words in common: the others cannot be about the same thing, and a long
 * draft has too many pairs to lay them all side by side at every keystroke.
 */
function likelyPairs(places: readonly Place[]): [Place, Place][] {
  const having = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  for (const [at, { sentence }] of places.entries()) {
    const common = new Map<number, number>();
    for (const stem of new Set(sentence.content.filter(token => !token.number).map(token => token.stem))) {
      const before = having.get(stem) ?? [];
      for (const other of before) common.set(other, (common.get(other) ?? 0) + 1);
      before.push(at);
      having.set(stem, before);
    }
    for (const [other, count] of common) if (count >= 2) pairs.push([other, at]);
  }
  pairs.sort(([a, b], [c, d]) => a - c || b - d);
  return pairs.flatMap(([a, b]): [Place, Place][] => {
    const [first, second] = [places[a], places[b]];
    return first && second ? [[first, second]] : [];
  });
}

function figuresOf(span: Span, text: string): Place[] {
  const sentence = readClaim(text.slice(span.start, span.end));
  return sentence.numbers.length > 0 ? [{ span, sentence }] : [];
}

function bothWays({ draft, source, draftSpan, sourceSpan }: Change, first: Place, second: Place): Bare[] {
  return [
    against(moved(draftSpan, first), draft, source, `further down: ${shown(second.sentence.text)}`),
    against(moved(sourceSpan, second), source, draft, `further up: ${shown(first.sentence.text)}`),
  ];
}

function moved(span: Span, { span: { start } }: Place): Span {
  return { start: span.start + start, end: span.end + start };
}

function against(span: Span, own: string, other: string, where: string): Bare {
  const title = `Use ${shown(other)} here too`;
  return {
    code: 'draft-inconsistent',
    span,
    message: `${onOneLine(own)}: the draft says ${onOneLine(other)} ${where}`,
    evidence: [],
    fixes: [{ title, edits: [{ span, text: onOneLine(other) }] }],
  };
}

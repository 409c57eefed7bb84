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
  const rivals = places.flatMap((first, i) =>
    places.slice(i + 1).flatMap(second => {
      const change = rivalFigures(first.sentence, second.sentence);
      return change ? [{ change, first, second }] : [];
    }),
  );
  // Three sentences told alike with three figures are a list, not a slip.
  const met = (place: Place) => rivals.filter(r => r.first === place || r.second === place).length;
  return rivals
    .filter(({ first, second }) => met(first) === 1 && met(second) === 1)
    .flatMap(({ change, first, second }) => bothWays(change, first, second));
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

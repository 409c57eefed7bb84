import type { Draft, Evidence, Quotation, QuotationLabel, Verdict } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import { align } from '../text/align.ts';
import { words } from '../text/segment.ts';
import { pieces } from './pieces.ts';
import { type Region, regions } from './regions.ts';
import { speakerOf } from './speakerOf.ts';
import { verbatim } from './verbatim.ts';

/** Fewer words or characters than this are often scare quotes: exact or silent. */
const fewestWords = 3;
const fewestCharacters = 12;
/** Share of words in common from which a passage is taken for the original of a changed quotation. */
const leastSimilar = 0.6;

/**
 * What the sources say of a quotation: `exact` when its words stand in one (typography, marked omissions and bracketed
 * insertions aside), `altered` with the differing words when something near stands in one, `not-found`, or `not-checked`
 * for a word or two that no source holds. Evidence is best first: the cited source, then the same speaker, then the rest.
 */
export function matchQuotation(quotation: Quotation, draft: Draft, store: SourceStore): Verdict<QuotationLabel> {
  const proposed = regions(quotation.text, store);
  const exact = exactEvidence(quotation, draft, proposed);
  if (exact.length > 0) return verdict('exact', exact, 'The source has these words.');
  if (isShort(quotation)) return verdict('not-checked', [], 'Too short to tell a quotation from a manner of speaking.');
  const altered = alteredEvidence(quotation, draft, proposed);
  if (altered.length > 0) return verdict('altered', altered, 'A source has nearly these words.');
  return verdict('not-found', [], 'No source has these words.');
}

function verdict(label: QuotationLabel, evidence: readonly Evidence[], reason: string): Verdict<QuotationLabel> {
  return { label, evidence, reason, by: 'comparison' };
}

function isShort({ text }: Quotation): boolean {
  return text.length < fewestCharacters || words(text).length < fewestWords;
}

function exactEvidence(quotation: Quotation, draft: Draft, proposed: readonly Region[]): Evidence[] {
  for (const brackets of [false, true]) {
    const wanted = pieces(quotation, draft.text, brackets);
    const found = proposed.flatMap(({ source, span }) =>
      verbatim(draft.text, wanted, source.text, span).map((place): Evidence => {
        const passage = passageAt(source, place);
        const speaker = speakerOf(source, place);
        const kind = passage.text === quotation.text ? 'exact' : 'typographic';
        return { passage, kind, score: 1, changes: [], ...(speaker === undefined ? {} : { speaker }) };
      }),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function alteredEvidence(quotation: Quotation, draft: Draft, proposed: readonly Region[]): Evidence[] {
  const found: Evidence[] = [];
  for (const { source, span } of proposed.slice(0, 12)) {
    const near = align(quotation.text, source.text, span);
    const inner = quotation.parts[0]?.inner;
    if (!near || !inner || near.similarity < leastSimilar) continue;
    const speaker = speakerOf(source, near.span);
    const changes = near.changes.map(change => ({
      ...change,
      draftSpan: { start: change.draftSpan.start + inner.start, end: change.draftSpan.end + inner.start },
    }));
    found.push({
      passage: passageAt(source, near.span),
      kind: 'altered',
      score: near.similarity,
      changes,
      ...(speaker === undefined ? {} : { speaker }),
    });
  }
  return found.sort((a, b) => b.score - a.score);
}

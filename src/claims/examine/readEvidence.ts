/** Evidence as sentences, source by source, with the sentence before each where that was proposed too. */
import type { Evidence } from '../../model.ts';
import { readPassage, type Sentence } from '../tokens.ts';

export type Reading = {
  readonly sources: readonly (readonly Sentence[])[];
  readonly before: ReadonlyMap<Sentence, Sentence>;
};

/** Passages count as neighbours when no more than white space of three characters parts them. */
export function readEvidence(evidence: readonly Evidence[]): Reading {
  const sources = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const known = sources.get(item.passage.sourceId);
    if (known) known.push(item);
    else sources.set(item.passage.sourceId, [item]);
  }
  const before = new Map<Sentence, Sentence>();
  for (const list of sources.values()) {
    const inOrder = [...list].sort((a, b) => a.passage.span.start - b.passage.span.start);
    for (const [i, { passage }] of inOrder.entries()) {
      const last = inOrder[i - 1]?.passage;
      if (last && passage.span.start - last.span.end <= 3)
        before.set(readPassage(passage.text), readPassage(last.text));
    }
  }
  return { sources: [...sources.values()].map(list => list.map(e => readPassage(e.passage.text))), before };
}

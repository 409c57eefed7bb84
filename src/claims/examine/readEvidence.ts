/** Evidence as sentences, source by source, with the sentence before each where that was proposed too. */
import type { Evidence, Passage } from '../../model.ts';
import { readPassage, type Sentence } from '../tokens.ts';

export type Reading = {
  /** In the order of the evidence. */
  readonly passages: readonly Sentence[];
  readonly sources: readonly (readonly Sentence[])[];
  readonly before: ReadonlyMap<Sentence, Sentence>;
};

type Read = { readonly passage: Passage; readonly sentence: Sentence };

/** Passages count as neighbours when no more than white space of three characters parts them. */
export function readEvidence(evidence: readonly Evidence[]): Reading {
  const read = evidence.map(({ passage }): Read => ({ passage, sentence: readPassage(passage.text) }));
  const sources = new Map<string, Read[]>();
  for (const item of read) {
    const known = sources.get(item.passage.sourceId);
    if (known) known.push(item);
    else sources.set(item.passage.sourceId, [item]);
  }
  const before = new Map<Sentence, Sentence>();
  for (const list of sources.values()) {
    const inOrder = [...list].sort((a, b) => a.passage.span.start - b.passage.span.start);
    for (const [i, { passage, sentence }] of inOrder.entries()) {
      const last = inOrder[i - 1];
      if (last && passage.span.start - last.passage.span.end <= 3) before.set(sentence, last.sentence);
    }
  }
  return {
    passages: read.map(r => r.sentence),
    sources: [...sources.values()].map(list => list.map(r => r.sentence)),
    before,
  };
}

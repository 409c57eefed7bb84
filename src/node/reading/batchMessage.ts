import { joinedBytes } from '../../search/packedArrays.ts';
import { createTextWriter, type PlacedSource, placedSource } from '../cache/textBlob.ts';
import type { ReadOutcome } from './readOne.ts';

/** What came of reading some files: an outcome for each, in their order, and the index of the sources among them. */
export type ReadBatch = { readonly outcomes: readonly ReadOutcome[]; readonly index?: Uint8Array };

/** A batch on its way from thread to thread: the texts of its sources apart, as bytes. */
export type BatchMessage = ReadBatch & {
  /** For each outcome the sources that were read. */
  readonly sources: readonly (readonly PlacedSource[])[];
  readonly texts: Uint8Array;
};

export function packBatch({ outcomes, index }: ReadBatch): BatchMessage {
  const texts = createTextWriter();
  const sources = outcomes.map(outcome => (outcome.kind === 'read' ? outcome.read.sources.map(texts.add) : []));
  const bare = outcomes.map(
    (outcome): ReadOutcome =>
      outcome.kind === 'read' ? { ...outcome, read: { ...outcome.read, sources: [] } } : outcome,
  );
  return { outcomes: bare, sources, texts: joinedBytes(texts.parts), ...(index ? { index } : {}) };
}

export function unpackBatch({ outcomes, sources, texts, index }: BatchMessage): ReadBatch {
  const whole = outcomes.map((outcome, i): ReadOutcome => {
    if (outcome.kind !== 'read') return outcome;
    return { ...outcome, read: { ...outcome.read, sources: (sources[i] ?? []).map(of => placedSource(of, texts)) } };
  });
  return { outcomes: whole, ...(index ? { index } : {}) };
}

/** What is handed over, not copied. */
export function buffersOf({ outcomes, texts, index }: BatchMessage): ArrayBuffer[] {
  const sketches = outcomes.flatMap(outcome => (outcome.kind === 'read' ? (outcome.read.sketches ?? []) : []));
  return [...sketches, texts, index].flatMap(array => (array ? [array.buffer as ArrayBuffer] : []));
}

import { type TextBytes, toBytes, withLateText } from '../lateText.ts';
import type { ReadOutcome } from './readOne.ts';

/** The outcomes of a batch on their way from thread to thread: the texts of their sources apart, as bytes. */
export type BatchMessage = { readonly outcomes: readonly ReadOutcome[]; readonly texts: readonly TextBytes[] };

export function packBatch(outcomes: readonly ReadOutcome[]): BatchMessage {
  const texts: TextBytes[] = [];
  const bare = outcomes.map((outcome): ReadOutcome => {
    if (outcome.kind !== 'read') return outcome;
    const sources = outcome.read.sources.map(source => {
      const { bytes, encoding } = toBytes(source.text);
      // A copy, for small buffers share one memory and cannot be handed over.
      texts.push({ bytes: new Uint8Array(bytes), encoding });
      return { ...source, text: '' };
    });
    return { ...outcome, read: { ...outcome.read, sources } };
  });
  return { outcomes: bare, texts };
}

export function unpackBatch({ outcomes, texts }: BatchMessage): readonly ReadOutcome[] {
  let next = 0;
  return outcomes.map((outcome): ReadOutcome => {
    if (outcome.kind !== 'read') return outcome;
    const sources = outcome.read.sources.map(source => {
      const text = texts[next++];
      return text ? withLateText(source, text) : source;
    });
    return { ...outcome, read: { ...outcome.read, sources } };
  });
}

/** What is handed over, not copied. */
export function buffersOf({ outcomes, texts }: BatchMessage): ArrayBuffer[] {
  const arrays = outcomes.flatMap(outcome =>
    outcome.kind === 'read' ? [...(outcome.read.spans ?? []), ...(outcome.read.sketches ?? [])] : [],
  );
  return [...arrays, ...texts.map(({ bytes }) => bytes)].flatMap(array => (array ? [array.buffer as ArrayBuffer] : []));
}

import type { Span } from '../model.ts';

/** Where each passage starts and ends, one after the other: an array that passes between threads as it is. */
export type PackedSpans = Uint32Array;

export function packSpans(spans: readonly Span[]): PackedSpans {
  const packed = new Uint32Array(spans.length * 2);
  spans.forEach(({ start, end }, i) => {
    packed[i * 2] = start;
    packed[i * 2 + 1] = end;
  });
  return packed;
}

export function unpackSpans(packed: PackedSpans): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < packed.length; i += 2) spans.push({ start: packed[i] ?? 0, end: packed[i + 1] ?? 0 });
  return spans;
}

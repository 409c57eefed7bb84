import type { Source, SourceProblem } from '../model.ts';
import type { PackedSpans } from './packedSpans.ts';
import type { Sketch } from './sketch.ts';

/** What a file gave when it was read. */
export type ReadFile = {
  readonly sources: readonly Source[];
  readonly problems: readonly SourceProblem[];
  /** For each source its passages and its sketch, when whoever read it has worked them out already. */
  readonly spans?: readonly PackedSpans[];
  readonly sketches?: readonly (Sketch | undefined)[];
};

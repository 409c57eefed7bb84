import type { Source, SourceProblem } from '../model.ts';
import type { Sketch } from './sketch.ts';

/** What a file gave when it was read. */
export type ReadFile = {
  readonly sources: readonly Source[];
  readonly problems: readonly SourceProblem[];
  /** For each source its sketch, when whoever read it has worked that out already. */
  readonly sketches?: readonly (Sketch | undefined)[];
};

/** What a claim is laid beside to find out what of it is lacking. */
import type { Sentence } from './tokens.ts';

export type Stems = { has(stem: string): boolean };

export type Nearest = {
  /** The words of whole sources, or of the passages alone, as stems. */
  readonly words: readonly Stems[];
  /** The passages that come nearest. */
  readonly passages: readonly Sentence[];
  /** The years in which their sources were published: what a source of 2023 tells was so in 2023. */
  readonly years?: readonly number[];
  /** The passages with what stands before them: what a figure is worked out from often stands in two sentences. */
  readonly around?: () => readonly Sentence[];
};

import type { Span } from '../model.ts';
import type { Mention } from './mention.ts';

/** A speaker and the word of saying beside it. */
export type Cue = { readonly mention?: Mention; readonly cue: string; readonly cueSpan: Span };

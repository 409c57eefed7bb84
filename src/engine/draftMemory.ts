import type { Claim } from '../model.ts';
import { createSpeechMemory, type SpeechMemory } from '../quotes/speechMemory.ts';
import { createRecent, type Recent } from '../text/recent.ts';

/** What parts of drafts were found to hold, so that an edit costs the block it is made in. */
export type DraftMemory = {
  readonly speech: SpeechMemory;
  /** The claims of a block, at offsets from its start. */
  readonly claims: Recent<readonly Claim[]>;
  /** Which citation of a block stands for each thing in it, by number; -1 for none. */
  readonly cited: Recent<readonly number[]>;
};

/** Blocks of some long drafts. */
const mostBlocks = 3000;

export function createDraftMemory(): DraftMemory {
  return { speech: createSpeechMemory(), claims: createRecent(mostBlocks), cited: createRecent(mostBlocks) };
}

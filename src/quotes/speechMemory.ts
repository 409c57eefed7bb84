import { createRecent, type Recent, withoutMemory } from '../text/recent.ts';
import type { Cue } from './cue.ts';
import type { Mention } from './mention.ts';
import type { NamesIn } from './people.ts';

/** What stretches of a draft were found to say of who speaks, kept from one reading of it to the next. */
export type SpeechMemory = {
  /** The people a paragraph names. */
  readonly names: Recent<NamesIn>;
  /** Who a sentence is about. */
  readonly subjects: Recent<Mention | undefined>;
  /** The cue in the words before a quotation, behind one, and behind one that a cue must follow; offsets from their start. */
  readonly before: Recent<Cue | undefined>;
  readonly behind: Recent<Cue | undefined>;
  readonly behindOpen: Recent<Cue | undefined>;
};

/** Some thousands of stretches: those of a long draft a few times over. */
const most = 4000;

export function createSpeechMemory(): SpeechMemory {
  return {
    names: createRecent(most),
    subjects: createRecent(most),
    before: createRecent(most),
    behind: createRecent(most),
    behindOpen: createRecent(most),
  };
}

/** For texts that are read once. */
export const noSpeechMemory: SpeechMemory = {
  names: withoutMemory,
  subjects: withoutMemory,
  before: withoutMemory,
  behind: withoutMemory,
  behindOpen: withoutMemory,
};

import type { Draft, Passage } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';
import { bearing } from './bearing.ts';
import { citeHere, citePassage, quoteBehind } from './citePassage.ts';
import { ghost } from './ghost.ts';
import { ignoreComment } from './ignoreComment.ts';
import { speakers } from './speakers.ts';
import type { Companion } from './types.ts';
import { uses } from './uses.ts';

export function createCompanion(read: (draft: Draft) => Analysis, store: SourceStore, settings: Settings): Companion {
  type Write = typeof citePassage;
  const written = (write: Write) => (draft: Draft, offset: number, passage: Passage) => {
    const source = store.get(passage.sourceId);
    return source ? write(read(draft), offset, passage, source, settings) : [];
  };
  return {
    ghost: (draft, offset) => (settings.completionGhostText ? ghost(read(draft), offset, store) : undefined),
    citePassage: written(citePassage),
    citeHere: written(citeHere),
    quoteBehind: written(quoteBehind),
    ignoreComment: (draft, finding) => ignoreComment(read(draft), finding),
    uses: (draft, items) => uses(items, read(draft).citations),
    speakers,
    bearing,
  };
}

import type { Draft, Edit, Evidence, Finding, Item, Passage, Source, Span } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';
import { bearing } from './bearing.ts';
import { citePassage, quoteBehind } from './citePassage.ts';
import { type Ghost, ghost } from './ghost.ts';
import { ignoreComment } from './ignoreComment.ts';
import { type Speaker, speakers } from './speakers.ts';
import { type Use, uses } from './uses.ts';

/** What the engine answers to the views beside a draft and to the writer's hand: showing, inserting, citing, ignoring. */
export type Companion = {
  /** The one verbatim continuation of the quotation that is open at the offset. */
  ghost(draft: Draft, offset: number): Ghost | undefined;
  /** Writes a citation behind the thing at the offset. */
  citePassage(draft: Draft, offset: number, passage: Passage): readonly Edit[];
  /** Writes the passage as a quotation behind the thing at the offset, or at the offset when nothing is there. */
  quoteBehind(draft: Draft, offset: number, passage: Passage): readonly Edit[];
  /** The comment that makes the check pass over a finding; none where no comment can be written. */
  ignoreComment(draft: Draft, finding: Pick<Finding, 'code' | 'span'>): Edit | undefined;
  /** Which sources the draft uses where; `items` are those of a check of the same draft. */
  uses(draft: Draft, items: readonly Item[]): readonly Use[];
  /** Who says what in a source. */
  speakers(source: Source): readonly Speaker[];
  /** What of a passage bears on these words of the draft, in the source's offsets. */
  bearing(evidence: Evidence, draftWords: string): readonly Span[];
};

export function createCompanion(read: (draft: Draft) => Analysis, store: SourceStore, settings: Settings): Companion {
  type Write = typeof citePassage;
  const written = (write: Write) => (draft: Draft, offset: number, passage: Passage) => {
    const source = store.get(passage.sourceId);
    return source ? write(read(draft), offset, passage, source, settings) : [];
  };
  return {
    ghost: (draft, offset) => (settings.completionGhostText ? ghost(read(draft), offset, store) : undefined),
    citePassage: written(citePassage),
    quoteBehind: written(quoteBehind),
    ignoreComment: (draft, finding) => ignoreComment(read(draft), finding),
    uses: (draft, items) => uses(items, read(draft).citations),
    speakers,
    bearing,
  };
}

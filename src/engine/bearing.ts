import type { Evidence, Passage, Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import { words } from '../text/segment.ts';

/** Words that say nothing of what a sentence is about; two letters or fewer never do. */
const empty = new Set(
  'the and for that this with from was were are has have had not but you his her its they them their she our said will would which who whom what when been being into than then there'.split(
    ' ',
  ),
);

/**
 * The stretches of a passage, in the source's offsets, that a reader should see first: all of it where the words are the
 * draft's own, what differs where they are not, and of a passage that is merely related the words it shares with the draft.
 */
export function bearing({ kind, passage, changes }: Evidence, draftWords: string): readonly Span[] {
  const differing = changes.map(change => change.sourceSpan).filter(span => span.start < span.end);
  if (differing.length > 0) return [...differing].sort((a, b) => a.start - b.start);
  return kind === 'related' ? shared(passage, draftWords) : [passage.span];
}

function shared({ text, span }: Passage, draftWords: string): Span[] {
  const telling = new Set(
    words(draftWords)
      .map(word => foldKey(draftWords.slice(word.start, word.end)))
      .filter(tells),
  );
  return words(text)
    .filter(word => telling.has(foldKey(text.slice(word.start, word.end))))
    .map(word => ({ start: word.start + span.start, end: word.end + span.start }));
}

function tells(word: string): boolean {
  return !empty.has(word) && (word.length > 2 || /\d/.test(word));
}

import type { Finding, IgnoredFinding, Span } from '../model.ts';
import { contentHash } from '../sources/contentHash.ts';
import { foldKey } from '../text/fold.ts';
import { sentences } from '../text/segment.ts';
import type { Analysis } from './analyse.ts';

type Placed = Pick<Finding, 'code' | 'span'>;
type ReadDraft = Pick<Analysis, 'draft' | 'prose'>;

/**
 * An entry for the ignore list of groundwork.json. It is bound to the words of the sentence, typography and case aside, so
 * that it holds wherever the sentence moves and dies when it is rewritten.
 */
export function ignoreEntry(analysis: ReadDraft, finding: Placed): IgnoredFinding {
  const sentence = sentenceAt(analysis, finding.span);
  const words = analysis.draft.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim();
  return { code: finding.code, sentence: words.slice(0, shownWords), hash: hashOf(analysis, sentence) };
}

/** Characters of the sentence that the entry shows, for people who read the file. */
const shownWords = 80;

/** Whether the list covers a finding. */
export function ignoring(analysis: ReadDraft, list: readonly IgnoredFinding[]): (finding: Placed) => boolean {
  if (list.length === 0) return () => false;
  const ignored = new Set(list.map(({ code, hash }) => `${code} ${hash}`));
  return finding => ignored.has(`${finding.code} ${hashOf(analysis, sentenceAt(analysis, finding.span))}`);
}

function hashOf({ prose }: ReadDraft, sentence: Span): string {
  return contentHash(new TextEncoder().encode(foldKey(prose.text.slice(sentence.start, sentence.end)).trim()));
}

/** The sentence in which a finding begins; a citation mark behind the full stop belongs to the sentence before it. */
function sentenceAt({ prose }: ReadDraft, span: Span): Span {
  const block = prose.blocks.findLast(b => b.span.start <= span.start);
  if (!block) return span;
  const inBlock = sentences(prose.text, block.span);
  return inBlock.findLast(s => s.start <= span.start) ?? inBlock[0] ?? span;
}

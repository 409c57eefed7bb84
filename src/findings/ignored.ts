import type { Draft, Finding, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';

type Bare = Pick<Finding, 'code' | 'span'>;

const codePattern = /^(quote|citation|claim|draft|source)(-[a-z]+)+$/;

/** `<!-- groundwork-ignore -->`, `<!-- groundwork-ignore quote-altered, quote-variant the speaker's own correction -->` */
const ignoreComment = /^<!--\s*groundwork-ignore\b([\s\S]*?)-->$/;

/** What the ignore comments of a draft say of a finding. */
export type Ignored = {
  readonly covers: (finding: Bare) => boolean;
  /** A word of the comment at the finding's block that looks like a code and is none: a mistyped one has no effect. */
  readonly mistyped: (finding: Bare) => string | undefined;
};

/**
 * Findings that the writer asked not to see: an ignore comment covers the block that follows it (or the block it stands in,
 * behind the text), for all codes or for those it names. Words that are no code are the writer's reason.
 */
export function ignoredBy(draft: Draft, prose: Prose, known: readonly string[]): Ignored {
  const rules = prose.comments.flatMap(comment => {
    const match = ignoreComment.exec(draft.text.slice(comment.start, comment.end));
    if (!match) return [];
    const words = (match[1] ?? '').split(/[\s,]+/);
    const codes = words.filter(word => codePattern.test(word));
    const block =
      prose.blocks.find(b => b.span.start < comment.start && isBehind(comment.start, b.span, prose)) ??
      prose.blocks.find(b => b.span.start >= comment.start);
    return block ? [{ span: block.span, codes }] : [];
  });
  const rulesAt = (at: number) => rules.filter(({ span }) => span.start <= at && at < span.end);
  return {
    covers: ({ code, span }) =>
      rulesAt(span.start).some(({ codes }) => codes.length === 0 || codes.some(named => named === code)),
    mistyped: ({ span }) =>
      rulesAt(span.start)
        .flatMap(({ codes }) => codes)
        .find(named => !known.includes(named)),
  };
}

/** In the block, or behind its last word on the same line: there the comment itself and citations are blanks. */
function isBehind(comment: number, block: Span, prose: Prose): boolean {
  return comment < block.end || /^[^\S\r\n]*$/.test(prose.text.slice(block.end, comment).replaceAll('\u200b', ''));
}

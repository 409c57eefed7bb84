import type { Draft, Finding, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';

type Bare = Pick<Finding, 'code' | 'span'>;

const codePattern = /^(quote|citation|claim|draft|source)(-[a-z]+)+$/;

/** `<!-- groundwork-ignore -->`, `<!-- groundwork-ignore quote-altered, quote-variant the speaker's own correction -->` */
const ignoreComment = /^<!--\s*groundwork-ignore\b([\s\S]*?)-->$/;

/**
 * Whether a finding is one the writer asked not to see: an ignore comment covers the block that follows it (or the block
 * it stands in, behind the text), for all codes or for those it names. Words that are no code are the writer's reason.
 */
export function ignoredBy(draft: Draft, prose: Prose): (finding: Bare) => boolean {
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
  return finding =>
    rules.some(
      ({ span, codes }) =>
        span.start <= finding.span.start &&
        finding.span.start < span.end &&
        (codes.length === 0 || codes.some(code => code === finding.code)),
    );
}

/** In the block, or behind its last word on the same line: there the comment itself and citations are blanks. */
function isBehind(comment: number, block: Span, prose: Prose): boolean {
  return comment < block.end || /^[^\S\r\n]*$/.test(prose.text.slice(block.end, comment).replaceAll('\u200b', ''));
}

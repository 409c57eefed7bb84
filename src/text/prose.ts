/**
 * The prose of a draft: what a reader reads, at the offsets where the writer wrote it.
 *
 * Everything that is no prose (code, targets of links, front matter, HTML, math, citation keys, footnote marks, markup)
 * is blanked, so that whoever looks for sentences and quotations never meets it and no offset ever moves. Blanks are
 * spaces; where a space would tear a word or a quotation mark from its neighbour (`un*believ*able`, `“*I might* have”`,
 * `word[^1].`) they are zero width spaces (U+200B), which folding drops. Newlines are kept.
 *
 * Citations are blanked as well: those who look for them read the draft's own text.
 */
import type { Span } from '../model.ts';

export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'blockquote' | 'table' | 'caption' | 'footnote';

/** A stretch of prose that holds whole sentences: no sentence or quotation mark pair need be looked for across two. */
export type Block = { readonly kind: BlockKind; readonly span: Span };

export type ProseLink = { readonly span: Span; readonly label: Span; readonly target: string };

export type Prose = {
  /** As long as the draft, non-prose blanked. */
  readonly text: string;
  /** In the order of the draft, without overlap. */
  readonly blocks: readonly Block[];
  readonly frontMatter?: Span;
  readonly links: readonly ProseLink[];
  /** HTML comments (`%` comments in LaTeX), delimiters included. */
  readonly comments: readonly Span[];
  /** Footnote marks and `[@key]` citations: blanked, for those who look for citations to find in the draft's own text. */
  readonly citationMarks: readonly Span[];
  /** True inside code, link targets, front matter, HTML, comments, math and citation marks. */
  masked(offset: number): boolean;
};

import type { Citation, CitationParts, CitationStyleName, Draft, Edit, Source } from '../model.ts';
import { authorDate } from './authorDate.ts';
import { footnote, renamedNote } from './footnote.ts';
import { latex } from './latex.ts';
import { link } from './link.ts';
import { addToRange, isInRange, numbered } from './numbered.ts';
import { pandoc } from './pandoc.ts';
import type { CitationContext, CitationStyle, WrittenCitation } from './style.ts';
import { isTypst, typst } from './typst.ts';
import { wikilink } from './wikilink.ts';

/** Every style there is, the default first. */
export const citationStyles: readonly CitationStyle[] = [
  footnote,
  pandoc,
  link,
  authorDate,
  wikilink,
  latex,
  typst,
  numbered,
];

/** The style new citations get: the writer's, but a LaTeX or Typst draft takes its own language's only. */
function styleFor(draft: Draft, preferred: CitationStyleName): CitationStyle {
  const name = draft.language === 'latex' ? 'latex' : isTypst(draft) ? 'typst' : preferred;
  return citationStyles.find(style => style.name === name) ?? footnote;
}

/** A new citation of a source in the writer's style. */
export function cite(
  source: Source,
  parts: CitationParts,
  preferred: CitationStyleName,
  context: CitationContext,
): WrittenCitation {
  return styleFor(context.draft, preferred).write(source, parts, context);
}

/**
 * The edits that make a citation name another source: in its own style, and where no page was given only the key is
 * replaced. The old source's page goes with it; the other parts of a group stay as they are, and to a range
 * the source is added. A note that names no source gets
 * the source's words in place of its own.
 */
export function recite(
  citation: Citation,
  source: Source,
  preferred: CitationStyleName,
  context: CitationContext,
): readonly Edit[] {
  const style = citationStyles.find(({ name }) => name === citation.style) ?? styleFor(context.draft, preferred);
  const grouped = isGrouped(citation, context.draft);
  if (citation.keySpan && (citation.locator === undefined || (grouped && style === latex))) {
    return [{ span: citation.keySpan, text: context.library.keyOf(source) }];
  }
  const note = style === footnote ? renamedNote(citation, source, context) : undefined;
  if (note) return [note];
  if (style === numbered && isInRange(citation, context.draft)) return addToRange(citation, source, context);
  const { locator: _, ...parts } = citation;
  const { mark, edits } = style.write(source, parts, context);
  return [{ span: citation.span, text: grouped ? mark.slice(1, -1) : mark }, ...edits];
}

/** Whether the citation shares its brackets with others: they are not in its span then. */
function isGrouped({ style, span, form }: Citation, { text }: Draft): boolean {
  if (form === 'in-text') return false;
  const opening = { pandoc: '[', 'author-date': '(', latex: '\\', numbered: '[' }[style as string];
  return opening !== undefined && !text.startsWith(opening, span.start);
}

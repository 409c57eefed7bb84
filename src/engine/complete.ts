import { passageParts } from '../citations/passageParts.ts';
import { cite } from '../citations/styles.ts';
import type { CitationStyleName, Edit, Passage, Source, Span } from '../model.ts';
import { openQuotationAt } from '../quotes/openQuotation.ts';
import { type QuoteSuggestion, suggestQuotes } from '../quotes/suggestQuotes.ts';
import type { Settings } from '../settings.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';
import { type BlockPlace, blockAt } from './blockPlace.ts';
import { ownStyle } from './ownStyle.ts';
import { inForms, type OfferedForm } from './quoteForms.ts';
import type { QuoteCompletion, QuoteCompletions } from './types.ts';

/** As many as a person looks through; the list stays live, so typing brings up the others. */
const mostOffered = 20;

/** Exact quotes for an open quotation at the offset; undefined when there is none there. */
export function complete(
  analysis: Writable & Pick<Analysis, 'quotations'>,
  offset: number,
  store: SourceStore,
  settings: Settings,
): QuoteCompletions | undefined {
  const { draft, prose } = analysis;
  const open = openQuotationAt(draft, prose, offset);
  if (!open) return undefined;
  const used = analysis.quotations
    .filter(q => q.span.start !== open.open.start)
    .map(q => ({ text: q.text, span: q.span }));
  const context = { typed: open.typed, paragraph: open.paragraph, used };
  const speaker = open.speaker === undefined ? {} : { speaker: open.speaker };
  const suggestions = suggestQuotes({ ...context, ...speaker }, store, mostOffered);
  const block = blockAt(draft, prose, open.open.start, open.close?.end ?? offset);
  const marks = { open: open.openMark, close: open.closeMark };
  const place: Place = { span: { start: open.open.start, end: open.close?.end ?? offset }, offset, marks, block };
  const forms = inForms(suggestions, open.typed, block !== undefined);
  const style = settings.completionCite ? ownStyle(analysis, settings) : undefined;
  return { completions: forms.map(offer => offered(offer, place, style, analysis)), typed: open.typed };
}

/** What a citation is written into, and how the draft cites already. */
type Writable = Pick<Analysis, 'draft' | 'prose' | 'library' | 'citations'>;

/** Where a quote goes. */
type Place = {
  readonly span: Span;
  readonly offset: number;
  readonly marks: { readonly open: string; readonly close: string };
  readonly block: BlockPlace | undefined;
};

type Edits = Pick<QuoteCompletion, 'edit' | 'cursor' | 'additionalEdits'>;

function offered(
  { form, suggestion, passage }: OfferedForm,
  place: Place,
  style: CitationStyleName | undefined,
  context: Writable,
) {
  const { source, speaker, usedAt, variants } = suggestion;
  const words = onOneLine(passage.text);
  const block = form === 'block' ? place.block : undefined;
  const span = block?.span ?? place.span;
  const quoted = block ? `${block.before}> ${words}` : place.marks.open + words + place.marks.close;
  const written = { quoted, behind: block?.behind ?? '' };
  const edits = style
    ? withCitation(written, span, { source, passage }, style, context)
    : { edit: { span, text: written.quoted + written.behind }, additionalEdits: [] };
  return {
    form,
    passage,
    source,
    variants: form === 'sentence' || passage === suggestion.passage ? variants : [],
    ...(speaker === undefined ? {} : { speaker }),
    ...(usedAt === undefined ? {} : { usedAt }),
    ...edits,
    filterText: context.draft.text.slice(span.start, place.offset) + words,
  };
}

/**
 * The quotation with its citation behind it. An editor takes additional edits anywhere but at the very place of the main
 * one; where the draft ends there, the definition joins the main edit and `cursor` says where to go on writing.
 */
function withCitation(
  { quoted, behind }: { readonly quoted: string; readonly behind: string },
  span: Span,
  { source, passage }: Pick<QuoteSuggestion, 'source' | 'passage'>,
  style: CitationStyleName,
  context: Writable,
): Edits {
  const { gap, mark, edits } = cite(source, passageParts(passage, source), style, context);
  const text = quoted + gap + mark + behind;
  const touching = edits.find(edit => edit.span.start === span.end);
  if (!touching) return { edit: { span, text }, additionalEdits: edits };
  return { edit: { span, text: text + touching.text }, cursor: text.length, additionalEdits: [] };
}

/** The edits that put a passage as a quotation with its citation at the offset, in the draft's own mark style. */
export function insertQuote(
  context: Writable,
  offset: number,
  passage: Passage,
  source: Source,
  settings: Settings,
): Edit[] {
  const [open, close] = markStyle(context.prose.text);
  const { gap, mark, edits } = cite(source, passageParts(passage, source), ownStyle(context, settings), context);
  const text = open + onOneLine(passage.text) + close + gap + mark;
  const at = { start: offset, end: offset };
  const touching = edits.find(edit => edit.span.start === offset);
  if (!touching) return [{ span: at, text }, ...edits];
  return [{ span: at, text: text + touching.text }];
}

/** Curly unless the draft writes straight marks. */
function markStyle(text: string): readonly [string, string] {
  return text.includes('"') && !text.includes('“') ? ['"', '"'] : ['“', '”'];
}

/** A source's line breaks are layout, not words: the one thing of a passage that is not inserted as it stands. */
function onOneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ');
}

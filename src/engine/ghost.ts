import { openQuotationAt } from '../quotes/openQuotation.ts';
import { suggestQuotes } from '../quotes/suggestQuotes.ts';
import type { SourceStore } from '../sources/store.ts';
import { fold } from '../text/fold.ts';
import type { Analysis } from './analyse.ts';
import type { Ghost } from './types.ts';

/** Passages looked at; whoever begins alike must be among them, so it is more than a list shows. */
const proposals = 120;
/** Folded characters typed before one continuation is more than a guess. */
const leastTyped = 8;

/**
 * The rest of a passage, verbatim, when the words typed behind an opening mark are the beginning of that passage and of no
 * other in the sources; reprints that go on alike count as one. Typography may differ in what was typed, letters may not.
 */
export function ghost(
  { draft, prose }: Pick<Analysis, 'draft' | 'prose'>,
  offset: number,
  store: SourceStore,
): Ghost | undefined {
  const open = openQuotationAt(draft, prose, offset);
  if (!open) return undefined;
  const typed = fold(open.typed).text;
  if (typed.trim().length < leastTyped || !/\S\s/.test(typed)) return undefined;
  const context = { typed: open.typed, paragraph: '', used: [] };
  const begun = suggestQuotes(context, store, proposals)
    .map(({ passage, source }) => ({ passage, source, folded: fold(passage.text) }))
    .filter(({ folded }) => folded.text.startsWith(typed) && folded.text.length > typed.length)
    .sort((a, b) => a.folded.text.length - b.folded.text.length);
  const [shortest] = begun;
  if (!shortest || begun.some(({ folded }) => !folded.text.startsWith(shortest.folded.text))) return undefined;
  const { passage, source, folded } = shortest;
  const from = passage.span.start + (folded.offsets[typed.length] ?? 0);
  const rest = source.text.slice(from, passage.span.end).replace(/\s*\r?\n\s*/g, ' ');
  const span = { start: offset, end: open.close?.end ?? offset };
  return { edit: { span, text: rest + open.closeMark }, passage, source };
}

import { nameSource } from '../citations/describe.ts';
import { footnoteDefinitions, footnotes } from '../citations/footnote.ts';
import { listedEntries, referenceList } from '../citations/referenceList.ts';
import type { Finding, Source, Span } from '../model.ts';
import type { FindingContext } from './context.ts';

type Bare = Omit<Finding, 'severity'>;

/**
 * `citation-unused`: an entry of the reference list, or a footnote's definition, that nothing in the draft cites. Silent in a
 * draft that cites nothing at all: a list alone is how some writers credit their sources.
 */
export function citationUnused(context: FindingContext): Bare[] {
  const cited = new Set(context.citations.map(citation => citation.sourceId).filter(id => id !== undefined));
  return cited.size === 0 ? [] : [...unusedEntries(context, cited), ...unusedNotes(context)];
}

function unusedEntries({ draft, prose, library, citations }: FindingContext, cited: ReadonlySet<string>): Bare[] {
  const list = referenceList(draft, prose);
  if (!list) return [];
  const pointedAt = new Set(citations.map(({ definition }) => definition?.start));
  return listedEntries(list, draft, prose, library).flatMap(({ span, source, counts }) => {
    if (!source || cited.has(source.id) || pointedAt.has(span.start)) return [];
    const found = unused(span, `${nameSource(source)} is in the reference list, but nothing cites it.`, draft.text);
    return [counts ? { ...found, fixes: [] } : found];
  });
}

function unusedNotes({ draft, prose, library }: FindingContext): Bare[] {
  const used = new Set(footnotes(draft.text, prose).map(({ label }) => label.toLowerCase()));
  return footnoteDefinitions(draft.text, prose).flatMap(({ span, label, content }) => {
    const source: Source | undefined = used.has(label.toLowerCase()) ? undefined : library.named(content);
    return source ? [unused(span, `No mark [^${label}] in the draft points at this note.`, draft.text)] : [];
  });
}

function unused(span: Span, message: string, text: string): Bare {
  const edits = [{ span: withLineEnd(span, text), text: '' }];
  return { code: 'citation-unused', span, message, evidence: [], fixes: [{ title: 'Remove this entry', edits }] };
}

/** The entry's own line goes with it, and one blank line below it. */
function withLineEnd({ start, end }: Span, text: string): Span {
  const behind = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + behind };
}

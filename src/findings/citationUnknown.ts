import { nameSource } from '../citations/describe.ts';
import { nearestKeys } from '../citations/nearestKeys.ts';
import type { Citation, Finding, Fix, Item, Source } from '../model.ts';
import { type FindingContext, sourcesOf } from './context.ts';

/**
 * `citation-unknown`: a citation key that neither the library nor the draft's own bibliography knows, a footnote mark without
 * a definition anywhere, a number that the reference list does not have, or the note of a quotation that names no known source. A footnote elsewhere that names no source is
 * the writer's own remark and stays silent. A note with several marks is told at the first.
 */
export function citationUnknown(context: FindingContext): Omit<Finding, 'severity'>[] {
  const unknown = context.citations
    .filter(citation => citation.sourceId === undefined && citation.entry === undefined)
    .filter(citation => !citation.keySpan || context.keysKnown);
  const citing = unknown.length > 0 ? itemsByCitation(context.items) : new Map<number, Item[]>();
  const itemsOf = ({ span }: Citation) => citing.get(span.start) ?? [];
  const told = new Set<number>();
  return unknown
    .filter(citation => !citation.definition || itemsOf(citation).some(({ kind }) => kind === 'quotation'))
    .filter(({ definition }) => !definition || (!told.has(definition.start) && told.add(definition.start)))
    .map(citation => ({
      code: 'citation-unknown' as const,
      span: citation.keySpan ?? citation.span,
      message: messageFor(citation, context),
      evidence: [],
      fixes: [...nearestKeyFixes(citation, context), ...sourceFixes(citation, itemsOf(citation), context)],
    }));
}

function messageFor({ key, keySpan, definition, style }: Citation, { draft }: FindingContext): string {
  if (keySpan) return `No source and no bibliography entry has the key ${key}.`;
  const isEntry = style === 'numbered';
  if (!definition)
    return isEntry ? `The reference list has no entry ${key}.` : `The note [^${key}] has no definition in this draft.`;
  const note = isEntry ? `Entry ${key} of the reference list` : 'This note';
  const place = placeIn(draft.text.slice(definition.start, definition.end));
  return place ? `${note} names ${place}, which is not among your sources.` : `${note} names none of your sources.`;
}

/** The address or file that a note names: that of a source that was taken away, most often. */
function placeIn(note: string): string | undefined {
  const address = /https?:\/\/[^\s<>]*[^\s<>.,;:)\]]/i.exec(note)?.[0];
  return (
    address ??
    /(?<![^\s(<,])(?:[\p{L}\p{N}_.@~-]+\/)+[\p{L}\p{N}_.@~-]+\.[a-z]\w{1,5}(?![\p{L}\p{N}/])/iu.exec(note)?.[0]
  );
}

/** Most offered of each kind; more is a search of its own. */
const mostOffered = 3;

function nearestKeyFixes({ key, keySpan }: Citation, { library }: FindingContext): Fix[] {
  if (!keySpan) return [];
  return nearestKeys(key, library, mostOffered).map((near, i, all) => ({
    title: `Change to ${near}`,
    edits: [{ span: keySpan, text: near }],
    preferred: i === 0 && all.length === 1,
  }));
}

function sourceFixes(citation: Citation, items: readonly Item[], context: FindingContext): Fix[] {
  return likelySources(items, context).map(source => ({
    title: `Cite ${nameSource(source)}`,
    edits: context.recite(citation, source),
  }));
}

/** What each citation stands behind, by where the citation begins. */
function itemsByCitation(items: readonly Item[]): Map<number, Item[]> {
  const found = new Map<number, Item[]>();
  for (const item of items) {
    const own = item.kind === 'quotation' ? item.quotation.citation : item.claim.citation;
    if (!own) continue;
    const known = found.get(own.span.start);
    if (known) known.push(item);
    else found.set(own.span.start, [item]);
  }
  return found;
}

/** The sources that hold the quoted words, else those of the words that a citation stands behind. */
function likelySources(items: readonly Item[], { store }: FindingContext): Source[] {
  const quoted = items.filter(item => item.kind === 'quotation' && item.verdict.label === 'exact');
  const cited = items.filter(item => item.kind === 'claim' || item.verdict.label !== 'not-found');
  const sources = (quoted.length > 0 ? quoted : cited).flatMap(item => sourcesOf(item.verdict.evidence, store));
  return [...new Map(sources.map(source => [source.id, source])).values()].slice(0, mostOffered);
}

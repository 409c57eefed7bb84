import { citationFor } from '../citations/attach.ts';
import type { Bibliographies } from '../citations/bibliographies.ts';
import { findCitations } from '../citations/findCitations.ts';
import { type Library, libraryOf } from '../citations/library.ts';
import { referenceList } from '../citations/referenceList.ts';
import { findClaims } from '../claims/findClaims.ts';
import type { Citation, Claim, Draft, Quotation } from '../model.ts';
import { findQuotations } from '../quotes/findQuotations.ts';
import type { Settings } from '../settings.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Prose } from '../text/prose.ts';
import { readProse } from '../text/readProse.ts';

/** What a draft holds, before any source is asked about it. */
export type Analysis = {
  readonly draft: Draft;
  readonly prose: Prose;
  readonly library: Library;
  /** False while a bibliography file that the draft names was not read: a key that nobody knows may be in it. */
  readonly keysKnown: boolean;
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
  readonly claims: readonly Claim[];
};

/**
 * Finds citations, quotations and claims, each with the citation that stands for it. A draft that says
 * `groundwork: off` in its front matter holds nothing.
 */
export function analyse(
  draft: Draft,
  store: SourceStore,
  settings: Settings,
  bibliographies?: Bibliographies,
): Analysis {
  const prose = readProse(draft.text, draft.language);
  const library = libraryOf(store.sources(), bibliographies?.entriesOf(draft));
  const keysKnown = bibliographies?.isComplete(draft) ?? true;
  if (isOff(draft, prose)) return { draft, prose, library, keysKnown, citations: [], quotations: [], claims: [] };
  const citations = findCitations({ draft, prose, library });
  const cited = <T extends Quotation | Claim>(found: T): T => {
    const citation = citationFor(found.span, prose, citations);
    return citation ? { ...found, citation } : found;
  };
  // The reference list, and a definition that names a source, are references, titles in quotation marks and all; a remark in a note is prose.
  const notes = citations.flatMap(c => (c.sourceId !== undefined && c.definition ? [c.definition] : []));
  const list = referenceList(draft, prose)?.span;
  const references = list ? [...notes, list] : notes;
  const inProse = ({ span }: Quotation | Claim) => !references.some(r => r.start <= span.start && span.end <= r.end);
  const quotations = findQuotations(draft, prose).filter(inProse).map(cited);
  const claims = settings.claimsLevel === 'off' ? [] : findClaims(draft, prose, quotations).filter(inProse).map(cited);
  return { draft, prose, library, keysKnown, citations, quotations, claims };
}

function isOff(draft: Draft, prose: Prose): boolean {
  if (!prose.frontMatter) return false;
  return /^groundwork:[ \t]*(off|false)[ \t]*\r?$/m.test(
    draft.text.slice(prose.frontMatter.start, prose.frontMatter.end),
  );
}

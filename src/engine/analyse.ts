import type { Bibliographies } from '../citations/bibliographies.ts';
import { citationMarks } from '../citations/citationMarks.ts';
import { findCitations } from '../citations/findCitations.ts';
import { type Library, libraryOf } from '../citations/library.ts';
import { referenceList } from '../citations/referenceList.ts';
import { isParticular } from '../claims/ownThought.ts';
import type { Citation, Claim, Draft, Quotation, Span } from '../model.ts';
import { findQuotations } from '../quotes/findQuotations.ts';
import type { Settings } from '../settings.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Prose } from '../text/prose.ts';
import { readProse } from '../text/readProse.ts';
import { citedByBlock } from './citedByBlock.ts';
import { claimsByBlock } from './claimsByBlock.ts';
import { createDraftMemory, type DraftMemory } from './draftMemory.ts';

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

/** What stays the same between two readings of drafts, and what earlier ones left. */
export type Reading = {
  readonly store: SourceStore;
  readonly settings: Settings;
  readonly bibliographies?: Bibliographies;
  readonly memory?: DraftMemory;
};

/**
 * Finds citations, quotations and claims, each with the citation that stands for it, when they are first asked for: a
 * completion never waits for the claims. A draft that says `groundwork: off` in its front matter holds nothing. The answer
 * depends on the draft, the sources and the settings alone: what is remembered (`memory`, and `before`, an earlier analysis
 * of the draft) only makes it come sooner.
 */
export function analyse(draft: Draft, reading: Reading, before?: Analysis): Analysis {
  const { store, settings, bibliographies, memory = createDraftMemory() } = reading;
  const prose = readProse(draft.text, draft.language, before?.prose);
  const library = libraryOf(store.sources(), bibliographies?.entriesOf(draft));
  const keysKnown = bibliographies?.isComplete(draft) ?? true;
  if (isOff(draft, prose)) return { draft, prose, library, keysKnown, citations: [], quotations: [], claims: [] };
  const citations = lazy(() => findCitations({ draft, prose, library }));
  const references = lazy(() => referencesOf(draft, prose, citations()));
  const inProse = ({ span }: Quotation | Claim) => !references().some(r => r.start <= span.start && span.end <= r.end);
  const found = lazy(() => findQuotations(draft, prose, memory.speech).filter(inProse));
  const quotations = lazy(() => citedByBlock(found(), prose, citations(), memory.cited));
  const claims = lazy(() => {
    if (settings.claimsLevel === 'off') return [];
    const marks = citationMarks(draft, prose, citations(), library);
    const checkable = claimsByBlock(draft, prose, found(), marks, memory.claims).filter(inProse);
    const wanted = settings.claimsLevel === 'facts' ? checkable.filter(({ text }) => isParticular(text)) : checkable;
    return citedByBlock(wanted, prose, citations(), memory.cited);
  });
  return {
    draft,
    prose,
    library,
    keysKnown,
    get citations() {
      return citations();
    },
    get quotations() {
      return quotations();
    },
    get claims() {
      return claims();
    },
  };
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * The reference list, and definitions that name a source, are references, titles in quotation marks and all; a remark in a
 * note is prose.
 */
function referencesOf(draft: Draft, prose: Prose, citations: readonly Citation[]): Span[] {
  const notes = new Map<number, Span>();
  for (const { sourceId, definition } of citations) {
    if (sourceId !== undefined && definition) notes.set(definition.start, definition);
  }
  const list = referenceList(draft, prose)?.span;
  return list ? [...notes.values(), list] : [...notes.values()];
}

function isOff(draft: Draft, prose: Prose): boolean {
  if (!prose.frontMatter) return false;
  return /^groundwork:[ \t]*(off|false)[ \t]*\r?$/m.test(
    draft.text.slice(prose.frontMatter.start, prose.frontMatter.end),
  );
}

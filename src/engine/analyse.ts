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
  const isChecked = !isOff(draft, prose);
  return new ReadDraft({ draft, prose, library, keysKnown, isChecked }, settings, memory);
}

type Bare = Pick<Analysis, 'draft' | 'prose' | 'library' | 'keysKnown'> & { readonly isChecked: boolean };

/** A class for the sake of its getters: written into an object they would give each analysis a shape of its own. */
class ReadDraft implements Analysis {
  readonly draft: Draft;
  readonly prose: Prose;
  readonly library: Library;
  readonly keysKnown: boolean;
  private ownCitations: readonly Citation[] | undefined = undefined;
  private allReferences: readonly Span[] | undefined = undefined;
  private allQuotations: readonly Quotation[] | undefined = undefined;
  private ownQuotations: readonly Quotation[] | undefined = undefined;
  private ownClaims: readonly Claim[] | undefined = undefined;

  constructor(
    private readonly bare: Bare,
    private readonly settings: Settings,
    private readonly memory: DraftMemory,
  ) {
    this.draft = bare.draft;
    this.prose = bare.prose;
    this.library = bare.library;
    this.keysKnown = bare.keysKnown;
  }

  get citations(): readonly Citation[] {
    this.ownCitations ??= this.bare.isChecked ? findCitations(this.bare) : [];
    return this.ownCitations;
  }

  get quotations(): readonly Quotation[] {
    this.ownQuotations ??= citedByBlock(this.found, this.prose, this.citations, this.memory.cited);
    return this.ownQuotations;
  }

  get claims(): readonly Claim[] {
    this.ownClaims ??= this.bare.isChecked && this.settings.claimsLevel !== 'off' ? this.findClaims() : [];
    return this.ownClaims;
  }

  /** Quotations without the citations that stand for them. */
  private get found(): readonly Quotation[] {
    const { draft, prose, memory } = this;
    this.allQuotations ??= this.bare.isChecked ? this.inProse(findQuotations(draft, prose, memory.speech)) : [];
    return this.allQuotations;
  }

  private findClaims(): readonly Claim[] {
    const { draft, prose, citations, library, memory } = this;
    const marks = citationMarks(draft, prose, citations, library);
    const checkable = this.inProse(claimsByBlock(draft, prose, this.found, marks, memory.claims));
    const wanted = this.settings.claimsLevel === 'facts' ? checkable.filter(c => isParticular(c.text)) : checkable;
    return citedByBlock(wanted, prose, citations, memory.cited);
  }

  private inProse<Found extends Quotation | Claim>(found: readonly Found[]): Found[] {
    this.allReferences ??= referencesOf(this.draft, this.prose, this.citations);
    const references = this.allReferences;
    return found.filter(({ span }) => !references.some(r => r.start <= span.start && span.end <= r.end));
  }
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

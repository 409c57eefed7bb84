/** What the engine answers: plain data with offsets, for the server, the command line and tests alike. */
import type { Bibliographies } from '../citations/bibliographies.ts';
import type { BibliographyEdits } from '../citations/bibliography.ts';
import type { CitationCompletions } from '../citations/completeCitation.ts';
import type { Entry } from '../citations/entry.ts';
import type { CslFiles } from '../citations/renderEntries.ts';
import type {
  Citation,
  ClaimItem,
  Draft,
  Edit,
  Evidence,
  Finding,
  IgnoredFinding,
  Item,
  Passage,
  QuotationItem,
  Quote,
  Source,
  Span,
} from '../model.ts';
import type { Settings } from '../settings.ts';
import type { SourceStore } from '../sources/store.ts';

export type CheckResult = {
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  /** What the writer asked to pass over, by a comment or in the list of the settings. */
  readonly ignored: readonly Finding[];
};

/**
 * How a quote is put in: one sentence, all that is quoted there, the passage up to its next natural end, or the sentence and
 * what is quoted behind it as a block quote.
 */
export type QuoteForm = 'sentence' | 'whole' | 'clause' | 'block';

/** One exact quote offered while the writer types. */
export type QuoteCompletion = {
  readonly form: QuoteForm;
  /** `source.text.slice(span)`, never anything else. */
  readonly passage: Passage;
  readonly source: Source;
  readonly speaker?: string;
  /** Where the draft uses these words already. */
  readonly usedAt?: Span;
  /** The same words as other sources have them. */
  readonly variants: readonly Evidence[];
  /** Replaces from the opening mark (a block quote: and the blanks before it) to the cursor, over an auto-closed mark, on one line. */
  readonly edit: Edit;
  /** Offset within the edit's text where the cursor belongs; absent: behind it. */
  readonly cursor?: number;
  /** The citation's definition, outside the line of `edit`. */
  readonly additionalEdits: readonly Edit[];
  /**
   * What the editor filters by: begins with the text in the edit's span, so that it always matches; the passage follows,
   * so that it still does when the writer types on before the list is there.
   */
  readonly filterText: string;
};

export type QuoteCompletions = { readonly completions: readonly QuoteCompletion[]; readonly typed: string };

/**
 * What a hover shows: the thing under the offset and what the sources say of it. The span holds the offset: it is the thing,
 * never the line, or what is wrong with it beside it.
 */
export type Card =
  | {
      readonly kind: 'quotation';
      readonly span: Span;
      readonly item: QuotationItem;
      readonly findings: readonly Finding[];
      readonly ignored: readonly Finding[];
    }
  | {
      readonly kind: 'claim';
      readonly span: Span;
      readonly item: ClaimItem;
      readonly findings: readonly Finding[];
      readonly ignored: readonly Finding[];
    }
  | {
      readonly kind: 'citation';
      readonly span: Span;
      readonly citation: Citation;
      readonly passage?: Passage;
      readonly description?: string;
    };

export type Target = { readonly span: Span; readonly passage: Passage };

/** A passage found by words, for the quick pick and `groundwork find`. */
export type FoundPassage = {
  readonly passage: Passage;
  readonly source: Source;
  readonly speaker?: string;
  /** Whether it has all words asked for, the last one at least as a beginning; all passages of an answer or none. */
  readonly complete: boolean;
  /** Whether the source prints these words as somebody's own. */
  readonly quoted: boolean;
  /** 1-based line of the passage in the source's text. */
  readonly line: number;
  /** Relevance, higher is better; comparable within one answer only. */
  readonly score: number;
};

export type SheetFormat = 'html' | 'markdown' | 'csv';

/** What the engine answers about citing. */
export type References = {
  /** Undefined when no citation is being typed at the offset: the caller answers nothing, at once. */
  completeCitation(draft: Draft, offset: number): CitationCompletions | undefined;
  /** What the draft cites, each once, in the order of its citations, as CSL-JSON; to export or to render. */
  citedEntries(draft: Draft): readonly Entry[];
  /**
   * The bibliography files a draft names (absolute addresses, to be read and put into `bibliographies`), the style its list
   * is or would be written in (a name or the address of a .csl file), and whether Groundwork wrote one.
   */
  bibliographyOf(draft: Draft): {
    readonly files: readonly string[];
    readonly style: string;
    readonly written: boolean;
  };
  /** Insert Bibliography and Update Bibliography: the edits, or why there are none. */
  writeBibliography(draft: Draft, style: string, csl: CslFiles): Promise<BibliographyEdits>;
};

/** What stands grey behind the cursor: the source's own words from where the writer stopped. */
export type Ghost = { readonly edit: Edit; readonly passage: Passage; readonly source: Source };

/** A place of the draft that stands on a source. */
export type Use = { readonly sourceId: string; readonly span: Span; readonly kind: 'quotation' | 'citation' };

/** What one person is quoted as saying in a source; without a name: what nobody is clearly named for. */
export type Speaker = { readonly name?: string; readonly quotes: readonly Quote[] };

/** What the engine answers to the views beside a draft and to the writer's hand: showing, inserting, citing, ignoring. */
export type Companion = {
  /** The one verbatim continuation of the quotation that is open at the offset. */
  ghost(draft: Draft, offset: number): Ghost | undefined;
  /** Writes a citation behind the thing at the offset. */
  citePassage(draft: Draft, offset: number, passage: Passage): readonly Edit[];
  /** Writes a citation at the offset itself, whatever begins there. */
  citeHere(draft: Draft, offset: number, passage: Passage): readonly Edit[];
  /** Writes the passage as a quotation behind the thing at the offset, or at the offset when nothing is there. */
  quoteBehind(draft: Draft, offset: number, passage: Passage): readonly Edit[];
  /** The comment that makes the check pass over a finding; none where no comment can be written. */
  ignoreComment(draft: Draft, finding: Pick<Finding, 'code' | 'span'>): Edit | undefined;
  /** Which sources the draft uses where; `items` are those of a check of the same draft. */
  uses(draft: Draft, items: readonly Item[]): readonly Use[];
  /** Who says what in a source. */
  speakers(source: Source): readonly Speaker[];
  /** What of a passage bears on these words of the draft, in the source's offsets. */
  bearing(evidence: Evidence, draftWords: string): readonly Span[];
};

export type Engine = References &
  Companion & {
    /** Entries of the files that drafts name as their bibliography. */
    readonly bibliographies: Bibliographies;
    readonly store: SourceStore;
    readonly settings: Settings;
    /** Everything that can be said of a draft. Aborting rejects with the signal's reason. */
    check(draft: Draft, signal?: AbortSignal): Promise<CheckResult>;
    /** Makes the first completions as quick as later ones, in small turns; best once the sources are read. */
    warm(signal?: AbortSignal): Promise<void>;
    /** Makes the first check as quick as later ones, once in a process, with rests; best when nobody types. */
    practise(signal?: AbortSignal): Promise<void>;
    /** Undefined when the offset is not inside an open quotation: the caller answers nothing, at once. */
    complete(draft: Draft, offset: number): QuoteCompletions | undefined;
    hover(draft: Draft, offset: number): Card | undefined;
    /** The passages that the quotation, claim or citation under the offset stands on; `span` is the thing in the draft. */
    definition(draft: Draft, offset: number): readonly Target[];
    /** Every citation with a known source, with the passage to open. */
    links(draft: Draft): readonly Target[];
    /** Exact passages for some words, best first; those that have all of them, else the nearest. */
    find(words: string, limit: number): readonly FoundPassage[];
    /** The edits that put this passage as a quotation with its citation at the offset (Insert Quote…). */
    insertQuote(draft: Draft, offset: number, passage: Passage): readonly Edit[];
    /** The fact-checker's sheet of a draft as a whole file; `path` is how people call the draft, `at` the moment of the check. */
    sheet(path: string, draft: Draft, format: SheetFormat, at: Date): Promise<string>;
    /** The entry that makes the ignore list of groundwork.json cover this finding. */
    ignoreEntry(draft: Draft, finding: Pick<Finding, 'code' | 'span'>): IgnoredFinding;
    /** The engine with other settings over the same sources. */
    withSettings(settings: Settings): Engine;
  };

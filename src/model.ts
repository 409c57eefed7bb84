/**
 * The central types: plain data, no logic. Everything may import this file.
 *
 * All offsets are UTF-16 code units into the text they belong to, end exclusive.
 * Only server/convert.ts knows editor positions.
 */

/** A stretch of a text: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** One article or document in the library. */
export type Source = {
  /** Unique and stable: the file's uri, with `#n` behind it for the n-th record of a file that holds several. */
  readonly id: string;
  /** Where it was read from. */
  readonly uri: string;
  /** How people see it: the path below the workspace folder, with forward slashes. */
  readonly path: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  /** ISO 8601 date, `2025-10-16`; `2025-10` or `2025` where no more is known. */
  readonly published?: string;
  readonly url?: string;
  /** BCP 47 tag, `en`. */
  readonly language?: string;
  /** ISO 8601 date on which it was fetched or saved. */
  readonly accessed?: string;
  /** The key it has in the writer's own bibliography; absent: one is made. */
  readonly citationKey?: string;
  /** The fields above that nobody stated: read off the file's name or the look of its first lines. */
  readonly guessed?: readonly SourceField[];
  /** The whole readable text; spans of passages point into it. */
  readonly text: string;
  /** The stretch of the text that is the article itself, without front matter or header fields; absent: all of it. */
  readonly body?: Span;
  /** Pages, chapters, times or records in the order of the text; paragraphs are counted instead (`locate`). */
  readonly locators?: readonly Locator[];
  /** The file is called a text file and is none (a web page or a mail saved as .txt): its text was made of it. */
  readonly converted?: true;
  /** Hash of the file's bytes and of what a sidecar or library says of it: same hash, nothing to do. */
  readonly hash: string;
};

/** What is known of a source besides its text. */
export type SourceField = 'title' | 'authors' | 'publisher' | 'published' | 'url' | 'language' | 'accessed';

/** Where a stretch of a source stands in the document as people see it. */
export type Locator = {
  readonly kind: 'page' | 'chapter' | 'time' | 'record' | 'paragraph';
  /** What people call it: `12`, `xiv`, `Chapter 3`, `00:01:23`. */
  readonly label: string;
  readonly span: Span;
  /** Transcripts and subtitles: who speaks in this stretch. */
  readonly speaker?: string;
};

/** Why a file is not, or only partly, among the sources. */
export type SourceProblem = {
  readonly uri: string;
  readonly path: string;
  /** Ends the sentence that the path begins: what is wrong, and what to do about it. */
  readonly message: string;
  /** Something of the file was read all the same. */
  readonly partial?: boolean;
};

/** A stretch of one source: `text === source.text.slice(span.start, span.end)`, always. */
export type Passage = { readonly sourceId: string; readonly span: Span; readonly text: string };

/** Who is named as having said something, and where the text says so. */
export type Attribution = {
  /** The fullest name that stands for the person meant: a pronoun or bare surname is resolved when that is clear. */
  readonly speaker: string;
  /** Where the speaker (or the pronoun for it) stands beside the cue. */
  readonly speakerSpan: Span;
  /** The word that says that words were said: `said`, `told`, `according to`; absent for a mere colon. */
  readonly cue?: string;
  readonly cueSpan?: Span;
};

/** Words in a source that somebody is quoted as saying. The passage holds the words without their marks. */
export type Quote = { readonly passage: Passage; readonly outer: Span; readonly attribution?: Attribution };

/** One run of quoted words: `span` with the marks, `inner` without. */
export type QuotationPart = { readonly span: Span; readonly inner: Span };

/** Words in the draft between quotation marks or in a block quote. */
export type Quotation = {
  /** From the first opening mark to the last closing mark. */
  readonly span: Span;
  /** One part, or several where a cue stands in between: “One,” she said, “two.” */
  readonly parts: readonly QuotationPart[];
  /** The quoted words, parts joined by one space. */
  readonly text: string;
  readonly form: 'marks' | 'block';
  /** False while its closing mark is missing. */
  readonly closed: boolean;
  readonly attribution?: Attribution;
  readonly citation?: Citation;
};

/** A draft sentence or clause that states something checkable. */
export type Claim = { readonly span: Span; readonly text: string; readonly citation?: Citation };

/** `numbered` points into the writer's own list of references: it is read and mended there, new citations never get it. */
export type CitationStyleName =
  | 'footnote'
  | 'pandoc'
  | 'link'
  | 'author-date'
  | 'wikilink'
  | 'latex'
  | 'typst'
  | 'numbered';

/** What a citation says besides its source, each in the citation's own syntax. */
export type CitationParts = {
  /** Words before it: `see`. */
  readonly prefix?: string;
  /** Where in the source: `p. 3`. */
  readonly locator?: string;
  readonly suffix?: string;
  /** Without the author's name, or with the name as part of the sentence. */
  readonly form?: 'author-suppressed' | 'in-text';
  /** The command of a LaTeX citation, `parencite`. */
  readonly command?: string;
  /** The quoted words a link leads to; `…` stands between its beginning and its end. */
  readonly words?: string;
};

/** A mark in the draft that points at a source. */
export type Citation = CitationParts & {
  readonly span: Span;
  /** What the mark says: a footnote's label, a citation key, a link's target. */
  readonly key: string;
  readonly style?: CitationStyleName;
  /** Where the key alone stands; absent where no key is written. */
  readonly keySpan?: Span;
  /** The source it names; absent when no known source fits. */
  readonly sourceId?: string;
  /** It names an entry of the draft's own bibliography, whether or not that entry's source is in the library. */
  readonly entry?: string;
  /** Where what it points at is written in the draft (a footnote's definition), when it is. */
  readonly definition?: Span;
};

/** How grave a changed word is, gravest first. */
export type Gravity = 'negation' | 'number' | 'name' | 'omission' | 'wording';

/** One difference between the draft's words and a source's. An empty string: nothing stands there. */
export type Change = {
  readonly draft: string;
  readonly source: string;
  readonly draftSpan: Span;
  readonly sourceSpan: Span;
  readonly gravity: Gravity;
  /** What would make the draft say it, where the source's words in place of the draft's would not; `none`: nothing short would. */
  readonly remedy?: Remedy;
};

export type Remedy = { readonly span: Span; readonly text: string } | 'none';

export type EvidenceKind = 'exact' | 'typographic' | 'altered' | 'related';

/** A passage that bears on a quotation or claim, and how it matches. */
export type Evidence = {
  readonly passage: Passage;
  readonly kind: EvidenceKind;
  /** 0..1, higher is nearer. */
  readonly score: number;
  readonly changes: readonly Change[];
  /** Who says these words in the source, when that is clear. */
  readonly speaker?: string;
  /** The day on which the source was published (ISO date), to resolve "Friday" or "last month" in it. */
  readonly published?: string;
};

export type QuotationLabel = 'exact' | 'altered' | 'not-found' | 'not-checked';
export type ClaimLabel = 'supported' | 'contradicted' | 'unsupported' | 'not-checked';

/** What the evidence says of a quotation or a claim. */
export type Verdict<Label extends string = QuotationLabel | ClaimLabel> = {
  readonly label: Label;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** One plain sentence for the writer. */
  readonly reason: string;
  /** Which verifier said so; always shown. */
  readonly by: string;
  /** Claims: calibrated probability, 0..1, that the evidence supports it. */
  readonly score?: number;
};

export type FindingCode =
  | 'quote-altered'
  | 'quote-not-found'
  | 'quote-misattributed'
  | 'quote-variant'
  | 'quote-uncited'
  | 'citation-unknown'
  | 'citation-wrong-source'
  | 'citation-stale'
  | 'citation-unused'
  | 'claim-contradicted'
  | 'claim-unsupported'
  | 'claim-uncited'
  | 'draft-inconsistent'
  | 'source-unreadable';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type Edit = { readonly span: Span; readonly text: string };

/** Edits that belong together: applied as one step, undone as one step. Spans do not overlap. */
export type Fix = { readonly title: string; readonly edits: readonly Edit[]; readonly preferred?: boolean };

/** A problem shown to the writer. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The smallest stretch of the draft that is wrong. */
  readonly span: Span;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
};

/** A finding that the writer decided about: an entry of the ignore list in groundwork.json. */
export type IgnoredFinding = {
  readonly code: FindingCode;
  /** The beginning of the sentence, for people. */
  readonly sentence: string;
  /** Hash of the sentence's words: what the entry is bound to. */
  readonly hash: string;
  readonly reason?: string;
};

export type DraftLanguage = 'markdown' | 'plaintext' | 'latex';

/** The document being written. */
export type Draft = { readonly uri: string; readonly language: DraftLanguage; readonly text: string };

export type QuotationItem = {
  readonly kind: 'quotation';
  readonly quotation: Quotation;
  readonly verdict: Verdict<QuotationLabel>;
  /** The same words as other sources print them, best first. */
  readonly variants: readonly Evidence[];
};
export type ClaimItem = { readonly kind: 'claim'; readonly claim: Claim; readonly verdict: Verdict<ClaimLabel> };

/** Everything a check looked at, the good ones too, in the order of the draft. */
export type Item = QuotationItem | ClaimItem;

/** A claim and the passages that bear on it go in, a verdict comes out. */
export type ClaimVerifier = (claim: Claim, evidence: readonly Evidence[]) => Verdict<ClaimLabel>;

/**
 * What this server says beyond the language server protocol, shared with its VS Code client.
 * Other editors need none of it.
 */
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Severity } from '../model.ts';

/** What a client may say of itself in `initializationOptions`; everything is optional. */
export type InitializationOptions = {
  /** The command that opens a passage, called with `[uri, range]`: hover links use it in place of `file:` links. */
  readonly openPassageCommand?: string;
  /** The command that shows what the sources say of the thing under the cursor, called with nothing. */
  readonly evidenceCommand?: string;
  /** True: the client shows the findings at a place together with the hover, which need not say them again. */
  readonly hoverShowsFindings?: boolean;
  /** Where the README is, so that a finding's code links to its section there. */
  readonly readme?: string;
  /** The scheme under which the client shows the text of sources that no editor shows as text (`groundwork/sourceText`). */
  readonly sourceScheme?: string;
  /** The command that saves the document with the uri it is given, for edits of files that nobody has open. */
  readonly saveCommand?: string;
  /** The command that cites a passage at the cursor, called with `[uri, handle]` when ghost text was accepted. */
  readonly citeCommand?: string;
  /** The uri of a folder in which to keep what was read, for the next start; without it, the user's own cache folder. */
  readonly storage?: string;
  /** Translations of what the server says, by the English words; without it, or where one is missing, it speaks English. */
  readonly words?: Readonly<Record<string, string>>;
  /** True: send `groundwork/statusChanged` whenever the sources changed. */
  readonly statusNotifications?: boolean;
};

export type SourceStatus = {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly published?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  /** What of the above nobody stated. */
  readonly guessed?: readonly string[];
};

export type ProblemStatus = { readonly uri: string; readonly path: string; readonly message: string };

export type FolderStatus = {
  readonly uri: string;
  readonly name: string;
  readonly state: 'indexing' | 'ready';
  /** Files still to be read; when nothing is being read, the writer stopped it. */
  readonly pending: number;
  readonly sourceCount: number;
  /** In path order, as many as a list shows. */
  readonly sources: readonly SourceStatus[];
  readonly problems: readonly ProblemStatus[];
  /** What is wrong with the settings, each a plain sentence. */
  readonly settingProblems: readonly string[];
};

/** The sum of all folders, light enough to be sent on every change. */
export type StatusChange = {
  readonly state: 'indexing' | 'ready';
  readonly pending: number;
  readonly sources: number;
  readonly problems: number;
};

/** Enough to name a passage again; offsets are the engine's own and mean nothing to the client. */
export type PassageHandle = { readonly sourceId: string; readonly start: number; readonly end: number };

export type ProposedQuote = {
  readonly handle: PassageHandle;
  readonly text: string;
  readonly speaker?: string;
  /** Whether the source prints these words as somebody's own. */
  readonly quoted: boolean;
  readonly title: string;
  readonly published?: string;
  readonly path: string;
  /** `line 9`, `page 12`. */
  readonly place: string;
};

export type DocumentPlace = {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
};

/** Why a document is not checked. */
export type NoDraft = 'is-source' | 'no-sources' | 'not-a-draft';

export type CheckSummary = {
  readonly checked: boolean;
  /** When `checked` is false. */
  readonly reason?: NoDraft;
  readonly quotations: number;
  readonly claims: number;
  readonly findings: number;
  /** Claims that no source supports and that carry no finding. */
  readonly unflagged: readonly { readonly text: string; readonly range: Range }[];
};

/** One source as the library shows it, or a file that could not be read. */
export type LibraryRow = {
  /** The source's id; the uri of a file that gave no source. */
  readonly id: string;
  /** Where the id is another: one of several records of a file. */
  readonly uri?: string;
  readonly path: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly health: 'good' | 'partly' | 'unreadable';
  /** What is wrong with it, and what to do. */
  readonly problem?: string;
  /** What of the above nobody stated. */
  readonly guessed?: readonly string[];
};

/** The top of the tree: the sources themselves where they are few, else what the groups of them are called. */
export type LibraryTop = {
  /** Sources that were read, or read in part. */
  readonly count: number;
  readonly rows: readonly LibraryRow[];
  readonly groups: readonly SourceGroup[];
};

/** Sources whose titles begin with one letter, `#` for none; `!` for what could not be read. */
export type SourceGroup = { readonly letter: string; readonly count: number };

/** A source that was looked for; `group` where the tree has groups. */
export type FoundRow = { readonly row: LibraryRow; readonly group?: SourceGroup };

/** A place of a draft that stands on a source. */
export type UsePlace = {
  readonly sourceId: string;
  readonly kind: 'quotation' | 'citation';
  readonly range: Range;
  readonly text: string;
};

export type SpeakerQuotes = {
  /** Absent: nobody is clearly named as saying these. */
  readonly name?: string;
  readonly quotes: readonly { readonly handle: PassageHandle; readonly text: string; readonly place: string }[];
};

/** A stretch of text; `mark` says why it stands out. */
export type Piece = { readonly text: string; readonly mark?: 'same' | 'differs' | 'shared' };

export type EvidencePassage = {
  readonly handle: PassageHandle;
  readonly uri: string;
  readonly range: Range;
  /** The passage with a little of what stands around it. */
  readonly pieces: readonly Piece[];
  /** Word pairs that differ, the draft's first. */
  readonly changes: readonly { readonly draft: string; readonly source: string }[];
  readonly speaker?: string;
  readonly title: string;
  readonly published?: string;
  readonly publisher?: string;
  /** `line 9`, `page 12`. */
  readonly place: string;
  /** The thing under the cursor carries a citation of this source already. */
  readonly cited: boolean;
};

/** What the sources say of the thing under the cursor, for the view beside the draft. */
export type EvidenceCard = {
  readonly kind: 'quotation' | 'claim' | 'citation';
  /** The draft's own words. */
  readonly words: string;
  readonly verdict:
    | 'exact'
    | 'altered'
    | 'not-found'
    | 'supported'
    | 'contradicted'
    | 'unsupported'
    | 'not-checked'
    | 'cited';
  /** The verdict in words. */
  readonly headline: string;
  readonly reason: string;
  /** In words, which verifier said so; absent for citations. */
  readonly by?: string;
  readonly findings: readonly { readonly text: string; readonly severity: Severity }[];
  /** What mends what was found, one for each kind of mistake. */
  readonly repairs: readonly {
    readonly title: string;
    readonly edits: readonly TextEdit[];
    readonly version: number;
  }[];
  /** Best first. */
  readonly passages: readonly EvidencePassage[];
};

export type EvidenceAnswer =
  | { readonly state: 'card'; readonly card: EvidenceCard }
  /** Nothing there to say something of. */
  | { readonly state: 'nothing' | NoDraft | 'indexing' };

export type SheetFormat = 'html' | 'markdown' | 'csv';

export type DraftEdits = { readonly edits: readonly TextEdit[]; readonly version: number };

export type PassagePlace = {
  readonly uri: string;
  readonly range: Range;
  readonly title: string;
  readonly text: string;
  /** In words: a line, a page, a time. */
  readonly place: string;
};

/** Every request of our own, by method, with what goes in and what comes out. */
export type Requests = {
  'groundwork/status': { params: Record<string, never>; result: readonly FolderStatus[] };
  'groundwork/reindex': { params: Record<string, never>; result: readonly FolderStatus[] };
  /** What a document is to Groundwork, without waiting for anything. */
  'groundwork/kind': { params: { readonly textDocument: { readonly uri: string } }; result: 'draft' | NoDraft };
  'groundwork/check': { params: { readonly textDocument: { readonly uri: string } }; result: CheckSummary };
  /** An empty query proposes what fits the paragraph at the position. */
  'groundwork/findQuotes': {
    params: DocumentPlace & { readonly query: string; readonly limit: number };
    result: readonly ProposedQuote[];
  };
  'groundwork/insertQuote': {
    params: DocumentPlace & {
      readonly handle: PassageHandle /** Behind the thing at the position. */;
      readonly behind?: boolean;
    };
    result: DraftEdits;
  };
  /** Writes a citation of the passage's source behind the thing at the position; `here`: at the position itself. */
  'groundwork/cite': {
    params: DocumentPlace & { readonly handle: PassageHandle; readonly here?: boolean };
    result: DraftEdits;
  };
  /** What the tree of sources shows before anything in it is opened. */
  'groundwork/library': { params: Record<string, never>; result: LibraryTop };
  'groundwork/group': { params: { readonly letter: string }; result: readonly LibraryRow[] };
  /** By title, author, publisher, date or path; an empty query finds the first ones of the tree. */
  'groundwork/findSources': {
    params: { readonly query: string; readonly limit: number };
    result: readonly FoundRow[];
  };
  /** Which sources the draft uses where. */
  'groundwork/uses': {
    params: { readonly textDocument: { readonly uri: string } };
    result: readonly UsePlace[];
  };
  'groundwork/quotesOf': { params: { readonly sourceId: string }; result: readonly SpeakerQuotes[] };
  'groundwork/evidence': { params: DocumentPlace; result: EvidenceAnswer };
  /** Where an editor shows the passage. */
  'groundwork/place': { params: PassageHandle; result: { readonly uri: string; readonly range: Range } | null };
  /** What was read from a source that no editor shows as text, and where the original lies. */
  'groundwork/sourceText': {
    params: { readonly sourceId: string };
    result: { readonly text: string; readonly original: string } | null;
  };
  'groundwork/sheet': {
    params: { readonly textDocument: { readonly uri: string }; readonly format: SheetFormat };
    result: { readonly text: string } | null;
  };
  /** The edits that write or update the list of what the draft cites, and why there are none when there are none. */
  'groundwork/bibliography': {
    params: { readonly textDocument: { readonly uri: string } };
    result: DraftEdits & { readonly count: number; readonly problem?: string };
  };
  /** What the draft cites, as a file for other programs. */
  'groundwork/exportCited': {
    params: {
      readonly textDocument: { readonly uri: string };
      readonly format: 'biblatex' | 'bibtex' | 'csl-json';
    };
    result: { readonly text: string; readonly count: number } | null;
  };
  /** All certain repairs of a draft as one edit that asks to be confirmed. */
  'groundwork/fixAll': {
    params: { readonly textDocument: { readonly uri: string } };
    result: { readonly edit: WorkspaceEdit; readonly count: number } | null;
  };
  /** The passages that the thing under the position stands on, for a person to choose from. */
  'groundwork/passages': { params: DocumentPlace; result: readonly PassagePlace[] };
};

export const statusChanged = 'groundwork/statusChanged';

/** For clients without watched files: re-reads the sources of every folder (`workspace/executeCommand`). */
export const reindexCommand = 'groundwork.server.reindex';

/**
 * How Node runs the server's process. Checking leaves garbage, for which V8 keeps three times 16 MB: with 4 MB each it is swept
 * more often, as quickly, and over 10,000 articles the server stays 100 MB smaller.
 */
export const processFlags: readonly string[] = ['--max-semi-space-size=4'];

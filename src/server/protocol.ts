/**
 * What this server says beyond the language server protocol, shared with its VS Code client.
 * Other editors need none of it.
 */
import type { Range, TextEdit } from 'vscode-languageserver';

/** What a client may say of itself in `initializationOptions`; everything is optional. */
export type InitializationOptions = {
  /** The command that opens a passage, called with `[uri, range]`: hover links use it in place of `file:` links. */
  readonly openPassageCommand?: string;
  /** Where the README is, so that a finding's code links to its section there. */
  readonly readme?: string;
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
};

export type ProblemStatus = { readonly uri: string; readonly path: string; readonly message: string };

export type FolderStatus = {
  readonly uri: string;
  readonly name: string;
  readonly state: 'indexing' | 'ready';
  readonly sources: readonly SourceStatus[];
  readonly problems: readonly ProblemStatus[];
  /** What is wrong with the settings, each a plain sentence. */
  readonly settingProblems: readonly string[];
};

/** The sum of all folders, light enough to be sent on every change. */
export type StatusChange = {
  readonly state: 'indexing' | 'ready';
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
  /** 1-based. */
  readonly line: number;
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
};

export type PassagePlace = {
  readonly uri: string;
  readonly range: Range;
  readonly title: string;
  readonly text: string;
  readonly line: number;
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
    params: DocumentPlace & { readonly handle: PassageHandle };
    result: { readonly edits: readonly TextEdit[]; readonly version: number };
  };
  /** The passages that the thing under the position stands on, for a person to choose from. */
  'groundwork/passages': { params: DocumentPlace; result: readonly PassagePlace[] };
};

export const statusChanged = 'groundwork/statusChanged';

/** For clients without watched files: re-reads the sources of every folder (`workspace/executeCommand`). */
export const reindexCommand = 'groundwork.server.reindex';

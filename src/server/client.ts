/** What the client can do, as yes and no, read once at `initialize`. */
import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';
import { createSay, readWords, type Say } from './say.ts';

export type Client = {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  readonly codeDescription: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
  readonly codeActionLiterals: boolean;
  readonly versionedEdits: boolean;
  readonly labelDetails: boolean;
  readonly insertTextMode: boolean;
  readonly snippets: boolean;
  readonly inlineCompletion: boolean;
  /** A workspace edit may make a file. */
  readonly createsFiles: boolean;
  readonly changeAnnotations: boolean;
  /** Messages in the client's language. */
  readonly say: Say;
  readonly options: InitializationOptions;
};

export function readClient(params: InitializeParams): Client {
  const { workspace, textDocument } = params.capabilities;
  const completionItem = textDocument?.completion?.completionItem;
  const diagnostics = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const options = readOptions(params.initializationOptions);
  return {
    pullsDiagnostics: pulled !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (pulled?.relatedInformation ?? diagnostics?.relatedInformation) === true,
    diagnosticData: (pulled?.dataSupport ?? diagnostics?.dataSupport) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? diagnostics?.codeDescriptionSupport) === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    completionMarkdown: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    snippets: completionItem?.snippetSupport === true,
    insertTextMode: completionItem?.insertTextModeSupport !== undefined,
    inlineCompletion: textDocument?.inlineCompletion !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    say: createSay(options.words),
    options,
  };
}

/** Takes what it knows and drops the rest: any client may send anything here. */
function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as { readonly [Key in keyof InitializationOptions]: unknown };
  return {
    ...(typeof given.evidenceCommand === 'string' ? { evidenceCommand: given.evidenceCommand } : {}),
    ...(given.hoverShowsFindings === true ? { hoverShowsFindings: true } : {}),
    ...(typeof given.openPassageCommand === 'string' ? { openPassageCommand: given.openPassageCommand } : {}),
    ...(typeof given.readme === 'string' ? { readme: given.readme } : {}),
    ...(typeof given.sourceScheme === 'string' ? { sourceScheme: given.sourceScheme } : {}),
    ...(typeof given.saveCommand === 'string' ? { saveCommand: given.saveCommand } : {}),
    ...(typeof given.citeCommand === 'string' ? { citeCommand: given.citeCommand } : {}),
    ...(typeof given.storage === 'string' ? { storage: given.storage } : {}),
    words: readWords(given.words),
    statusNotifications: given.statusNotifications === true,
  };
}

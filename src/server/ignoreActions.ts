/** Code actions that tell Groundwork to pass over a finding: in the ignore list of groundwork.json, or by a comment. */
import { type ModificationOptions, modify, type ParseError, parse } from 'jsonc-parser';
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, IgnoredFinding } from '../model.ts';
import type { Client } from './client.ts';
import { toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { editOf } from './workspaceEdits.ts';

type Placed = Pick<Finding, 'code' | 'span'>;

/** One finding of each code; the actions are named after the code, so a second one would look like the first. */
export async function ignoreActions(
  found: readonly { readonly diagnostic: Diagnostic; readonly finding: Placed }[],
  open: OpenDraft,
  client: Client,
  openDocument: (uri: string) => TextDocument | undefined,
): Promise<CodeAction[]> {
  const file = client.versionedEdits ? await settingsFile(open, openDocument) : undefined;
  const codes = new Set(found.map(({ finding }) => finding.code));
  const first = [...codes].flatMap(code => found.find(({ finding }) => finding.code === code) ?? []);
  return [
    ...first.flatMap(({ diagnostic, finding }) => byComment(diagnostic, finding, open, client)),
    ...(file ? first.flatMap(({ diagnostic, finding }) => byList(diagnostic, finding, open, file, client)) : []),
  ];
}

/** As the editor has it open, else as it is on disk. */
async function settingsFile(
  { folder }: OpenDraft,
  openDocument: (uri: string) => TextDocument | undefined,
): Promise<SettingsFile | undefined> {
  const file = await folder.settingsFile();
  const live = file && openDocument(file.uri);
  if (live) return { uri: live.uri, text: live.getText(), version: live.version };
  return file && { ...file, version: null };
}

function byComment(
  diagnostic: Diagnostic,
  finding: Placed,
  { document, draft, folder }: OpenDraft,
  client: Client,
): CodeAction[] {
  const edit = folder.engine().ignoreComment(draft, finding);
  if (!edit) return [];
  return [
    {
      title: client.say('Ignore this finding ({0}) with a comment here', finding.code),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: editOf(document, [toTextEdit(document, edit)], client),
    },
  ];
}

type SettingsFile = { readonly uri: string; readonly text: string | undefined; readonly version: number | null };

function byList(
  diagnostic: Diagnostic,
  finding: Placed,
  { draft, folder }: OpenDraft,
  file: SettingsFile,
  client: Client,
): CodeAction[] {
  const edit = listed(file, folder.engine().ignoreEntry(draft, finding), client);
  if (!edit) return [];
  const title = client.say('Ignore this finding ({0}) in groundwork.json', finding.code);
  const command = client.options.saveCommand;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit,
      // What groundwork.json says counts once it is on disk, and nobody has it open to save it.
      ...(command === undefined ? {} : { command: { title, command, arguments: [file.uri] } }),
    },
  ];
}

/** None when the file is no JSON object, or is not there and the client makes no files. */
function listed(
  { uri, text, version }: SettingsFile,
  entry: IgnoredFinding,
  client: Client,
): WorkspaceEdit | undefined {
  if (text === undefined && !client.createsFiles) return undefined;
  const before = text ?? '{}\n';
  const problems: ParseError[] = [];
  const value: unknown = parse(before, problems, { allowEmptyContent: true });
  if (problems.length > 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const document = TextDocument.create(uri, 'json', 0, before);
  const path = 'ignore' in value && Array.isArray(value.ignore) ? ['ignore', -1] : ['ignore'];
  const changes = modify(before, path, path.length > 1 ? entry : [entry], formatting(before));
  const edits = changes.map(({ offset, length, content }) =>
    toTextEdit(document, { span: { start: offset, end: offset + length }, text: content }),
  );
  const textDocument = { uri, version };
  if (text !== undefined) return { documentChanges: [{ textDocument, edits }] };
  const whole = TextDocument.applyEdits(document, edits);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument, edits: [{ range: { start, end: start }, newText: whole }] },
    ],
  };
}

/** As the file is written already. */
function formatting(text: string): ModificationOptions {
  const indent = /\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return {
    isArrayInsertion: true,
    formattingOptions: {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.startsWith('\t') ? 1 : indent.length,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  };
}

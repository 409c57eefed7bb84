import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { decodeText, type SourceStore } from '../engine.ts';
import type { Draft, DraftLanguage, Finding, Severity } from '../model.ts';
import { listFiles } from '../node/listFiles.ts';
import { toUri } from '../node/uri.ts';
import { readOwnBibliography } from '../node/writeReferences.ts';
import type { Settings } from '../settings.ts';
import type { CheckFormat, Command, FailOn } from './arguments.ts';
import { githubReport } from './githubReport.ts';
import { type CheckedFile, jsonReport } from './jsonReport.ts';
import { openLibrary, readSettings } from './library.ts';
import { type Output, painter } from './output.ts';
import { sarifReport } from './sarifReport.ts';
import { textReport } from './textReport.ts';

type CheckCommand = Extract<Command, { name: 'check' }>;
type NamedDraft = { readonly path: string; readonly draft: Draft };

/** `groundwork check`: 0 nothing at or above `--fail-on`, 1 findings, 2 a draft, every source or the settings could not be read. */
export async function check(command: CheckCommand, folder: string, output: Output): Promise<number> {
  const { settings, sound } = await readSettings(folder, command.sources, output);
  const paths = command.drafts.length > 0 ? command.drafts : await defaultDrafts(folder, settings);
  if (paths.length === 0) {
    output.talk(`no draft given, and none matches ${settings.draftsInclude.join(', ')}`);
    return 2;
  }
  const drafts = await readDrafts(paths, folder, output);
  if (drafts.length === 0) return 2;
  const own = new Set(drafts.map(({ draft }) => draft.uri));
  const engine = await openLibrary(folder, settings, output, command, own);
  if (!engine) return 2;
  const files: CheckedFile[] = [];
  for (const { path, draft } of drafts) {
    const unread = await readOwnBibliography(engine, draft);
    for (const { uri, message } of unread) output.talk(`${uri}: ${message}`);
    files.push({ path, draft, result: await engine.check(draft) });
  }
  output.data(report(files, engine.store, command.format, output));
  // With other settings than the writer's, a pass would say nothing.
  if (drafts.length < paths.length || !sound) return 2;
  return files.some(({ result }) => result.findings.some(finding => fails(finding, command.failOn))) ? 1 : 0;
}

function report(files: readonly CheckedFile[], store: SourceStore, format: CheckFormat, output: Output): string {
  switch (format) {
    case 'text':
      return textReport(files, store, painter(output.colour));
    case 'json':
      return `${JSON.stringify(jsonReport(files, store), undefined, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifReport(files, store), undefined, 2)}\n`;
    case 'github':
      return githubReport(files);
  }
}

async function defaultDrafts(folder: string, settings: Settings): Promise<string[]> {
  const { files } = await listFiles(folder, settings.draftsInclude, ['**/node_modules/**', '**/.*/**']);
  return files.map(file => file.path);
}

async function readDrafts(paths: readonly string[], folder: string, output: Output): Promise<NamedDraft[]> {
  const drafts: NamedDraft[] = [];
  for (const path of paths) {
    const draft = await readDraft(path, folder);
    if (typeof draft === 'string') output.talk(`${path}: ${draft}`);
    else drafts.push({ path: path.replaceAll('\\', '/'), draft });
  }
  return drafts;
}

/** The draft, or why it cannot be read. Offsets count from the text as an editor shows it: without a byte order mark. */
async function readDraft(path: string, folder: string): Promise<Draft | string> {
  const file = resolve(folder, path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return reason(error);
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return decoded.problem;
  return { uri: toUri(file), language: languageOf(path), text: decoded.text };
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such draft';
  if (code === 'EISDIR') return 'is a folder, not a draft';
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read: permission denied';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

const languages: Readonly<Record<string, DraftLanguage>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.tex': 'latex',
};

function languageOf(path: string): DraftLanguage {
  return languages[extname(path).toLowerCase()] ?? 'plaintext';
}

const order: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function fails(finding: Finding, failOn: FailOn): boolean {
  return failOn !== 'never' && order.indexOf(finding.severity) >= order.indexOf(failOn);
}

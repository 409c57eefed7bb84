import type { SourceStore } from '../engine.ts';
import type { Finding, Severity } from '../model.ts';
import { readOwnBibliography } from '../node/writeReferences.ts';
import type { CheckFormat, Command, FailOn } from './arguments.ts';
import { readDrafts } from './drafts.ts';
import { githubReport } from './githubReport.ts';
import { type CheckedFile, jsonReport } from './jsonReport.ts';
import { openLibrary, readSettings } from './library.ts';
import { type Output, painter } from './output.ts';
import { sarifReport } from './sarifReport.ts';
import { textReport } from './textReport.ts';

type CheckCommand = Extract<Command, { name: 'check' }>;

/** `groundwork check`: 0 nothing at or above `--fail-on`, 1 findings, 2 a draft, every source or the settings could not be read. */
export async function check(command: CheckCommand, folder: string, output: Output): Promise<number> {
  const { settings, sound } = await readSettings(folder, command.sources, output);
  const { drafts, problems } = await readDrafts(command.drafts, folder, settings);
  for (const problem of problems) output.talk(problem);
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
  if (problems.length > 0 || !sound) return 2;
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

const order: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function fails(finding: Finding, failOn: FailOn): boolean {
  return failOn !== 'never' && order.indexOf(finding.severity) >= order.indexOf(failOn);
}

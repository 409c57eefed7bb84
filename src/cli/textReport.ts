import { type CheckResult, type SourceStore, shortened, unflagged } from '../engine.ts';
import type { ClaimItem, Finding, Item, Severity } from '../model.ts';
import type { CheckedFile } from './jsonReport.ts';
import { lineIndex } from './lineIndex.ts';
import { type Paint, plural, printable } from './output.ts';
import { sourcePlace } from './sourcePlace.ts';

type Placing = ReturnType<typeof lineIndex>;

/** Characters of a claim that are enough to know it by. */
const longestClaim = 110;

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;

/** What a person reads in a terminal: findings by place, then what was checked, then what could not be read. */
export function textReport(files: readonly CheckedFile[], store: SourceStore, paint: Paint): string {
  const parts = files.map(file => fileReport(file, store, paint));
  const problems = store.problems();
  if (problems.length > 0) {
    const rows = problems.map(({ path, message }) => `  ${printable(path)}: ${printable(message)}`);
    parts.push([paint('bold', 'Sources that could not be read'), ...rows, ''].join('\n'));
  }
  return `${parts.join('\n')}\n`;
}

function fileReport({ path, draft, result }: CheckedFile, store: SourceStore, paint: Paint): string {
  const place = lineIndex(draft.text);
  const rows = result.findings.map(finding => findingRow(finding, place, draft.text, store, paint));
  const silent = unflaggedRows(unflagged(result, draft.text), place);
  return [paint('bold', printable(path)), ...rows, summary(result, store), ...silent, ''].join('\n');
}

/** Judged unsupported without a finding: counted in the summary, and here is which they are. */
function unflaggedRows(claims: readonly ClaimItem[], place: Placing): string[] {
  if (claims.length === 0) return [];
  const rows = claims.map(({ claim }) => {
    const { line, column } = place(claim.span.start);
    return `  ${`${line}:${column}`.padEnd(8)}${clipped(claim.text, longestClaim)}`;
  });
  return ['  Not marked, yet no source was found that supports them:', ...rows];
}

function findingRow(finding: Finding, place: Placing, text: string, store: SourceStore, paint: Paint): string {
  const { line, column } = place(finding.span.start);
  const words = clipped(text.slice(finding.span.start, finding.span.end), 60);
  const severity = paint(colours[finding.severity], finding.severity.padEnd(11));
  const head = `  ${`${line}:${column}`.padEnd(8)}${severity} ${said(words, printable(finding.message), paint)}  ${paint('dim', finding.code)}`;
  const best = finding.evidence[0];
  const source = best && store.get(best.passage.sourceId);
  if (!best || !source) return head;
  const where = sourcePlace(source, best.passage.span);
  return `${head}\n${' '.repeat(22)}${paint('dim', `${where}  ${clipped(best.passage.text, longestPassage)}`)}`;
}

/** The marked words and the message; a message that begins with the words needs them only once. */
function said(words: string, message: string, paint: Paint): string {
  return message.replace(/^“/, '').startsWith(words) ? message : `${paint('bold', words)}  ${message}`;
}

/** A passage is a sentence, which is shown whole unless it runs on and on. */
const longestPassage = 300;

function clipped(text: string, limit: number): string {
  return printable(shortened(text, limit));
}

function summary({ items, findings, ignored }: CheckResult, store: SourceStore): string {
  const counted = (kind: Item['kind'], name: string): string => {
    const some = items.filter(item => item.kind === kind);
    const labels = new Map<string, number>();
    for (const { verdict } of some) labels.set(verdict.label, (labels.get(verdict.label) ?? 0) + 1);
    const detail = [...labels].map(([label, n]) => `${n} ${label}`).join(', ');
    return `${plural(some.length, name)}${detail ? ` (${detail})` : ''}`;
  };
  return `  ${counted('quotation', 'quotation')}, ${counted('claim', 'claim')} against ${plural(store.sources().length, 'source')}: ${tally(findings)}${ignored.length === 0 ? '' : `, ${ignored.length} ignored`}`;
}

/** Hints are no findings: so do editors count, whose lists of problems leave them out. */
function tally(findings: readonly Finding[]): string {
  const hints = findings.filter(({ severity }) => severity === 'hint').length;
  const count = findings.length - hints;
  const bySeverity = (['error', 'warning', 'information'] as const satisfies readonly Severity[])
    .map(severity => [severity, findings.filter(f => f.severity === severity).length] as const)
    .filter(([, n]) => n > 0)
    .map(([severity, n]) => `${n} ${severity}`);
  const found = count === 0 ? 'no findings' : `${plural(count, 'finding')} (${bySeverity.join(', ')})`;
  return hints === 0 ? found : `${found}, ${plural(hints, 'hint')}`;
}

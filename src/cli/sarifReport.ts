import type { SourceStore } from '../engine.ts';
import type { Evidence, Finding, Severity } from '../model.ts';
import type { CheckedFile } from './jsonReport.ts';
import { lineIndex } from './lineIndex.ts';
import { version } from './version.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The findings as a SARIF 2.1.0 log, which code hosts and editors read (OASIS standard). */
export function sarifReport(files: readonly CheckedFile[], store: SourceStore): object {
  const codes = [...new Set(files.flatMap(file => file.result.findings.map(finding => finding.code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Groundwork', version, rules: codes.map(id => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(file => file.result.findings.map(finding => resultRow(finding, file, store))),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: store.problems().map(({ path, message }) => ({
              level: 'warning',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: { uri: addressOf(path) } } }],
            })),
          },
        ],
      },
    ],
  };
}

function resultRow(finding: Finding, { path, draft }: CheckedFile, store: SourceStore): object {
  const related = finding.evidence.flatMap(evidence => sourceLocation(evidence, store));
  return {
    ruleId: finding.code,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(path, draft.text, finding.span)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
  };
}

function sourceLocation({ passage }: Evidence, store: SourceStore): object[] {
  const source = store.get(passage.sourceId);
  return source ? [{ ...location(source.path, source.text, passage.span), message: { text: source.title } }] : [];
}

/** `#`, `?` and `:` in a file's name would end the address or make it another kind. */
function addressOf(path: string): string {
  return encodeURI(path).replace(/[#?:]/g, encodeURIComponent);
}

function location(path: string, text: string, { start, end }: Finding['span']): object {
  const place = lineIndex(text);
  const from = place(start);
  const to = place(end);
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(path) },
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: start,
        charLength: end - start,
      },
    },
  };
}

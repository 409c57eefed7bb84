import type { Severity } from '../model.ts';
import type { CheckedFile } from './jsonReport.ts';
import { lineIndex } from './lineIndex.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows as annotations at the words: `::warning file=…,line=…::message`. */
export function githubReport(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ path, draft, result }) => {
      const place = lineIndex(draft.text);
      return result.findings.map(({ severity, code, span, message }) => {
        const start = place(span.start);
        const end = place(span.end);
        // GitHub takes columns only for a finding on one line.
        const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
        const where = `file=${property(path)},line=${start.line},endLine=${end.line}${columns}`;
        return `::${levels[severity]} ${where},title=${property(code)}::${escaped(message)}\n`;
      });
    })
    .join('');
}

/** A message must not end the command or begin another. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { SourceProblem } from '../model.ts';
import { defaultSeverity } from '../settings.ts';
import type { Client } from './client.ts';
import { diagnosticSource, severities } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';

/** Shows what could not be read as a diagnostic of the source's own file; told again only where it changed. */
export type SourceProblems = { update(): void };

export function createSourceProblems(connection: Connection, folders: Folders, client: Client): SourceProblems {
  const shown = new Map<string, string>();
  return {
    update: () => {
      const wanted = new Map<string, Diagnostic[]>();
      for (const folder of folders.all()) {
        for (const problem of folder.engine().store.problems()) {
          const diagnostic = toDiagnostic(problem, folder, client);
          if (diagnostic) wanted.set(problem.uri, [...(wanted.get(problem.uri) ?? []), diagnostic]);
        }
      }
      for (const uri of new Set([...shown.keys(), ...wanted.keys()])) {
        const diagnostics = wanted.get(uri) ?? [];
        const said = JSON.stringify(diagnostics);
        if (shown.get(uri) === said) continue;
        if (diagnostics.length > 0) shown.set(uri, said);
        else shown.delete(uri);
        void connection.sendDiagnostics({ uri, diagnostics });
      }
    },
  };
}

function toDiagnostic({ path, message }: SourceProblem, folder: Folder, client: Client): Diagnostic | undefined {
  const code = 'source-unreadable';
  const level = folder.engine().settings.findings[code] ?? defaultSeverity[code];
  if (level === 'off') return undefined;
  const start = { line: 0, character: 0 };
  const { readme } = client.options;
  return {
    range: { start, end: start },
    severity: severities[level] ?? DiagnosticSeverity.Information,
    code,
    source: diagnosticSource,
    message: `${path} ${message}.`.replace(/\.\.$/, '.'),
    ...(client.codeDescription && readme !== undefined ? { codeDescription: { href: `${readme}#${code}` } } : {}),
  };
}

import type { Connection } from 'vscode-languageserver';
import type { Checks } from './checks.ts';
import type { Client } from './client.ts';
import { toDiagnostics } from './diagnostics.ts';
import type { OpenDrafts } from './documents.ts';
import { isAbort } from './signal.ts';

/** Milliseconds without typing before a draft is checked and its diagnostics pushed. */
const pause = 200;

export type DiagnosticPusher = { schedule(uri: string): void; clear(uri: string): void };

/** For clients that do not pull: checks a draft when typing pauses and publishes the findings with its version. */
export function createDiagnosticPusher(
  connection: Connection,
  drafts: OpenDrafts,
  checks: Checks,
  client: Client,
): DiagnosticPusher {
  const timers = new Map<string, NodeJS.Timeout>();
  /** Documents whose diagnostics are shown. */
  const told = new Set<string>();
  const nothing = async (uri: string): Promise<void> => {
    told.delete(uri);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  const push = async (uri: string): Promise<void> => {
    const open = await drafts.get(uri);
    if (typeof open === 'string') {
      // What is no draft any more has lost its folder.
      if (open !== 'not-a-draft' || told.has(uri)) await nothing(uri);
      return;
    }
    const { document, draft, folder } = open;
    const result = await checks.run(document, draft, folder);
    const diagnostics = toDiagnostics(result, open, client);
    told.add(uri);
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  return {
    schedule: uri => {
      clearTimeout(timers.get(uri));
      const report = (error: unknown): void => {
        // Overtaken by a later text of the document, which is scheduled itself.
        if (!isAbort(error)) connection.console.error(String(error));
      };
      timers.set(
        uri,
        setTimeout(() => push(uri).catch(report), pause),
      );
    },
    clear: uri => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      void nothing(uri);
    },
  };
}

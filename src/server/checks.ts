/** The latest check of each open draft, run at most once for one text over one state of the sources. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../engine/types.ts';
import type { Draft } from '../model.ts';
import type { Folder } from './folder.ts';

export type Checks = {
  /** Rejects when the document is forgotten, or checked against other sources, before the result is there. */
  run(document: TextDocument, draft: Draft, folder: Folder): Promise<CheckResult>;
  /** To be told when the document changes or closes: a check that still runs is given up. */
  forget(uri: string): void;
};

type Run = { readonly key: string; readonly result: Promise<CheckResult>; readonly controller: AbortController };

/** Same key, same findings: it is the `resultId` of pulled diagnostics too. */
export function checkKey(document: TextDocument, folder: Folder): string {
  return `${document.version}/${folder.uri}/${folder.revision()}`;
}

export function createChecks(): Checks {
  const runs = new Map<string, Run>();
  const forget = (uri: string): void => {
    runs.get(uri)?.controller.abort();
    runs.delete(uri);
  };
  return {
    run: (document, draft, folder) => {
      const key = checkKey(document, folder);
      const known = runs.get(document.uri);
      if (known?.key === key) return known.result;
      forget(document.uri);
      const controller = new AbortController();
      const result = folder.engine().check(draft, controller.signal);
      runs.set(document.uri, { key, result, controller });
      return result;
    },
    forget,
  };
}

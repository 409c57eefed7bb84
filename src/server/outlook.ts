import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Folder, FolderOutlook } from './folder.ts';

/** How a folder sees the editor: its settings, its progress bar, its log. `pushed` is for clients that are not asked. */
export function createOutlook(
  connection: Connection,
  client: Client,
  pushed: () => unknown,
  changed: (folder: Folder) => void,
): FolderOutlook {
  return {
    editorSettings: async folderUri =>
      client.configuration
        ? // A client that does not answer has nothing set; the sources are read all the same.
          connection.workspace.getConfiguration({ scopeUri: folderUri, section: 'groundwork' }).catch(() => undefined)
        : pushed(),
    progress: folderName => showProgress(connection, client.say('reading the sources of {0}', folderName)),
    changed,
    log: message => connection.console.warn(message),
    ...(client.options.storage === undefined ? {} : { storage: client.options.storage }),
  };
}

/** Reading never waits for the progress bar: a client may take its time to make one. */
function showProgress(connection: Connection, message: string): ReturnType<FolderOutlook['progress']> {
  const cancelling = new AbortController();
  const shown = connection.window.createWorkDoneProgress().then(
    progress => {
      progress.begin('Groundwork', 0, message, true);
      progress.token.onCancellationRequested(() => cancelling.abort());
      return progress;
    },
    () => undefined,
  );
  let percent = 0;
  return {
    report: share => {
      const now = Math.floor(share * 100);
      if (now === percent) return;
      percent = now;
      void shown.then(progress => progress?.report(now));
    },
    done: () => void shown.then(progress => progress?.done()),
    cancelled: cancelling.signal,
  };
}

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type StatusChange, statusChanged } from '../server/protocol.ts';

export type StatusChanges = vscode.Disposable & { readonly onDidChange: vscode.Event<StatusChange> };

/** The server's news of its sources for all who listen: the client itself keeps one listener for a kind of notification. */
export function createStatusChanges(client: LanguageClient): StatusChanges {
  const changes = new vscode.EventEmitter<StatusChange>();
  const listening = client.onNotification(statusChanged, (change: StatusChange) => changes.fire(change));
  return { onDidChange: changes.event, dispose: () => vscode.Disposable.from(listening, changes).dispose() };
}

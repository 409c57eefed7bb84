import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { sourcesInWords } from './inWords.ts';
import { send } from './send.ts';

/**
 * The row of a list in which nothing was found: what was searched, and what to do. Undefined where nothing was asked for yet;
 * the list says itself then what to type.
 */
export async function nothingFound(client: LanguageClient, query: string): Promise<vscode.QuickPickItem | undefined> {
  const folders = await send(client, 'groundwork/status', {}).catch(() => []);
  const count = folders.reduce((sum, { sourceCount }) => sum + sourceCount, 0);
  const isReading = folders.some(({ state }) => state === 'indexing');
  if (count === 0 && !isReading) return noSources();
  if (query.trim() === '') return undefined;
  const searched = vscode.l10n.t('Not found in {0}', sourcesInWords(count));
  return {
    label: `$(info) ${isReading ? `${searched} ${vscode.l10n.t('(still reading)')}` : searched}`,
    detail: vscode.l10n.t('Fewer or other words may find it.'),
    alwaysShow: true,
  };
}

/** Where there is nothing to be found, whatever one types. */
export function noSources(): vscode.QuickPickItem {
  return {
    label: vscode.l10n.t('No sources'),
    detail: vscode.l10n.t(
      'Put articles into a folder named sources, or name your own in the setting groundwork.sources.include.',
    ),
    alwaysShow: true,
  };
}

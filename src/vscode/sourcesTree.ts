import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { LibraryRow, UsePlace } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { send } from './send.ts';
import { toTreeItem } from './sourceItem.ts';
import { type SourceNode, topNodes } from './sourceNodes.ts';
import type { StatusChanges } from './statusChanges.ts';

export const sourcesView = 'groundwork.sources';

export type SourcesTree = vscode.TreeDataProvider<SourceNode> & {
  getParent(node: SourceNode): SourceNode | undefined;
  /** Everything in the library, as the tree shows it. */
  rows(): Promise<readonly LibraryRow[]>;
  nodeOf(sourceId: string): Promise<SourceNode | undefined>;
} & vscode.Disposable;

/** The tree's data: read from the server once for each state of the sources, children when they are opened. */
export function createSourcesTree(client: LanguageClient, news: StatusChanges): SourcesTree {
  const changes = new vscode.EventEmitter<undefined>();
  let library: Promise<readonly LibraryRow[]> | undefined;
  let top: Promise<readonly SourceNode[]> | undefined;
  const inDraft = createUses(client, () => {
    top = undefined;
    changes.fire(undefined);
  });
  const rows = (): Promise<readonly LibraryRow[]> => {
    library ??= send(client, 'groundwork/library', {}).catch(() => []);
    return library;
  };
  const nodes = (): Promise<readonly SourceNode[]> => {
    top ??= rows().then(all => topNodes(all, inDraft.uses()));
    return top;
  };
  const nodeOf = async (sourceId: string): Promise<SourceNode | undefined> =>
    (await nodes())
      .flatMap(node => (node.kind === 'group' ? node.sources : [node]))
      .find(node => node.kind === 'source' && node.row.id === sourceId);
  const refresh = (): void => {
    library = undefined;
    top = undefined;
    changes.fire(undefined);
  };
  const parents = new WeakMap<SourceNode, SourceNode>();
  const under = (parent: SourceNode, children: readonly SourceNode[]): SourceNode[] => {
    for (const child of children) parents.set(child, parent);
    return [...children];
  };
  const listening = news.onDidChange(({ state }) => {
    if (state === 'ready') refresh();
  });
  return {
    onDidChangeTreeData: changes.event,
    getTreeItem: toTreeItem,
    getParent: node => parents.get(node),
    getChildren: async node => {
      if (node) return under(node, await childrenOf(node, client, inDraft.draft()));
      const all = await nodes();
      for (const group of all) if (group.kind === 'group') under(group, group.sources);
      return [...all];
    },
    rows,
    nodeOf,
    dispose: () => vscode.Disposable.from(listening, inDraft, changes).dispose(),
  };
}

async function childrenOf(node: SourceNode, client: LanguageClient, draft: string): Promise<readonly SourceNode[]> {
  switch (node.kind) {
    case 'group':
      return node.sources;
    case 'source': {
      const sourceId = node.row.id;
      const speakers = await send(client, 'groundwork/quotesOf', { sourceId });
      const used: SourceNode[] = node.uses.length > 0 ? [{ kind: 'uses', sourceId, uses: node.uses, draft }] : [];
      return [...used, ...speakers.map((speaker): SourceNode => ({ kind: 'speaker', sourceId, speaker }))];
    }
    case 'uses':
      return node.uses.map(use => ({ kind: 'use', use, draft: node.draft }));
    case 'speaker': {
      const { name, quotes } = node.speaker;
      return quotes.map(quote => ({ kind: 'quote', quote, ...(name === undefined ? {} : { speaker: name }) }));
    }
    case 'use':
    case 'quote':
      return [];
  }
}

/** Where the draft in the active editor, or the one before it, uses sources; follows its findings. */
function createUses(client: LanguageClient, changed: () => void) {
  let draft = '';
  let uses: readonly UsePlace[] = [];
  let asking: vscode.CancellationTokenSource | undefined;
  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(draftSelector, document) === 0) return;
    asking?.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const uri = document.uri.toString();
    const kind = await send(client, 'groundwork/kind', { textDocument: { uri } }, token).catch(() => undefined);
    // A source that is open beside the draft says nothing of where it is used.
    if (kind !== 'draft' || token.isCancellationRequested) return;
    const found = await send(client, 'groundwork/uses', { textDocument: { uri } }, token).catch(() => undefined);
    if (!found || token.isCancellationRequested) return;
    const same = draft === uri && JSON.stringify(found) === JSON.stringify(uses);
    [draft, uses] = [uri, found];
    if (!same) changed();
  };
  void update();
  const listening = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some(uri => uri.toString() === active)) void update();
    }),
  );
  return { uses: () => uses, draft: () => draft, dispose: () => listening.dispose() };
}

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FoundRow, LibraryTop, SourceGroup, UsePlace } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { send } from './send.ts';
import { toTreeItem } from './sourceItem.ts';
import { type SourceNode, sourceNodes } from './sourceNodes.ts';
import type { StatusChanges } from './statusChanges.ts';

export const sourcesView = 'groundwork.sources';

export type SourcesTree = vscode.TreeDataProvider<SourceNode> & {
  getParent(node: SourceNode): SourceNode | undefined;
  /** How many sources were read. */
  count(): Promise<number>;
  find(query: string): Promise<readonly FoundRow[]>;
  /** The node of a source that was found, for the view to reveal. */
  nodeOf(found: FoundRow): SourceNode;
} & vscode.Disposable;

/** No more rows than a person scrolls through, also of a library of many thousands. */
const mostFound = 100;

/** The tree's data: its top read from the server once for each state of the sources, what is below when it is opened. */
export function createSourcesTree(client: LanguageClient, news: StatusChanges): SourcesTree {
  const changes = new vscode.EventEmitter<undefined>();
  let library: Promise<LibraryTop> | undefined;
  const inDraft = createUses(client, () => changes.fire(undefined));
  const top = (): Promise<LibraryTop> => {
    library ??= send(client, 'groundwork/library', {}).catch(() => ({ count: 0, rows: [], groups: [] }));
    return library;
  };
  const topNodes = async (): Promise<SourceNode[]> => {
    const { rows, groups } = await top();
    return [...groups.map(toGroup), ...sourceNodes(rows, inDraft.uses())];
  };
  const parents = new WeakMap<SourceNode, SourceNode>();
  const under = (parent: SourceNode, children: readonly SourceNode[]): SourceNode[] => {
    for (const child of children) parents.set(child, parent);
    return [...children];
  };
  const listening = news.onDidChange(({ state }) => {
    // What the empty tree says: that there are no sources is known only once they are read.
    void vscode.commands.executeCommand('setContext', 'groundwork.reading', state !== 'ready');
    if (state !== 'ready') return;
    library = undefined;
    changes.fire(undefined);
  });
  return {
    onDidChangeTreeData: changes.event,
    getTreeItem: toTreeItem,
    getParent: node => parents.get(node),
    getChildren: async node => (node ? under(node, await childrenOf(node, client, inDraft)) : topNodes()),
    count: async () => (await top()).count,
    find: query => send(client, 'groundwork/findSources', { query, limit: mostFound }).catch(() => []),
    nodeOf: ({ row, group }) => {
      const uses = inDraft.uses().filter(({ sourceId }) => sourceId === row.id);
      const node: SourceNode = { kind: 'source', row, uses };
      if (group) under(toGroup(group), [node]);
      return node;
    },
    dispose: () => vscode.Disposable.from(listening, inDraft, changes).dispose(),
  };
}

function toGroup(group: SourceGroup): SourceNode {
  return { kind: 'group', group };
}

type InDraft = { uses(): readonly UsePlace[]; draft(): string };

async function childrenOf(node: SourceNode, client: LanguageClient, inDraft: InDraft): Promise<readonly SourceNode[]> {
  switch (node.kind) {
    case 'group':
      return sourceNodes(await send(client, 'groundwork/group', { letter: node.group.letter }), inDraft.uses());
    case 'source': {
      const sourceId = node.row.id;
      const speakers = await send(client, 'groundwork/quotesOf', { sourceId });
      const draft = inDraft.draft();
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
function createUses(client: LanguageClient, changed: () => void): InDraft & vscode.Disposable {
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

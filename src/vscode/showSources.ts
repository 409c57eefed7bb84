import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createQuoteDrag } from './dragQuotes.ts';
import type { SourceNode } from './sourceNodes.ts';
import { type SourcesTree, sourcesView } from './sourcesTree.ts';

/** The Sources view: the tree, with its quotes to be dragged, and how many sources there are above it. */
export function showSources(
  client: LanguageClient,
  tree: SourcesTree,
): vscode.Disposable & { readonly view: vscode.TreeView<SourceNode> } {
  const drag = createQuoteDrag(client);
  const view = vscode.window.createTreeView(sourcesView, {
    treeDataProvider: tree,
    dragAndDropController: drag,
    showCollapseAll: true,
  });
  const count = async (): Promise<void> => {
    const read = await tree.count();
    view.description = read === 0 ? '' : String(read);
  };
  const listening = tree.onDidChangeTreeData?.(() => void count());
  return { view, dispose: () => vscode.Disposable.from(view, drag, ...(listening ? [listening] : [])).dispose() };
}

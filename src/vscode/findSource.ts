import Fuse from 'fuse.js';
import * as vscode from 'vscode';
import type { LibraryRow } from '../server/protocol.ts';
import type { SourceNode } from './sourceNodes.ts';
import type { SourcesTree } from './sourcesTree.ts';

type Row = vscode.QuickPickItem & { readonly id: string };

/** No more rows than a person scrolls through, also of a library of many thousands. */
const mostShown = 100;

/** Lets the writer find a source by title, author, publisher or path, and shows it in the tree. */
export async function findSource(tree: SourcesTree, view: vscode.TreeView<SourceNode>): Promise<void> {
  const rows = await tree.rows();
  const id = await pick(rows);
  const node = id === undefined ? undefined : await tree.nodeOf(id);
  if (node) await view.reveal(node, { select: true, focus: true, expand: true });
}

function pick(rows: readonly LibraryRow[]): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Find Source');
  picker.placeholder = vscode.l10n.t('Type words of the title, an author, a publisher or a path');
  // Without it the editor sorts rows by their labels.
  if ('sortByLabel' in picker) Object.assign(picker, { sortByLabel: false });
  const search = matcher(rows);
  const show = (value: string): void => {
    picker.items = search(value).map(toRow);
  };
  return new Promise(resolve => {
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.id);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    show('');
    picker.show();
  });
}

/** Rows that hold all the words typed; when there are none, those that are like them. */
function matcher(rows: readonly LibraryRow[]): (value: string) => readonly LibraryRow[] {
  const texts = rows.map(row => ({
    row,
    text: [row.title, ...row.authors, row.publisher, row.path].join(' ').toLowerCase(),
  }));
  let fuse: Fuse<(typeof texts)[number]> | undefined;
  return value => {
    const words = value.toLowerCase().split(/\s+/).filter(Boolean);
    const plain = texts.filter(({ text }) => words.every(word => text.includes(word))).slice(0, mostShown);
    if (plain.length > 0) return plain.map(({ row }) => row);
    fuse ??= new Fuse(texts, { keys: ['text'], ignoreLocation: true, threshold: 0.35 });
    return fuse.search(value, { limit: mostShown }).map(({ item }) => item.row);
  };
}

function toRow({ id, title, published, publisher, path, health, problem }: LibraryRow): Row {
  const icon = { good: '$(file)', partly: '$(warning)', unreadable: '$(error)' }[health];
  // A title may hold what the editor would draw as an icon.
  const label = `${icon} ${title.replaceAll('$(', '$ (')}`;
  const facts = [published, publisher].filter(fact => fact !== undefined).join(' · ');
  return { id, label, description: facts.replaceAll('$(', '$ ('), detail: problem ?? path, alwaysShow: true };
}

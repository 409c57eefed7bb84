import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FoundRow } from '../server/protocol.ts';
import { sentence } from './inWords.ts';
import { nothingFound } from './nothingFound.ts';
import type { SourceNode } from './sourceNodes.ts';
import type { SourcesTree } from './sourcesTree.ts';

/** Without `found` it says that there is none. */
type Row = vscode.QuickPickItem & { readonly found?: FoundRow };

/** Lets the writer find a source by title, author, publisher or path, and shows it in the tree. */
export async function findSource(
  client: LanguageClient,
  tree: SourcesTree,
  view: vscode.TreeView<SourceNode>,
): Promise<void> {
  const found = await pick(client, tree);
  if (found) await view.reveal(tree.nodeOf(found), { select: true, focus: true, expand: true });
}

function pick(client: LanguageClient, tree: SourcesTree): Promise<FoundRow | undefined> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Find Source');
  picker.placeholder = vscode.l10n.t('Type words of the title, an author, a publisher or a path');
  // Without it the editor sorts rows by their labels.
  if ('sortByLabel' in picker) Object.assign(picker, { sortByLabel: false });
  const show = async (query: string): Promise<void> => {
    picker.busy = true;
    const found = await tree.find(query);
    const none = found.length === 0 ? await nothingFound(client, query) : undefined;
    // What was typed meanwhile is being asked about already.
    if (picker.value !== query) return;
    picker.items = none ? [none] : found.map(toRow);
    picker.busy = false;
  };
  let showing = show('');
  return new Promise(resolve => {
    picker.onDidChangeValue(query => {
      showing = show(query);
    });
    picker.onDidAccept(async () => {
      // Enter may be quicker than the answer to the words before it.
      await showing;
      const [active] = picker.activeItems;
      const chosen = active && picker.items.includes(active) ? active : picker.items[0];
      if (!chosen?.found) return;
      resolve(chosen.found);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
  });
}

function toRow(found: FoundRow): Row {
  const { title, published, publisher, path, health, problem } = found.row;
  const icon = { good: '$(file)', partly: '$(warning)', unreadable: '$(error)' }[health];
  // A title may hold what the editor would draw as an icon.
  const label = `${icon} ${title.replaceAll('$(', '$ (')}`;
  const facts = [published, publisher].filter(fact => fact !== undefined).join(' · ');
  return {
    found,
    label,
    description: facts.replaceAll('$(', '$ ('),
    detail: problem === undefined ? path : sentence(problem),
    alwaysShow: true,
  };
}

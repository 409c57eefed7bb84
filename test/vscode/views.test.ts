import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../src/vscode/extension.ts';
import type { SourceNode } from '../../src/vscode/sourceNodes.ts';
import { closeDrafts, fileUri, findingsOf, openDraft, openSampleDraft, rangeOf } from './drafts.ts';
import { eventually } from './eventually.ts';

const title =
  '<img src=x onerror=alert(1)> $(flame) [T](command:workbench.action.quit) ![i](https://evil.example/x.png)';
const hostile = `---
title: "${title}"
publisher: "<script>alert(1)</script>"
---

“We will <script>alert(2)</script> [pay](javascript:alert(3)) the whole sum,” said Mayor [Holm](command:evil) on Monday.
`;
const page = `<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p>Nothing yet about the cost of the new bridge over the river Lind, which is long and will be longer still.</p>
<p>“The bridge will cost 40 million euros, and not one euro more,” said Mayor Ida Holm when the council met.</p>
<script>alert(1)</script></article></body></html>`;

describe('the tree of sources', () => {
  let sources: Exports['sources'];

  before(async () => {
    const { document } = await openSampleDraft();
    await findingsOf(document);
    sources = (await vscode.extensions.getExtension<Exports>('groundwork.groundwork')?.activate())
      ?.sources as typeof sources;
  });
  after(async () => {
    await closeDrafts();
    for (const name of ['hostile.md', 'bridge.html']) await vscode.workspace.fs.delete(fileUri(`seeds/${name}`));
  });

  it('lists the sources with date and use, and below them where they are used and who says what', async () => {
    // Where the draft uses its sources comes a moment after its findings.
    const node = await sourceNode('Trump holding talks', ({ uses }) => uses.length > 0);
    const { label, description } = await item(node);
    assert.equal(label, "Trump holding talks with Putin after warning Russia faces 'new step of aggression'");
    assert.match(String(description), /^2025-10-16\? .*in this draft$/);
    const below = await children(node);
    assert.deepEqual([...new Set(below.map(({ kind }) => kind))], ['uses', 'speaker']);
    const speaker = below.find(child => child.kind === 'speaker');
    assert.ok(speaker);
    const quotes = await children(speaker);
    assert.ok(quotes.length > 0 && quotes.every(({ kind }) => kind === 'quote'));
    assert.equal(sources.getParent(speaker), node, 'it can be revealed');
    const command = (await item(quotes[0])).command;
    assert.equal(command?.command, 'groundwork.openPassage');
  });

  it('shows what a hostile source says of itself as it is, as plain strings', async () => {
    await vscode.workspace.fs.writeFile(fileUri('seeds/hostile.md'), new TextEncoder().encode(hostile));
    const node = await sourceNode('<img');
    assert.equal((await item(node)).label, title);
    for (const shown of [node, ...(await tree(node))]) {
      const { label, description, tooltip, command, resourceUri } = await item(shown);
      for (const text of [label, description ?? '', tooltip ?? '']) assert.equal(typeof text, 'string');
      assert.ok(command === undefined || command.command === 'groundwork.openPassage');
      assert.equal(resourceUri, undefined);
    }
  });

  it('opens a page as the text that was read from it, read-only, at the passage', async () => {
    await vscode.workspace.fs.writeFile(fileUri('seeds/bridge.html'), new TextEncoder().encode(page));
    await sourceNode('Bridge');
    const { document } = await openDraft(
      'Holm said: “The bridge will cost 40 million euros, and not one euro more.”\n',
    );
    await findingsOf(document);
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, 'will cost').start,
    );
    assert.equal(link?.targetUri.scheme, 'groundwork-source');
    await vscode.commands.executeCommand('groundwork.openPassage', link.targetUri.toString(), link.targetRange);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /^The bridge will cost 40 million euros/);
    assert.equal(editor?.document.languageId, 'groundwork-source');
    assert.ok(!editor?.document.getText().includes('alert'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      editor?.document.uri,
    );
    assert.equal(links[0]?.target?.path, fileUri('seeds/bridge.html').path);
  });

  it('opens no address that is no document', async () => {
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    for (const uri of ['command:workbench.action.closeAllEditors', 'https://evil.example/x']) {
      await vscode.commands.executeCommand('groundwork.openPassage', uri, undefined);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
    }
  });

  type OfSource = Extract<SourceNode, { kind: 'source' }>;

  async function sourceNode(begin: string, enough: (node: OfSource) => boolean = () => true): Promise<SourceNode> {
    const news = sources.onDidChangeTreeData as vscode.Event<unknown>;
    return eventually(`a source “${begin}”`, everySoOften(news), () =>
      nodes.find(node => node.kind === 'source' && node.row.title.startsWith(begin) && enough(node)),
    );
  }

  let nodes: readonly SourceNode[] = [];

  /** Fires once the nodes that the event tells of are there. */
  function everySoOften(news: vscode.Event<unknown>): vscode.Event<unknown> {
    return listener => {
      const look = async (): Promise<void> => {
        nodes = (await sources.getChildren()) ?? [];
        listener(undefined);
      };
      void look();
      return news(() => void look());
    };
  }

  async function children(node: SourceNode): Promise<SourceNode[]> {
    return (await sources.getChildren(node)) ?? [];
  }

  async function tree(node: SourceNode): Promise<SourceNode[]> {
    const below = await children(node);
    return [...below, ...(await Promise.all(below.map(tree))).flat()];
  }

  async function item(node: SourceNode | undefined): Promise<vscode.TreeItem> {
    assert.ok(node);
    return sources.getTreeItem(node);
  }
});

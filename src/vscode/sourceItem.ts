import * as vscode from 'vscode';
import type { LibraryRow } from '../server/protocol.ts';
import { dateInWords, sentence } from './inWords.ts';
import { openPassageCommand } from './openPassage.ts';
import type { SourceNode } from './sourceNodes.ts';

const { None, Collapsed } = vscode.TreeItemCollapsibleState;

/** How a node looks. Whatever comes from a source is a plain string everywhere: no markup, no links, no commands. */
export function toTreeItem(node: SourceNode): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'source':
      return sourceItem(node);
    case 'uses':
      return usesItem(node);
    case 'use':
      return useItem(node);
    case 'speaker':
      return speakerItem(node);
    case 'quote':
      return quoteItem(node);
  }
}

type Of<Kind extends SourceNode['kind']> = Extract<SourceNode, { kind: Kind }>;

function groupItem({ group: { letter, count } }: Of<'group'>): vscode.TreeItem {
  const item = new vscode.TreeItem(letter === '!' ? vscode.l10n.t('Could not be read') : letter, Collapsed);
  item.id = `group ${letter}`;
  item.description = String(count);
  return item;
}

function sourceItem({ row, uses }: Of<'source'>): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(row.title), row.health === 'unreadable' ? None : Collapsed);
  const used = uses.length > 0 ? vscode.l10n.t('{0}× in this draft', uses.length) : undefined;
  item.id = `source ${row.id}`;
  item.description = [dateInWords(row), row.publisher, used]
    .filter(fact => fact !== undefined)
    .map(plain)
    .join(' · ');
  item.iconPath = healthIcon(row, uses.length > 0);
  item.tooltip = [tooltipOf(row), used ?? ''].filter(line => line !== '').join('\n');
  item.contextValue = row.health === 'unreadable' ? 'problem' : 'source';
  item.accessibilityInformation = {
    label: `${item.label}, ${item.description}${row.problem ? `, ${row.problem}` : ''}`,
  };
  item.command = row.health === 'unreadable' ? openFile(row.id) : openAt({ sourceId: row.id, start: 0, end: 0 });
  return item;
}

function healthIcon({ health }: LibraryRow, used: boolean): vscode.ThemeIcon {
  if (health === 'unreadable') return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (health === 'partly') return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon(used ? 'pass' : 'file');
}

function tooltipOf({ title, authors, published, publisher, path, problem, guessed }: LibraryRow): string {
  const facts = [authors.join(', '), publisher, published].filter(fact => fact !== undefined && fact !== '');
  const lines = [...new Set([title, facts.join(' · '), path])];
  if (problem !== undefined) lines.push(sentence(problem));
  if (guessed)
    lines.push(vscode.l10n.t('Read off the first lines or the file name: {0}', guessed.map(fieldName).join(', ')));
  return lines.filter(line => line !== '').join('\n');
}

/** What a source says of itself, as a writer calls it. */
function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = {
    title: vscode.l10n.t('title'),
    authors: vscode.l10n.t('author'),
    publisher: vscode.l10n.t('publisher'),
    published: vscode.l10n.t('date'),
  };
  return names[field] ?? field;
}

function usesItem({ sourceId, uses, draft }: Of<'uses'>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Used in this draft'), Collapsed);
  item.id = `uses ${sourceId} ${draft}`;
  item.description = String(uses.length);
  item.iconPath = new vscode.ThemeIcon('references');
  return item;
}

function useItem({ use, draft }: Of<'use'>): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(use.text), None);
  item.description = vscode.l10n.t('line {0}', use.range.start.line + 1);
  item.iconPath = new vscode.ThemeIcon(use.kind === 'quotation' ? 'quote' : 'link');
  item.tooltip = use.text;
  item.command = {
    title: vscode.l10n.t('Go to the draft'),
    command: openPassageCommand,
    arguments: [draft, use.range],
  };
  return item;
}

function speakerItem({ sourceId, speaker }: Of<'speaker'>): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(speaker.name ?? vscode.l10n.t('Speaker not clear')), Collapsed);
  item.id = `speaker ${sourceId} ${speaker.name ?? ''}`;
  const count = speaker.quotes.length;
  item.description = count === 1 ? vscode.l10n.t('1 quote') : vscode.l10n.t('{0} quotes', count);
  item.iconPath = new vscode.ThemeIcon(speaker.name === undefined ? 'question' : 'person');
  return item;
}

function quoteItem({ quote, speaker }: Of<'quote'>): vscode.TreeItem {
  const item = new vscode.TreeItem(`“${plain(quote.text)}”`, None);
  item.id = `quote ${JSON.stringify(quote.handle)}`;
  item.description = quote.place;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.tooltip = [`“${quote.text}”`, speaker ?? '', vscode.l10n.t('Drag it into the draft, or press its button')]
    .filter(line => line !== '')
    .join('\n');
  item.contextValue = 'quote';
  item.command = openAt(quote.handle);
  return item;
}

function openAt(handle: { sourceId: string; start: number; end: number }): vscode.Command {
  return { title: vscode.l10n.t('Open at the passage'), command: openPassageCommand, arguments: [handle] };
}

function openFile(uri: string): vscode.Command {
  return { title: vscode.l10n.t('Open the file'), command: 'vscode.open', arguments: [vscode.Uri.parse(uri)] };
}

/** One line, without characters that turn the direction of what follows. */
function plain(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

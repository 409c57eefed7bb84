import type { LibraryRow, SpeakerQuotes, UsePlace } from '../server/protocol.ts';

export type SpokenQuote = SpeakerQuotes['quotes'][number];

/** What stands in the tree of sources. */
export type SourceNode =
  | { readonly kind: 'group'; readonly letter: string; readonly sources: readonly SourceNode[] }
  | { readonly kind: 'source'; readonly row: LibraryRow; readonly uses: readonly UsePlace[] }
  | { readonly kind: 'uses'; readonly sourceId: string; readonly uses: readonly UsePlace[]; readonly draft: string }
  | { readonly kind: 'use'; readonly use: UsePlace; readonly draft: string }
  | { readonly kind: 'speaker'; readonly sourceId: string; readonly speaker: SpeakerQuotes }
  | { readonly kind: 'quote'; readonly quote: SpokenQuote; readonly speaker?: string };

/** More sources than this are grouped by the first letter of their titles: nobody scrolls through thousands. */
const mostUngrouped = 300;

/** The top of the tree: sources by title, the unreadable ones first, where something is to be done. */
export function topNodes(rows: readonly LibraryRow[], uses: readonly UsePlace[]): SourceNode[] {
  const used = new Map<string, UsePlace[]>();
  for (const use of uses) used.set(use.sourceId, [...(used.get(use.sourceId) ?? []), use]);
  const nodes = [...rows]
    .sort(byHealthAndTitle)
    .map((row): SourceNode => ({ kind: 'source', row, uses: used.get(row.id) ?? [] }));
  return nodes.length > mostUngrouped ? grouped(nodes) : nodes;
}

function byHealthAndTitle(a: LibraryRow, b: LibraryRow): number {
  const unread = Number(b.health === 'unreadable') - Number(a.health === 'unreadable');
  return unread || (sortKey(a.title) < sortKey(b.title) ? -1 : 1);
}

/** Marks before the first word do not count. */
function sortKey(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase();
}

function grouped(nodes: readonly SourceNode[]): SourceNode[] {
  const groups = new Map<string, SourceNode[]>();
  for (const node of nodes) {
    const letter = node.kind === 'source' ? letterOf(node.row) : '';
    const group = groups.get(letter);
    if (group) group.push(node);
    else groups.set(letter, [node]);
  }
  return [...groups].map(([letter, sources]) => ({ kind: 'group', letter, sources }));
}

function letterOf({ health, title }: LibraryRow): string {
  if (health === 'unreadable') return '!';
  const first = sortKey(title).normalize('NFD').slice(0, 1).toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}

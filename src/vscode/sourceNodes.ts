import type { LibraryRow, SourceGroup, SpeakerQuotes, UsePlace } from '../server/protocol.ts';

export type SpokenQuote = SpeakerQuotes['quotes'][number];

/** What stands in the tree of sources. */
export type SourceNode =
  | { readonly kind: 'group'; readonly group: SourceGroup }
  | { readonly kind: 'source'; readonly row: LibraryRow; readonly uses: readonly UsePlace[] }
  | { readonly kind: 'uses'; readonly sourceId: string; readonly uses: readonly UsePlace[]; readonly draft: string }
  | { readonly kind: 'use'; readonly use: UsePlace; readonly draft: string }
  | { readonly kind: 'speaker'; readonly sourceId: string; readonly speaker: SpeakerQuotes }
  | { readonly kind: 'quote'; readonly quote: SpokenQuote; readonly speaker?: string };

/** The sources of some rows, with what the draft uses of them. */
export function sourceNodes(rows: readonly LibraryRow[], uses: readonly UsePlace[]): SourceNode[] {
  const used = new Map<string, UsePlace[]>();
  for (const use of uses) used.set(use.sourceId, [...(used.get(use.sourceId) ?? []), use]);
  return rows.map((row): SourceNode => ({ kind: 'source', row, uses: used.get(row.id) ?? [] }));
}

import type { Draft } from '../model.ts';
import type { Entry } from './entry.ts';
import { type FrontMatterBibliography, frontMatterBibliography } from './frontMatterBibliography.ts';

/**
 * The bibliography files that drafts name in their front matter, as far as they were read: whoever can read files puts them
 * in, the engine looks them up. A file not put yet has no entries.
 */
export type Bibliographies = {
  /** Grows with every change. */
  readonly revision: number;
  /** The files that were asked for, also those that could not be read. */
  readonly files: ReadonlySet<string>;
  put(uri: string, entries: readonly Entry[], state?: string): void;
  remove(uri: string): void;
  /** The state of the file that its entries were read in, as `put` was told; undefined for a file that is not here. */
  stateOf(uri: string): string | undefined;
  /** Whether every file that a draft names is here: else a key that nobody knows may be in the one that is not. */
  isComplete(draft: Draft): boolean;
  /** A draft's own entries: those in its front matter, then those of its files. The same array until something changes. */
  entriesOf(draft: Draft): readonly Entry[];
};

/** Drafts whose entries are kept together. */
const mostDrafts = 16;
const none: readonly Entry[] = [];

export function createBibliographies(): Bibliographies {
  const files = new Map<string, { readonly entries: readonly Entry[]; readonly state: string }>();
  const kept = new Map<string, { readonly said: FrontMatterBibliography; readonly entries: readonly Entry[] }>();
  const asked = new Set<string>();
  let revision = 0;
  const changed = (): void => {
    revision += 1;
    kept.clear();
  };
  return {
    get revision() {
      return revision;
    },
    files: asked,
    put: (uri, entries, state = '') => {
      asked.add(uri);
      files.set(uri, { entries, state });
      changed();
    },
    remove: uri => {
      asked.add(uri);
      if (files.delete(uri)) changed();
    },
    stateOf: uri => files.get(uri)?.state,
    isComplete: draft => frontMatterBibliography(draft).files.every(uri => files.has(uri)),
    entriesOf: draft => {
      const said = frontMatterBibliography(draft);
      if (said.files.length === 0 && said.references.length === 0) return none;
      const known = kept.get(draft.uri);
      if (known && JSON.stringify(known.said) === JSON.stringify(said)) return known.entries;
      const all = [...said.references, ...said.files.flatMap(uri => files.get(uri)?.entries ?? [])];
      const entries = [...new Map([...all].reverse().map(entry => [entry.id, entry])).values()].reverse();
      if (kept.size >= mostDrafts) kept.clear();
      kept.set(draft.uri, { said, entries });
      return entries;
    },
  };
}

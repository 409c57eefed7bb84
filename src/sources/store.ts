import type { Passage, Source, SourceProblem } from '../model.ts';
import type { PassageIndex } from '../search/passageIndex.ts';
import type { ReadFile } from './readFile.ts';
import { byPath, createShelf, type ScoredPassage, type SearchOptions, type Shelf } from './shelf.ts';
import { sketchOf } from './sketch.ts';

export type { ScoredPassage, SearchOptions };

/** A file as a cache knew it: what it gave, and what its sources said before they last changed. */
export type KnownFile = { readonly uri: string; readonly read: ReadFile; readonly previous: readonly Source[] };

export type PutFile = { readonly uri: string; readonly read: ReadFile };

/** Where passages come from: all sources in memory, with an index over their sentences that is always in step. */
export type SourceStore = {
  /** Grows with every change of what the store answers; putting the same content again is no change. */
  readonly revision: number;
  /** How many files are known of and not read yet. Until it is 0, what is not found may still turn up. */
  readonly pending: number;
  /** Says how many files are still to be read. */
  expect(files: number): void;
  /** In path order. */
  sources(): readonly Source[];
  get(id: string): Source | undefined;
  /** The source's passages in order; none for an unknown id. */
  sentences(id: string): readonly Passage[];
  /** The passages before and behind one in its source, as far as there are any, without looking for all the others. */
  beside(passage: Passage): readonly Passage[];
  /** What could not be read, in path order. */
  problems(): readonly SourceProblem[];
  /** What the source said before its last changes, latest first; none when it never changed. Old texts are let go. */
  previous(id: string): readonly Source[];
  /** The same id for all sources that are reprints of one text; its own for a source that is alone. */
  origin(id: string): string;
  /** How many sources there are. */
  readonly count: number;
  /** Replaces what that uri held. */
  put(uri: string, read: ReadFile): void;
  /** The same for several files at once, whose sources are in `indexes` (of `indexSources`) as far as possible. */
  putAll(files: readonly PutFile[], indexes?: readonly Uint8Array[]): void;
  remove(uri: string): void;
  /**
   * Fills an empty store with files known from before. `index` may know some of their sources already: those whose id
   * `isIndexed` confirms are not indexed again, whatever else it holds is taken out.
   */
  restore(files: readonly KnownFile[], index?: PassageIndex, isIndexed?: (id: string) => boolean): void;
  /**
   * Does in steps of a few milliseconds what makes answers quicker after much was put, and is otherwise done when it is
   * first asked for. Other calls may come in between.
   */
  tidy(): Generator<void>;
  /** The index as bytes, for a later `restore`: in parts that follow each other and must not be changed. */
  indexParts(): Uint8Array[];
  /** What a uri held when it was last put. */
  held(uri: string): ReadFile | undefined;
  /** Best first. The index only proposes: whoever asks compares with the text itself. */
  search(query: string, options: SearchOptions): ScoredPassage[];
};

export function createSourceStore(): SourceStore {
  const shelf = createShelf();
  const { files, ...held } = createFiles(shelf);
  let pending = 0;
  return {
    get revision() {
      return held.revision();
    },
    get pending() {
      return pending;
    },
    expect: count => {
      pending = count;
    },
    get count() {
      return shelf.count();
    },
    sources: shelf.inOrder,
    get: shelf.get,
    sentences: shelf.sentences,
    beside: shelf.beside,
    problems: () => [...files.values()].flatMap(file => file.problems).sort(byPath),
    previous: shelf.previous,
    origin: shelf.origin,
    held: uri => files.get(uri),
    put: (uri, read) => held.putAll([{ uri, read }]),
    putAll: held.putAll,
    remove: held.remove,
    restore: (known, index, isIndexed = () => false) => {
      if (files.size === 0 && index) shelf.useIndex(wanted(index, known, isIndexed));
      for (const { uri, read, previous } of known) {
        for (const source of previous.toReversed()) shelf.noteBefore(source);
        held.putAll([{ uri, read }]);
      }
    },
    tidy: shelf.tidy,
    indexParts: shelf.indexParts,
    search: shelf.search,
  };
}

/** What each file gave, with the shelf in step. */
function createFiles(shelf: Shelf) {
  const files = new Map<string, ReadFile>();
  let revision = 0;
  const takeAll = (uri: string): void => {
    for (const source of files.get(uri)?.sources ?? []) shelf.take(source);
  };
  return {
    files: files as ReadonlyMap<string, ReadFile>,
    revision: () => revision,
    putAll: (given: readonly PutFile[], indexes: readonly Uint8Array[] = []): void => {
      const changed = given.filter(({ uri, read }) => !isSame(files.get(uri), read));
      for (const { uri } of changed) takeAll(uri);
      for (const bytes of indexes) shelf.addIndex(bytes);
      for (const { uri, read } of changed) {
        const { sources, sketches } = read;
        files.set(uri, read);
        sources.forEach((source, i) => {
          shelf.place(source, () => (sketches ? sketches[i] : sketchOf(source.text)));
        });
        revision++;
      }
    },
    remove: (uri: string): void => {
      takeAll(uri);
      if (files.delete(uri)) revision++;
    },
  };
}

/** The index without what is not known, or was indexed when it said something else. */
function wanted(index: PassageIndex, known: readonly KnownFile[], isIndexed: (id: string) => boolean): PassageIndex {
  const ids = new Set(known.flatMap(({ read }) => read.sources.map(({ id }) => id)));
  for (const id of index.sourceIds()) if (!ids.has(id) || !isIndexed(id)) index.remove(id);
  return index;
}

/** The same bytes, read the same way, under the same name: every cache that hangs on the old objects stays good. */
function isSame(before: ReadFile | undefined, now: ReadFile): boolean {
  return (
    before !== undefined &&
    before.sources.length === now.sources.length &&
    before.problems.length === now.problems.length &&
    before.sources.every((source, i) => isSameSource(source, now.sources[i])) &&
    before.problems.every((problem, i) => problem.message === now.problems[i]?.message)
  );
}

function isSameSource(source: Source, other: Source | undefined): boolean {
  if (source.hash !== other?.hash || source.text !== other.text) return false;
  return JSON.stringify({ ...source, text: '' }) === JSON.stringify({ ...other, text: '' });
}

import type { Passage, Source, SourceProblem } from '../model.ts';
import { createPassageIndex, type Hit } from '../search/passageIndex.ts';
import { passageAt, passageSpans, passagesOf } from './passages.ts';

export type ScoredPassage = { readonly passage: Passage; readonly score: number };

export type SearchOptions = {
  readonly limit: number;
  /** The last word of the query is still being typed: words that begin with it match too. */
  readonly prefix?: boolean;
  /** Only passages of these sources. */
  readonly sourceIds?: ReadonlySet<string>;
};

/** What a file gave when it was read. */
export type ReadFile = { readonly sources: readonly Source[]; readonly problems: readonly SourceProblem[] };

/** Where passages come from: all sources in memory, with an index over their sentences that is always in step. */
export type SourceStore = {
  /** Grows with every change of what the store answers; putting the same content again is no change. */
  readonly revision: number;
  /** In path order. */
  sources(): readonly Source[];
  get(id: string): Source | undefined;
  /** The source's passages in order; none for an unknown id. */
  sentences(id: string): readonly Passage[];
  /** What could not be read, in path order. */
  problems(): readonly SourceProblem[];
  /** Replaces what that uri held. */
  put(uri: string, read: ReadFile): void;
  remove(uri: string): void;
  /** Best first. The index only proposes: whoever asks compares with the text itself. */
  search(query: string, options: SearchOptions): ScoredPassage[];
};

export function createSourceStore(): SourceStore {
  const files = new Map<string, ReadFile>();
  const byId = new Map<string, Source>();
  const index = createPassageIndex();
  const passages = createPassageCache();
  let revision = 0;
  let inOrder: readonly Source[] | undefined;

  const changed = (): void => {
    revision++;
    inOrder = undefined;
  };
  const drop = (source: Source): void => {
    index.remove(source.id);
    byId.delete(source.id);
  };
  const take = (source: Source): void => {
    index.add(source.id, source.text, passageSpans(source));
    byId.set(source.id, source);
  };
  return {
    get revision() {
      return revision;
    },
    sources: () => {
      inOrder ??= [...byId.values()].sort(byPath);
      return inOrder;
    },
    get: id => byId.get(id),
    sentences: id => {
      const source = byId.get(id);
      return source ? passages.of(source) : [];
    },
    problems: () => [...files.values()].flatMap(file => file.problems).sort(byPath),
    put: (uri, read) => {
      const before = files.get(uri);
      if (before && isSame(before, read)) return;
      for (const source of before?.sources ?? []) drop(source);
      files.set(uri, read);
      for (const source of read.sources) take(source);
      changed();
    },
    remove: uri => {
      const before = files.get(uri);
      if (!before) return;
      for (const source of before.sources) drop(source);
      files.delete(uri);
      changed();
    },
    search: (query, options) => index.search(query, options).flatMap(hit => toScored(hit, byId)),
  };
}

/** Cut out when they are first asked for, and let go with their source: most of a large library is never asked for. */
function createPassageCache(): { of(source: Source): readonly Passage[] } {
  const cut = new WeakMap<Source, readonly Passage[]>();
  return {
    of: source => {
      const known = cut.get(source) ?? passagesOf(source);
      cut.set(source, known);
      return known;
    },
  };
}

function toScored({ sourceId, span, score }: Hit, byId: ReadonlyMap<string, Source>): ScoredPassage[] {
  const source = byId.get(sourceId);
  return source ? [{ passage: passageAt(source, span), score }] : [];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The same bytes under the same name: every cache that hangs on the old objects stays good. */
function isSame(before: ReadFile, now: ReadFile): boolean {
  return (
    before.sources.length === now.sources.length &&
    before.problems.length === now.problems.length &&
    before.sources.every((source, i) => {
      const other = now.sources[i];
      return source.id === other?.id && source.hash === other.hash && source.path === other.path;
    }) &&
    before.problems.every((problem, i) => problem.message === now.problems[i]?.message)
  );
}

import type { Passage, Source } from '../model.ts';
import { createPassageIndex, type Hit, type PassageIndex } from '../search/passageIndex.ts';
import { createNearDuplicates } from './nearDuplicates.ts';
import { passageAt, passageSpans, passagesOf } from './passages.ts';
import { createPreviousTexts } from './previousTexts.ts';
import { createRecentOf } from './recentOf.ts';
import type { Sketch } from './sketch.ts';

export type ScoredPassage = { readonly passage: Passage; readonly score: number };

export type SearchOptions = {
  readonly limit: number;
  /** The last word of the query is still being typed: words that begin with it match too. */
  readonly prefix?: boolean;
  /** Only passages of these sources. */
  readonly sourceIds?: ReadonlySet<string>;
};

/** The sources one by one, and all that follows each of them: the index, its reprints, what it said before. */
export type Shelf = {
  /** Puts a source where none with its id is. What the index knows of it already stays. */
  place(source: Source, sketch: () => Sketch | undefined): void;
  /** Takes a source away and notes what it said. */
  take(source: Source): void;
  noteBefore(source: Source): void;
  /** An index that may know sources before they are placed; the shelf must be empty. */
  useIndex(index: PassageIndex): void;
  /** The same for the bytes of a small index, at any time. Bytes that are none are nothing to do. */
  addIndex(bytes: Uint8Array): void;
  inOrder(): readonly Source[];
  count(): number;
  get(id: string): Source | undefined;
  sentences(id: string): readonly Passage[];
  beside(passage: Passage): Passage[];
  previous(id: string): readonly Source[];
  origin(id: string): string;
  indexParts(): Uint8Array[];
  tidy(): Generator<void>;
  search(query: string, options: SearchOptions): ScoredPassage[];
};

export function createShelf(): Shelf {
  const byId = new Map<string, Source>();
  const previous = createPreviousTexts();
  const duplicates = createNearDuplicates(id => byId.get(id)?.text);
  let index = createPassageIndex();
  /** Sources that the index knows and nobody has placed yet. */
  let indexedBefore = new Set<string>();
  const order = createOrder(byId);

  return {
    place: (source, sketch) => {
      const { id } = source;
      // The text of a source that was read elsewhere is made when it is first asked for: mostly never.
      if (!indexedBefore.delete(id)) index.add(id, source.text, passageSpans(source));
      duplicates.add(id, sketch);
      byId.set(id, source);
      previous.current(source);
      order.added(source);
    },
    take: source => {
      previous.note(source);
      index.remove(source.id);
      indexedBefore.delete(source.id);
      duplicates.remove(source.id);
      byId.delete(source.id);
      order.removed();
    },
    noteBefore: previous.note,
    useIndex: given => {
      index = given;
      indexedBefore = new Set(given.sourceIds());
    },
    addIndex: bytes => {
      for (const id of index.addAll(bytes) ?? []) indexedBefore.add(id);
    },
    inOrder: order.list,
    count: () => byId.size,
    get: id => byId.get(id),
    sentences: createCut(byId),
    beside: passage => beside(passage, index, byId),
    previous: previous.of,
    origin: duplicates.origin,
    indexParts: () => index.toParts(),
    tidy: function* () {
      yield* index.tidy();
      yield* duplicates.tidy();
    },
    search: (query, options) => toScored(index.search(query, options), byId),
  };
}

/** Sources whose passages are kept once they were cut out: most of a large library is never asked for. */
const mostCut = 200;

function createCut(byId: ReadonlyMap<string, Source>): (id: string) => readonly Passage[] {
  const cut = createRecentOf<Source, readonly Passage[]>(mostCut);
  return id => {
    const source = byId.get(id);
    return source ? cut(source, () => passagesOf(source)) : [];
  };
}

/** The sources in path order. */
function createOrder(byId: ReadonlyMap<string, Source>) {
  let sorted: readonly Source[] = [];
  let added = new Set<Source>();
  let removed = false;
  return {
    added: (source: Source): void => {
      added.add(source);
    },
    removed: (): void => {
      removed = true;
    },
    list: (): readonly Source[] => {
      // While a library is read it is asked for again and again, with a few more each time.
      if (!removed && added.size === 0) return sorted;
      const isThere = (source: Source): boolean => byId.get(source.id) === source;
      const before = removed ? sorted.filter(source => isThere(source) && !added.has(source)) : sorted;
      sorted = merged(before, [...added].filter(isThere).sort(byPath));
      added = new Set();
      removed = false;
      return sorted;
    },
  };
}

/** Both lists are in path order; of the same path the first list's come first. */
function merged(first: readonly Source[], second: readonly Source[]): readonly Source[] {
  const all: Source[] = [];
  let from = 0;
  for (const source of second) {
    const to = firstBehind(source, first, from);
    for (; from < to; from++) all.push(first[from] ?? source);
    all.push(source);
  }
  return [...all, ...first.slice(from)];
}

/** Few come at a time: looking for the place of each spares most comparisons. */
function firstBehind(source: Source, sorted: readonly Source[], from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byPath(sorted[middle] ?? source, source) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toScored(hits: readonly Hit[], byId: ReadonlyMap<string, Source>): ScoredPassage[] {
  const found: ScoredPassage[] = [];
  for (const { sourceId, span, score } of hits) {
    const source = byId.get(sourceId);
    if (source) found.push({ passage: passageAt(source, span), score });
  }
  return found;
}

function beside({ sourceId, span }: Passage, index: PassageIndex, byId: ReadonlyMap<string, Source>): Passage[] {
  const source = byId.get(sourceId);
  return source ? index.neighbours(sourceId, span.start).map(near => passageAt(source, near)) : [];
}

export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

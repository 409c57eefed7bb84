/**
 * The passage index: proposes passages for a query, quickly and in little memory.
 *
 * Goals
 * - A whole sentence as query in well under a millisecond, the prefix of a word in a few, over 100,000 sentences.
 * - Memory near five bytes a posting: postings are typed arrays, the words are numbered once, passages are spans.
 * - Sources come and go one by one without a rebuild, and queries in between are answered from all there is.
 * - Plain BM25 (k1 1.2, b 0.75), exactly: the property tests compare with a naive computation.
 * - Segments are sealed typed arrays: they can be written to disk, read back, and handed between threads as they are.
 *
 * Non-goals
 * - Truth. The index recalls, the engine decides: whoever asks compares with the source's own text.
 * - The text. It stays with its source; the index gives spans.
 * - Phrases, fields and operators: a query is a bag of words, its last one perhaps unfinished.
 *
 * How it works. `add` tokenises into rows that wait. `search` first settles: waiting rows are inverted into a segment,
 * small segments are merged (each one at least twice as large as the next, so there are few), and passages of removed
 * sources are dropped. Until they are dropped they are only not found; in large libraries (more than 50,000 passages)
 * that waits until they are a tenth, and until then they still count in how rare a word is.
 */
import type { Span } from '../model.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { createGrowableUint32 } from './growable.ts';
import { mergeSegments } from './mergeSegments.ts';
import { type Collection, frequencyOf, type Part, type QueryTerm, rank } from './rank.ts';
import { type Segment, sealSegment } from './segment.ts';
import { endsInWord, tokensOf } from './tokens.ts';

export type IndexedPassage = { readonly sourceId: string; readonly span: Span };

/** Scores are comparable within one answer only. */
export type Hit = { readonly sourceId: string; readonly span: Span; readonly score: number };

export type IndexSearch = {
  readonly limit: number;
  /** The query's last word is still being typed: every word that begins with it matches. */
  readonly prefix?: boolean;
  /** Only passages of these sources; ids nobody knows match nothing. */
  readonly sourceIds?: ReadonlySet<string>;
};

export type PassageIndex = {
  /** Adds a source's passages; a source that is there already is replaced. */
  add(sourceId: string, text: string, spans: readonly Span[]): void;
  /** An unknown id is nothing to do. */
  remove(sourceId: string): void;
  /** Best first; none for a query without words. Equal scores stand in the order in which they were added. */
  search(query: string, options: IndexSearch): Hit[];
  /** How many passages can be found. */
  readonly size: number;
};

/** Words that wait before they are made a segment unasked: bounds memory while a library is read in one go. */
const mostWaiting = 1 << 20;
/** Postings above which segments are left alone: merging them would stall a query. */
const largestMerged = 8_000_000;
const smallLibrary = 50_000;

export function createPassageIndex(): PassageIndex {
  const dictionary = createDictionary();
  const sources = createSourceNumbers();
  const waiting = createWaitingRows();
  let segments: Segment[] = [];
  let collection: Omit<Collection, 'allowed'> | undefined;
  let removed = 0;

  const seal = (): void => {
    if (waiting.count() > 0) segments.push(sealSegment(waiting.take(), dictionary.size));
    collection = undefined;
  };
  const settle = (): Omit<Collection, 'allowed'> => {
    if (collection && waiting.count() === 0) return collection;
    seal();
    const all = segments.reduce((sum, segment) => sum + segment.sources.length, 0);
    if (removed > 0 && (all <= smallLibrary || removed * 10 > all)) {
      segments = segments.map(segment => dropRemoved(segment, sources.isLive)).filter(isFilled);
      removed = 0;
    }
    segments = mergeSmall(segments);
    collection = collect(segments);
    return collection;
  };
  const remove = (sourceId: string): void => {
    const gone = sources.remove(sourceId);
    if (gone === 0) return;
    removed += gone;
    collection = undefined;
  };
  return {
    get size() {
      return sources.livePassages();
    },
    add: (sourceId, text, spans) => {
      remove(sourceId);
      const source = sources.add(sourceId, spans.length);
      for (const span of spans) {
        waiting.row(source, span);
        for (const word of tokensOf(text.slice(span.start, span.end))) waiting.word(dictionary.add(word));
      }
      if (waiting.words() > mostWaiting) seal();
    },
    remove,
    search: (query, { limit, prefix = false, sourceIds }) => {
      if (limit < 1) return [];
      const ready = { ...settle(), allowed: sources.allowed(sourceIds) };
      const terms = termsOf(query, prefix, dictionary, ready);
      return rank(terms, ready, limit).map(({ passage, score }) => toHit(ready.parts, sources.idOf, passage, score));
    },
  };
}

/** A common beginning says next to nothing beside other words, and is costly: it is left out when they are there. */
const commonShare = 0.25;

function termsOf(
  query: string,
  prefix: boolean,
  dictionary: Dictionary,
  collection: Pick<Collection, 'parts' | 'passages'>,
): QueryTerm[] {
  const tokens = tokensOf(query);
  const unfinished = prefix && endsInWord(query) ? tokens.pop() : undefined;
  const weights = new Map<number, number>();
  for (const token of tokens) {
    const word = dictionary.idOf(token);
    if (word !== undefined) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  const terms: QueryTerm[] = [...weights].map(([word, weight]) => ({ words: [word], weight }));
  if (unfinished === undefined) return terms;
  const words = dictionary.startingWith(unfinished);
  const isCommon = frequencyOf(words, collection) > collection.passages * commonShare;
  return isCommon && terms.length > 0 ? terms : [...terms, { words, weight: 1 }];
}

type SourceNumbers = {
  add(id: string, passages: number): number;
  /** How many passages went with it. */
  remove(id: string): number;
  idOf(source: number): string;
  isLive(source: number): boolean;
  allowed(ids: ReadonlySet<string> | undefined): Uint8Array;
  livePassages(): number;
};

/** Each added source gets a number of its own, the same id added again a new one: removing is one flag. */
function createSourceNumbers(): SourceNumbers {
  const ids: string[] = [];
  const numbers = new Map<string, { readonly source: number; readonly passages: number }>();
  let live = new Uint8Array(64);
  let passagesLive = 0;
  return {
    add: (id, passages) => {
      const source = ids.length;
      ids.push(id);
      numbers.set(id, { source, passages });
      if (source >= live.length) {
        const larger = new Uint8Array(live.length * 2);
        larger.set(live);
        live = larger;
      }
      live[source] = 1;
      passagesLive += passages;
      return source;
    },
    remove: id => {
      const known = numbers.get(id);
      if (!known) return 0;
      numbers.delete(id);
      live[known.source] = 0;
      passagesLive -= known.passages;
      return known.passages;
    },
    idOf: source => ids[source] ?? '',
    isLive: source => live[source] === 1,
    allowed: wanted => {
      if (!wanted) return live;
      const allowed = new Uint8Array(ids.length);
      for (const id of wanted) {
        const known = numbers.get(id);
        if (known) allowed[known.source] = 1;
      }
      return allowed;
    },
    livePassages: () => passagesLive,
  };
}

/** Passages that were added and not yet made a segment. */
function createWaitingRows() {
  const sources = createGrowableUint32();
  const starts = createGrowableUint32();
  const ends = createGrowableUint32();
  const wordEnds = createGrowableUint32();
  const words = createGrowableUint32();
  const all = [sources, starts, ends, wordEnds, words];
  return {
    count: () => sources.length,
    words: () => words.length,
    row: (source: number, span: Span) => {
      if (sources.length > 0) wordEnds.push(words.length);
      sources.push(source);
      starts.push(span.start);
      ends.push(span.end);
    },
    word: (word: number) => words.push(word),
    take: () => {
      wordEnds.push(words.length);
      const rows = {
        sources: sources.view(),
        starts: starts.view(),
        ends: ends.view(),
        wordEnds: wordEnds.view(),
        words: words.view(),
      };
      for (const column of all) column.clear();
      return rows;
    },
  };
}

function dropRemoved(segment: Segment, isLive: (source: number) => boolean): Segment {
  return segment.sources.every(isLive) ? segment : mergeSegments([segment], isLive);
}

function isFilled(segment: Segment): boolean {
  return segment.sources.length > 0;
}

/** Merges from the end until each segment is at least twice as large as the one behind it. */
function mergeSmall(segments: readonly Segment[]): Segment[] {
  const kept = [...segments];
  let first = kept.length - 1;
  let size = kept[first]?.passages.length ?? 0;
  while (first > 0) {
    const before = kept[first - 1]?.passages.length ?? 0;
    if (before >= size * 2 || before + size > largestMerged) break;
    size += before;
    first--;
  }
  const tail = kept.splice(Math.max(0, first));
  if (tail.length === 1) return [...kept, ...tail];
  return tail.length === 0 ? kept : [...kept, mergeSegments(tail, () => true)];
}

function collect(segments: readonly Segment[]): Omit<Collection, 'allowed'> {
  const parts: Part[] = [];
  let passages = 0;
  let words = 0;
  for (const segment of segments) {
    parts.push({ segment, base: passages });
    passages += segment.sources.length;
    for (const length of segment.lengths) words += length;
  }
  return { parts, passages, meanLength: passages > 0 ? words / passages : 0, scores: new Float64Array(passages) };
}

function toHit(parts: readonly Part[], idOf: (source: number) => string, passage: number, score: number): Hit {
  const part = parts.findLast(({ base }) => base <= passage);
  const row = passage - (part?.base ?? 0);
  const span = { start: part?.segment.starts[row] ?? 0, end: part?.segment.ends[row] ?? 0 };
  return { sourceId: idOf(part?.segment.sources[row] ?? 0), span, score };
}

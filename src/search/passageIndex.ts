/**
 * The passage index: proposes passages for a query, quickly and in little memory.
 *
 * Goals
 * - A whole sentence as query in less than a millisecond over 100,000 sentences, and not much longer over forty times as
 *   many; one letter in a millisecond or two.
 * - Memory near five bytes a posting: postings are typed arrays, words are numbered once, passages are spans.
 * - Sources come and go one by one without a rebuild, and queries in between are answered from all there is.
 * - Plain BM25: scores are exact, the property tests compare with a naive computation; in large libraries only passages
 *   that hold a rare word of the query are candidates (rank.ts). Finished queries are ranked by the BM25 of the passage
 *   and of its source together (sourceScores.ts), there without the words that nearly every source holds.
 * - Segments are sealed typed arrays: they can be written to disk, read back, and handed between threads as they are.
 *
 * Non-goals
 * - Truth. The index recalls, the engine decides: whoever asks compares with the source's own text.
 * - The text. It stays with its source; the index gives spans.
 * - Phrases, fields and operators: a query is a bag of words, its last one perhaps unfinished.
 *
 * How it works. `add` cuts words (tokens.ts) into rows that wait (waitingRows.ts). `search` first settles (segments.ts):
 * waiting rows are inverted into a segment (segment.ts), small segments are merged (mergeSegments.ts) until each is at
 * least twice as large as the next, and passages of removed sources are dropped. What would take longer than a query may
 * is left to `tidy`: large merges, sorting many new words into the dictionary, and dropping passages in libraries of over
 * 50,000, when they are a tenth. A removed source is not found from the moment it is removed; passages that are not yet
 * dropped still count in how rare a word is. Ranking (rank.ts) gathers candidates by the rare words (gather.ts), scoring only
 * those that could be among the best, and adds what the common ones give to the promising among them (complete.ts), whose
 * places in the long lists are known nearly (landmarks.ts).
 */
import type { Span } from '../model.ts';
import { adoptIndex, type IndexParts } from './adoptIndex.ts';
import { type Collection, type Part, partAt } from './bm25.ts';
import { ranked } from './candidates.ts';
import { createDictionary } from './dictionary.ts';
import { type IndexContents, readIndex, writeIndex } from './indexBytes.ts';
import { neighbours } from './neighbours.ts';
import { joinedBytes } from './packedArrays.ts';
import { queryTerms } from './queryTerms.ts';
import { rank } from './rank.ts';
import { spanOf } from './segment.ts';
import { createSegments } from './segments.ts';
import { createSourceNumbers } from './sourceNumbers.ts';
import { withSourceScores } from './sourceScores.ts';
import { tokensOf } from './tokens.ts';
import { createWaitingRows } from './waitingRows.ts';
import { type Term, weigh } from './weigh.ts';
import { createWordForms } from './wordForms.ts';

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
  /**
   * Adds all sources of another index, given as its bytes, for a twentieth of what `add` takes. Their ids; undefined for
   * bytes that no index of this version gave.
   */
  addAll(bytes: Uint8Array): readonly string[] | undefined;
  /** An unknown id is nothing to do. */
  remove(sourceId: string): void;
  /**
   * Best first; none for a query without words. Equal scores stand in the order in which they were added. A finished
   * query (no `prefix`) may draw on several sentences: a passage's source counts beside its own words.
   */
  search(query: string, options: IndexSearch): Hit[];
  /** The passages before and behind the source's one that begins at `start`, as far as there are any. */
  neighbours(sourceId: string, start: number): Span[];
  /** How many passages can be found. */
  readonly size: number;
  /** The sources that are there, those without passages too. */
  sourceIds(): string[];
  /**
   * The index as it is, for disk. Settles it first; takes time in proportion to its size. In parts that follow each other,
   * most of them the index's own memory, which stays as it is whatever comes and goes: they must not be changed.
   */
  toParts(): Uint8Array[];
  /** The same as one run of bytes, for another thread. */
  toBytes(): Uint8Array;
  /**
   * Does in steps of a few milliseconds what makes queries quicker and memory smaller after much was added. Other calls
   * may come in between; a work that is not done to its end does no harm.
   */
  tidy(): Generator<void>;
};

/** Words that wait before they are made a segment unasked: bounds memory while a library is read in one go. */
const mostWaiting = 1 << 20;
/** So many of the best passages at least have their sources looked at. */
const fewestConsidered = 64;
/**
 * Of a finished query the sources decide as well: which passages are the first sixty need not be known to the last. Over 3,230
 * articles 2,700 claims found theirs as often with 0.2 as with 1.
 */
const hope = 0.2;

export function createPassageIndex(): PassageIndex {
  return indexOf();
}

/**
 * The index that `toBytes` gave, in use of these very bytes, which must not be changed any more; undefined for bytes
 * that are damaged, cut short, or of another version.
 */
export function passageIndexFromBytes(bytes: Uint8Array): PassageIndex | undefined {
  const contents = readIndex(bytes);
  return contents && indexOf(contents);
}

function indexOf(contents?: IndexContents): PassageIndex {
  const dictionary = createDictionary(contents?.words);
  const sources = createSourceNumbers();
  contents?.sourceIds.forEach((id, i) => {
    sources.add(id, contents.passages[i] ?? 0);
  });
  const segments = createSegments(sources.isLive, contents?.segments);
  const parts: IndexParts = { dictionary, sources, segments };
  const formsOf = createWordForms(dictionary);
  const { seal, ...changes } = changesOf(parts);

  const collect = (sourceIds: ReadonlySet<string> | undefined): Collection => {
    seal();
    const { parts, frequencies, passages, words, meanLength, sourceCount, scratch } = segments.settle();
    const { allowed, only } = sources.allowed(sourceIds);
    return { parts, frequencies, passages, words, meanLength, sourceCount, scratch, allowed, only };
  };
  const termsOf = createTermsOf((query, prefix, collection) =>
    weigh(queryTerms(query, prefix, dictionary, formsOf, collection), collection),
  );
  const toParts = (): Uint8Array[] => {
    collect(undefined);
    return writeIndex(contentsOf(parts));
  };
  return {
    ...changes,
    get size() {
      return sources.livePassages();
    },
    search: (query, { limit, prefix = false, sourceIds }) => {
      if (limit < 1) return [];
      const collection = collect(sourceIds);
      const terms = termsOf(query, prefix, collection);
      const best = prefix
        ? ranked(rank(terms, collection, limit, 1))
        : withSourceScores(rank(terms, collection, Math.max(limit, fewestConsidered), hope), terms, collection);
      return best.slice(0, limit).map(({ passage, score }) => toHit(collection.parts, sources.idOf, passage, score));
    },
    neighbours: (sourceId, start) => {
      const source = sources.numberOf(sourceId);
      if (source === undefined) return [];
      seal();
      return neighbours(source, start, segments.settle().parts);
    },
    sourceIds: sources.liveIds,
    toParts,
    toBytes: () => joinedBytes(toParts()),
  };
}

type TermsOf = (query: string, prefix: boolean, collection: Collection) => Term[];

/** Remembers the last answer: a claim is asked for in the library, and again at once in the source that is likeliest. */
function createTermsOf(find: TermsOf): TermsOf {
  let last: { query: string; prefix: boolean; parts: Collection['parts']; terms: Term[] } | undefined;
  return (query, prefix, collection) => {
    const { parts } = collection;
    if (last?.query === query && last.prefix === prefix && last.parts === parts) return last.terms;
    last = { query, prefix, parts, terms: find(query, prefix, collection) };
    return last.terms;
  };
}

/** What changes an index; `seal` makes what waits a segment. */
function changesOf(parts: IndexParts): Pick<PassageIndex, 'add' | 'addAll' | 'remove' | 'tidy'> & { seal(): void } {
  const { dictionary, sources, segments } = parts;
  const waiting = createWaitingRows();
  const seal = (): void => {
    if (waiting.count() > 0) segments.seal(waiting.take(), dictionary.size);
  };
  const remove = (sourceId: string): void => {
    const passages = sources.remove(sourceId);
    if (passages > 0) segments.noteRemoved(passages);
  };
  return {
    seal,
    remove,
    add: (sourceId, text, spans) => {
      remove(sourceId);
      const source = sources.add(sourceId, spans.length);
      for (const span of spans) {
        waiting.row(source, span);
        for (const word of tokensOf(text.slice(span.start, span.end))) waiting.word(dictionary.add(word));
      }
      if (waiting.words() > mostWaiting) seal();
    },
    addAll: bytes => {
      const given = readIndex(bytes);
      if (!given) return undefined;
      // Segments stand in the order of adding.
      seal();
      given.sourceIds.forEach(remove);
      adoptIndex(given, parts);
      return given.sourceIds;
    },
    tidy: function* () {
      yield* dictionary.tidy();
      seal();
      yield* segments.tidy();
    },
  };
}

function contentsOf({ dictionary, sources, segments }: IndexParts): IndexContents {
  const { ids, passages, renumber } = sources.packed();
  const kept = segments.compact().map(segment => ({
    ...segment,
    sources: segment.sources.map(source => renumber[source] ?? 0),
  }));
  return { words: dictionary.sorted(), sourceIds: ids, passages, segments: kept };
}

function toHit(parts: readonly Part[], idOf: (source: number) => string, passage: number, score: number): Hit {
  const part = parts[partAt(passage, parts)];
  const row = passage - (part?.base ?? 0);
  const span = part ? spanOf(part.segment, row) : { start: 0, end: 0 };
  return { sourceId: idOf(part?.segment.sources[row] ?? 0), span, score };
}

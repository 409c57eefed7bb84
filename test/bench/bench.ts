/**
 * Measures the index: `node …/test/bench/bench.js [ARTICLES...]` (default 1000 10000). Prints build speed, memory, query
 * latencies, how they grow, and the same queries through fuse.js over a sample, as ratios within this run. Run with
 * `--expose-gc` for true memory figures.
 */
import Fuse from 'fuse.js';
import type { Span } from '../../src/model.ts';
import { createPassageIndex, type PassageIndex } from '../../src/search/passageIndex.ts';
import { sentences } from '../../src/text/segment.ts';
import { makeArticles, mulberry32 } from './corpus.ts';

type Cut = { readonly id: string; readonly text: string; readonly spans: readonly Span[] };
type Row = Readonly<Record<string, number>>;

const counts = process.argv.slice(2).map(Number).filter(Number.isFinite);
const rows: Row[] = [];
for (const count of counts.length > 0 ? counts : [1000, 10000]) rows.push(measure(count));
report(rows);
compareWithFuse();

function measure(articles: number): Row {
  const began = performance.now();
  const library: Cut[] = [];
  for (const { path, text } of makeArticles(articles)) library.push({ id: path, text, spans: [] });
  const made = performance.now();
  const cut = library.map(({ id, text }) => ({ id, text, spans: sentences(text) }));
  const cutDone = performance.now();
  const before = memory();
  const buildBegan = performance.now();
  const index = build(cut);
  const build_ms = performance.now() - buildBegan;
  const megabytes = cut.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  return {
    articles,
    sentences: index.size,
    'text MB': megabytes,
    'corpus made ms': made - began,
    'sentences cut MB/s': megabytes / ((cutDone - made) / 1e3),
    'index built ms': build_ms,
    'index MB/s': megabytes / (build_ms / 1e3),
    'index memory MB': (memory() - before) / 1e6,
    ...latencies(index, cut),
    'one file changed ms': changeOne(index, cut),
  };
}

function build(cut: readonly Cut[]): PassageIndex {
  const index = createPassageIndex();
  for (const { id, text, spans } of cut) index.add(id, text, spans);
  // The first query does what is left to do.
  index.search('anything', { limit: 1 });
  return index;
}

function latencies(index: PassageIndex, cut: readonly Cut[]): Row {
  const queries = sampleSentences(cut, 300);
  const whole = timed(queries, query => index.search(query, { limit: 50 }));
  const altered = timed(queries.map(dropWords), query => index.search(query, { limit: 50 }));
  const typed = queries.map(query => query.slice(0, 12 + (query.length % 20)));
  const prefix = timed(typed, query => index.search(query, { limit: 50, prefix: true }));
  const letter = timed([...'abcdefghijklmnopqrstuvwxyz'], query => index.search(query, { limit: 50, prefix: true }));
  const first = queries.filter(query => index.search(query, { limit: 1 })[0] !== undefined).length;
  return {
    'whole sentence ms (median)': at(whole, 0.5),
    'whole sentence ms (95%)': at(whole, 0.95),
    'every fourth word dropped ms': at(altered, 0.5),
    'words and a prefix ms (median)': at(prefix, 0.5),
    'words and a prefix ms (95%)': at(prefix, 0.95),
    'one letter ms (worst)': at(letter, 1),
    'queries answered': first / queries.length,
  };
}

function changeOne(index: PassageIndex, cut: readonly Cut[]): number {
  const { id, text, spans } = cut[Math.floor(cut.length / 2)] as Cut;
  const began = performance.now();
  index.remove(id);
  index.add(id, text, spans);
  index.search(text.slice(0, 80), { limit: 5 });
  return performance.now() - began;
}

function compareWithFuse(): void {
  const cut = [...makeArticles(50)].map(({ path, text }) => ({ id: path, text, spans: sentences(text) }));
  const list = cut.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
  const queries = sampleSentences(cut, 10).map(query => query.slice(0, 30));
  const index = build(cut);
  const fuse = new Fuse(list, { ignoreLocation: true, threshold: 0.4 });
  const ours = timed(queries, query => index.search(query, { limit: 50, prefix: true }));
  const theirs = timed(queries, query => fuse.search(query, { limit: 50 }));
  console.log(
    `\nfuse.js over ${list.length} sentences, 30 characters typed: ${at(theirs, 0.5).toFixed(2)} ms; ours: ${at(ours, 0.5).toFixed(3)} ms; ratio ${(at(theirs, 0.5) / at(ours, 0.5)).toFixed(0)}`,
  );
}

function sampleSentences(cut: readonly Cut[], count: number): string[] {
  const random = mulberry32(7);
  return Array.from({ length: count }, () => {
    const { text, spans } = cut[Math.floor(random() * cut.length)] as Cut;
    const { start, end } = spans[Math.floor(random() * spans.length)] as Span;
    return text.slice(start, end);
  });
}

function dropWords(sentence: string): string {
  return sentence
    .split(' ')
    .filter((_, i) => i % 4 !== 3)
    .join(' ');
}

/** Milliseconds each query took, ascending; a first round warms up. */
function timed(queries: readonly string[], run: (query: string) => unknown): number[] {
  for (const query of queries) run(query);
  return queries
    .map(query => {
      const began = performance.now();
      run(query);
      return performance.now() - began;
    })
    .sort((a, b) => a - b);
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function report(measured: readonly Row[]): void {
  for (const name of Object.keys(measured[0] ?? {})) {
    const values = measured.map(row =>
      (row[name] ?? 0).toLocaleString('en-US', { maximumFractionDigits: 2 }).padStart(12),
    );
    const [first, last] = [measured[0]?.[name] ?? 0, measured.at(-1)?.[name] ?? 0];
    const growth = measured.length > 1 && first > 0 ? `   x${(last / first).toFixed(1)}` : '';
    console.log(`${name.padEnd(34)}${values.join('')}${growth}`);
  }
}

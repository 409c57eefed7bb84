/** The index at several sizes: how fast it is built, how large it is, how soon it answers. */
import { createPassageIndex, type PassageIndex, passageIndexFromBytes } from '../../src/search/passageIndex.ts';
import { type Cut, cutArticles, sampleSentences, typedSoFar } from './library.ts';
import { at, memory, type Row, spent, timed } from './measure.ts';

export function measureGrowth(articles: number): Row {
  const { result: cut, ms: cutting } = spent(() => cutArticles(articles));
  const megabytes = cut.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const before = memory();
  const { result: index, ms: building } = spent(() => buildIndex(cut));
  const size = memory() - before;
  const { result: bytes, ms: writing } = spent(() => index.toBytes());
  return {
    articles,
    sentences: index.size,
    'text MB': megabytes,
    'made and cut into sentences, ms of processor': cutting,
    'index built, ms of processor': building,
    'index built, MB/s': megabytes / (building / 1e3),
    'index built, ms for 100,000 sentences': (building / index.size) * 1e5,
    'index in memory, MB': size,
    'index in memory, MB for 100,000 sentences': (size / index.size) * 1e5,
    'index on disk, MB': bytes.length / 1e6,
    'made into bytes, ms of processor': writing,
    ...coldStart(bytes),
    ...latencies(index, cut),
    'one file changed and searched, ms': changeOne(index, cut),
  };
}

export function buildIndex(cut: readonly Cut[]): PassageIndex {
  const index = createPassageIndex();
  for (const { id, text, spans } of cut) index.add(id, text, spans);
  for (const _ of index.tidy());
  // The first query does what is left to do.
  index.search('anything', { limit: 1 });
  return index;
}

function coldStart(bytes: Uint8Array): Row {
  const began = performance.now();
  const index = passageIndexFromBytes(bytes);
  const loaded = performance.now() - began;
  index?.search('the talks in spring', { limit: 10 });
  return { 'cold start from bytes, ms': loaded, 'until its first answer, ms': performance.now() - began };
}

function latencies(index: PassageIndex, cut: readonly Cut[]): Row {
  const queries = sampleSentences(cut, 300);
  const ask = (prefix: boolean) => (query: string) => index.search(query, { limit: 50, prefix });
  const whole = timed(queries, ask(false));
  const exact = timed(queries, ask(true));
  const altered = timed(queries.map(dropWords), ask(false));
  const typed = timed(queries.map(typedSoFar), ask(true));
  const mistyped = timed(queries.map(misspell), ask(true));
  const letter = timed([...'abcdefghijklmnopqrstuvwxyz'], ask(true));
  const first = queries.filter(query => {
    const hit = index.search(query, { limit: 1 })[0];
    return cut.some(({ id, text }) => id === hit?.sourceId && text.slice(hit.span.start, hit.span.end) === query);
  });
  return {
    'whole sentence, ms of processor (mean)': spent(() => queries.forEach(ask(false))).ms / queries.length,
    'words and a prefix, ms of processor (mean)':
      spent(() => queries.map(typedSoFar).forEach(ask(true))).ms / queries.length,
    'whole sentence, ms (median)': at(whole, 0.5),
    'whole sentence, ms (95%)': at(whole, 0.95),
    'its words alone, without forms and sources, ms': at(exact, 0.5),
    'every fourth word dropped, ms (median)': at(altered, 0.5),
    'words and a prefix, ms (median)': at(typed, 0.5),
    'words and a prefix, ms (95%)': at(typed, 0.95),
    'a mistyped word, ms (median)': at(mistyped, 0.5),
    'one letter, ms (median)': at(letter, 0.5),
    'one letter, ms (worst)': at(letter, 1),
    'sentences found first by their own words, %': (100 * first.length) / queries.length,
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

function dropWords(sentence: string): string {
  const words = sentence.split(' ');
  return words.filter((_, i) => i % 4 !== 3).join(' ');
}

/** The longest word with its middle letters swapped. */
function misspell(sentence: string): string {
  const words = sentence.match(/[a-z]+/g) ?? ['mistyped'];
  const [word = ''] = words.sort((a, b) => b.length - a.length);
  const middle = word.length >> 1;
  return word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
}

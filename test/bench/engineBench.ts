/**
 * Measures the engine as a writer meets it: `node …/test/bench/engineBench.js [ARTICLES]` (default 2700, about 100,000
 * sentences). All figures are milliseconds of processor time in this process, so that a busy machine does not change them.
 */
import { createEngine, createSourceStore, type Engine, type SourceStore } from '../../src/engine.ts';
import type { Draft, Source } from '../../src/model.ts';
import { findQuotes } from '../../src/quotes/findQuotes.ts';
import { makeArticles, mulberry32 } from './corpus.ts';

/** Prints what an edit, a completion and a hover cost over a library of so many made articles. */
export async function benchEngine(articles: number): Promise<void> {
  const store = libraryOf(articles);
  const count = store.sources().reduce((sum, { id }) => sum + store.sentences(id).length, 0);
  console.log(
    `\nthe engine over ${store.sources().length} sources, ${count} sentences; milliseconds of processor time`,
  );
  // What a source quotes is found out the first time it is proposed: cold comes first.
  print('completion, sources never met', completions(createEngine({ store }), store, 1));
  const again = libraryOf(articles);
  const engine = createEngine({ store: again });
  print('warming, all of it', [await spent(() => engine.warm())]);
  print('completion, sources warmed', completions(engine, again, 1));
  const draft = newsDraft(again, 5000, 80);
  print('first check of 5,000 words, 80 quotations', [await spent(() => engine.check(draft))]);
  print('one character typed in it, and checked', await edits(engine, draft, 30));
  print('hover in it', hovers(engine, draft, 60));
  const long = longDraft(draft);
  await engine.check(long);
  print(`one character typed in ${Math.round(long.text.length / 1000)} KB`, await edits(engine, long, 8));
}

function libraryOf(articles: number): SourceStore {
  const store = createSourceStore();
  for (const { path, text } of makeArticles(articles)) {
    const source: Source = { id: path, uri: path, path, title: path, authors: [], text, hash: path };
    store.put(path, { sources: [source], problems: [] });
  }
  store.search('anything', { limit: 1 });
  // What the server does behind its answers once sources are read.
  for (const _ of store.tidy()) continue;
  return store;
}

/** A draft of about so many words, a quotation in every few paragraphs, each with its cue and citation. */
function newsDraft(store: SourceStore, words: number, quotations: number): Draft {
  const random = mulberry32(11);
  const sources = store.sources().slice(0, 400);
  const paragraphs: string[] = [];
  const notes: string[] = [];
  for (let i = 0; i < quotations; i++) {
    const source = sources[Math.floor(random() * sources.length)] as Source;
    const quote = findQuotes(source)[0];
    if (!quote) continue;
    const said = quote.passage.text.replace(/,$/, '');
    const altered = i % 5 === 0 ? said.replace(/ \w+ /, ' another ') : said;
    const prose = store
      .sentences(source.id)
      .slice(1, 8)
      .map(({ text }) => text)
      .filter(text => !/[“”]/.test(text));
    const room = Math.floor(words / quotations) - altered.split(' ').length - 4;
    const filler = prose.join(' ').split(' ').slice(0, room).join(' ');
    paragraphs.push(`${filler}.\n\n“${altered},” ${quote.attribution?.speaker ?? 'Lind'} said.[^${i}]`);
    notes.push(`[^${i}]: ${source.path}`);
  }
  const text = `# A report\n\n${paragraphs.join('\n\n')}\n\n${notes.join('\n')}\n`;
  return { uri: 'file:///bench/draft.md', language: 'markdown', text };
}

function longDraft({ uri, language, text }: Draft): Draft {
  const body = text.slice(0, text.indexOf('\n[^'));
  return { uri: `${uri}.long.md`, language, text: body.repeat(Math.ceil(105_000 / body.length)) };
}

async function edits(engine: Engine, draft: Draft, count: number): Promise<number[]> {
  const random = mulberry32(3);
  const times: number[] = [];
  let { text } = draft;
  await engine.check(draft);
  for (let i = 0; i < count; i++) {
    const at = text.indexOf(' ', Math.floor(random() * text.length * 0.95));
    text = `${text.slice(0, at)}s${text.slice(at)}`;
    const edited = { ...draft, text };
    times.push(await spent(() => engine.check(edited)));
  }
  return times;
}

function completions(engine: Engine, store: SourceStore, seed: number): number[] {
  const random = mulberry32(seed);
  const times: number[] = [];
  for (let i = 0; i < 120; i++) {
    const source = store.sources()[Math.floor(random() * store.sources().length)] as Source;
    const sentences = store.sentences(source.id);
    const text = sentences[Math.floor(random() * sentences.length)]?.text.replace(/[“”]/g, '') ?? '';
    const typed = text.slice(0, 3 + Math.floor(random() * 25));
    const draft = `A first paragraph about it.\n\nLast week Ada Zuba said, “${typed}`;
    const asked: Draft = { uri: 'file:///bench/typed.md', language: 'markdown', text: draft };
    times.push(spentNow(() => engine.complete(asked, draft.length)));
  }
  return times;
}

function hovers(engine: Engine, draft: Draft, count: number): number[] {
  const random = mulberry32(5);
  return Array.from({ length: count }, () =>
    spentNow(() => engine.hover(draft, Math.floor(random() * draft.text.length))),
  );
}

async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function spentNow(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const figures = times.length === 1 ? at(0) : `${at(0.5).padStart(8)} median ${at(0.95).padStart(8)} at 95%`;
  console.log(`${what.padEnd(46)}${figures}`);
}

if (process.argv[1]?.endsWith('engineBench.js')) await benchEngine(Number(process.argv[2] ?? 2700));

/** What the writer feels: completion, hover, an edit, a check and a claim, over 100,000 sentences of sources. */
import { createEngine, createSourceStore, type Engine } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';
import { type Cut, cutArticles, sampleSentences, typedSoFar } from './library.ts';
import { at, figure, processorTime, timed } from './measure.ts';
import { flexSearch, fuse, miniSearch } from './rivals.ts';

const draftWords = 5000;
const draftQuotations = 80;

export async function measureProduct(articles: number): Promise<void> {
  const cut = cutArticles(articles);
  const began = processorTime();
  const engine = engineOver(cut);
  const first = sampleSentences(cut, 1)[0] ?? '';
  complete(engine, first);
  console.log(
    `\nThe engine over ${articles} articles, taken in by ${figure(processorTime() - began)} ms of processor\n`,
  );
  compareCompletion(engine, cut);
  await measureDraft(engine, cut);
  await measureClaims(engine, cut);
}

function engineOver(cut: readonly Cut[]): Engine {
  const store = createSourceStore();
  for (const { id, text } of cut) {
    const title = text.slice(0, text.indexOf('\n'));
    store.put(id, { sources: [{ id, uri: id, path: id, title, authors: [], text, hash: id }], problems: [] });
  }
  return createEngine({ store });
}

function draftOf(text: string, language: Draft['language'] = 'markdown'): Draft {
  return { uri: 'file:///draft.md', language, text };
}

function complete(engine: Engine, typed: string): unknown {
  const text = `The talks went on.\n\nSomebody said, “${typed}`;
  return engine.complete(draftOf(text), text.length);
}

/** The same unfinished words to the engine (quotes ranked, cited, ready to insert) and to bare matchers of strings. */
function compareCompletion(engine: Engine, cut: readonly Cut[]): void {
  const list = cut.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
  const typed = sampleSentences(cut, 60).map(sentence => typedSoFar(sentence.replace(/[“”]/g, '')));
  const ours = timed(typed, query => complete(engine, query));
  line('completion', ours);
  const compare = (name: string, times: readonly number[]): void => {
    line(`  the same words to ${name}`, times, ` (x${figure(at(times, 0.5) / at(ours, 0.5))})`);
  };
  for (const { name, build } of [miniSearch, flexSearch])
    compare(`${name} alone`, timed(typed, build(list).typed, 3000));
  // It looks at every sentence: a tenth of them takes a tenth of the time.
  const tenth = timed(typed, fuse.build(list.slice(0, list.length / 10)).typed, 3000);
  compare(
    `${fuse.name} alone (ten times a tenth)`,
    tenth.map(ms => ms * 10),
  );
}

async function measureDraft(engine: Engine, cut: readonly Cut[]): Promise<void> {
  const text = makeDraft(cut);
  const began = processorTime();
  const { items } = await engine.check(draftOf(text));
  const checked = processorTime() - began;
  const quotations = items.filter(({ kind }) => kind === 'quotation');
  console.log(
    `${`check of a new draft, ${text.split(/\s+/).length} words, ${quotations.length} quotations, ${items.length - quotations.length} claims`.padEnd(
      80,
    )}${figure(checked)} ms of processor`,
  );
  const places = [...text.matchAll(/“/g)].map(({ index }) => String(index + 5));
  line(
    'hover over a quotation',
    timed(places, place => engine.hover(draftOf(text), Number(place))),
  );
  const edits: number[] = [];
  let edited = text;
  for (let i = 0; i < 12; i++) {
    const place = edited.indexOf(' ', Math.floor((edited.length * (i + 1)) / 14));
    edited = `${edited.slice(0, place)} more${edited.slice(place)}`;
    const start = performance.now();
    await engine.check(draftOf(edited));
    edits.push(performance.now() - start);
  }
  line(
    'check after an edit of one word',
    edits.sort((a, b) => a - b),
  );
}

async function measureClaims(engine: Engine, cut: readonly Cut[]): Promise<void> {
  const times: number[] = [];
  for (const [i, sentence] of sampleSentences(cut, 40).entries()) {
    const words = sentence.replace(/[“”]/g, '').split(' ');
    const claim = `${words.filter((_, word) => word % 5 !== 4).join(' ')} by ${100 + i} percent in 2019.`;
    const start = performance.now();
    await engine.check({ ...draftOf(`${claim}\n`), uri: `file:///claim-${i}.md` });
    times.push(performance.now() - start);
  }
  line(
    'a draft of one claim, checked against all sources',
    times.sort((a, b) => a - b),
  );
}

/** Sentences of the library, retold with words left out, and quotations of it, every fourth with a word changed. */
function makeDraft(cut: readonly Cut[]): string {
  const sentences = sampleSentences(cut, 600).map(sentence => sentence.replace(/[“”]/g, ''));
  const paragraphs: string[] = [];
  let next = 0;
  const take = (): string => sentences[next++ % sentences.length] ?? '';
  for (let quoted = 0; quoted < draftQuotations; quoted++) {
    const words = take()
      .replace(/[.,]+$/, '')
      .split(' ');
    if (quoted % 4 === 3) words[words.length >> 1] = 'otherwise';
    let paragraph = `The mayor said, “${words.join(' ')}.”`;
    const enough = (draftWords / draftQuotations) * 0.9;
    while (paragraph.split(' ').length < enough) {
      const retold = take().split(' ');
      paragraph += ` ${retold.filter((_, i) => i % 6 !== 5).join(' ')}`;
    }
    paragraphs.push(paragraph);
  }
  return `${paragraphs.join('\n\n')}\n`;
}

function line(name: string, times: readonly number[], note = ''): void {
  const median = `${figure(at(times, 0.5))} ms`;
  console.log(`${name.padEnd(56)}median ${median.padEnd(12)} 95% ${figure(at(times, 0.95))} ms${note}`);
}

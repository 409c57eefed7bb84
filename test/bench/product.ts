/** What the writer feels: completion, hover, an edit, a check and a claim, over 100,000 sentences of sources. */
import { createEngine, createSourceStore, type Engine } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';
import { allSentences, type Cut, cutArticles, sampleSentences, typedSoFar } from './library.ts';
import { at, figure, processorTime, timed } from './measure.ts';
import { type Lap, lapAt } from './otherProcess.ts';
import { flexSearch, fuse, miniSearch } from './rivals.ts';
import type { Figure } from './targets.ts';

const draftWords = 5000;
const draftQuotations = 80;
/** Characters of a draft as long as a book's part. */
const longDraft = 105_000;

/** Values are milliseconds of processor time, which other programs do not lengthen. */
export async function measureProduct(articles: number): Promise<Figure[]> {
  const cut = cutArticles(articles);
  const engine = engineOver(cut);
  return [
    ...(await measureCompletion(engine, cut)),
    ...(await measureDraft(engine, cut)),
    ...(await measureClaims(engine, cut)),
  ];
}

function engineOver(cut: readonly Cut[]): Engine {
  const store = createSourceStore();
  for (const { id, text } of cut) {
    const title = text.slice(0, text.indexOf('\n'));
    store.put(id, { sources: [{ id, uri: id, path: id, title, authors: [], text, hash: id }], problems: [] });
  }
  // As the server does behind its answers.
  for (const _ of store.tidy());
  return createEngine({ store });
}

function draftOf(text: string, name = 'draft'): Draft {
  return { uri: `file:///${name}.md`, language: 'markdown', text };
}

function complete(engine: Engine, typed: string): unknown {
  const text = `The talks went on.\n\nSomebody said, “${typed}`;
  return engine.complete(draftOf(text), text.length);
}

/** The same unfinished words to the engine (quotes ranked, cited, ready to insert) and to bare matchers of strings. */
async function measureCompletion(engine: Engine, cut: readonly Cut[]): Promise<Figure[]> {
  const list = allSentences(cut);
  const typed = sampleSentences(cut, 60).map(sentence => typedSoFar(sentence.replace(/[“”]/g, '')));
  const ask = () => laps(typed, async words => complete(engine, words));
  const cold = await ask();
  const warming = await lap(() => engine.warm());
  const practising = await lap(() => engine.practise());
  const warm = await ask();
  const ours = at(
    warm.map(({ byClock }) => byClock).sort((a, b) => a - b),
    0.5,
  );
  const rival = (name: string, times: readonly number[]): Figure => {
    const median = at(times, 0.5);
    return { name: `  ${name}, median: x${figure(median / ours)}`, value: median, byClock: median, unit: 'ms' };
  };
  // fuse.js looks at every sentence: a tenth of them takes a tenth of the time.
  const tenth = timed(typed, fuse.build(list.slice(0, list.length / 10)).typed, 3000).map(ms => ms * 10);
  return [
    ...medianAnd95(`completion over ${list.length} sentences`, warm, 50),
    ...medianAnd95('  in sources nobody has met', cold, 50),
    { ...warming, name: '  finding the quotes of all beforehand', unit: 'ms' },
    { ...practising, name: '  practising checks, half of it resting', unit: 'ms' },
    ...[miniSearch, flexSearch].map(({ name, build }) => rival(`${name} alone`, timed(typed, build(list).typed, 3000))),
    rival(`${fuse.name} alone (ten times a tenth)`, tenth),
  ];
}

async function measureDraft(engine: Engine, cut: readonly Cut[]): Promise<Figure[]> {
  const text = makeDraft(cut);
  const draft = draftOf(text);
  const check = await lap(() => engine.check(draft));
  const places = [...text.matchAll(/“/g)].map(({ index }) => index + 5);
  const hovers = await laps(places, async place => engine.hover(draft, place));
  const long = text.repeat(Math.ceil(longDraft / text.length));
  await engine.check(draftOf(long, 'long'));
  return [
    { ...check, name: `check of a new draft, ${draftWords} words, ${draftQuotations} quotations`, unit: 'ms' },
    ...medianAnd95('hover over a quotation in it', hovers),
    ...medianAnd95('one word edited in it, and checked', await edits(engine, draft, 24)),
    ...medianAnd95(
      `one word edited in ${Math.round(long.length / 1000)} KB`,
      await edits(engine, draftOf(long, 'long'), 8),
    ),
  ];
}

async function edits(engine: Engine, { text }: Draft, count: number): Promise<Lap[]> {
  let edited = text;
  return laps(Array.from({ length: count }).keys(), i => {
    const place = edited.indexOf(' ', Math.floor((edited.length * (i + 1)) / (count + 2)));
    edited = `${edited.slice(0, place)} more${edited.slice(place)}`;
    return engine.check(draftOf(edited, text.length > longDraft ? 'long' : 'draft'));
  });
}

async function measureClaims(engine: Engine, cut: readonly Cut[]): Promise<Figure[]> {
  // What stands in quotation marks is no claim, and checked in no time.
  const told = sampleSentences(cut, 300).filter(sentence => !/[“”]/.test(sentence));
  const claims = told.map((sentence, i) => {
    const words = sentence.split(' ');
    return `${words.filter((_, word) => word % 5 !== 4).join(' ')} by ${100 + i} percent in 2019.\n`;
  });
  const checks = await laps(claims.entries(), ([i, claim]) => engine.check(draftOf(claim, `claim-${i}`)));
  return medianAnd95('one claim, checked against all sources', checks);
}

async function laps<Given>(given: Iterable<Given>, run: (given: Given) => Promise<unknown>): Promise<Lap[]> {
  const all: Lap[] = [];
  for (const one of given) all.push(await lap(() => run(one)));
  return all;
}

async function lap(run: () => Promise<unknown>): Promise<Lap> {
  const [began, spent] = [performance.now(), processorTime()];
  await run();
  return { value: processorTime() - spent, byClock: performance.now() - began };
}

function medianAnd95(name: string, of: readonly Lap[], most?: number): Figure[] {
  return [
    { ...lapAt(of, 0.5), name: `${name}, median of ${of.length}`, unit: 'ms' },
    { ...lapAt(of, 0.95), name: `${name}, 95%`, unit: 'ms', ...(most === undefined ? {} : { most }) },
  ];
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

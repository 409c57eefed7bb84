/** The real server, as an editor starts it, on a folder of articles on disk: first reading, typing meanwhile, restart. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver';
import type { LibraryRow, Requests, StatusChange } from '../../src/server/protocol.ts';
import { type Editor, type Folder, type OpenDocument, pulling, startEditor } from '../lsp/editor.ts';
import { makeArticles } from './corpus.ts';
import { cutArticles, sampleSentences, typedSoFar } from './library.ts';
import { at } from './measure.ts';
import { residentMemory } from './processMemory.ts';
import type { Figure } from './targets.ts';

/** Milliseconds for the sources to be read. */
const patience = 900_000;

export async function measureNewsroom(articles: number): Promise<Figure[]> {
  const place = mkdtempSync(join(tmpdir(), 'groundwork-bench-'));
  process.env.GROUNDWORK_CACHE = join(place, 'cache');
  try {
    const folder = makeFolder(join(place, 'newsroom'), articles);
    return [...(await firstReading(folder, articles)), ...(await restart(folder, articles))];
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function makeFolder(path: string, articles: number): Folder {
  mkdirSync(join(path, 'sources'), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(path, name), text);
  for (const article of makeArticles(articles)) write(article.path, article.text);
  return {
    path,
    uri: pathToFileURL(path).href,
    uriOf: name => pathToFileURL(join(path, name)).href,
    remove: name => rmSync(join(path, name)),
    write,
  };
}

async function firstReading(folder: Folder, articles: number): Promise<Figure[]> {
  const { editor, began } = await start(folder);
  const memory = watchMemory(editor);
  let done = false;
  const read = ready(editor).then(() => {
    done = true;
    return performance.now() - began;
  });
  const draft = await editor.open(folder.uriOf('draft.md'), '');
  const times = await typing(editor, draft, () => done);
  const seconds = (await read) / 1000;
  const peak = memory.peak();
  await editor.stop();
  return [
    {
      name: `first reading of ${articles} articles, all searchable`,
      value: seconds,
      unit: 's',
      most: 60 * (articles / 10_000),
    },
    { name: `  completion meanwhile, ${times.length} asked, median`, value: at(times, 0.5), unit: 'ms' },
    { name: '  completion meanwhile, 95%', value: at(times, 0.95), unit: 'ms', most: 50 },
    { name: '  completion meanwhile, slowest', value: at(times, 1), unit: 'ms' },
    { name: '  memory of the server at most, threads included', value: peak, unit: 'MB', most: 400 },
  ];
}

async function restart(folder: Folder, articles: number): Promise<Figure[]> {
  const { editor, began } = await start(folder);
  const memory = watchMemory(editor);
  await ready(editor);
  const seconds = (performance.now() - began) / 1000;
  const draft = await editor.open(folder.uriOf('draft.md'), '');
  const first = await timeOf(() => complete(editor, draft, 'The mayor said, “the'));
  const typed = await typing(editor, draft, () => false, 60);
  const changed = await changeOne(editor, folder, draft, articles);
  const asked = await askForViews(editor, draft);
  const resident = memory.peak();
  await editor.stop();
  return [
    { name: 'restart from the cache, all searchable', value: seconds, unit: 's', most: articles / 10_000 },
    { name: '  first completion', value: first, unit: 'ms' },
    { name: '  completion, 95%', value: at(typed, 0.95), unit: 'ms', most: 50 },
    { name: '  memory of the server at most', value: resident, unit: 'MB', most: 400 },
    { name: 'a changed file is found by its new words', value: changed, unit: 'ms', most: 300 },
    ...asked,
  ];
}

async function start(folder: Folder): Promise<{ readonly editor: Editor; readonly began: number }> {
  const began = performance.now();
  const editor = await startEditor({
    folders: [folder],
    capabilities: pulling,
    initializationOptions: { statusNotifications: true },
  });
  return { editor, began };
}

function ready(editor: Editor): Promise<unknown> {
  const isReady = ({ state, sources }: StatusChange): boolean => state === 'ready' && sources > 0;
  return editor.heard.next('groundwork/statusChanged', isReady, patience);
}

/** Types beginnings of sentences into an open quotation, one after the other, until `enough` or so many. */
async function typing(
  editor: Editor,
  draft: OpenDocument,
  enough: () => boolean,
  most = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const typed = sampleSentences(cutArticles(200), 400).map(sentence => typedSoFar(sentence.replace(/[“”]/g, '')));
  const times: number[] = [];
  for (let i = 0; i < most && !enough(); i++) {
    const text = `The talks went on.\n\nSomebody said, “${typed[i % typed.length]}`;
    times.push(await timeOf(() => complete(editor, draft, text)));
  }
  return times.sort((a, b) => a - b);
}

async function complete(editor: Editor, draft: OpenDocument, text: string): Promise<CompletionList> {
  await draft.change(text);
  return editor.connection.sendRequest<CompletionList>('textDocument/completion', draft.at(text.length));
}

/** Milliseconds from a file's change until its new words are found. */
async function changeOne(editor: Editor, folder: Folder, draft: OpenDocument, articles: number): Promise<number> {
  const path = `sources/article-${articles >> 1}.txt`;
  const words = 'Zanzibarine quagmires overwhelm the parliament';
  const [article] = makeArticles(1, articles >> 1);
  await draft.change(`The mayor said, “Zanzibarine quag`);
  const began = performance.now();
  folder.write(path, `${article?.text}\n${words} once more.\n`);
  await editor.filesChanged([{ uri: folder.uriOf(path), type: 2 }]);
  for (;;) {
    const { items } = await editor.connection.sendRequest<CompletionList>(
      'textDocument/completion',
      draft.at(draft.text().length),
    );
    if (items.some(({ label }) => label.startsWith('Zanzibarine'))) return performance.now() - began;
  }
}

/** What tree, quick picks and evidence view ask, several times each. */
async function askForViews(editor: Editor, draft: OpenDocument): Promise<Figure[]> {
  const [cut] = cutArticles(1);
  const quoted = sampleSentences([cut ?? { id: '', text: '', spans: [] }], 1)[0] ?? '';
  await draft.change(`The mayor said, “${quoted.replace(/[“”]/g, '')}” It was late.\n`);
  const rows = await editor.connection.sendRequest<LibraryRow[]>('groundwork/library', {});
  const asks: readonly [string, (round: number) => Promise<unknown>][] = [
    ['tree of sources: all rows', () => ask(editor, 'groundwork/library', {})],
    [
      'tree of sources: the quotes of a row',
      i => ask(editor, 'groundwork/quotesOf', { sourceId: rows[i * 7]?.id ?? '' }),
    ],
    ['status of all folders', () => ask(editor, 'groundwork/status', {})],
    [
      'quick pick: quotes for some words',
      i =>
        ask(editor, 'groundwork/findQuotes', { ...draft.at(20), query: rows[i]?.title.slice(0, 24) ?? '', limit: 50 }),
    ],
    ['quick pick: passages under the cursor', () => ask(editor, 'groundwork/passages', draft.at(30))],
    ['evidence of a quotation', () => ask(editor, 'groundwork/evidence', draft.at(30))],
  ];
  const figures: Figure[] = [];
  for (const [name, run] of asks) {
    const times: number[] = [];
    for (let i = 0; i < 12; i++) times.push(await timeOf(() => run(i)));
    times.sort((a, b) => a - b);
    figures.push({ name: `${name}, slowest of 12`, value: at(times, 1), unit: 'ms', most: 100 });
  }
  return figures;
}

function ask<Method extends keyof Requests>(
  editor: Editor,
  method: Method,
  params: Requests[Method]['params'],
): Promise<Requests[Method]['result']> {
  return editor.connection.sendRequest(method, params);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Where the system does not count the peak itself, it is looked at again and again. */
function watchMemory({ pid }: Editor): { peak(): number } {
  if (pid === undefined) throw new Error('The server has not started.');
  let peak = 0;
  const look = (): number => {
    peak = Math.max(peak, residentMemory(pid).peak);
    return peak;
  };
  const timer = setInterval(look, 250).unref();
  return {
    peak: () => {
      clearInterval(timer);
      return look();
    },
  };
}

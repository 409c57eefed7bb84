/** The real server, as an editor starts it, on a folder of articles on disk: first reading, typing meanwhile, restart. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver';
import type { StatusChange } from '../../src/server/protocol.ts';
import { type Editor, type Folder, type OpenDocument, pulling, startEditor } from '../lsp/editor.ts';
import { makeArticles } from './corpus.ts';
import { cutArticles, sampleSentences, typedSoFar } from './library.ts';
import { createStopwatch, type Lap, lapAt, type Stopwatch, watchMemory } from './otherProcess.ts';
import type { Figure } from './targets.ts';
import { askForViews } from './views.ts';

/** Milliseconds for the sources to be read. */
const patience = 900_000;
/** Milliseconds for what was read to be kept. */
const longestKeeping = 60_000;
/** Target figures are those of so many articles. */
const newsroom = 10_000;

type Server = {
  readonly editor: Editor;
  readonly draft: OpenDocument;
  readonly watch: Stopwatch;
  readonly memory: ReturnType<typeof watchMemory>;
  /** Settles when all sources are read, with how long that took since the process was started. */
  readonly read: Promise<Lap>;
};

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
  const server = await start(folder);
  let done = false;
  const reading = server.read.then(lap => {
    done = true;
    return lap;
  });
  const laps = await type(server, () => done);
  const { byClock } = await reading;
  await indexKept();
  await server.editor.stop();
  const share = articles / newsroom;
  const name = `first reading of ${articles} articles until all are found`;
  const completion = (what: string, part: number): Figure => ({
    ...lapAt(laps, part),
    name: `  a completion meanwhile, ${what} of ${laps.length}`,
    unit: 'ms',
  });
  return [
    { name, value: byClock / 1000, unit: 's', most: 60 * share },
    completion('median', 0.5),
    { ...completion('95%', 0.95), most: 50 },
    completion('slowest', 1),
    { name: '  memory of the server at most', value: server.memory.peak(), unit: 'MB', most: 400 * Math.max(1, share) },
  ];
}

async function restart(folder: Folder, articles: number): Promise<Figure[]> {
  const server = await start(folder);
  const share = Math.max(1, articles / newsroom);
  const { value, byClock } = await server.read;
  const first = await server.watch.time(() => complete(server, 'The mayor said, “the'));
  const typed = await type(server, () => false, 150);
  const changed = await changeOne(server, folder, articles);
  const views = await askForViews(server);
  await server.editor.stop();
  return [
    {
      name: 'restart from the cache until all are found',
      value: value / 1000,
      byClock: byClock / 1000,
      unit: 's',
      most: share,
    },
    { ...first, name: '  the first completion', unit: 'ms' },
    { ...lapAt(typed, 0.95), name: `  a completion, 95% of ${typed.length}`, unit: 'ms', most: 50 },
    { name: '  memory of the server at most', value: server.memory.peak(), unit: 'MB', most: 400 * share },
    { ...changed, name: 'a changed file is found by its new words', unit: 'ms', most: 300 },
    ...views,
  ];
}

async function start(folder: Folder): Promise<Server> {
  const began = performance.now();
  const editor = await startEditor({
    folders: [folder],
    capabilities: pulling,
    initializationOptions: { statusNotifications: true },
    whileReading: true,
  });
  if (editor.pid === undefined) throw new Error('The server has no process.');
  const watch = createStopwatch(editor.pid);
  const isRead = ({ state, sources }: StatusChange): boolean => state === 'ready' && sources > 0;
  const read = editor.heard.next('groundwork/statusChanged', isRead, patience).then(() => watch.sinceStart(began));
  const draft = await editor.open(folder.uriOf('draft.md'), '');
  return { editor, draft, watch, memory: watchMemory(editor.pid), read };
}

/** What was read is put in order and kept for the next start a little later than it is found. */
async function indexKept(): Promise<void> {
  const caches = process.env.GROUNDWORK_CACHE ?? '';
  const isKept = (): boolean =>
    existsSync(caches) && readdirSync(caches, { recursive: true }).some(name => /index-\w+$/.test(String(name)));
  for (const end = performance.now() + longestKeeping; performance.now() < end && !isKept(); ) await setTimeout(100);
}

/** Types beginnings of sentences into an open quotation, one after the other, until `enough` or so many. */
async function type(server: Server, enough: () => boolean, most = Number.POSITIVE_INFINITY): Promise<Lap[]> {
  const typed = sampleSentences(cutArticles(200), 400).map(sentence => typedSoFar(sentence.replace(/[“”]/g, '')));
  const laps: Lap[] = [];
  // Before the first source is there an answer costs nothing: those would make the others look quick.
  let begun = false;
  for (let i = 0; i < most && !enough(); i++) {
    const text = `The talks went on.\n\nSomebody said, “${typed[i % typed.length]}`;
    const lap = await server.watch.time(async () => {
      const { items } = await complete(server, text);
      begun ||= items.length > 0;
    });
    if (begun) laps.push(lap);
  }
  return laps;
}

async function complete({ editor, draft }: Server, text: string): Promise<CompletionList> {
  await draft.change(text);
  return editor.connection.sendRequest<CompletionList>('textDocument/completion', draft.at(text.length));
}

/** From the change of a file until a completion offers its new words. */
async function changeOne(server: Server, folder: Folder, articles: number): Promise<Lap> {
  const { editor, draft, watch } = server;
  const [article] = makeArticles(1, articles >> 1);
  const path = article?.path ?? '';
  await complete(server, 'The mayor said, “Zanzibarine quag');
  return watch.time(async () => {
    folder.write(path, `${article?.text}\nZanzibarine quagmires overwhelm the parliament once more.\n`);
    await editor.filesChanged([{ uri: folder.uriOf(path), type: 2 }]);
    for (let found = false; !found; ) {
      const { items } = await editor.connection.sendRequest<CompletionList>(
        'textDocument/completion',
        draft.at(draft.text().length),
      );
      found = items.some(({ label }) => label.startsWith('Zanzibarine'));
    }
  });
}

/** What tree, quick picks and evidence view ask of the server, several times each. */
import type { LibraryRow, Requests } from '../../src/server/protocol.ts';
import type { Editor, OpenDocument } from '../lsp/editor.ts';
import { cutArticles, sampleSentences } from './library.ts';
import { type Lap, lapAt, type Stopwatch } from './otherProcess.ts';
import type { Figure } from './targets.ts';

const rounds = 12;

export async function askForViews({
  editor,
  draft,
  watch,
}: {
  readonly editor: Editor;
  readonly draft: OpenDocument;
  readonly watch: Stopwatch;
}): Promise<Figure[]> {
  const quoted = sampleSentences(cutArticles(1), 1)[0] ?? '';
  await draft.change(`The mayor said, “${quoted.replace(/[“”]/g, '')}” It was late.\n`);
  const ask = <Method extends keyof Requests>(method: Method, params: Requests[Method]['params']) =>
    editor.connection.sendRequest<Requests[Method]['result']>(method, params);
  const rows: readonly LibraryRow[] = await ask('groundwork/library', {});
  const rowAt = (round: number): LibraryRow | undefined => rows[(round * 7) % rows.length];
  const asked: readonly [string, (round: number) => Promise<unknown>][] = [
    ['tree of sources: all rows', () => ask('groundwork/library', {})],
    ['tree of sources: the quotes of one', i => ask('groundwork/quotesOf', { sourceId: rowAt(i)?.id ?? '' })],
    ['quick pick of the status', () => ask('groundwork/status', {})],
    [
      'quick pick of quotes',
      i => ask('groundwork/findQuotes', { ...draft.at(20), query: rowAt(i)?.title.slice(0, 24) ?? '', limit: 50 }),
    ],
    ['quick pick of passages under the cursor', () => ask('groundwork/passages', draft.at(30))],
    ['evidence under the cursor', () => ask('groundwork/evidence', draft.at(30))],
  ];
  const figures: Figure[] = [];
  for (const [name, run] of asked) {
    const laps: Lap[] = [];
    for (let i = 0; i < rounds; i++) laps.push(await watch.time(() => run(i)));
    figures.push({ ...lapAt(laps, 1), name: `${name}, slowest of ${rounds}`, unit: 'ms', most: 100 });
  }
  return figures;
}

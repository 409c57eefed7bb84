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
  const all = await ask('groundwork/findSources', { query: '', limit: 100 });
  const rowAt = (round: number): LibraryRow | undefined => all[(round * 7) % all.length]?.row;
  const titleAt = (round: number): string => rowAt(round)?.title.slice(0, 24) ?? '';
  const { groups } = await ask('groundwork/library', {});
  const [largest] = [...groups].sort((a, b) => b.count - a.count);
  const asked: readonly [string, (round: number) => Promise<unknown>][] = [
    ['tree of sources: its groups', () => ask('groundwork/library', {})],
    [
      `tree of sources: the largest group, ${largest?.count ?? 0} rows`,
      () => ask('groundwork/group', { letter: largest?.letter ?? '' }),
    ],
    ['quick pick of sources', i => ask('groundwork/findSources', { query: titleAt(i), limit: 100 })],
    [
      'quick pick of sources: mistyped',
      i => ask('groundwork/findSources', { query: mistyped(titleAt(i)), limit: 100 }),
    ],
    ['tree of sources: the quotes of one', i => ask('groundwork/quotesOf', { sourceId: rowAt(i)?.id ?? '' })],
    ['quick pick of the status', () => ask('groundwork/status', {})],
    ['quick pick of quotes', i => ask('groundwork/findQuotes', { ...draft.at(20), query: titleAt(i), limit: 50 })],
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

/** Without its fifth letter. */
function mistyped(title: string): string {
  return title.slice(0, 4) + title.slice(5);
}

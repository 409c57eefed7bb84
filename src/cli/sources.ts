import type { Source } from '../model.ts';
import type { Command } from './arguments.ts';
import { problemRow } from './jsonReport.ts';
import { openLibrary, readSettings } from './library.ts';
import { type Output, type Paint, painter, printable } from './output.ts';

/** `groundwork sources`: 0 all read, 1 some could not be read, 2 none could. */
export async function sources(
  command: Extract<Command, { name: 'sources' }>,
  folder: string,
  output: Output,
): Promise<number> {
  const { settings } = await readSettings(folder, command.sources, output);
  const engine = await openLibrary(folder, settings, output, command);
  if (!engine) return 2;
  const indexed = engine.store.sources();
  const problems = engine.store.problems();
  if (command.json) {
    const answer = { version: 1, indexed: indexed.map(row), problems: problems.map(problemRow) };
    output.data(`${JSON.stringify(answer, undefined, 2)}\n`);
  } else {
    output.data(table(indexed, painter(output.colour)));
    const rows = problems.map(({ path, message }) => `  ${shownPath(path)}: ${printable(message)}\n`);
    if (rows.length > 0) output.data(`\nNot read, or only partly:\n${rows.join('')}`);
    if (indexed.some(isDateGuessed))
      output.talk('a date with ? is a guess; a sidecar or bibliography says it for certain');
    output.talk(`${indexed.length} indexed, ${problems.length} not or only partly read`);
  }
  return problems.length > 0 ? 1 : 0;
}

/** Path, date and title side by side; a very long path pushes its own row only. */
function table(indexed: readonly Source[], paint: Paint): string {
  const paths = indexed.map(({ path }) => shownPath(path));
  const width = Math.min(60, Math.max(0, ...paths.map(path => path.length)));
  return indexed
    .map((source, i) => {
      const { published, title } = source;
      const date = paint('dim', `${published ?? 'no date'}${isDateGuessed(source) ? '?' : ''}`.padEnd(11));
      return `${(paths[i] ?? '').padEnd(width)}  ${date} ${printable(title)}\n`;
    })
    .join('');
}

function isDateGuessed({ published, guessed }: Source): boolean {
  return published !== undefined && guessed?.includes('published') === true;
}

const longestPath = 160;

/** On one line, with the middle of a path left out that nobody could read. */
function shownPath(path: string): string {
  const line = printable(path).replace(/\s/g, ' ');
  return line.length > longestPath ? `${line.slice(0, 60)}…${line.slice(-80)}` : line;
}

function row({ path, title, authors, publisher, published, url, language, guessed = [], text }: Source): object {
  return { path, title, authors, publisher, published, url, language, guessed, characters: text.length };
}

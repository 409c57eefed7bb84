import type { Source } from '../model.ts';
import type { Command } from './arguments.ts';
import { problemRow } from './jsonReport.ts';
import { openLibrary, readSettings } from './library.ts';
import { type Output, painter, printable } from './output.ts';

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
    const paint = painter(output.colour);
    for (const source of indexed) {
      output.data(
        `${printable(source.path)}  ${paint('dim', source.published ?? 'no date')}  ${printable(source.title)}\n`,
      );
    }
    for (const { path, message } of problems)
      output.data(`${paint('yellow', printable(path))}  ${printable(message)}\n`);
    output.talk(`${indexed.length} indexed, ${problems.length} not or only partly read`);
  }
  return problems.length > 0 ? 1 : 0;
}

function row({ path, title, authors, publisher, published, url, language, text }: Source): object {
  return { path, title, authors, publisher, published, url, language, characters: text.length };
}

import type { FoundPassage, SourceStore } from '../engine.ts';
import type { Command } from './arguments.ts';
import { openLibrary, readSettings } from './library.ts';
import { type Output, painter, plural, printable } from './output.ts';
import { sourcePlace } from './sourcePlace.ts';

/** `groundwork find`: 0 something found, 1 nothing found, 2 no source could be read. */
export async function find(
  command: Extract<Command, { name: 'find' }>,
  folder: string,
  output: Output,
): Promise<number> {
  const { settings } = await readSettings(folder, command.sources, output);
  const engine = await openLibrary(folder, settings, output, command);
  if (!engine) return 2;
  const found = engine.find(command.words, command.limit);
  if (command.json) output.data(`${JSON.stringify({ version: 1, passages: found.map(row) }, undefined, 2)}\n`);
  else if (found.length > 0) output.data(`${found.map(passage => text(passage, output)).join('\n')}\n`);
  if (found.some(({ complete }) => !complete))
    output.talk(`no passage has all words of “${command.words}”; these come nearest`);
  if (found.length === 0) output.talk(nothing(command.words, engine.store));
  return found.length > 0 ? 0 : 1;
}

/** What was searched, and what could not be. */
function nothing(words: string, store: SourceStore): string {
  const unread = store.problems().length;
  const lost = unread === 0 ? '' : `; ${unread} could not be read, or only partly (groundwork sources)`;
  return `no passage of ${plural(store.sources().length, 'source')} has “${words}”${lost}`;
}

function row({ passage, source, speaker, line, score }: FoundPassage): object {
  return {
    source: source.path,
    title: source.title,
    line,
    ...passage.span,
    text: passage.text,
    speaker: speaker ?? null,
    score,
  };
}

function text({ passage, source, speaker }: FoundPassage, output: Output): string {
  const paint = painter(output.colour);
  const where = paint('dim', sourcePlace(source, passage.span));
  const words = printable(passage.text.replace(/\s+/g, ' '));
  return `${where}  ${speaker ? paint('bold', `${printable(speaker)}: `) : ''}${words}`;
}

import type { Source } from '../model.ts';

/** Whether the lines of a source's text are those of its file: what was read is the very text that an editor shows. */
export function hasOwnLines({ id, uri, path }: Source): boolean {
  return id === uri && /\.(?:txt|text|md|markdown)$/i.test(path);
}

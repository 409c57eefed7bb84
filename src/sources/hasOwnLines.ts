import type { Source } from '../model.ts';

/** Whether the lines of a source's text are those of its file: what was read is the very text that an editor shows. */
export function hasOwnLines({ id, uri, path, converted }: Pick<Source, 'id' | 'uri' | 'path' | 'converted'>): boolean {
  return id === uri && converted !== true && isTextFile(path);
}

/** By the end of its name, which may say something else than the file. */
export function isTextFile(path: string): boolean {
  return /\.(?:txt|text|md|markdown)$/i.test(path);
}

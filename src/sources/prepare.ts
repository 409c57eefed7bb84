import type { ReadFile } from './readFile.ts';
import { sketchOf } from './sketch.ts';

/** Works out, where a file was read, what the store needs of its sources besides the sources. */
export function prepare({ sources, problems }: ReadFile): Required<ReadFile> {
  return { sources, problems, sketches: sources.map(({ text }) => sketchOf(text)) };
}

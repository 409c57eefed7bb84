import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CharacterMap } from '../sources/reader.ts';
import { mediaFolder } from './mediaFolder.ts';

/** The maps that ship with Groundwork; one is read when a PDF names it. */
export const characterMap: CharacterMap = name => readFile(join(mediaFolder('cmaps'), `${name}.bcmap`));

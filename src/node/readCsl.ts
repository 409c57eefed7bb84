import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CslFiles } from '../engine.ts';
import { mediaFolder } from './mediaFolder.ts';

/** The styles that come along, by the name a writer sets. */
const shipped: Readonly<Record<string, string>> = {
  apa: 'apa',
  chicago: 'chicago-author-date',
  mla: 'modern-language-association',
  vancouver: 'vancouver',
};

/**
 * A citation style with its locale: one of ours by name (`apa`), or any .csl file by its address, absolute path or path below
 * `folder`. What cannot be read is a message for the writer.
 */
export async function readCsl(style: string, folder: string): Promise<CslFiles | { readonly problem: string }> {
  const name = shipped[style.toLowerCase()];
  const path = name === undefined ? pathOf(style, folder) : join(mediaFolder('csl'), `${name}.csl`);
  try {
    const locale = await readFile(join(mediaFolder('csl'), 'locales-en-US.xml'), 'utf8');
    return { style: await readFile(path, 'utf8'), locale };
  } catch {
    return { problem: `The citation style ${style} could not be read; there are ${Object.keys(shipped).join(', ')}.` };
  }
}

function pathOf(style: string, folder: string): string {
  if (/^file:/i.test(style)) return fileURLToPath(style);
  return isAbsolute(style) ? style : resolve(folder, style);
}

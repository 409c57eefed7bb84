import type { Reader } from './reader.ts';

/**
 * The formats that can be read, by the end of a file's name. Each reader is loaded when the first such file is met: a
 * new format is one file and one row here.
 */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  txt: async () => (await import('./readText.ts')).readText,
  text: async () => (await import('./readText.ts')).readText,
  md: async () => (await import('./readMarkdown.ts')).readMarkdown,
  markdown: async () => (await import('./readMarkdown.ts')).readMarkdown,
};

/** `.txt`, `.md`, …, for messages. */
export const readableExtensions: readonly string[] = Object.keys(readers).map(extension => `.${extension}`);

/** The reader for a path, by its extension in any case; undefined when no reader knows it. */
export async function readerFor(path: string): Promise<Reader | undefined> {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(readers, extension) ? readers[extension]?.() : undefined;
}

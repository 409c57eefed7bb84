import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { decodeText } from '../engine.ts';
import type { Draft, DraftLanguage } from '../model.ts';
import { listFiles } from '../node/listFiles.ts';
import { toUri } from '../node/uri.ts';
import type { Settings } from '../settings.ts';

export type NamedDraft = { readonly path: string; readonly draft: Draft };

/** The drafts that could be read, and a line for each thing that could not. */
export type Drafts = { readonly drafts: readonly NamedDraft[]; readonly problems: readonly string[] };

/**
 * What `check` is given: paths of drafts, patterns, names of folders, `-` for standard input; nothing: the drafts that the
 * settings name. A file by its own name is read whatever it is called; patterns and folders give what drafts are written in,
 * and no sources.
 */
export async function readDrafts(given: readonly string[], folder: string, settings: Settings): Promise<Drafts> {
  if (given.length === 0) {
    const paths = await pathsBelow(folder, settings.draftsInclude, []);
    const none = `no draft given, and none matches ${settings.draftsInclude.join(', ')}`;
    return paths.length === 0 ? { drafts: [], problems: [none] } : readAll(paths, folder);
  }
  const found = await Promise.all(given.map(name => pathsNamed(name, folder, settings)));
  const problems = found.flatMap(paths => (typeof paths === 'string' ? [paths] : []));
  const paths = [...new Set(found.flatMap(paths => (typeof paths === 'string' ? [] : paths)))];
  const read = await readAll(paths, folder);
  return { drafts: read.drafts, problems: [...problems, ...read.problems] };
}

const languages: Readonly<Record<string, DraftLanguage>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.qmd': 'markdown',
  '.rmd': 'markdown',
  '.tex': 'latex',
  '.txt': 'plaintext',
  '.text': 'plaintext',
  '.typ': 'plaintext',
};

async function pathsNamed(name: string, folder: string, settings: Settings): Promise<readonly string[] | string> {
  if (name === '-') return [name];
  const facts = await stat(resolve(folder, name)).catch(() => undefined);
  const isPattern = !facts && /[*?[{]/.test(name);
  if (!isPattern && !facts?.isDirectory()) return [name];
  const pattern = isPattern ? name : `${name.replace(/[\\/]+$/, '')}/**`;
  const paths = await pathsBelow(folder, [pattern], settings.sourcesInclude);
  const drafts = paths.filter(path => Object.hasOwn(languages, extname(path).toLowerCase()));
  const kinds = Object.keys(languages).join(', ');
  return drafts.length > 0 ? drafts : `${name}: no draft ${isPattern ? 'matches' : 'is in it'} (${kinds}; no sources)`;
}

async function pathsBelow(folder: string, include: readonly string[], exclude: readonly string[]): Promise<string[]> {
  const { files } = await listFiles(folder, include, ['**/node_modules/**', '**/.*/**', ...exclude]);
  return files.map(file => file.path);
}

async function readAll(paths: readonly string[], folder: string): Promise<Drafts> {
  const drafts: NamedDraft[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    const draft = path === '-' ? await fromInput(folder) : await fromFile(path, folder);
    const name = path === '-' ? 'stdin' : path.replaceAll('\\', '/');
    if (typeof draft === 'string') problems.push(`${name}: ${draft}`);
    else drafts.push({ path: name, draft });
  }
  return { drafts, problems };
}

/** Markdown is what is piped; its links and its bibliography are looked for from the current folder. */
async function fromInput(folder: string): Promise<Draft | string> {
  const text = (await readStream(process.stdin)).replace(/^\uFEFF/, '');
  if (text.trim() === '') return 'nothing came in';
  return { uri: toUri(resolve(folder, 'stdin.md')), language: 'markdown', text };
}

/** The draft, or why it cannot be read. Offsets count from the text as an editor shows it: without a byte order mark. */
async function fromFile(path: string, folder: string): Promise<Draft | string> {
  const file = resolve(folder, path);
  const extension = extname(path).toLowerCase();
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return reason(error, path);
  }
  const decoded = decodeText(bytes);
  if (!/^\.(?:docx?|odt|rtf|pdf|epub|pages)$/.test(extension) && !('problem' in decoded))
    return { uri: toUri(file), language: languages[extension] ?? 'plaintext', text: decoded.text };
  const problem = 'problem' in decoded ? decoded.problem : 'is no text';
  return `${problem}; a draft is Markdown, plain text, LaTeX or Typst: save it as one (pandoc "${path}" -o draft.md)`;
}

function reason(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const slashes = path.includes('\\') ? ` (here folders are parted by /: ${path.replaceAll('\\', '/')})` : '';
  if (code === 'ENOENT') return `there is no such draft${slashes}`;
  if (code === 'EISDIR') return 'is a folder, not a draft';
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read: permission denied';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { type Bibliographies, decodeText, type Entry, entriesIn } from '../engine.ts';
import { parseBibTeX } from './bibTeX.ts';

/** Why a bibliography file has no entries, for the writer. */
export type BibliographyProblem = { readonly uri: string; readonly message: string };

/**
 * Reads the bibliography files that a draft names (`engine.bibliographyOf(draft).files`) into `bibliographies`: BibTeX
 * (.bib), CSL-JSON (.json) and CSL-YAML (.yaml, .yml), as Pandoc takes them. Files whose size and time are those they were
 * read with are left alone. What cannot be read gives a problem, and is tried again at the next call.
 */
export async function readBibliographies(
  uris: readonly string[],
  bibliographies: Bibliographies,
): Promise<BibliographyProblem[]> {
  const problems: BibliographyProblem[] = [];
  for (const uri of uris) {
    try {
      const { size, mtimeMs } = await stat(fileURLToPath(uri));
      const state = `${size} ${mtimeMs}`;
      if (bibliographies.stateOf(uri) !== state) bibliographies.put(uri, await readEntries(uri), state);
    } catch (error) {
      bibliographies.remove(uri);
      problems.push({ uri, message: messageOf(error) });
    }
  }
  return problems;
}

async function readEntries(uri: string): Promise<Entry[]> {
  const path = fileURLToPath(uri);
  const decoded = decodeText(await readFile(path));
  if ('problem' in decoded) throw new Error(decoded.problem);
  const { text } = decoded;
  if (/\.json$/i.test(path)) return entriesIn(JSON.parse(text));
  if (/\.ya?ml$/i.test(path)) return entriesIn(referencesIn(text));
  return parseBibTeX(text);
}

/** A list, or a map with the list under `references`. */
function referencesIn(yaml: string): unknown {
  const value: unknown = parseDocument(yaml, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 });
  return typeof value === 'object' && value !== null && 'references' in value ? value.references : value;
}

function messageOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' ? 'The bibliography file is not there.' : 'The bibliography file could not be read.';
}

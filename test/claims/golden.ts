/**
 * Golden claims: sources of our own (or the sample articles) with traps and their harmless twins.
 *
 *     --- NAME (published: DATE)      a source follows
 *     --- seeds                       the two sample articles
 *     --- claims
 *     ! claim | wrong words -> the source's words      must be contradicted at those words
 *     - claim | wrong words -> the passage's words       must not be called supported, and the reason must name the words
 *     = claim                                          must not be, and the sources mostly bear it out
 *     ~ claim                                          must not be, whether they bear it out or not
 *     + claim                                          nothing may be told of it
 *     ? claim                                          something must be told of it
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../src/model.ts';
import { createSourceStore, type SourceStore } from '../../src/sources/store.ts';

export type Trap = {
  readonly file: string;
  readonly claim: string;
  readonly draft?: string;
  readonly source?: string;
  readonly loose?: true;
  /** Must not pass as supported, whether it is contradicted or not. */
  readonly open?: true;
  /** Whether anything is told of it at all. */
  readonly told?: boolean;
};
export type GoldenFile = { readonly store: SourceStore; readonly traps: readonly Trap[] };

const sampleArticles: readonly (readonly [string, string])[] = [
  ['seeds/000_8b6e00a719bda484.txt', '2025-10-16'],
  ['seeds/003_e31fde116e57c3b2.txt', '2025-10-16'],
];

export function readGolden(folder: string): GoldenFile[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.golden'))
    .sort()
    .map(name => parse(name, readFileSync(join(folder, name), 'utf8')));
}

function parse(file: string, text: string): GoldenFile {
  const store = createSourceStore();
  const traps: Trap[] = [];
  for (const part of text.split(/^--- /m).slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const header = /^(\S+\.txt)(?: \(published: (\S+)\))?$/.exec(head.trim());
    if (header) put(store, header[1] ?? '', header[2], lines.join('\n').trim());
    else if (head.trim() === 'seeds')
      for (const [path, day] of sampleArticles) put(store, path, day, readFileSync(path, 'utf8'));
    else if (head.trim() === 'claims') traps.push(...lines.flatMap(line => trap(file, line)));
  }
  return { store, traps };
}

function trap(file: string, line: string): Trap[] {
  const harmless = /^= (.+)$/.exec(line)?.[1];
  if (harmless !== undefined) return [{ file, claim: harmless }];
  const loose = /^~ (.+)$/.exec(line)?.[1];
  if (loose !== undefined) return [{ file, claim: loose, loose: true }];
  const [, mark, own] = /^([+?]) (.+)$/.exec(line) ?? [];
  if (own !== undefined) return [{ file, claim: own, loose: true, told: mark === '?' }];
  const [, sign, claim, draft, source] = /^([!-]) (.+?) \| (.+?) -> (.+)$/.exec(line) ?? [];
  return claim && draft && source ? [{ file, claim, draft, source, ...(sign === '-' ? { open: true } : {}) }] : [];
}

export function put(store: SourceStore, path: string, published: string | undefined, text: string): void {
  const source: Source = {
    id: path,
    uri: path,
    path,
    title: path,
    authors: [],
    text,
    hash: path,
    ...(published ? { published } : {}),
  };
  store.put(path, { sources: [source], problems: [] });
}

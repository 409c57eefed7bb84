import { parseDocument } from 'yaml';
import { decodeText } from '../decodeText.ts';
import { type Metadata, mergeMetadata, metadataOf } from '../metadata.ts';
import { isFields } from '../records/fields.ts';
import type { LibraryEntry, LibraryReading } from './libraryEntry.ts';
import { cslEntries } from './readCsl.ts';

/** A file that describes others: a sidecar or a bibliography. Paths as people see them, with forward slashes. */
export type CompanionFile = { readonly path: string; readonly bytes: Uint8Array };

/** What the companions of a library of sources say. */
export type Companions = {
  /** What a sidecar, and after it a bibliography, says of the file at a path; undefined when none does. */
  knownOf(path: string): Metadata | undefined;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
};

/**
 * Whether a file by this name describes sources instead of being one: `name.yml` and `name.csl.json` beside `name.pdf`,
 * `*.bib`, `*.ris` and `*.csl.json` for as many as they like.
 */
export function isCompanion(path: string): boolean {
  return /\.(?:ya?ml|bib|bibtex|ris|csl\.json)$/i.test(path);
}

/** Reads companions once; `knownOf` then answers for each source. Never throws. */
export async function readCompanions(files: readonly CompanionFile[]): Promise<Companions> {
  const sidecars = new Map<string, Metadata>();
  const entries: { readonly file: string; readonly metadata: Metadata }[] = [];
  const problems: { path: string; message: string }[] = [];
  for (const file of files) {
    const reading = await readCompanion(file);
    problems.push(...reading.problems.map(message => ({ path: file.path, message })));
    if (reading.sidecar)
      sidecars.set(stemOf(file.path), mergeMetadata(sidecars.get(stemOf(file.path)) ?? {}, reading.sidecar));
    for (const entry of reading.entries)
      for (const path of entry.files) entries.push({ file: comparable(path), metadata: withKey(entry) });
  }
  // Mostly there are none, and each of thousands of files is asked about.
  if (sidecars.size === 0 && entries.length === 0) return { problems, knownOf: () => undefined };
  const byName = groupByName(entries);
  return {
    problems,
    knownOf: path => {
      const beside = sidecars.get(comparable(path)) ?? sidecars.get(stemOf(path));
      const listed = bestEntry(comparable(path), byName.get(nameOf(comparable(path))) ?? []);
      return beside || listed ? mergeMetadata(beside ?? {}, listed ?? {}) : undefined;
    },
  };
}

type CompanionReading = LibraryReading & { readonly sidecar?: Metadata };

async function readCompanion({ path, bytes }: CompanionFile): Promise<CompanionReading> {
  try {
    if (/\.ya?ml$/i.test(path)) return readYaml(bytes);
    if (/\.ris$/i.test(path)) return (await import('./readRis.ts')).readRis(bytes);
    if (/\.csl\.json$/i.test(path)) return withSidecar((await import('./readCsl.ts')).readCsl(bytes));
    return (await import('./readBibtex.ts')).readBibtex(bytes);
  } catch (error) {
    return { entries: [], problems: [`cannot be read: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

/** A single entry that points at no file describes the file it lies beside. */
function withSidecar(reading: LibraryReading): CompanionReading {
  const [only, ...more] = reading.entries;
  return only && more.length === 0 && only.files.length === 0 ? { ...reading, sidecar: withKey(only) } : reading;
}

function withKey({ key, metadata }: LibraryEntry): Metadata {
  return mergeMetadata(metadata, metadataOf({ citationKey: key }));
}

function readYaml(bytes: Uint8Array): CompanionReading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { entries: [], problems: [decoded.problem] };
  const document = parseDocument(decoded.text, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    const line = error.linePos?.[0]?.line;
    return { entries: [], problems: [`is no valid YAML${line === undefined ? '' : ` (line ${line})`}`] };
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (!isFields(value)) return { entries: [], problems: [] };
  // CSL in YAML, as pandoc has it in front matter.
  const { references } = value;
  if (Array.isArray(references)) return withSidecar({ entries: cslEntries(references), problems: [] });
  return { entries: [], problems: [], sidecar: metadataOf(value) };
}

function groupByName(entries: readonly { readonly file: string; readonly metadata: Metadata }[]) {
  const groups = new Map<string, { readonly file: string; readonly metadata: Metadata }[]>();
  for (const entry of entries) groups.set(nameOf(entry.file), [...(groups.get(nameOf(entry.file)) ?? []), entry]);
  return groups;
}

/** The entry whose path shares most of its end with the file's; two that share as much say nothing. */
function bestEntry(
  path: string,
  entries: readonly { readonly file: string; readonly metadata: Metadata }[],
): Metadata | undefined {
  const scored = entries
    .map(entry => ({ entry, shared: sharedEnd(path, entry.file) }))
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = scored;
  return best && best.shared > (second?.shared ?? 0) ? best.entry.metadata : undefined;
}

function sharedEnd(a: string, b: string): number {
  const [left, right] = [a.split('/').reverse(), b.split('/').reverse()];
  let shared = 0;
  while (shared < Math.min(left.length, right.length) && left[shared] === right[shared]) shared++;
  return shared;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Systems differ in slashes, case and how accents are composed. */
function comparable(path: string): string {
  return (/^file:\/\//.test(path) ? unescaped(path.slice(7)) : path)
    .replaceAll('\\', '/')
    .normalize('NFC')
    .toLowerCase();
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** `a/name.csl.json`, `a/name.yml` and `a/name.pdf` -> `a/name`; `a/name.pdf.yml` -> `a/name.pdf`. */
function stemOf(path: string): string {
  return comparable(path).replace(/(?:\.csl)?\.[^./]+$/, '');
}

import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../../model.ts';
import { contentHash } from '../../sources/contentHash.ts';
import type { FieldNames } from '../../sources/fieldNames.ts';
import { tooLarge } from '../../sources/fileSize.ts';
import type { Metadata } from '../../sources/metadata.ts';
import { prepare } from '../../sources/prepare.ts';
import type { ReadFile } from '../../sources/readFile.ts';
import { readSource } from '../../sources/readSource.ts';
import { characterMap } from '../characterMap.ts';
import { errorCode, fileTrouble } from '../fileTrouble.ts';
import type { FileFacts } from './fileFacts.ts';

/** One file to read. Plain data: it goes to another thread. */
export type ReadTask = {
  readonly uri: string;
  readonly path: string;
  readonly absolute: string;
  /** Bytes, as listed: decides how the reading is spread, not what is read. */
  readonly size: number;
  readonly maxBytes: number;
  readonly fields?: FieldNames;
  /** What a sidecar or bibliography says of the file. */
  readonly known?: Metadata;
  /** Of the options above. */
  readonly options: string;
  /** What it was when it was last read: the same again is not parsed again. */
  readonly before?: Pick<FileFacts, 'hash' | 'options'> & {
    /** What it gave then, when that is to be indexed. */
    readonly sources?: readonly Source[];
  };
};

export type ReadOutcome =
  | { readonly kind: 'gone' }
  | { readonly kind: 'folder' }
  /** Its bytes are what they were. */
  | { readonly kind: 'same'; readonly facts: FileFacts }
  /** Without facts it is to be tried again whenever somebody asks. */
  | { readonly kind: 'read'; readonly read: ReadFile; readonly facts?: FileFacts };

/** A file that is written while it is read is read again, so often at most. */
const mostAttempts = 3;

/** Reads one file with all that the store needs of it. Never throws. */
export async function readOne(task: ReadTask): Promise<ReadOutcome> {
  try {
    return await attempt(task);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { kind: 'gone' } : trouble(task, fileTrouble(error));
  }
}

/** A problem in place of a file. */
export function trouble({ uri, path }: Pick<ReadTask, 'uri' | 'path'>, message: string): ReadOutcome {
  return { kind: 'read', read: { sources: [], problems: [{ uri, path, message }] } };
}

async function attempt(task: ReadTask, attempts = 1): Promise<ReadOutcome> {
  const { uri, path, absolute, maxBytes, options, before } = task;
  const found = await stat(absolute);
  if (found.isDirectory()) return { kind: 'folder' };
  if (!found.isFile()) return trouble(task, 'is a pipe or a device, not a file');
  // Its size is known before its bytes are: a film among the sources is not read to say that it is too large.
  if (found.size > maxBytes) return trouble(task, tooLarge(found.size, maxBytes));
  const readAt = Date.now();
  const bytes = await readFile(absolute);
  const after = await stat(absolute);
  const torn = after.size !== found.size || after.mtimeMs !== found.mtimeMs || bytes.length !== found.size;
  if (torn && attempts < mostAttempts) return attempt(task, attempts + 1);
  const hash = contentHash(bytes);
  const facts = { size: found.size, modified: found.mtimeMs, readAt, hash, options };
  if (!torn && before?.hash === hash && before.options === options) return { kind: 'same', facts };
  const file = { uri, path, bytes, modified: found.mtimeMs };
  const read = prepare(await readSource(file, readOptions(task)));
  return torn || broke(read) ? { kind: 'read', read } : { kind: 'read', read, facts };
}

/** A reader that broke may be mended, or be there, the next time; what is wrong with the file itself stays wrong. */
function broke({ sources, problems }: ReadFile): boolean {
  return sources.length === 0 && problems.some(({ message }) => message.startsWith('cannot be read: '));
}

function readOptions({ maxBytes, fields, known }: ReadTask) {
  return { maxBytes, characterMap, ...(fields ? { fields } : {}), ...(known ? { known } : {}) };
}

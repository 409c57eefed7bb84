import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { errorCode } from '../fileTrouble.ts';

/** What the system says of some files, in their order. Plain arrays: they go from thread to thread. */
export type Looks = {
  /** Bytes; -1 for what is no file. */
  readonly sizes: Float64Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  readonly modified: Float64Array<ArrayBuffer>;
  /** The place of each file that could not be looked at, and the system's short name of why, or its message. */
  readonly troubles: readonly (readonly [number, string])[];
};

type Facts = { readonly size: number; readonly mtimeMs: number; isFile(): boolean };

/** Looks at files one after the other, and lets nobody go first: for a thread of its own, where that is quickest. */
export function looksAt(paths: readonly string[]): Looks {
  const looks = blank(paths.length);
  for (const [at, path] of paths.entries()) {
    try {
      note(looks, at, statSync(path));
    } catch (error) {
      looks.troubles.push([at, reason(error)]);
    }
  }
  return looks;
}

/** How many files are asked about together: one after the other, most of the time is waiting. */
const atOnce = 64;

/** The same, while others go on. */
export async function looksMeanwhile(paths: readonly string[]): Promise<Looks> {
  const looks = blank(paths.length);
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce).map((path, i) =>
      stat(path).then(
        facts => note(looks, from + i, facts),
        error => looks.troubles.push([from + i, reason(error)]),
      ),
    );
    await Promise.all(some);
  }
  return looks;
}

function blank(count: number) {
  const troubles: [number, string][] = [];
  return { sizes: new Float64Array(count), modified: new Float64Array(count), troubles };
}

function note({ sizes, modified }: Looks, at: number, facts: Facts): void {
  sizes[at] = facts.isFile() ? facts.size : -1;
  modified[at] = facts.mtimeMs;
}

function reason(error: unknown): string {
  return errorCode(error) || String(error);
}

/** What is remembered of a file to tell later whether it changed since it was read. */
export type FileFacts = {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the system says. */
  readonly modified: number;
  /** When it was read; milliseconds since 1970. */
  readonly readAt: number;
  /** Of the bytes (`contentHash`). */
  readonly hash: string;
  /** Of everything else that decides how it is read: settings, and what a sidecar or bibliography says. */
  readonly options: string;
};

/**
 * A file written twice within the smallest step of the file system's clock (2 s on FAT) may have one size and one time
 * with two contents: a file read so soon after it was written is not trusted for its time alone.
 */
const clockStep = 2000;

/** Whether a file is surely what it was when it was read. Otherwise its bytes are read, and compared by their hash. */
export function isUnchanged(
  facts: FileFacts,
  now: { readonly size: number; readonly modified: number },
  options: string,
): boolean {
  const { size, modified, readAt } = facts;
  return facts.options === options && size === now.size && modified === now.modified && modified + clockStep < readAt;
}

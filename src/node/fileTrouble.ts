/** Why the system refused a file, as the end of a sentence that its path begins: "cannot be read: permission denied". */
export function fileTrouble(error: unknown): string {
  return troubleOf(errorCode(error), error instanceof Error ? error.message : String(error));
}

/** The same for the system's short name of an error; for a name that says nothing to people, `otherwise` says it. */
export function troubleOf(code: string, otherwise = code): string {
  if (code === 'ELOOP') return 'is a loop of links';
  return `cannot be read: ${reasons[code] ?? otherwise}`;
}

/** The system's short name of an error (`ENOENT`), empty for one that is not the system's. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is not there any more',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program has locked it',
  EIO: 'the disk reports an error',
  ETIMEDOUT: 'the network drive does not answer',
  ENODEV: 'the drive is not there',
};

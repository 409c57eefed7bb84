import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with these files, for one piece of work; it is gone afterwards. Others may read what is made in it. */
export async function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'groundwork-')));
  const mask = process.umask(0o022);
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await work(folder);
  } finally {
    process.umask(mask);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Does something as a user to whom permissions apply: root reads whatever it likes, so root steps down for a moment.
 * Undefined when this system has no such users.
 */
export async function withoutPrivileges<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (process.platform === 'win32' || !process.geteuid || !process.seteuid) return undefined;
  if (process.geteuid() !== 0) return work();
  const nobody = 65534;
  process.seteuid(nobody);
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
}

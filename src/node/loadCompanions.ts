import { readFile } from 'node:fs/promises';
import { tooLarge } from '../sources/fileSize.ts';
import { type CompanionFile, type Companions, isCompanion, readCompanions } from '../sources/library/companions.ts';
import { fileTrouble } from './fileTrouble.ts';
import type { FoundFile } from './listFiles.ts';

export { type Companions, isCompanion };

/** The files that are sources, and what the others among them (sidecars, bibliographies) say of those. */
export type Described = { readonly sources: readonly FoundFile[]; readonly companions: Companions };

/**
 * Takes the sidecars and bibliographies out of a listing and reads them: they are few and small, and what they say is
 * needed before the first source is read. One that cannot be read is a problem of the companions.
 */
export async function loadCompanions(files: readonly FoundFile[], maxBytes: number): Promise<Described> {
  const described: CompanionFile[] = [];
  const unread: { readonly path: string; readonly message: string }[] = [];
  for (const file of files.filter(({ path }) => isCompanion(path))) {
    if (file.size > maxBytes) unread.push({ path: file.path, message: tooLarge(file.size, maxBytes) });
    else
      await readFile(file.absolute).then(
        bytes => described.push({ path: file.path, bytes }),
        error => unread.push({ path: file.path, message: fileTrouble(error) }),
      );
  }
  const companions = await readCompanions(described);
  return {
    sources: files.filter(({ path }) => !isCompanion(path)),
    companions: { ...companions, problems: [...unread, ...companions.problems] },
  };
}

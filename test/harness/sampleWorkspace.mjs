// A throw-away copy of the sample library and its draft, so that playing and testing leave the repository alone.
import { cpSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';

/**
 * Copies seeds/ into a new folder and puts the draft beside it, where a file that somebody makes next to it is a draft too;
 * `draft` is its path, `remove` deletes it all.
 */
export function copySampleWorkspace() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundwork-sample-')));
  cpSync(join(projectRoot, 'seeds'), join(folder, 'seeds'), { recursive: true });
  const draft = join(folder, 'draft.md');
  renameSync(join(folder, 'seeds/draft.md'), draft);
  return {
    folder,
    draft,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

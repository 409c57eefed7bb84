// A throw-away copy of the sample library and its draft, so that playing and testing leave the repository alone.
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';

/** Copies seeds/ into a new folder; `draft` is the path of the sample draft in it, `remove` deletes it all. */
export function copySampleWorkspace() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundwork-sample-')));
  cpSync(join(projectRoot, 'seeds'), join(folder, 'seeds'), { recursive: true });
  return {
    folder,
    draft: join(folder, 'seeds/draft.md'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

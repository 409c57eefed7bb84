import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from 'mocha';
import type { SourceCache } from '../../src/node/cache/sourceCache.ts';
import { openFolder } from '../../src/node/openFolder.ts';
import { createSourceStore } from '../../src/sources/store.ts';
import { articles, settings } from './libraryInStep.ts';
import { withFolder } from './temporaryFolder.ts';

describe('an open folder', () => {
  it('is closed when what was read is in the cache, not before', async () => {
    await withFolder(articles(3), async folder => {
      let write = (): void => undefined;
      const written = new Promise<void>(resolve => {
        write = resolve;
      });
      const cache: SourceCache = {
        load: async () => ({ files: [] }),
        note: () => undefined,
        doubt: () => undefined,
        forget: () => undefined,
        save: () => written,
      };
      const open = openFolder(folder, { cache });
      await open.sync(createSourceStore(), settings);
      let isClosed = false;
      const closing = open.close().then(() => {
        isClosed = true;
      });
      // Whatever does not wait for the disk is done by then.
      await setImmediate();
      assert.equal(isClosed, false);
      write();
      await closing;
    });
  });
});

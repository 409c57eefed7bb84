import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { createSourceCache } from '../../src/node/cache/sourceCache.ts';
import { openFolder } from '../../src/node/openFolder.ts';
import { areQuotesKnown } from '../../src/quotes/findQuotes.ts';
import { createSourceStore } from '../../src/sources/store.ts';
import { mulberry32 } from '../bench/corpus.ts';
import { articles, assertInStep, changeSome, settings, started } from './libraryInStep.ts';
import { withFolder, withoutPrivileges } from './temporaryFolder.ts';

const longAgo = new Date('2020-01-01');

describe('the cache of sources', () => {
  it('spares the reading of files whose size and time are those they were read with', async () => {
    await withFolder(articles(5), async folder => {
      const path = join(folder, 'sources/3.txt');
      await utimes(path, longAgo, longAgo);
      const cache = join(folder, 'cache');
      await started(folder, cache);
      await writeFile(path, (await readFile(path, 'utf8')).replace('mayor', 'mason'));
      await utimes(path, longAgo, longAgo);
      const { store, log } = await started(folder, cache);
      assert.ok(
        store.sources().some(({ text }) => text.includes('mayor said word3x')),
        'it was not read again',
      );
      assert.equal(store.search('word3x100', { limit: 5 }).length, 2);
      assert.deepEqual(log, []);
    });
  });

  it('keeps the quotes that the threads found', async () => {
    // More than are read without a thread.
    await withFolder(articles(70), async folder => {
      const cache = join(folder, 'cache');
      for (const { store } of [await started(folder, cache), await started(folder, cache)]) {
        assert.deepEqual(
          store.sources().filter(source => !areQuotesKnown(source)),
          [],
        );
        await assertInStep(store, folder);
      }
    });
  });

  it('is in step after any change while nobody looked, within the step of the clock too', async () => {
    await withFolder(articles(40), async folder => {
      const cache = join(folder, 'cache');
      const random = mulberry32(3);
      for (let round = 1; round <= 12; round++) {
        const { store, log } = await started(folder, cache);
        await assertInStep(store, folder);
        assert.deepEqual(log, []);
        await changeSome(folder, random, round);
      }
      assert.ok((await readdir(cache)).length < 200, 'packs are packed anew now and then');
    });
  });

  it('keeps what a source said before it changed', async () => {
    await withFolder(articles(2), async folder => {
      const cache = join(folder, 'cache');
      const first = await started(folder, cache);
      const [source] = first.store.sources();
      assert.ok(source);
      await writeFile(join(folder, source.path), 'Something else entirely.');
      const second = await started(folder, cache);
      const third = await started(folder, cache);
      for (const { store } of [second, third]) assert.deepEqual(store.previous(source.id), [source]);
    });
  });

  it('is made anew, with one line in the log, when it is cut short or damaged anywhere', async () => {
    await withFolder(articles(12), async folder => {
      const cache = join(folder, 'cache');
      await started(folder, cache, true, 1000);
      for (const name of await readdir(cache)) {
        const whole = await readFile(join(cache, name));
        const cuts = Array.from({ length: 10 }, (_, tenth) =>
          whole.subarray(0, Math.floor((whole.length * tenth) / 10)),
        );
        const flips = Array.from({ length: 10 }, (_, tenth) => {
          const bytes = Uint8Array.from(whole);
          const at = Math.floor(((whole.length - 1) * tenth) / 10);
          bytes[at] = (bytes[at] ?? 0) ^ 0x55;
          return bytes;
        });
        for (const damaged of [...cuts, ...flips]) {
          await writeFile(join(cache, name), damaged);
          const { store, log } = await started(folder, cache, false);
          await assertInStep(store, folder);
          assert.equal(log.length, 1, `${name}: ${log.join(' ')}`);
        }
        await writeFile(join(cache, name), whole);
      }
    });
  });

  it('of another version is not used', async () => {
    await withFolder(articles(3), async folder => {
      const cache = join(folder, 'cache');
      await started(folder, cache);
      const manifest = join(cache, 'manifest');
      await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(' test ', ' tested '));
      const { store, log } = await started(folder, cache);
      await assertInStep(store, folder);
      assert.deepEqual(log, ['the cache was made by another version or is damaged; the sources are read again']);
      assert.deepEqual((await started(folder, cache)).log, []);
    });
  });

  it('that cannot be written is told once, and all works from memory', async () => {
    await withFolder({ ...articles(30), occupied: 'a file where the cache should be' }, async folder => {
      const { store, log } = await started(folder, join(folder, 'occupied/cache'), true, 500);
      await assertInStep(store, folder);
      assert.equal(log.length, 1);
      assert.match(log[0] ?? '', /^the cache cannot be written: .+; Groundwork works from memory$/);
    });
  });

  it('in a folder that is read-only is used as it is', async () => {
    await withFolder(articles(6), async folder => {
      const cache = join(folder, 'cache');
      await mkdir(cache);
      await started(folder, cache);
      await writeFile(join(folder, 'sources/new.txt'), 'A new source with wordnew.');
      await chmod(folder, 0o755);
      for (const name of await readdir(cache)) await chmod(join(cache, name), 0o444);
      await chmod(cache, 0o555);
      const result = await withoutPrivileges(() => started(folder, cache)).finally(() => chmod(cache, 0o755));
      if (!result) return;
      await assertInStep(result.store, folder);
      assert.equal(result.log.length, 1);
      assert.match(result.log[0] ?? '', /permission denied/);
    });
  });

  it('is whole when two write it at once', async () => {
    await withFolder(articles(40), async folder => {
      const cache = join(folder, 'cache');
      const random = mulberry32(5);
      for (let round = 1; round <= 8; round++) {
        await Promise.all([started(folder, cache), started(folder, cache, true, 500)]);
        await changeSome(folder, random, round);
        const { store } = await started(folder, cache, false);
        await assertInStep(store, folder);
      }
    });
  });

  it('loses nothing that was still to be indexed when all was packed anew and reading ended early', async () => {
    await withFolder(articles(40), async folder => {
      const place = join(folder, 'cache');
      await started(folder, place);
      // Without its index all is indexed again; with a pack missing from then on all is packed anew.
      const remove = (kind: string): void => {
        const name = readdirSync(place).find(known => known.startsWith(kind));
        assert.ok(name, kind);
        rmSync(join(place, name));
      };
      remove('index');
      const cache = createSourceCache(place, { version: 'test', log: () => undefined, packBytes: 500 });
      const open = openFolder(folder, { cache });
      const stop = new AbortController();
      const store = createSourceStore();
      const onProgress = (done: number): void => {
        if (done === 0) remove('pack');
        if (done > 5) stop.abort();
      };
      await open.sync(store, settings, { signal: stop.signal, onProgress });
      await open.saved(store);
      await open.close();
      assert.ok(store.count > 5 && store.count < 40, `${store.count} were read`);
      await assertInStep((await started(folder, place)).store, folder);
    });
  });

  it('can be read by its owner alone', async () => {
    if (process.platform === 'win32') return;
    await withFolder(articles(2), async folder => {
      const cache = join(folder, 'cache');
      await started(folder, cache);
      assert.equal((await stat(cache)).mode & 0o077, 0);
      for (const name of await readdir(cache)) assert.equal((await stat(join(cache, name))).mode & 0o077, 0);
    });
  });

  it('loses, doubles and mixes nothing when its process is killed at fifty random points', async function () {
    this.timeout(400_000);
    const killed = await Promise.all([killOften(25, 7), killOften(25, 8)]);
    assert.ok(
      killed.every(count => count > 10),
      `${killed.join(' and ')} of 25 were killed before they were done`,
    );
  });
});

/** Indexes a folder that changes all the time, again and again; how often that did not come to its end. */
async function killOften(rounds: number, seed: number): Promise<number> {
  let killed = 0;
  await withFolder(articles(40), async folder => {
    const cache = join(folder, 'cache');
    const random = mulberry32(seed);
    for (let round = 1; round <= rounds; round++) {
      const signal = await indexUntilKilled(folder, cache, 1 + Math.floor(random() * (round % 5 === 1 ? 80 : 30)));
      if (signal === 'SIGKILL') killed++;
      const { store, log } = await started(folder, cache, false);
      await assertInStep(store, folder);
      assert.deepEqual(log, [], 'what was killed left nothing damaged');
      await changeSome(folder, random, round);
    }
  });
  return killed;
}

function indexUntilKilled(folder: string, cache: string, step: number): Promise<string | null> {
  const script = join(import.meta.dirname, 'killedIndexing.js');
  const child = spawn(process.execPath, [script, folder, cache, String(step)], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal));
  });
}

import assert from 'node:assert/strict';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { openFolder } from '../../src/node/openFolder.ts';
import { toUri } from '../../src/node/uri.ts';
import { defaultSettings as settings } from '../../src/settings.ts';
import { createSourceStore } from '../../src/sources/store.ts';
import { articles, assertInStep } from './libraryInStep.ts';
import { withFolder } from './temporaryFolder.ts';

/** A folder that is in step, with a clock of its own. */
async function opened(folder: string) {
  const clock = { now: Date.now() + 3600_000 };
  const store = createSourceStore();
  const open = openFolder(folder, { now: () => clock.now });
  await open.sync(store, settings);
  const refresh = (...paths: string[]) =>
    open.refresh(
      store,
      settings,
      paths.map(path => toUri(join(folder, path))),
    );
  return { clock, store, open, refresh };
}

describe('refreshing a folder', () => {
  it('follows what is made, changed, renamed, moved and deleted, whole folders too', async () => {
    await withFolder(articles(6), async folder => {
      const { store, refresh } = await opened(folder);
      const at = (path: string): string => join(folder, path);
      await writeFile(at('sources/0.txt'), 'Changed, with wordzero.');
      await rename(at('sources/1.txt'), at('sources/renamed.txt'));
      await rm(at('sources/2.txt'));
      await mkdir(at('sources/deep/down'), { recursive: true });
      await writeFile(at('sources/deep/down/new.md'), 'New, with wordnew.');
      await writeFile(at('sources/.hidden.txt'), 'Not wanted.');
      await writeFile(at('elsewhere.txt'), 'Not wanted.');
      const names = ['0.txt', '1.txt', 'renamed.txt', '2.txt', 'deep', '.hidden.txt', '../elsewhere.txt'];
      assert.deepEqual(await refresh(...names.map(name => `sources/${name}`)), []);
      await assertInStep(store, folder);
      await rm(at('sources/deep'), { recursive: true });
      await refresh('sources/deep');
      await assertInStep(store, folder);
    });
  });

  it('knows what belongs to a saved page, whichever of the two comes or goes first', async () => {
    await withFolder(articles(2), async folder => {
      const { store, refresh } = await opened(folder);
      const at = (path: string): string => join(folder, path);
      await mkdir(at('sources/page_files'));
      await writeFile(at('sources/page_files/ad.txt'), 'Not anybody’s source, with wordad.');
      await refresh('sources/page_files/ad.txt');
      await assertInStep(store, folder);
      await writeFile(at('sources/page.html'), '<html><body><p>A page with wordpage and more of it.</p></body></html>');
      await refresh('sources/page.html');
      await assertInStep(store, folder);
      await writeFile(at('sources/page_files/other.txt'), 'Not anybody’s source, with wordother.');
      await refresh('sources/page_files/other.txt');
      await assertInStep(store, folder);
      assert.equal(store.sources().length, 3);
      await rm(at('sources/page.html'));
      await refresh('sources/page.html');
      await assertInStep(store, folder);
      assert.equal(store.sources().length, 4);
    });
  });

  it('reads files again when the setting that names their fields is all that changed', async () => {
    const record = JSON.stringify({ head: 'The bridge', story: 'It opens on Monday, the mayor said to everybody.' });
    await withFolder({ 'sources/a.txt': 'A plain text.', 'sources/record.json': record }, async folder => {
      // So old that nobody looks at their bytes again without a reason.
      for (const name of ['a.txt', 'record.json']) await utimes(join(folder, 'sources', name), 1e9, 1e9);
      const { store, open } = await opened(folder);
      const plain = store.get(toUri(join(folder, 'sources/a.txt')));
      const titles = (): string[] => store.sources().map(({ title }) => title);
      assert.ok(plain && !titles().includes('The bridge'), titles().join());
      await open.sync(store, { ...settings, sourcesFields: { title: 'head', text: 'story' } });
      assert.ok(titles().includes('The bridge'), titles().join());
      assert.equal(store.search('opens Monday', { limit: 1 }).length, 1);
      assert.equal(store.get(plain.id), plain, 'what it does not concern stays as it is');
    });
  });

  it('leaves a file that is being written alone until it is quiet', async () => {
    await withFolder(articles(2), async folder => {
      const { clock, store, refresh } = await opened(folder);
      const path = join(folder, 'sources/0.txt');
      const uri = toUri(path);
      const write = async (text: string): Promise<void> => {
        await writeFile(path, text);
        await utimes(path, clock.now / 1000, clock.now / 1000);
      };
      const before = store.get(uri)?.text;
      await write('Half of');
      assert.deepEqual(await refresh('sources/0.txt'), [uri]);
      clock.now += 60;
      await write('Half of it');
      assert.deepEqual(await refresh('sources/0.txt'), [uri], 'it grew meanwhile');
      assert.equal(store.get(uri)?.text, before);
      clock.now += 200;
      assert.deepEqual(await refresh('sources/0.txt'), []);
      assert.equal(store.get(uri)?.text, 'Half of it');
      await write('All of it, and a clock that stands still.');
      assert.deepEqual(await refresh('sources/0.txt'), [uri]);
      assert.deepEqual(await refresh('sources/0.txt'), [], 'the same twice is quiet, whatever the clocks say');
      assert.equal(store.get(uri)?.text, 'All of it, and a clock that stands still.');
    });
  });

  it('reads a file that never rests all the same', async () => {
    await withFolder(articles(1), async folder => {
      const { clock, store, refresh } = await opened(folder);
      const path = join(folder, 'sources/0.txt');
      let rounds = 0;
      for (; rounds < 2000; rounds++) {
        await writeFile(path, `Line ${rounds}.\n`);
        await utimes(path, clock.now / 1000, clock.now / 1000);
        if ((await refresh('sources/0.txt')).length === 0) break;
        clock.now += 70;
      }
      assert.ok(rounds > 100 && rounds < 1000, `${rounds} rounds`);
      assert.equal(store.sources()[0]?.text, `Line ${rounds}.\n`);
    });
  });

  it('reads no file whose bytes are the same', async () => {
    await withFolder(articles(3), async folder => {
      const { store, refresh } = await opened(folder);
      const [source] = store.sources();
      const { revision } = store;
      await utimes(join(folder, 'sources/0.txt'), 1e9, 1e9);
      await refresh('sources/0.txt');
      assert.equal(store.revision, revision);
      assert.equal(store.sources()[0], source);
    });
  });
});

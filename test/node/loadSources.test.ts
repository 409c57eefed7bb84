import assert from 'node:assert/strict';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSources } from '../../src/node/loadSources.ts';
import { toUri } from '../../src/node/uri.ts';
import { defaultSettings } from '../../src/settings.ts';
import { createSourceStore, type SourceStore } from '../../src/sources/store.ts';
import { withFolder, withoutPrivileges } from './temporaryFolder.ts';

const settings = { ...defaultSettings, sourcesMaxFileSize: 0.001 };

function shown(store: SourceStore) {
  return {
    sources: store.sources().map(source => source.path),
    problems: store.problems().map(({ path, message }) => `${path} ${message}`),
  };
}

describe('loadSources', () => {
  it('reads what it can and reports the rest, with its path and what to do', async () => {
    const files = {
      'sources/good.txt': 'A good source.',
      'sources/german.txt': Uint8Array.from([0x42, 0x72, 0xfc, 0x63, 0x6b, 0x65]),
      'sources/utf16.txt': Uint8Array.from([0xff, 0xfe, 0x42, 0x00, 0xfc, 0x00]),
      'sources/empty.txt': '',
      'sources/binary.txt': Uint8Array.from([0x42, 0x00, 0x01, 0x02]),
      'sources/large.txt': 'x'.repeat(2000),
      'sources/secret.txt': 'You may not read this.',
    };
    await withFolder(files, async folder => {
      await symlink('gone.txt', join(folder, 'sources/broken.txt'));
      await symlink('loop.txt', join(folder, 'sources/loop.txt'));
      await chmod(folder, 0o755);
      await chmod(join(folder, 'sources/secret.txt'), 0o000);
      // Readers are loaded when they are first needed, and the user without privileges may not reach this project.
      await loadSources(folder, settings, createSourceStore());
      const store = createSourceStore();
      const unprivileged = await withoutPrivileges(async () => {
        await loadSources(folder, settings, store);
        return true;
      });
      if (!unprivileged) await loadSources(folder, settings, store);
      const { sources, problems } = shown(store);
      assert.deepEqual(
        sources.filter(path => path !== 'sources/secret.txt'),
        ['sources/german.txt', 'sources/good.txt', 'sources/utf16.txt'],
      );
      assert.deepEqual(problems, [
        'sources/binary.txt is not text (binary)',
        'sources/broken.txt is a broken link',
        'sources/empty.txt is empty',
        'sources/large.txt is larger than 0.001 MB (0.002 MB); raise groundwork.sources.maxFileSize',
        'sources/loop.txt is a loop of links',
        ...(unprivileged ? ['sources/secret.txt cannot be read: permission denied'] : []),
      ]);
      assert.deepEqual(
        store
          .sources()
          .slice(0, 3)
          .map(source => source.text),
        ['Brücke', 'A good source.', 'Bü'],
      );
    });
  });

  it('leaves out the files that are drafts right now', async () => {
    await withFolder({ 'sources/a.txt': 'A source.', 'sources/mine.txt': 'A draft.' }, async folder => {
      const store = createSourceStore();
      await loadSources(folder, settings, store, { excludeUris: new Set([toUri(join(folder, 'sources/mine.txt'))]) });
      assert.deepEqual(shown(store), { sources: ['sources/a.txt'], problems: [] });
    });
  });

  it('brings a store in step with changes when it is run again', async () => {
    await withFolder({ 'sources/a.txt': 'A source.', 'sources/b.txt': '' }, async folder => {
      const store = createSourceStore();
      await loadSources(folder, settings, store);
      const { revision } = store;
      await loadSources(folder, settings, store);
      assert.equal(store.revision, revision, 'nothing changed');
      await rm(join(folder, 'sources/a.txt'));
      await writeFile(join(folder, 'sources/b.txt'), 'Well again.');
      await writeFile(join(folder, 'sources/c.txt'), 'New.');
      await loadSources(folder, settings, store);
      assert.deepEqual(shown(store), { sources: ['sources/b.txt', 'sources/c.txt'], problems: [] });
    });
  });

  it('does not touch what other folders hold', async () => {
    await withFolder({ 'one/sources/a.txt': 'One.', 'one more/sources/a.txt': 'Two.' }, async folder => {
      const store = createSourceStore();
      await loadSources(join(folder, 'one more'), settings, store);
      await loadSources(join(folder, 'one'), settings, store);
      assert.equal(store.sources().length, 2);
    });
  });

  it('tells how far it is, and ends early without dropping anything when it is told to', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`sources/${i}.txt`, `Source ${i}.`]));
    await withFolder(files, async folder => {
      const store = createSourceStore();
      const progress: string[] = [];
      await loadSources(folder, settings, store, { onProgress: (done, total) => progress.push(`${done}/${total}`) });
      assert.equal(progress[0], '0/40');
      assert.equal(progress.at(-1), '40/40');
      assert.equal(progress.length, 41);
      await rm(join(folder, 'sources/0.txt'));
      const stop = new AbortController();
      await loadSources(folder, settings, store, { signal: stop.signal, onProgress: done => done > 5 && stop.abort() });
      assert.equal(store.sources().length, 40);
    });
  });

  it('takes a folder named like a text file for a folder', async () => {
    await withFolder({ 'sources/a.txt': 'A.' }, async folder => {
      await mkdir(join(folder, 'sources/folder.txt'));
      const store = createSourceStore();
      await loadSources(folder, settings, store);
      assert.deepEqual(shown(store), { sources: ['sources/a.txt'], problems: [] });
    });
  });
});

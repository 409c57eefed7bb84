import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../src/node/listFiles.ts';
import { toPath, toUri } from '../../src/node/uri.ts';
import { defaultSettings } from '../../src/settings.ts';
import { withFolder, withoutPrivileges } from './temporaryFolder.ts';

const exclude = ['**/draft*.md', '**/node_modules/**', '**/.*/**', '**/.*'];

async function list(folder: string, include: readonly string[] = ['sources/**', 'seeds/**']) {
  const { files, problems } = await listFiles(folder, include, exclude);
  return {
    paths: files.map(file => file.path),
    problems: problems.map(({ path, message }) => `${path} ${message}`),
  };
}

describe('listFiles', () => {
  it('gives what the patterns want, sorted, and leaves the rest alone', async () => {
    const files = {
      'sources/b.txt': 'b',
      'sources/a/z.md': 'z',
      'sources/a/draft.md': 'd',
      'sources/.hidden': 'h',
      'sources/.git/config': 'c',
      'sources/node_modules/x/readme.md': 'r',
      'seeds/s.txt': 's',
      'other/o.txt': 'o',
    };
    await withFolder(files, async folder => {
      assert.deepEqual(await list(folder), { paths: ['seeds/s.txt', 'sources/a/z.md', 'sources/b.txt'], problems: [] });
      assert.deepEqual((await list(folder, ['sources/*.txt'])).paths, ['sources/b.txt']);
      assert.deepEqual((await list(folder, ['./sources/a/'])).paths, ['sources/a/z.md']);
      assert.deepEqual(await list(folder, ['sources/a']), { paths: ['sources/a/z.md'], problems: [] });
      assert.deepEqual((await list(folder, ['sources/b.txt'])).paths, ['sources/b.txt']);
      assert.deepEqual((await list(folder, ['**/*.txt'])).paths, ['other/o.txt', 'seeds/s.txt', 'sources/b.txt']);
      assert.deepEqual((await list(join(folder, 'other'), ['../seeds/**'])).paths, ['../seeds/s.txt']);
      assert.deepEqual((await list(join(folder, 'other'), [`${folder}/seeds/**`])).paths, [`${folder}/seeds/s.txt`]);
      assert.deepEqual(await list(folder, []), { paths: [], problems: [] });
    });
  });

  it('takes no draft for a source by default, nor a sheet or a list made of one', async () => {
    const made = ['draft.md', 'draft.fact-check.html', 'report.fact-check.md', 'report.fact-check.csv'];
    const files = Object.fromEntries([...made, 'article.html'].map(name => [`sources/${name}`, name]));
    await withFolder(files, async folder => {
      const { sourcesInclude, sourcesExclude } = defaultSettings;
      const { files: found } = await listFiles(folder, sourcesInclude, sourcesExclude);
      assert.deepEqual(
        found.map(({ path }) => path),
        ['sources/article.html'],
      );
      const { files: all } = await listFiles(folder, sourcesInclude, []);
      const paths = all.map(({ path }) => path);
      assert.deepEqual(paths, ['sources/article.html', 'sources/draft.md'], 'a sheet is none whatever is excluded');
    });
  });

  it('knows size, uri and real path of each, names with spaces, quotes and other letters too', async () => {
    const name = `sources/a b's "c" %20 #1 [x] {y} 会谈.txt`;
    await withFolder({ [name]: 'abc' }, async folder => {
      const { files } = await listFiles(folder, ['sources/**'], exclude);
      assert.equal(files[0]?.path, name);
      assert.equal(files[0]?.size, 3);
      assert.equal(files[0]?.uri, toUri(join(folder, name)));
      assert.equal(toPath(files[0]?.uri ?? ''), join(folder, name));
    });
  });

  it('reports a broken link once and goes on', async () => {
    await withFolder({ 'sources/a.txt': 'a' }, async folder => {
      await symlink('gone.txt', join(folder, 'sources/broken.txt'));
      assert.deepEqual(await list(folder, ['sources/**', '**/*.txt']), {
        paths: ['sources/a.txt'],
        problems: ['sources/broken.txt is a broken link'],
      });
    });
  });

  it('reports loops of links and enters nothing twice', async () => {
    await withFolder({ 'sources/a.txt': 'a', 'sources/deep/b.txt': 'b' }, async folder => {
      await symlink('..', join(folder, 'sources/deep/up'));
      await symlink('self.txt', join(folder, 'sources/self.txt'));
      await symlink('two', join(folder, 'sources/one'));
      await symlink('one', join(folder, 'sources/two'));
      assert.deepEqual(await list(folder), {
        paths: ['sources/a.txt', 'sources/deep/b.txt'],
        problems: [
          'sources/deep/up is a loop of links',
          'sources/one is a loop of links',
          'sources/self.txt is a loop of links',
          'sources/two is a loop of links',
        ],
      });
    });
  });

  it('follows links to files and folders outside, and lists a folder that is met twice once', async () => {
    await withFolder({ 'sources/a.txt': 'a', 'library/b.txt': 'b' }, async folder => {
      await symlink(join(folder, 'library'), join(folder, 'sources/library'));
      await symlink(join(folder, 'library'), join(folder, 'sources/library again'));
      await symlink(join(folder, 'library/b.txt'), join(folder, 'sources/c.txt'));
      assert.deepEqual(await list(folder), {
        paths: ['sources/a.txt', 'sources/c.txt', 'sources/library/b.txt'],
        problems: [],
      });
    });
  });

  it('reports a folder that may not be listed', async function () {
    await withFolder({ 'sources/a.txt': 'a', 'sources/secret/b.txt': 'b' }, async folder => {
      await chmod(folder, 0o755);
      await chmod(join(folder, 'sources/secret'), 0o000);
      const listed = await withoutPrivileges(() => list(folder));
      await chmod(join(folder, 'sources/secret'), 0o755);
      if (!listed) return this.skip();
      assert.deepEqual(listed, {
        paths: ['sources/a.txt'],
        problems: ['sources/secret cannot be read: permission denied'],
      });
    });
  });

  it('does not wait for a pipe that nobody writes to', async function () {
    if (process.platform === 'win32') return this.skip();
    await withFolder({ 'sources/a.txt': 'a' }, async folder => {
      execFileSync('mkfifo', [join(folder, 'sources/pipe.txt')]);
      assert.deepEqual((await list(folder)).problems, ['sources/pipe.txt is a pipe or a device, not a file']);
    });
  });

  it('takes nothing that a browser saved beside a page, nor what programs leave, for a source', async () => {
    const files = {
      'sources/page.html': 'a',
      'sources/page_files/ad.html': 'a',
      'sources/page_files/deep/more.txt': 'a',
      'sources/seite.htm': 'a',
      'sources/seite-Dateien/bild.png': 'a',
      'sources/case_files/letter.txt': 'a',
      'sources/style.css': 'a',
      'sources/Thumbs.db': 'a',
      'sources/~$letter.docx': 'a',
    };
    await withFolder(files, async folder => {
      const { paths, problems } = await list(folder);
      assert.deepEqual(paths, ['sources/case_files/letter.txt', 'sources/page.html', 'sources/seite.htm']);
      assert.deepEqual(problems, []);
    });
  });

  it('finds a file whose name has a line break in it', async () => {
    await withFolder({ 'sources/new\nline.txt': 'a' }, async folder => {
      assert.deepEqual((await list(folder)).paths, ['sources/new\nline.txt']);
    });
  });

  it('says of a file what to do when its name is in an old encoding', async function () {
    if (process.platform !== 'linux') this.skip();
    await withFolder({ 'sources/a.txt': 'a' }, async folder => {
      await writeFile(
        Buffer.concat([Buffer.from(join(folder, 'sources/caf')), Buffer.from([0xe9]), Buffer.from('.txt')]),
        'b',
      );
      assert.deepEqual((await list(folder)).problems, [
        'sources/caf\ufffd.txt has a name in an old encoding; rename it',
      ]);
    });
  });

  it('finds nothing where there is nothing', async () => {
    await withFolder({}, async folder => {
      assert.deepEqual(await list(folder), { paths: [], problems: [] });
      await mkdir(join(folder, 'sources'));
      assert.deepEqual(await list(folder), { paths: [], problems: [] });
      assert.deepEqual(await list(join(folder, 'not there')), { paths: [], problems: [] });
    });
  });

  it('stops when it is told to', async () => {
    await withFolder({ 'sources/a.txt': 'a' }, async folder => {
      await assert.rejects(listFiles(folder, ['sources/**'], [], AbortSignal.abort()), { name: 'AbortError' });
    });
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolder } from '../node/temporaryFolder.ts';

const cli = join(process.cwd(), 'dist/cli.mjs');

function sources(folder: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, GROUNDWORK_CACHE: join(folder, 'cache') };
  const child = spawn(process.execPath, [cli, 'sources', ...args], { cwd: folder, env });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      out += text;
    });
  }
  return new Promise((resolve, reject) => child.on('error', reject).on('close', () => resolve(out)));
}

describe('the cache of the command line', () => {
  // More than are read without a thread, and a web page: the bundle finds its worker.
  const texts = Array.from({ length: 80 }, (_, i) => [`sources/${i}.txt`, `Title ${i}\n\nSource ${i} says so.`]);
  const page = '<!doctype html><title>A page</title><article><p>Words of a page that is long enough.</p></article>';
  const files = { ...Object.fromEntries(texts), 'sources/page.html': page };

  it('gives the second run what the first has read, each choice of sources its own', async () => {
    await withFolder(files, async folder => {
      const first = await sources(folder);
      assert.match(first, /81 indexed/);
      assert.equal(await sources(folder), first);
      assert.equal((await readdir(join(folder, 'cache'))).length, 1);
      assert.match(await sources(folder, '--sources', 'sources/7.txt'), /^.*\b1 indexed/s);
      assert.equal((await readdir(join(folder, 'cache'))).length, 2);
      assert.equal(await sources(folder), first);
    });
  });

  it('is not made with --no-cache', async () => {
    await withFolder({ 'sources/a.txt': 'One source.' }, async folder => {
      assert.match(await sources(folder, '--no-cache'), /1 indexed/);
      assert.equal(existsSync(join(folder, 'cache')), false);
    });
  });
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const parts = resolve('dist/parts');

describe('the parts of the bundles', () => {
  it('load, each on its own: most are met only by a source of their format', async () => {
    const names = readdirSync(parts).filter(name => name.endsWith('.mjs'));
    assert.ok(names.length > 10, `${names.length} parts`);
    for (const name of names) {
      await assert.doesNotReject(import(pathToFileURL(resolve(parts, name)).href), name);
    }
  });
});

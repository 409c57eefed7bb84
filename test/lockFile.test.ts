/** npm ci refuses a lock file that leaves a package out, as npm writes it where a registry lacks other platforms' packages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectRoot } from './harness/paths.mjs';

type Package = { readonly optionalDependencies?: Readonly<Record<string, string>> };

describe('package-lock.json', () => {
  const packages: Readonly<Record<string, Package>> = JSON.parse(
    readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'),
  ).packages;

  it('names every package that another one may need on some platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        name => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    assert.deepEqual(missing, []);
  });

  it('names no registry', () => {
    assert.deepEqual(
      Object.entries(packages).filter(([, description]) => 'resolved' in description),
      [],
    );
  });
});

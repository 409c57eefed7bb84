/** Every string that the extension and its server show is there for translators, and nothing else is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectRoot } from './harness/paths.mjs';
import { sourceFiles } from './importsOf.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

describe('strings to translate', () => {
  it('are all in the bundle that package.json names, and each is still used', () => {
    const folder = (JSON.parse(read('package.json')) as { l10n: string }).l10n;
    const bundle = Object.keys(JSON.parse(read(join(folder, 'bundle.l10n.json'))));
    assert.deepEqual(bundle.sort(), [...usedStrings()].sort());
  });

  it('never are put together from pieces', () => {
    const calls = texts().flatMap(text => [...text.matchAll(/(?:l10n\s*\.t|\bsay)\(\s*([^\s])/g)]);
    assert.ok(calls.length > 60);
    assert.deepEqual(
      calls.filter(([, first = '']) => !`'"`.includes(first)).map(([call]) => call),
      [],
    );
  });

  it('of the manifest are all in package.nls.json, and each is still used', () => {
    const manifest = read('package.json');
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(JSON.parse(read('package.nls.json'))).sort());
  });
});

describe('contributions', () => {
  it('are few enough to be looked through', () => {
    const { contributes } = JSON.parse(read('package.json')) as {
      contributes: {
        commands: { command: string; category: string }[];
        configuration: { properties: Record<string, unknown> }[];
      };
    };
    assert.ok(contributes.commands.length < 20, `${contributes.commands.length} commands`);
    const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.ok(settings.length < 25, `${settings.length} settings`);
    assert.ok(contributes.configuration.length > 1, 'settings are grouped');
    assert.ok(contributes.commands.every(({ category }) => category === 'Groundwork'));
  });
});

function texts(): string[] {
  return sourceFiles('src')
    .filter(({ path }) => /^(?:vscode|server)\//.test(path))
    .map(({ text }) => text);
}

function usedStrings(): Set<string> {
  const found = texts().flatMap(text => [
    ...text.matchAll(/(?:l10n\s*\.t|\bsay)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g),
  ]);
  return new Set(found.map(([, single, double]) => (single ?? double ?? '').replace(/\\(['"])/g, '$1')));
}

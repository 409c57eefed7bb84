/** Which layer may import what: the positive list of ARCHITECTURE.md, held against the import lines under src/. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { importsOf, type SourceFile, sourceFiles } from './importsOf.ts';

type Layer = {
  /** Other layers, and single files of them. */
  readonly layers: readonly string[];
  /** Other layers whose types alone may be imported. */
  readonly types?: readonly string[];
  /** Packages, and `node:` for all of Node's own modules; a name ending in `*` stands for all that begin so. */
  readonly packages?: readonly string[];
};

const engineParts = ['text', 'search', 'sources', 'quotes', 'citations', 'claims', 'findings', 'sheet'];

/** `model` is free for all, and so is a layer for itself. */
const allowed: Readonly<Record<string, Layer>> = {
  model: { layers: [] },
  settings: { layers: [], packages: ['fuse.js'] },
  text: { layers: [], packages: ['@lezer/*', 'yaml'] },
  search: { layers: ['text'] },
  sources: {
    layers: ['text', 'search'],
    packages: [
      'yaml',
      'papaparse',
      '@mozilla/readability',
      'linkedom',
      'htmlparser2',
      'fflate',
      'unpdf',
      'postal-mime',
    ],
  },
  quotes: { layers: ['text', 'sources', 'search'], packages: ['fuse.js'] },
  citations: { layers: ['text', 'sources'], packages: ['citeproc', 'fuse.js'] },
  claims: { layers: ['text', 'sources', 'search', 'quotes'] },
  findings: { layers: ['text', 'quotes', 'citations', 'claims'], types: ['sources', 'settings'] },
  sheet: { layers: ['sources', 'citations', 'findings', 'text'] },
  engine: { layers: [...engineParts, 'settings'] },
  node: {
    layers: ['engine', 'settings', 'sources', 'search', 'quotes', 'claims'],
    packages: ['node:', 'picomatch', 'yaml', '@citation-js/*'],
  },
  server: { layers: ['engine', 'settings'], packages: ['vscode-languageserver*', 'jsonc-parser'] },
  'server/main.node.ts': {
    layers: ['engine', 'settings', 'node'],
    packages: ['node:', 'vscode-languageserver*'],
  },
  cli: { layers: ['engine', 'settings', 'node'], packages: ['node:'] },
  vscode: { layers: ['server/protocol.ts', 'settings'], packages: ['vscode', 'vscode-languageclient*', 'fuse.js'] },
};

const longestFile = 300; // lines

describe('layers', () => {
  const files = sourceFiles('src');

  it('import only what the list allows', () => {
    assert.ok(files.length > 20, 'the sources were found');
    assert.deepEqual(files.flatMap(trespasses), []);
  });

  it('have no import cycles', () => {
    assert.deepEqual(cycles(files), []);
  });

  it('keep the themes of the comparers apart', () => {
    const comparers = files.filter(({ path }) => path.startsWith(comparing));
    assert.ok(comparers.length > 20, 'the comparers were found');
    assert.deepEqual(comparers.flatMap(strayed), []);
    const stray = { path: `${comparing}times/a.ts`, text: "import { b } from '../figures/b.ts';" };
    assert.deepEqual(strayed(stray), [`${stray.path} imports ${comparing}figures/b.ts`]);
  });

  it(`have files of at most ${longestFile} lines`, () => {
    const long = files.filter(file => file.text.split('\n').length - 1 > longestFile);
    assert.deepEqual(
      long.map(file => file.path),
      [],
    );
  });

  it('would show a trespass', () => {
    const made = (path: string, text: string): SourceFile => ({ path, text });
    const cases: readonly [SourceFile, readonly string[]][] = [
      [made('text/a.ts', "import { b } from '../model.ts';"), []],
      [made('text/a.ts', "import type { B } from '../search/b.ts';"), ['text/a.ts imports search/b.ts']],
      [made('quotes/a.ts', "import {\n  b,\n} from '../claims/b.ts';"), ['quotes/a.ts imports claims/b.ts']],
      [made('findings/a.ts', "import type { B } from '../sources/b.ts';"), []],
      [made('findings/a.ts', "import { b } from '../sources/b.ts';"), ['findings/a.ts imports sources/b.ts']],
      [made('engine.ts', "export { readFile } from 'node:fs';"), ['engine.ts imports node:fs']],
      [made('server/a.ts', "const fs = await import('node:fs');"), ['server/a.ts imports node:fs']],
      [made('server/main.node.ts', "import 'node:fs';\nimport '../node/a.ts';"), []],
      [made('server/a.ts', "import * as vscode from 'vscode';"), ['server/a.ts imports vscode']],
      [made('vscode/a.ts', "import { a } from '../server/a.ts';"), ['vscode/a.ts imports server/a.ts']],
      [made('vscode/a.ts', "import { a } from '../server/protocol.ts';\nimport { b } from './b.ts';"), []],
      [made('elsewhere/a.ts', "// import 'vscode'"), ['elsewhere/a.ts is in no layer']],
    ];
    for (const [file, expected] of cases) assert.deepEqual(trespasses(file), expected);
  });

  it('would show a cycle', () => {
    const ring = [
      { path: 'text/a.ts', text: "import { b } from './b.ts';" },
      { path: 'text/b.ts', text: "import { c } from './deep/c.ts';" },
      { path: 'text/deep/c.ts', text: "import { a } from '../a.ts';" },
    ];
    assert.deepEqual(cycles(ring), ['text/a.ts -> text/b.ts -> text/deep/c.ts -> text/a.ts']);
    assert.deepEqual(cycles(ring.slice(0, 2)), []);
  });
});

/** Comparers of one theme know none of another's: what both need is read in `reading/` or held side by side in `alike/`. */
const comparing = 'claims/compare/';
const themes = ['figures', 'times', 'things', 'deeds', 'polarity'];

function strayed(file: SourceFile): string[] {
  const theme = themeOf(file.path);
  if (theme === undefined) return [];
  const shared = theme === 'alike' ? ['alike'] : ['alike', 'reading', theme];
  return importsOf(file)
    .filter(({ target }) => themeOf(target) !== undefined && !shared.includes(themeOf(target) ?? ''))
    .map(({ target }) => `${file.path} imports ${target}`);
}

/** The folder of a comparer, or of what comparers share; none for what puts them together. */
function themeOf(path: string): string | undefined {
  const [folder = ''] = path.startsWith(comparing) ? path.slice(comparing.length).split('/') : [];
  return ['alike', 'reading', ...themes].includes(folder) ? folder : undefined;
}

function trespasses(file: SourceFile): string[] {
  const own = layerOf(file.path);
  const rule = allowed[file.path] ?? allowed[own];
  if (!rule) return [`${file.path} is in no layer`];
  const bad = importsOf(file).filter(({ target, local, typeOnly }) => {
    if (!local) return !(rule.packages ?? []).some(name => matches(name, target));
    const layer = layerOf(target);
    if (layer === own || layer === 'model') return false;
    const names = typeOnly ? [...rule.layers, ...(rule.types ?? [])] : rule.layers;
    return !names.includes(layer) && !names.includes(target);
  });
  return bad.map(({ target }) => `${file.path} imports ${target}`);
}

// The folder a file is in; a file at the top is a layer by its own name.
function layerOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? path;
}

function matches(name: string, target: string): boolean {
  if (name === 'node:') return target.startsWith(name);
  if (name.endsWith('*')) return target.startsWith(name.slice(0, -1));
  return target === name || target.startsWith(`${name}/`);
}

function cycles(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map(file => [file.path, file]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' -> '));
    const file = known.get(path);
    if (start >= 0 || done.has(path) || !file) return;
    for (const { target, local } of importsOf(file)) if (local) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

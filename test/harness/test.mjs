#!/usr/bin/env node
// npm test: everything from a clean clone, or the parts that are named. Node's own modules only until npm ci has run.
// usage: node test/harness/test.mjs [unit | lsp | vscode | ui | electron]... [--grep PATTERN] [--verbose]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './installDependencies.mjs';
import { compiledTests, projectRoot, suiteFolder } from './paths.mjs';
import { seconds } from './progress.mjs';
import { run } from './run.mjs';
import { setUpVsCode } from './setUp.mjs';

/** @typedef {{ passed: number, failed: number, pending: number }} Counts */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});

/** Checks whose failing counts as one failed test, and whose passing counts as none. */
const checks = new Map([
  ['types', compile],
  ['build', () => run(process.execPath, ['esbuild.js', '--tests'], { cwd: projectRoot })],
  ['lint', () => runTool('@biomejs/biome/bin/biome', ['ci', ...(process.stdout.isTTY ? [] : ['--colors=off'])])],
]);

/** Suites of mocha tests. */
const suites = new Map([
  ['unit', () => runMocha(['**/*.test.js'], ['--ignore', `${compiledTests}/{lsp,vscode,ui,bench,eval}/**`])],
  ['lsp', () => runMocha(['lsp/**/*.test.js'])],
  ['vscode', () => runInVsCode('served')],
  ['ui', () => runMocha(['ui/**/*.test.js'])],
  ['electron', () => runInVsCode('desktop')],
]);

const everything = ['unit', 'lsp', 'vscode', 'ui'];
process.exitCode = (await main(positionals)) ? 0 : 1;

/**
 * Runs the suites, all of them when none is named, and says whether all went well.
 * @param {readonly string[]} named
 */
async function main(named) {
  const start = performance.now();
  const chosen = named.length > 0 ? named : everything;
  const unknown = chosen.find(name => !suites.has(name));
  if (unknown) throw new Error(`${unknown} is not a part of the tests; there are ${[...suites.keys()].join(', ')}.`);
  await installDependencies();
  if (chosen.includes('vscode') || chosen.includes('ui')) await setUpVsCode();

  /** @type {[string, Counts, string][]} */
  const results = [];
  for (const [name, check] of checks) {
    if (name === 'lint' && named.length > 0) continue;
    results.push(await measure(name, async () => ({ passed: 0, failed: (await check()) === 0 ? 0 : 1, pending: 0 })));
  }
  for (const name of chosen) results.push(await measure(name, () => count(suites.get(name))));
  return summarize(results, seconds(start));
}

/**
 * @param {string} name
 * @param {() => Promise<Counts>} work
 * @returns {Promise<[string, Counts, string]>}
 */
async function measure(name, work) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  return [name, await work(), seconds(start)];
}

// The compiled tests of a former run must not run again when their source is gone.
async function compile() {
  for (const name of ['src', 'test']) rmSync(join(projectRoot, 'out', name), { recursive: true, force: true });
  return runTool('typescript/bin/tsc', []);
}

/**
 * Runs a program of one of the installed packages.
 * @param {string} path
 * @param {readonly string[]} args
 */
function runTool(path, args) {
  return run(process.execPath, [join(projectRoot, 'node_modules', path), ...args], { cwd: projectRoot });
}

/**
 * @param {readonly string[]} patterns
 * @param {readonly string[]} [flags]
 */
function runMocha(patterns, flags = []) {
  const reporter = join(import.meta.dirname, 'countingReporter.cjs');
  const grep = options.grep ? ['--grep', options.grep] : [];
  const only = process.env.CI ? ['--forbid-only'] : [];
  const files = patterns.map(pattern => `${compiledTests}/${pattern}`);
  // Tests leave nothing behind, in the developer's own caches least of all.
  process.env.GROUNDWORK_CACHE ??= 'off';
  const first = ['--file', join(compiledTests, 'seed.js')];
  return runTool('mocha/bin/mocha.js', ['--reporter', reporter, ...first, ...grep, ...only, ...flags, ...files]);
}

/**
 * The suite of test/vscode, in the VS Code that the set-up fetched or in a desktop one.
 * @param {'served' | 'desktop'} where
 */
async function runInVsCode(where) {
  const { runSuite } = await (where === 'served' ? import('./runSuite.mjs') : import('./runDesktopSuite.mjs'));
  const { copySampleWorkspace } = await import('./sampleWorkspace.mjs');
  const workspace = copySampleWorkspace();
  try {
    return await runSuite({
      extension: projectRoot,
      suite: join(suiteFolder, 'suite.cjs'),
      folder: workspace.folder,
      env: { HARNESS_SUITE_FOLDER: suiteFolder, ...(options.grep ? { HARNESS_GREP: options.grep } : {}) },
      verbose: options.verbose,
    });
  } finally {
    workspace.remove();
  }
}

/**
 * Runs a suite and reads what its reporter counted. A suite that broke before it could count is one failed test.
 * @param {(() => Promise<number>) | undefined} suite
 * @returns {Promise<Counts>}
 */
async function count(suite) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-counts-'));
  const file = join(folder, 'counts.json');
  process.env.HARNESS_COUNTS = file;
  try {
    const code = await suite?.();
    const counts = readCounts(file);
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {Counts}
 */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, pending: 0 };
  }
}

/**
 * Prints each part's counts, mocha's summary over all parts, and one plain line; true when nothing failed.
 * @param {readonly [string, Counts, string][]} results
 * @param {string} time
 */
function summarize(results, time) {
  console.log('\n=== all parts');
  for (const [name, { passed, failed, pending }, took] of results) {
    const counts = checks.has(name) ? (failed === 0 ? 'ok' : 'FAILED') : `${passed} passed, ${failed} failed`;
    console.log(`  ${name.padEnd(9)} ${counts}${pending > 0 ? `, ${pending} pending` : ''} (${took} s)`);
  }
  const sum = (/** @type {keyof Counts} */ key) => results.reduce((total, [, counts]) => total + counts[key], 0);
  console.log(`\n  ${sum('passed')} passing (${time} s)`);
  if (sum('pending') > 0) console.log(`  ${sum('pending')} pending`);
  if (sum('failed') > 0) console.log(`  ${sum('failed')} failing`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

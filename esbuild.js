// Bundles what ships (dist/) and proves that the engine is pure: its own bundle is built for a browser.
// --watch rebuilds on every change, --production makes the bundles small, --tests adds the suite for VS Code.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');
const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  target: 'node20',
  legalComments: 'linked',
};

// The extension host loads CommonJS, whatever package.json's "type" says of .js files.
const commonJs = { ...shared, platform: 'node', format: 'cjs', outExtension: { '.js': '.cjs' } };

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  {
    ...commonJs,
    entryPoints: { extension: 'src/vscode/extension.ts' },
    plugins: [vscodeOnce()],
    outdir: 'dist',
  },
  // As modules, so that the readers of formats become files of their own, loaded when such a source is met; server and
  // command line share them.
  {
    ...shared,
    entryPoints: {
      server: 'src/server/main.node.ts',
      cli: 'src/cli/main.ts',
      worker: 'src/node/reading/readingWorker.ts',
    },
    define: { GROUNDWORK_VERSION: JSON.stringify(version), GROUNDWORK_READERS: JSON.stringify(readersFingerprint()) },
    // citation-js can fetch; nothing here may.
    alias: {
      'sync-fetch': './src/node/noFetch.cjs',
      'fetch-ponyfill': './src/node/noFetch.cjs',
      // Its main file asks for its parts in a way no bundler sees.
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    },
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    // Packages written as CommonJS call require for Node's own modules; a module has none of its own. The name is ours:
    // a package that imports createRequire too would clash with it, and a banner is text that esbuild does not rename.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
    },
  },
  // The purity check: nothing below the engine may need Node.
  {
    ...shared,
    entryPoints: { engine: 'src/engine.ts' },
    platform: 'browser',
    format: 'esm',
    splitting: true,
    target: 'es2022',
    outdir: 'out/browser',
  },
];

/** @type {import('esbuild').BuildOptions} */
const suite = {
  ...commonJs,
  logLevel: 'warning',
  sourcemap: 'inline',
  entryPoints: ['test/vscode/*.ts'],
  external: ['vscode', 'mocha'],
  outdir: 'out/vscode-suite',
};

if (tests) builds.push(suite);

if (watch) {
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  for (const folder of ['out/browser', 'out/vscode-suite']) rmSync(folder, { recursive: true, force: true });
  const built = await Promise.all(builds.map(options => esbuild.build({ ...options, metafile: true })));
  removeOthers('dist', new Set(built.flatMap(({ metafile }) => Object.keys(metafile.outputs))));
  const shipped = built
    .filter((_, i) => builds[i].outdir === 'dist')
    .flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync('dist/packages.LEGAL.txt', notices(shipped));
}

/**
 * The editor's own module, which it gives at run time, taken in by one file for all.
 * @returns {import('esbuild').Plugin}
 */
function vscodeOnce() {
  const path = resolve('src/vscode/api.cjs');
  return {
    name: 'vscode once',
    setup: build =>
      build.onResolve({ filter: /^vscode$/ }, ({ importer }) =>
        importer === path ? { path: 'vscode', external: true } : { path },
      ),
  };
}

/**
 * Removes what earlier builds left. Only now, so that whoever runs the program meanwhile has all of one build.
 * @param {string} folder
 * @param {ReadonlySet<string>} kept
 */
function removeOthers(folder, kept) {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !kept.has(path.replaceAll('\\', '/'))) rmSync(path);
  }
}

/**
 * The licences of all packages that the bundles hold, in full: minified code has lost its notices.
 * @param {readonly string[]} inputs
 */
function notices(inputs) {
  const folders = inputs.flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  const own = [...new Set(folders)].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter(file => /^(?:licen[cs]e|copying|notice|thirdparty)/i.test(file));
    const text = texts.map(file => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    return `${name} ${version} (${license})\n\n${text}`;
  });
  const apache = readFileSync('node_modules/fuse.js/LICENSE', 'utf8').trim();
  // unpdf holds pdf.js without saying its licence.
  const pdf = `pdf.js, as unpdf holds it (Apache-2.0). Copyright Mozilla Foundation. Unchanged by us.\n\n${apache}`;
  return `${[...own, pdf].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Of everything that decides what is read from a source, its quotes too, and how it is indexed: caches made by other readers are not used. */
function readersFingerprint() {
  const hash = createHash('sha1').update(JSON.stringify(dependencies));
  for (const folder of ['src/sources', 'src/text', 'src/search', 'src/quotes']) {
    const names = readdirSync(folder, { recursive: true }).map(String).sort();
    for (const name of names.filter(name => name.endsWith('.ts'))) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

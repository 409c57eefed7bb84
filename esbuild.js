// Bundles what ships (dist/) and proves that the engine is pure: its own bundle is built for a browser.
import { rmSync } from 'node:fs';
import esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  target: 'node20',
  legalComments: 'linked',
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  {
    ...shared,
    entryPoints: { extension: 'src/vscode/extension.ts' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...shared,
    entryPoints: { server: 'src/server/main.node.ts' },
    platform: 'node',
    format: 'cjs',
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    platform: 'node',
    format: 'esm',
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    banner: { js: '#!/usr/bin/env node' },
  },
  // The purity check: nothing below the engine may need Node.
  {
    ...shared,
    entryPoints: { engine: 'src/engine.ts' },
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    outdir: 'out/browser',
  },
];

if (watch) {
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(builds.map(options => esbuild.build(options)));
}

#!/usr/bin/env node
// The extension as it ships, one .vsix file. Alone (npm run package): node test/harness/packageExtension.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './paths.mjs';
import { capture } from './run.mjs';

const vsce = join(projectRoot, 'node_modules/@vscode/vsce/vsce');
// The bundles hold all they need; links in the README are left as they are written.
const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** Builds for production, packs, and resolves with the path of groundwork-VERSION.vsix in the project's folder. */
export async function packageExtension() {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const vsix = join(projectRoot, `${name}-${version}.vsix`);
  await capture(process.execPath, ['esbuild.js', '--production'], { cwd: projectRoot });
  await capture(process.execPath, [vsce, 'package', ...flags, '--out', vsix], { cwd: projectRoot });
  return vsix;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packageExtension());

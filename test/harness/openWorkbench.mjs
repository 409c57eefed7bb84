// The workbench of a served VS Code, opened in a browser.
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './fetchBrowser.mjs';

/** Flags that let Chromium run as root, in a container, with no network of its own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a headless browser. */
export function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser is there: run node test/harness/setUp.mjs.');
  return chromium.launch({ executablePath, headless: true, args: flags });
}

/**
 * The address that opens a folder, and in it a file. The extension's folder and the suite's file are only heeded by
 * a server that serves tests. The address's host and port must be those of the page.
 * @param {{ url: string, authority: string }} server
 * @param {{ folder: string, openFile?: string, extension?: string, suite?: string }} options
 */
export function workbenchUrl({ url, authority }, { folder, openFile, extension, suite }) {
  const files = Object.entries({ extensionDevelopmentPath: extension, extensionTestsPath: suite, openFile });
  const payload = files.flatMap(([key, path]) =>
    path === undefined ? [] : [[key, `vscode-remote://${authority}${encodeURI(resolve(path))}`]],
  );
  payload.push(['skipWelcome', 'true']);
  return `${url}/?${new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(payload) })}`;
}

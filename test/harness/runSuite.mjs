// Runs the mocha suite of test/vscode inside the extension host of a real VS Code.
import { format } from 'node:util';
import { launchBrowser } from './launchBrowser.mjs';
import { serveVsCode } from './serveVsCode.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

/** Lines that start so are the suite's; all others are the workbench's own talk. */
export const suiteLine = '\u2063suite\u2063';

/**
 * Runs the suite whose `run()` the CommonJS file `suite` exports, with `folder` open and the extension of the folder
 * `extension` on. Resolves with the exit code, 1 also when there is none within `limit` milliseconds.
 * `verbose` shows what the workbench says, too.
 * @param {{ extension: string, suite: string, folder: string, env?: Record<string, string>, limit?: number, verbose?: boolean }} options
 * @returns {Promise<number>}
 */
export async function runSuite({ extension, suite, folder, env = {}, limit = 900_000, verbose = false }) {
  const server = await serveVsCode({ env: { ...env, HARNESS_SUITE_LINE: suiteLine } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { code } = await watchExit(page, limit);
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ level, /** @type {unknown[]} */ args) =>
      printLine(level, args, verbose),
    );
    await page.goto(workbenchUrl(server, { folder, extension, suite }), { timeout: limit });
    return await code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(server.output());
    return 1;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * The end of a run is the page calling `codeAutomationExit` with the suite's exit code.
 * @param {import('playwright-core').Page} page
 * @param {number} limit
 * @returns {Promise<{ code: Promise<number> }>}
 */
async function watchExit(page, limit) {
  /** @type {(code: number) => void} */
  let end = () => {};
  /** @type {Promise<number>} */
  const code = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No result from VS Code after ${limit / 1000} s.`)), limit);
    page.on('crash', () => reject(new Error('The page with VS Code crashed.')));
    page.on('close', () => clearTimeout(timer));
    end = resolve;
  });
  code.catch(() => {}); // reported by whoever awaits it
  await page.exposeFunction('codeAutomationExit', end);
  return { code };
}

/**
 * The workbench's console lines arrive as unformatted arguments.
 * @param {string} level
 * @param {unknown[]} args
 * @param {boolean} verbose
 */
function printLine(level, args, verbose) {
  const text = format(...args.map(argument => (typeof argument === 'string' ? argument : format('%j', argument))));
  if (text.startsWith(suiteLine)) console.log(text.slice(suiteLine.length));
  else if (verbose) console.error(`[${level}] ${text}`);
}

/** A person's view of VS Code: the packaged extension in a served workbench, seen through a browser. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../harness/launchBrowser.mjs';
import { packageExtension } from '../harness/packageExtension.mjs';
import { projectRoot } from '../harness/paths.mjs';
import { copySampleWorkspace } from '../harness/sampleWorkspace.mjs';
import { serveVsCode } from '../harness/serveVsCode.mjs';
import { workbenchUrl } from '../harness/workbenchUrl.mjs';

export type Workbench = {
  readonly page: Page;
  /** The path of the sample draft that is open; it lies in a throw-away folder. */
  readonly draft: string;
  readonly close: () => Promise<void>;
};

const shots = join(projectRoot, 'test/shots');
const longestWait = 90_000; // milliseconds

/** Opens the sample draft in a workbench that has the extension installed as it ships. */
export async function openWorkbench(): Promise<Workbench> {
  const sample = copySampleWorkspace();
  const { page, close } = await openBrowser({ folder: sample.folder, openFile: sample.draft });
  await editorOf(page).locator('.view-line').first().waitFor();
  const closeAll = async (): Promise<void> => {
    await close();
    sample.remove();
  };
  return { page, draft: sample.draft, close: closeAll };
}

/** A workbench with the extension installed as it ships and nothing open, as on the first day. */
export async function openEmptyWorkbench(): Promise<Omit<Workbench, 'draft'>> {
  const opened = await openBrowser({});
  await opened.page.locator('.activitybar .action-label[aria-label^="Groundwork"]').waitFor();
  return opened;
}

async function openBrowser(
  place: Pick<Parameters<typeof workbenchUrl>[1], 'folder' | 'openFile'>,
): Promise<Omit<Workbench, 'draft'>> {
  mkdirSync(shots, { recursive: true });
  const server = await serveVsCode({ vsix: await packageExtension(), testing: false });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(longestWait);
  await page.goto(workbenchUrl(server, place));
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  return { page, close };
}

/** The open editor. */
export function editorOf(page: Page): Locator {
  return page.locator('.editor-instance .monaco-editor').first();
}

/** Writes a picture of the whole window to test/shots/. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Puts the cursor at a 1-based line and column, as Go to Line does, and resolves with its place on the screen. */
export async function goTo(
  page: Page,
  line: number,
  column: number,
): Promise<{ readonly x: number; readonly y: number }> {
  await until(`line ${line}`, () => goesTo(page, line, column));
  const box = await editorOf(page).locator('.cursor').first().boundingBox();
  assert.ok(box, 'the cursor is on the screen');
  return { x: box.x, y: box.y + box.height / 2 };
}

/** Tries once: a file that opens meanwhile takes the focus, and the question for the line goes away unanswered. */
async function goesTo(page: Page, line: number, column: number): Promise<boolean> {
  const soon = { timeout: 3000 };
  const input = page.locator('.quick-input-widget:visible input');
  const place = page.locator('.right-items, .statusbar-item', { hasText: `Ln ${line}, Col ${column}` });
  try {
    if (!(await input.isVisible())) await page.keyboard.press('Control+KeyG');
    await input.fill(`:${line}:${column}`, soon);
    // Enter before the row is there goes nowhere.
    await page.locator('.quick-input-widget .monaco-list-row.focused').first().waitFor(soon);
    await input.press('Enter', soon);
    await input.waitFor({ state: 'hidden', ...soon });
    await place.first().waitFor(soon);
    return true;
  } catch {
    return false;
  }
}

/** Opens a file of the folder by its name. The list may be from before the file was written: then it is asked for again. */
export async function openFile(page: Page, name: string): Promise<void> {
  await until(`${name} in the list`, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyP');
    await page.locator('.quick-input-widget:visible input').fill(name);
    // The row that Enter takes: until the list is filtered that is the file that was open last.
    return appears(page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).first());
  });
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/**
 * Runs a command by its name in the command palette; opened again where a file that opens meanwhile closed it, or where it
 * was open before the extension was there: its list stays as it was.
 */
export async function runCommand(page: Page, name: string): Promise<void> {
  await until(name, async () => {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget:visible input');
    const filled = await input.fill(`>${name}`, { timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    // Enter takes the row that has the focus, which is another one until the list is filtered.
    const row = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).first();
    if (filled && (await appears(row))) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  await page.keyboard.press('Enter');
}

/** Takes the first row of a quick pick once it has these words and the keys go there. */
export async function choose(page: Page, words: string): Promise<void> {
  await page.locator('.quick-input-widget:visible input:focus').waitFor();
  await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Exports the fact-check sheet as HTML under the name that is proposed, by keyboard, and opens it. */
export async function exportSheet(page: Page): Promise<void> {
  await runCommand(page, 'Groundwork: Export Fact-Check Sheet');
  await choose(page, 'HTML');
  const name = page.locator('.quick-input-widget:visible input:focus');
  await until('where to save', async () => (await name.inputValue()).endsWith('.fact-check.html'));
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: '.fact-check.html' }).waitFor();
}

/** Rests the pointer on a 1-based line and column, and resolves with the hover's text, which must hold `words`. */
export async function hoverAt(page: Page, line: number, column: number, words: string): Promise<string> {
  const { x, y } = await goTo(page, line, column);
  const hover = page.locator('.monaco-hover:visible .hover-contents', { hasText: words }).first();
  await until('the hover', async () => {
    await page.mouse.move(x - 6, y);
    await page.mouse.move(x + 3, y, { steps: 3 });
    return appears(hover);
  });
  return (await page.locator('.monaco-hover:visible').first().textContent()) ?? '';
}

/** The part of the draft that the editor shows, its lines run together: a long line is wrapped into several. */
export async function shownText(page: Page): Promise<string> {
  const lines = await editorOf(page)
    .locator('.view-line')
    .evaluateAll(elements =>
      elements
        .map(element => ({ top: Number.parseFloat(element.style.top), text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top),
    );
  return lines.map(({ text }) => text.replace(/\u00a0/g, ' ')).join('');
}

/** Whether it is there before one would try again what should bring it. */
export function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/** Asks again, every tenth of a second, until the answer is yes; for what is no event of the page. */
export async function until(what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + longestWait;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Waited ${longestWait / 1000} s for ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

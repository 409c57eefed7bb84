/** What the pictures of the gallery are made of: a view is a name and the way to bring it onto the screen. */
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { appears, editorOf, goTo, openFile, runCommand, until, type Workbench } from './workbench.ts';

export type View = { readonly name: string; readonly show: (workbench: Workbench) => Promise<void> };

/** 1-based, of the first line of the file with these words. */
export function placeOf(path: string, words: string): { readonly line: number; readonly column: number } {
  const lines = readFileSync(path, 'utf8').split('\n');
  const line = lines.findIndex(text => text.includes(words));
  return { line: line + 1, column: (lines[line] ?? '').indexOf(words) + 1 };
}

/** Nothing fades in or out any more: what is half there says nothing about how it looks. */
export async function settled(page: Page): Promise<void> {
  const still = `document.getAnimations().every(animation =>
    animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity)`;
  await until('the window to stand still', async () => Boolean(await page.evaluate(still)));
}

/** The pointer off everything, and whatever was open over the editor closed. */
export async function putAway(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Its tab in front, and the pointer away from it: a tab says its path where one rests on it. */
export async function toFile(page: Page, name: string): Promise<void> {
  await putAway(page);
  const tab = page.locator('.tab', { hasText: name }).first();
  if (await tab.isVisible()) await tab.click();
  else await openFile(page, name);
  await page.mouse.move(5, 5);
}

export async function hidePanel(page: Page): Promise<void> {
  if (await page.locator('.part.panel').isVisible()) await runCommand(page, 'View: Hide Panel');
}

/** Puts the cursor into these words of the file, which is open under this name. */
export async function cursorOn(page: Page, path: string, words: string): Promise<void> {
  await toFile(page, path.slice(path.lastIndexOf('/') + 1));
  const { line, column } = placeOf(path, words);
  await goTo(page, line, column + 2);
}

/** The page of the Evidence view, whose frame is the first while no sheet is open. */
export function evidenceOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
}

/** One of our commands that asks with a list, the words typed there, and the row that must come up. */
export async function pick(page: Page, command: string, words: string, offered: string): Promise<void> {
  await toFile(page, 'draft.md');
  await runCommand(page, `Groundwork: ${command}`);
  await page.locator('.quick-input-widget:visible input').fill(words);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: offered }).first().waitFor();
}

/** A command from the palette after which something must be there; asked again where the window was not ready. */
export async function command(page: Page, name: string, shown: string): Promise<void> {
  await until(shown, async () => {
    await runCommand(page, name);
    return appears(page.locator(shown).first());
  });
}

export async function squiggle(page: Page): Promise<void> {
  await editorOf(page).locator('.squiggly-warning').first().waitFor({ state: 'attached' });
}

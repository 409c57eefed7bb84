/** What is around the draft: the fact-check sheet here, in a browser and on paper, settings, walkthrough, notifications. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { projectRoot } from '../harness/paths.mjs';
import { dragSash } from './draftViews.ts';
import { putAway, toFile, type View } from './view.ts';
import { exportSheet, openFile, runCommand, type Workbench } from './workbench.ts';

/** The walkthrough's, with what stands beside each. */
const steps = [
  ['Put your sources', 'Your sources, as files'],
  ['Quote while', 'Exact words, already cited'],
  ['See the source', 'The source under the pointer'],
  ['Check before', 'What the marks mean'],
] as const;

export const sheetViews: readonly View[] = [
  { name: 'sheet-formats', show: formats },
  { name: 'sheet-saved', show: saved },
  { name: 'sheet', show: sheet },
  { name: 'sheet-rows', show: rows },
  { name: 'checked', show: checked },
  { name: 'unmarked', show: unmarked },
  { name: 'unmarked-claims', show: unmarkedClaims },
  { name: 'cited-formats', show: cited },
  { name: 'bibliography', show: bibliography },
  { name: 'settings', show: settings },
  ...steps.map(([step, beside], i) => ({
    name: `walkthrough-${i + 1}`,
    show: (workbench: Workbench) => walkthrough(workbench, step, beside),
  })),
];

async function formats({ page }: Workbench): Promise<void> {
  await dragSash(page, 110);
  await toFile(page, 'draft.md');
  await runCommand(page, 'Groundwork: Export Fact-Check Sheet');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'CSV' }).first().waitFor();
}

async function saved({ page }: Workbench): Promise<void> {
  await toFile(page, 'draft.md');
  await exportSheet(page);
}

async function sheet({ page }: Workbench): Promise<void> {
  await runCommand(page, 'Notifications: Accept Notification Primary Action');
  await page.locator('.tab.active', { hasText: '.fact-check.html' }).waitFor();
  await sheetOf(page).locator('h1', { hasText: 'Fact-check sheet' }).waitFor();
}

async function rows({ page }: Workbench): Promise<void> {
  await sheetOf(page).locator('#row-2').scrollIntoViewIfNeeded();
  await sheetOf(page).locator('#row-6').scrollIntoViewIfNeeded();
}

function sheetOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
}

/** The file as a browser shows it on a light and a dark screen, and as it is printed. */
export async function takeSheet(workbench: Workbench): Promise<void> {
  const { page, draft } = workbench;
  const browser = page.context().browser();
  const shown = await browser?.newPage({ viewport: { width: 1100, height: 1400 } });
  if (!shown) return;
  await shown.goto(pathToFileURL(draft.replace(/\.md$/, '.fact-check.html')).href);
  for (const [name, media] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['print', { media: 'print', colorScheme: 'dark' }],
    ['forced', { media: 'screen', forcedColors: 'active' }],
  ] as const) {
    await shown.emulateMedia(media);
    await shown.screenshot({ path: join(projectRoot, `test/shots/gallery-sheet-browser-${name}.png`), fullPage: true });
  }
  await shown.close();
}

/** A draft with nothing to find: the only check that says so in words. */
async function checked({ page }: Workbench): Promise<void> {
  await putAway(page);
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'draft-good.md');
  await runCommand(page, 'Groundwork: Check This Draft');
  await page.locator('.notification-toast', { hasText: 'looked at' }).waitFor();
}

/** Nothing is marked, yet no source supports it: that is said, and what it is shown when asked for. */
async function unmarked({ page }: Workbench): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await openFile(page, 'draft-open.md');
  await runCommand(page, 'Groundwork: Check This Draft');
  await page.locator('.notification-toast', { hasText: 'Not supported by any source' }).waitFor();
}

async function unmarkedClaims({ page }: Workbench): Promise<void> {
  await runCommand(page, 'Notifications: Accept Notification Primary Action');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'got none of it' }).first().waitFor();
}

async function cited({ page }: Workbench): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await toFile(page, 'draft.md');
  await runCommand(page, 'Groundwork: Export Cited Sources');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'BibTeX' }).first().waitFor();
}

async function bibliography({ page }: Workbench): Promise<void> {
  await toFile(page, 'draft.md');
  await runCommand(page, 'Groundwork: Insert or Update Bibliography');
  await page.locator('.statusbar-item', { hasText: 'The bibliography has' }).waitFor();
  await page.keyboard.press('Control+End');
}

async function settings({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+KeyZ');
  await runCommand(page, 'Preferences: Open Settings (UI)');
  await page.locator('.settings-editor .suggest-input-container .view-line').first().waitFor();
  await page.keyboard.type('@ext:groundwork.groundwork', { delay: 10 });
  await page.locator('.settings-editor .setting-item-label', { hasText: 'Include' }).first().waitFor();
  // The list that completes the words, not yet the settings themselves.
  await page.locator('.settings-editor .setting-item-label', { hasText: 'Include' }).first().click();
}

async function walkthrough({ page }: Workbench, step: string, beside: string): Promise<void> {
  const title = page.locator('.getting-started-step', { hasText: step }).first();
  if (!(await title.isVisible())) {
    await putAway(page);
    await runCommand(page, 'View: Close All Editors');
    // The pictures stand beside the steps only where there is room.
    if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+KeyB');
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await page.locator('.quick-input-widget:visible input').fill('Groundwork');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Groundwork' }).first().waitFor();
    await page.keyboard.press('Enter');
  }
  await title.click();
  const shown = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await shown.locator('h2', { hasText: beside }).waitFor();
  await shown.locator('img').first().waitFor();
}

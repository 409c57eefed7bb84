/**
 * Every view in each kind of theme, to be looked at: pictures for the eyes of whoever changes a view. They are written to
 * test/shots/, which nobody keeps.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { setUpVsCode } from '../harness/setUp.mjs';
import { claimViews } from './claimViews.ts';
import {
  editorOf,
  exportSheet,
  goTo,
  hoverAt,
  openFile,
  openWorkbench,
  runCommand,
  shoot,
  until,
  type Workbench,
} from './workbench.ts';

const themes = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['contrast', 'Default High Contrast'],
] as const;

const page = `<html><head><title>The bridge over the Lind</title></head><body><article><h1>The bridge over the Lind</h1>
<p>Nothing is known yet of the cost of the new bridge over the river Lind, which is long and will be longer still.</p>
<p>“The bridge will cost 40 million euros, and not one euro more,” said Mayor Ida Holm when the council met on Monday.</p>
<p>The council approved the plan with nine votes against four.</p></article></body></html>`;
const bridgeDraft = 'Holm said: “The bridge will cost 50 million euros, and not one euro more.”\n';

type View = { readonly name: string; readonly show: (workbench: Workbench) => Promise<void> };

const views: readonly View[] = [
  { name: 'list', show: ({ page }) => write(page, 'Trump said, “I really', 'would look') },
  { name: 'list-details', show: ({ page }) => page.keyboard.press('Control+Space') },
  { name: 'ghost', show: ghost },
  { name: 'citations', show: ({ page }) => write(page, 'It is known [@', 'trump') },
  { name: 'hover', show: workbench => hover(workbench, 'would look good', 'great') },
  { name: 'hover-claim', show: workbench => hover(workbench, 'are planning to meet in Vienna', 'Budapest') },
  { name: 'hover-not-found', show: workbench => hover(workbench, 'closer than it', 'Not found') },
  { name: 'quick-fix', show: workbench => quickFix(workbench, 'good if he got', 'great') },
  { name: 'quick-fix-claim', show: workbench => quickFix(workbench, 'Vienna', 'Budapest') },
  { name: 'problems', show: problems },
  { name: 'evidence', show: workbench => evidence(workbench, 'would look good', 'great') },
  { name: 'evidence-claim', show: workbench => evidence(workbench, 'are planning to meet in Vienna', 'Budapest') },
  { name: 'sources', show: sources },
  { name: 'source-text', show: sourceText },
  { name: 'insert-quote', show: ({ page }) => pick(page, 'Insert Quote', 'tomahawks') },
  { name: 'find-source', show: ({ page }) => pick(page, 'Find Source', 'putin') },
  { name: 'status', show: ({ page }) => pick(page, 'Show Status', '') },
  { name: 'sheet', show: sheet },
  { name: 'evidence-narrow', show: narrow },
  ...claimViews,
  { name: 'walkthrough', show: walkthrough },
];

/** Takes all pictures, in one window for each theme; or those of the themes and views whose names (or beginnings) are given. */
export async function takeGallery(only = process.argv.slice(2)): Promise<void> {
  await setUpVsCode();
  const named = only.filter(word => !themes.some(([name]) => name === word));
  const chosen = views.filter(({ name }) => named.length === 0 || named.some(word => name.startsWith(word)));
  const wanted = only.filter(word => !named.includes(word));
  for (const [short, theme] of themes.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    const workbench = await openWorkbench();
    const folder = dirname(dirname(workbench.draft));
    try {
      mkdirSync(join(folder, '.vscode'));
      writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      writeFileSync(join(folder, 'seeds/bridge.html'), page);
      writeFileSync(join(folder, 'draft-bridge.md'), bridgeDraft);
      await workbench.page
        .locator(short === 'light' ? '.vs' : short === 'dark' ? '.vs-dark' : '.hc-black')
        .first()
        .waitFor();
      await editorOf(workbench.page).locator('.squiggly-warning').first().waitFor({ state: 'attached' });
      for (const { name, show } of chosen) await take(workbench, `gallery-${name}-${short}`, show);
      if (named.length > 0) continue;
      for (const name of ['000_8b6e00a719bda484.txt', '003_e31fde116e57c3b2.txt', 'bridge.html'])
        rmSync(join(folder, 'seeds', name));
      await take(workbench, `gallery-empty-${short}`, empty);
    } finally {
      await workbench.close();
    }
  }
}

async function take(workbench: Workbench, name: string, show: View['show']): Promise<void> {
  try {
    await show(workbench);
  } catch (error) {
    console.error(name, error instanceof Error ? error.message.split('\n')[0] : error);
  }
  await shoot(workbench.page, name);
}

/** Words on a line of their own behind the last paragraph, and the list that comes up. */
async function write(page: Page, words: string, offered: string): Promise<void> {
  await again(page);
  await goTo(page, 19, 1);
  await page.keyboard.press('End');
  await page.keyboard.type(`\n\n${words}`, { delay: 20 });
  await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: offered }).waitFor();
}

async function ghost({ page }: Workbench): Promise<void> {
  await write(page, 'Trump said, “I really think Putin ', 'would look');
  await page.keyboard.press('Escape');
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  await page.keyboard.type('wo', { delay: 50 });
  await editorOf(page).locator('[class*="ghost-text"]').first().waitFor({ state: 'attached' });
}

async function hover({ page, draft }: Workbench, words: string, shown: string): Promise<void> {
  await again(page);
  const { line, column } = placeOf(draft, words);
  await hoverAt(page, line, column, shown);
  await until('the card to be there in full', async () =>
    Boolean(await page.evaluate('document.getAnimations().length === 0')),
  );
}

async function quickFix({ page, draft }: Workbench, words: string, offered: string): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const { line, column } = placeOf(draft, words);
  await goTo(page, line, column + 1);
  await until('the quick fixes', async () => {
    await page.keyboard.press('Control+Period');
    const row = page.locator('.action-widget .monaco-list-row', { hasText: offered }).first();
    return row.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}

async function problems({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Escape');
  await runCommand(page, 'Groundwork: Check This Draft');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'Budapest' }).first().waitFor();
}

async function evidence({ page, draft }: Workbench, words: string, differs: string): Promise<void> {
  if (await page.locator('.part.panel').isVisible()) await runCommand(page, 'View: Hide Panel');
  await runCommand(page, 'Groundwork: Focus on Evidence View');
  await page.locator('iframe.webview.ready').first().waitFor();
  const { line, column } = placeOf(draft, words);
  await toDraft(page);
  await goTo(page, line, column + 2);
  const card = page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
  await card.locator('mark.differs', { hasText: differs }).first().waitFor();
}

/** The side bar as narrow as it goes without closing. */
async function narrow(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const box = await page.locator('.part.sidebar').boundingBox();
  const sash = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(from, 300);
    await page.mouse.down();
    await page.mouse.move(to, 300, { steps: 5 });
    await page.mouse.up();
  };
  const edge = (box?.x ?? 0) + (box?.width ?? 0);
  await sash(edge, edge - 110);
  await evidence(workbench, 'would look good', 'great');
}

async function sources({ page }: Workbench): Promise<void> {
  await runCommand(page, 'Groundwork: Focus on Sources View');
  await page.keyboard.press('Home');
  for (const keys of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown'])
    await page.keyboard.press(keys, { delay: 300 });
}

async function sourceText({ page }: Workbench): Promise<void> {
  await openFile(page, 'draft-bridge.md');
  await goTo(page, 1, 20);
  await editorOf(page).locator('.squiggly-warning').first().waitFor({ state: 'attached' });
  await runCommand(page, 'Groundwork: Open Source at Passage');
  await page.locator('.statusbar-item', { hasText: 'selected)' }).waitFor();
}

async function pick(page: Page, command: string, words: string): Promise<void> {
  await page.keyboard.press('Escape');
  await toDraft(page);
  await runCommand(page, `Groundwork: ${command}`);
  await page.locator('.quick-input-widget:visible input').fill(words);
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
}

async function sheet({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Escape');
  await toDraft(page);
  await exportSheet(page);
  await runCommand(page, 'Notifications: Accept Notification Primary Action');
  await page.locator('.tab.active', { hasText: '.fact-check.html' }).waitFor();
  const shown = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await shown.locator('h1', { hasText: 'Fact-check sheet' }).waitFor();
}

async function walkthrough({ page }: Workbench): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-widget:visible input').fill('Groundwork');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Groundwork' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.getting-started-step').nth(3).waitFor();
}

async function empty({ page }: Workbench): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Groundwork: Focus on Sources View');
  await page.locator('.welcome-view-content', { hasText: 'No sources yet' }).waitFor();
}

/** Its tab in front, and the pointer away from it: a tab says its path where one rests on it. */
async function toDraft(page: Page): Promise<void> {
  await page.locator('.tab', { hasText: 'draft.md' }).first().click();
  await page.mouse.move(5, 5);
}

/** The draft as it is on disk. */
async function again(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('Control+KeyZ');
}

function placeOf(draft: string, words: string): { readonly line: number; readonly column: number } {
  const lines = readFileSync(draft, 'utf8').split('\n');
  const line = lines.findIndex(text => text.includes(words));
  return { line: line + 1, column: (lines[line] ?? '').indexOf(words) + 1 };
}

await takeGallery();

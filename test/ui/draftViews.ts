/** What a writer sees in and beside the sample draft: lists, cards, marks, repairs, verdicts. */
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { cursorOn, evidenceOf, hidePanel, placeOf, putAway, toFile, type View } from './view.ts';
import { editorOf, goTo, hoverAt, runCommand, until, type Workbench } from './workbench.ts';

export const draftViews: readonly View[] = [
  { name: 'list', show: ({ page }) => write(page, 'Trump said, “I really', 'would look') },
  { name: 'list-details', show: details },
  { name: 'ghost', show: ghost },
  { name: 'citations', show: ({ page }) => write(page, 'It is known [@', 'Trump') },
  { name: 'footnotes', show: ({ page }) => write(page, 'It is known.[^', 'Trump') },
  { name: 'hover', show: workbench => hover(workbench, 'would look good', 'great') },
  { name: 'hover-word', show: workbench => hover(workbench, 'good if he got', 'great') },
  { name: 'hover-exact', show: workbench => hover(workbench, 'might have to speak', 'Exact quotation') },
  { name: 'hover-variant', show: workbench => hover(workbench, 'their direction', 'that direction') },
  { name: 'hover-supported', show: workbench => hover(workbench, 'planned to bring up', 'Supported') },
  { name: 'hover-claim', show: workbench => hover(workbench, 'are planning to meet in Vienna', 'Budapest') },
  { name: 'hover-not-found', show: workbench => hover(workbench, 'closer than it', 'Not found') },
  { name: 'hover-citation', show: workbench => hover(workbench, '^1]', 'Open source') },
  { name: 'hover-definition', show: workbench => hover(workbench, '^2]: ', 'Open source') },
  { name: 'quick-fix', show: workbench => quickFix(workbench, 'good if he got', 'great') },
  { name: 'quick-fix-claim', show: workbench => quickFix(workbench, 'Vienna', 'Budapest') },
  { name: 'quick-fix-uncited', show: workbench => quickFix(workbench, '"We work', 'citation') },
  { name: 'quick-fix-not-found', show: workbench => quickFix(workbench, '“Peace is', 'paraphrase') },
  { name: 'problems', show: problems },
  { name: 'fix-all', show: fixAll },
  { name: 'evidence', show: workbench => evidence(workbench, 'would look good', 'Altered quotation') },
  { name: 'evidence-exact', show: workbench => evidence(workbench, 'might have to speak', 'Exact quotation') },
  { name: 'evidence-claim', show: workbench => evidence(workbench, 'planning to meet in Vienna', 'otherwise') },
  { name: 'evidence-supported', show: workbench => evidence(workbench, 'planned to bring up', 'Supported') },
  { name: 'evidence-not-found', show: workbench => evidence(workbench, 'closer than it', 'Not found') },
  { name: 'evidence-citation', show: workbench => evidence(workbench, '^1]', 'Citation', -1) },
  { name: 'evidence-nothing', show: workbench => evidence(workbench, 'wonder what', 'Nothing to check') },
  { name: 'evidence-unsupported', show: unsupported },
  { name: 'evidence-focus', show: focused },
  { name: 'evidence-narrow', show: narrow },
];

/** Words on a line of their own behind the last paragraph, and the list that comes up. */
async function write(page: Page, words: string, offered: string): Promise<void> {
  await again(page);
  await goTo(page, 19, 1);
  await page.keyboard.press('End');
  await page.keyboard.type(`\n\n${words}`, { delay: 20 });
  await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: offered }).waitFor();
}

async function details({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-details:visible', { hasText: 'Air Force One' }).waitFor();
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
}

async function quickFix({ page, draft }: Workbench, words: string, offered: string): Promise<void> {
  await putAway(page);
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

/** The repairs to be ticked, then what is said when none was. */
async function fixAll({ page, draft }: Workbench): Promise<void> {
  await cursorOn(page, draft, 'would look good');
  await runCommand(page, 'Groundwork: Fix All in This Draft');
  await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'goodgreat' }).first().waitFor();
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
  await page.locator('.notification-toast', { hasText: 'tick the repairs you want' }).waitFor();
  await runCommand(page, 'Notifications: Accept Notification Primary Action');
  await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'goodgreat' }).first().waitFor();
}

async function evidence(workbench: Workbench, words: string, headline: string, back = 0): Promise<void> {
  const { page, draft } = workbench;
  await openEvidence(page);
  const { line, column } = placeOf(draft, words);
  await toFile(page, 'draft.md');
  await goTo(page, line, column + 2 + back);
  await evidenceOf(page).locator('h2', { hasText: headline }).first().waitFor();
}

async function openEvidence(page: Page): Promise<void> {
  const discard = page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Discard' });
  if (await discard.isVisible()) await discard.click();
  await runCommand(page, 'Notifications: Clear All Notifications');
  await hidePanel(page);
  await runCommand(page, 'Groundwork: Focus on Evidence View');
  await page.locator('iframe.webview.ready').first().waitFor();
}

async function unsupported({ page, draft }: Workbench): Promise<void> {
  await cursorOn(page, join(dirname(draft), 'draft-bridge.md'), 'opened by Queen');
  await evidenceOf(page).locator('h2', { hasText: 'No source supports' }).waitFor();
}

/** By keyboard: a passage has the focus. */
async function focused(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await evidence(workbench, 'planning to meet in Vienna', 'otherwise');
  await runCommand(page, 'Groundwork: Focus on Evidence View');
  const first = evidenceOf(page).locator('.passage').first();
  await until('the first passage to have the focus', async () => {
    await page.keyboard.press('Tab');
    return first.evaluate(element => element === element.ownerDocument.activeElement);
  });
}

/** The side bar as narrow as it goes without closing, then as wide as before. */
async function narrow(workbench: Workbench): Promise<void> {
  await evidence(workbench, 'would look good', 'Altered quotation');
  await dragSash(workbench.page, -110);
}

/** Moves the edge of the side bar, by pixels of the window. */
export async function dragSash(page: Page, by: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  const edge = (box?.x ?? 0) + (box?.width ?? 0);
  await page.mouse.move(edge, 300);
  await page.mouse.down();
  await page.mouse.move(edge + by, 300, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(5, 5);
}

/** The draft as it was, also on disk: the editor saves by itself what is typed. */
async function again(page: Page): Promise<void> {
  await putAway(page);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyS');
}

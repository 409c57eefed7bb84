/** A writer's path through the product, each test going on where the one before it ended, with pictures to look at. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import {
  appears,
  editorOf,
  goTo,
  hoverAt,
  openWorkbench,
  runCommand,
  shoot,
  shownText,
  until,
  type Workbench,
} from './workbench.ts';

const typed = 'Trump said, “I really';
const quote = 'I really think Putin would look great if he got this settled';

describe("a writer's path", function () {
  this.timeout(300_000);
  this.bail(true);
  let workbench: Workbench;
  let page: Page;
  let lines: readonly string[];

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    lines = readFileSync(workbench.draft, 'utf8').split('\n');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await shoot(page, `FAILED-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(() => workbench?.close());

  it('opens the draft, and squiggles appear', async () => {
    await editorOf(page).locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await editorOf(page).locator('.squiggly-info').first().waitFor({ state: 'attached' });
    await shoot(page, '1-findings');
  });

  it('rests the pointer on a quotation', async () => {
    const { line, column } = placeOf('would look good');
    const text = await hoverAt(page, line, column, 'great');
    assert.match(text, /Putin would look/);
    await shoot(page, '2-hover-quotation');
    await leave();
  });

  it('rests it on a claim', async () => {
    const { line, column } = placeOf('are planning to meet in Vienna');
    assert.match(await hoverAt(page, line, column, 'Budapest'), /Budapest/);
    await shoot(page, '3-hover-claim');
    await leave();
  });

  it('rests it on a footnote mark', async () => {
    const { line, column } = placeOf('[^1] Trump', 1);
    await hoverAt(page, line, column, '2025-10-16');
    await shoot(page, '4-hover-footnote');
    await leave();
  });

  it('types an opening mark and words, and the list shows exact quotes, best first', async () => {
    const { line } = placeOf('Rubio said after the call.');
    await goTo(page, line, 1);
    await page.keyboard.press('End');
    await page.keyboard.type(`\n\n${typed}`, { delay: 20 });
    const first = page.locator('.suggest-widget.visible .monaco-list-row').first();
    await first.filter({ hasText: 'I really think Putin would look' }).waitFor();
    await shoot(page, '5-list');
  });

  it('accepts the first with Enter: exact, once closed, with its footnote', async () => {
    await page.keyboard.press('Enter');
    await until('the quote', async () => (await shownText(page)).includes(`Trump said, “${quote}”[^1]`));
    await shoot(page, '6-accepted');
    await page.keyboard.press('Control+KeyS');
    await until('the file', () => readFileSync(workbench.draft, 'utf8').includes(`\nTrump said, “${quote}”[^1]\n`));
  });

  it('takes it all back with one undo', async () => {
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+KeyS');
    await until('the file', () => readFileSync(workbench.draft, 'utf8').includes(`\n${typed}\n`));
    await shoot(page, '7-undone');
    await until('the draft as it was', async () => {
      await page.keyboard.press('Control+KeyZ');
      await page.keyboard.press('Control+KeyS');
      return readFileSync(workbench.draft, 'utf8') === lines.join('\n');
    });
  });

  it('takes the rest of a quotation with Tab where it stands grey, and its citation follows', async () => {
    const { line } = placeOf('Rubio said after the call.');
    await goTo(page, line, 1);
    await page.keyboard.press('End');
    await page.keyboard.type('\n\nTrump said, “I really think Putin ', { delay: 20 });
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    await page.keyboard.type('wo', { delay: 50 });
    // The rest of what stands there by now: before it is, Tab would only indent.
    await editorOf(page).locator('[class*="ghost-text"]', { hasText: /^uld/ }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    // A draft that is saved in between would have the two undone one by one.
    await until('the citation', async () => /would look [^”]+”\[\^1\]/.test(await shownText(page)));
    await until('the quote with its citation', async () => {
      await page.keyboard.press('Control+KeyS');
      return /\nTrump said, “I really think Putin would look [^”]+”\[\^1\]\n/.test(
        readFileSync(workbench.draft, 'utf8'),
      );
    });
    await page.keyboard.press('Control+KeyZ');
    await until('both undone in one step', async () => {
      await page.keyboard.press('Control+KeyS');
      return /\nTrump said, “I really think Putin wo”?\n/.test(readFileSync(workbench.draft, 'utf8'));
    });
    await until('the draft as it was', async () => {
      await page.keyboard.press('Control+KeyZ');
      await page.keyboard.press('Control+KeyS');
      return readFileSync(workbench.draft, 'utf8') === lines.join('\n');
    });
  });

  it('mends a wrong word with the quick fix', async () => {
    const { line, column } = placeOf('good if he got', 1);
    await goTo(page, line, column);
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'great' }).first();
    await until('the quick fix', async () => {
      await page.keyboard.press('Control+Period');
      return appears(fix);
    });
    await shoot(page, '8-quick-fix');
    await page.keyboard.press('Enter');
    await until('the mended word', async () => (await shownText(page)).includes('look great if'));
    await shoot(page, '9-mended');
  });

  it('picks a quote by a few words, and it is inserted with its citation', async () => {
    const { line } = placeOf('Will the missiles be sold at all?');
    await goTo(page, line, 1);
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await runCommand(page, 'Groundwork: Insert Quote');
    const input = page.locator('.quick-input-widget:visible input');
    const row = page.locator('.quick-input-widget .monaco-list-row.focused').first();
    await input.fill('qwxzy');
    await row.filter({ hasText: 'Not found in 2 sources' }).waitFor();
    await page.keyboard.press('Enter');
    await input.fill('lot of tomahaks');
    await row.filter({ hasText: 'We have a lot of Tomahawks.' }).waitFor();
    await shoot(page, '10-insert-quote');
    await page.keyboard.press('Enter');
    await until('the quote', async () => (await shownText(page)).includes('at all? “We have a lot of Tomahawks.”[^2]'));
  });

  it('opens the source at the passage, beside the draft', async () => {
    const { line, column } = placeOf('I really think');
    await goTo(page, line, column);
    await runCommand(page, 'Groundwork: Open Source at Passage');
    await page.locator('.tab', { hasText: '000_8b6e00a719bda484.txt' }).waitFor();
    await page.locator('.statusbar-item', { hasText: `(${quote.length} selected)` }).waitFor();
    await shoot(page, '11-source');
    await page.keyboard.press('Control+KeyW');
    await page.locator('.tab', { hasText: '000_8b6e00a719bda484.txt' }).waitFor({ state: 'detached' });
  });

  it('lists the findings in the Problems panel', async () => {
    await page.keyboard.press('Control+Shift+KeyM');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'Budapest' }).first().waitFor();
    await rows.filter({ hasText: 'great' }).first().waitFor({ state: 'detached' });
    await shoot(page, '12-problems');
  });

  it('saves the draft on disk', async () => {
    await goTo(page, 1, 1);
    await page.keyboard.press('Control+KeyS');
    await until('the file', () => readFileSync(workbench.draft, 'utf8').includes(quote));
  });

  // 1-based line and column of these words in the sample draft, `skip` characters behind their start.
  function placeOf(words: string, skip = 0): { readonly line: number; readonly column: number } {
    const line = lines.findIndex(text => text.includes(words));
    assert.ok(line >= 0, `“${words}” is in the draft`);
    return { line: line + 1, column: (lines[line]?.indexOf(words) ?? 0) + 1 + skip };
  }

  async function leave(): Promise<void> {
    await page.mouse.move(5, 5);
    await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
  }
});

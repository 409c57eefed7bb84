/** The views beside the draft, by keyboard and mouse, in each kind of theme, and with a source that means harm. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import {
  appears,
  choose,
  goTo,
  openFile,
  openWorkbench,
  runCommand,
  shoot,
  until,
  type Workbench,
} from './workbench.ts';

const harm = `We will <script>document.title='owned'</script> [pay](javascript:alert(1)) [more](command:workbench.action.quit) ![now](https://evil.example/y.png) <img src="https://evil.example/x.png" onerror="document.title='owned'"> the whole sum`;
/** As much of it as a card has room for. */
const shownHarm = harm.slice(0, harm.indexOf(' <img'));
const hostile = `---\ntitle: "<img src=x onerror=alert(1)>"\npublisher: "<b>x</b>"\n---\n\n“${harm},” said Mayor Ida Holm on Monday.\n\n---\ntitle: forged\n---\n`;

describe('the views beside a draft', function () {
  this.timeout(300_000);
  this.bail(true);
  let workbench: Workbench;
  let page: Page;
  let evidence: FrameLocator;
  let folder: string;
  const asked: string[] = [];

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    folder = dirname(workbench.draft);
    page.on('request', request => asked.push(request.url()));
    evidence = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await shoot(page, `FAILED-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(() => workbench?.close());

  it('say what to do while there is nothing to show', async () => {
    await goTo(page, 1, 1);
    await runCommand(page, 'Groundwork: Focus on Evidence View');
    await evidence.locator('h2', { hasText: 'Nothing to check here' }).waitFor();
    assert.match((await evidence.locator('.hint').textContent()) ?? '', /Put the cursor on a quotation/);
  });

  it('follow the cursor, with the verdict in words and what differs marked', async () => {
    await cursorOn('would look good');
    await evidence.locator('h2', { hasText: 'Altered quotation' }).waitFor();
    await evidence.locator('mark.differs', { hasText: 'great' }).first().waitFor();
    assert.match((await evidence.locator('#said').textContent()) ?? '', /^Altered quotation\./);
  });

  it('mend what was found, at the press of a button, undone in one step', async () => {
    await evidence.locator('button.repair', { hasText: 'great' }).press('Enter');
    await until('the mended word', async () => {
      await page.keyboard.press('Control+KeyS');
      return readFileSync(workbench.draft, 'utf8').includes('would look great if');
    });
    await evidence.locator('h2', { hasText: 'Exact quotation' }).waitFor();
    assert.equal(await evidence.locator('.passage button.cite').count(), 0, 'its citation stands there');
    assert.equal(await evidence.locator('.passage button.insert').count(), 0, 'it stands there already');
    await page.keyboard.press('Control+KeyZ');
    await until('the draft as it was', async () => {
      await page.keyboard.press('Control+KeyS');
      return readFileSync(workbench.draft, 'utf8').includes('would look good if');
    });
    await evidence.locator('h2', { hasText: 'Altered quotation' }).waitFor();
  });

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
    ['high-contrast-light', 'Default High Contrast Light'],
  ] as const) {
    it(`are to be read in ${name}`, async () => {
      mkdirSync(join(folder, '.vscode'), { recursive: true });
      writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await evidence.locator(`body.vscode-${name}`).waitFor();
      await shoot(page, `views-${name}`);
    });
  }

  it('are worked with the keyboard alone: passages, buttons, back in the draft', async () => {
    await cursorOn('planning to meet in');
    await evidence.locator('mark.differs', { hasText: 'Budapest' }).first().waitFor();
    await runCommand(page, 'Groundwork: Focus on Evidence View');
    const passages = evidence.locator('.passage');
    await until('the first passage to have the focus', async () => {
      await page.keyboard.press('Tab');
      return passages.first().evaluate(element => element === element.ownerDocument.activeElement);
    });
    await page.keyboard.press('ArrowDown');
    assert.ok(await passages.nth(1).evaluate(element => element === element.ownerDocument.activeElement));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the quotation behind the claim', async () => {
      await page.keyboard.press('Control+KeyS');
      return /Marco Rubio\.\[\^2\] “During the conversation, .*”\[\^2\]/.test(readFileSync(workbench.draft, 'utf8'));
    });
    await page.keyboard.press('Control+KeyZ');
    await until('the draft as it was', async () => {
      await page.keyboard.press('Control+KeyS');
      return !readFileSync(workbench.draft, 'utf8').includes('“During the conversation');
    });
  });

  it('say at once that a file made among the sources is not checked, and that one beside the draft is', async () => {
    const item = page.locator('#groundwork\\.groundwork\\.groundwork\\.status');
    writeFileSync(join(folder, 'seeds/new.md'), '');
    await openFile(page, 'new.md');
    await item.filter({ hasText: 'A source: not checked' }).waitFor();
    await evidence.locator('h2', { hasText: 'This file is one of the sources' }).waitFor();
    await shoot(page, 'views-source');
    rmSync(join(folder, 'seeds/new.md'));
    writeFileSync(join(folder, 'fresh.md'), '“We will be good,” Rubio said.\n');
    await openFile(page, 'fresh.md');
    await item.filter({ hasText: '2 sources · 1 finding' }).waitFor();
  });

  it('show a hostile source as words: nothing in it runs, loads or leads anywhere', async () => {
    writeFileSync(join(folder, 'seeds/hostile.md'), hostile);
    writeFileSync(join(folder, 'draft-hostile.md'), `Holm said: “${harm}.”\n`);
    await openFile(page, 'draft-hostile.md');
    await goTo(page, 1, 16);
    const words = evidence.locator('.passage .words').first();
    await words.filter({ hasText: harm }).waitFor();
    assert.equal(await evidence.locator('main script, main img, main a, main iframe, main b').count(), 0);
    assert.doesNotMatch(await page.title(), /owned/);
    assert.deepEqual(
      asked.filter(url => url.includes('evil.example')),
      [],
    );
    const policy = await evidence.locator('meta[http-equiv]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; style-src [^;]+; script-src 'nonce-[^']+';/);
    await shoot(page, 'views-hostile');
  });

  it('show it so in hover, tree and list of quotes too', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('Control+KeyI');
    await page.locator('.monaco-hover:visible .hover-contents', { hasText: shownHarm }).first().waitFor();
    // The finding's message may be there before the card.
    await until('our own link among them', async () => {
      const links = await assertInert('.monaco-hover:visible');
      return links.some(link => link?.startsWith('command:groundwork.openPassage?'));
    });
    await page.keyboard.press('Escape');

    await runCommand(page, 'Groundwork: Focus on Sources View');
    await page.locator('.pane-body .monaco-list-row', { hasText: '<img src=x onerror=alert(1)>' }).first().waitFor();
    await assertInert('.part.sidebar .monaco-list');

    await page.locator('.tab', { hasText: 'draft-hostile.md' }).first().click();
    await goTo(page, 2, 1);
    await page.keyboard.type('\nHolm said: “We will', { delay: 20 });
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'We will <script>' }).first().waitFor();
    const details = page.locator('.suggest-details:visible', { hasText: shownHarm });
    await until('the details of the quote', async () => {
      if (await details.first().isVisible()) return true;
      await page.keyboard.press('Control+Space');
      return appears(details.first());
    });
    await assertInert('.suggest-details-container');
    await assertInert('.suggest-widget.visible');
    await shoot(page, 'views-hostile-list');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await until('the draft on disk', async () => {
      await page.keyboard.press('Control+KeyS');
      return readFileSync(join(folder, 'draft-hostile.md'), 'utf8').endsWith('Holm said: “We will');
    });
    assert.doesNotMatch(await page.title(), /owned/);
    assert.deepEqual(
      asked.filter(url => url.includes('evil.example')),
      [],
    );
  });

  it('find a source by words, one of them mistyped, and show it in the tree', async () => {
    await runCommand(page, 'Groundwork: Find Source');
    const input = page.locator('.quick-input-widget:visible input');
    await input.fill('qwxzy');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Not found in' }).first().waitFor();
    await page.keyboard.press('Enter');
    await input.fill('presidnt donald');
    await choose(page, 'President Donald Trump called');
    const row = page.locator('.part.sidebar .monaco-list-row.selected', { hasText: 'President Donald Trump called' });
    await row.first().waitFor();
  });

  it('let a quote be dragged into the draft, where it becomes a quotation with its citation', async () => {
    // Typed, not written to the disk: the editor may take that for the news of its own saving.
    await goTo(page, 1, 1);
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type('Drop here: ');
    await runCommand(page, 'Groundwork: Focus on Sources View');
    const row = page.locator('.pane-body .monaco-list-row');
    const openRow = async (text: string | RegExp): Promise<void> => {
      await row.filter({ hasText: text }).first().locator('.monaco-tl-twistie').click();
    };
    await openRow('Trump holding talks');
    await row
      .filter({ hasText: /quotes?$/ })
      .first()
      .waitFor();
    await openRow(/^Donald Trump/);
    const quote = row.filter({ hasText: '“' }).first();
    await quote.waitFor();
    await shoot(page, 'views-sources');
    await quote.dragTo(page.locator('.view-line', { hasText: 'Drop here' }).first());
    await until('the quotation', async () => {
      await page.keyboard.press('Control+KeyS');
      return /“[^”]+”\[\^1\][\s\S]*\[\^1\]: /.test(readFileSync(join(folder, 'draft-hostile.md'), 'utf8'));
    });
  });

  it('show all repairs before they are made, and make those that are ticked', async () => {
    await cursorOn('would look good');
    await runCommand(page, 'Groundwork: Fix All in This Draft');
    const repairs = page.locator('.bulk-edit-panel .monaco-list-row');
    await repairs.filter({ hasText: 'goodgreat' }).first().waitFor();
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await page.locator('.notification-toast', { hasText: 'tick the repairs you want' }).waitFor();
    await runCommand(page, 'Notifications: Accept Notification Primary Action');
    await repairs.filter({ hasText: 'goodgreat' }).first().waitFor();
    await repairs.filter({ hasText: 'draft.md' }).locator('input, .monaco-custom-toggle').first().click();
    await shoot(page, 'views-fix-all');
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await until('the repairs', async () => {
      await page.keyboard.press('Control+KeyS');
      return /look great if[\s\S]+?of extreme concern/.test(readFileSync(workbench.draft, 'utf8'));
    });
  });

  it('leave the draft in front when its sheet was exported, so that the next export is of the draft', async () => {
    await openFile(page, 'fresh.md');
    for (const [format, extension] of [
      ['CSV', 'csv'],
      ['Markdown', 'md'],
    ] as const) {
      await runCommand(page, 'Groundwork: Export Fact-Check Sheet');
      await page.locator('.quick-input-widget:visible input:focus').fill(format);
      await choose(page, format);
      const name = page.locator('.quick-input-widget:visible input:focus');
      await until('where to save', async () => (await name.inputValue()).endsWith(`fresh.fact-check.${extension}`));
      await page.keyboard.press('Enter');
      await page.locator('.tab', { hasText: `fresh.fact-check.${extension}` }).waitFor();
    }
    await shoot(page, 'views-sheets');
  });

  it('come with a sample to try, in a window of its own', async () => {
    const opened = page.context().waitForEvent('page');
    await runCommand(page, 'Groundwork: Try the Sample');
    const sample = await opened;
    await sample.locator('.tab.active', { hasText: 'draft.md' }).waitFor();
    await sample.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await sample.close();
  });

  /** Nothing there runs or loads, and the only links are our own to the passage and the editor's to the finding's code. */
  async function assertInert(where: string): Promise<readonly (string | null)[]> {
    assert.equal(await page.locator(where).locator('img, script, iframe, b, h1').count(), 0, where);
    const links = await page
      .locator(where)
      .locator('a')
      .evaluateAll(all => all.flatMap(link => [link.getAttribute('data-href'), link.getAttribute('href')]));
    const foreign = links.filter(
      link => link && !/^(?:command:groundwork\.openPassage\?|file:|vscode-remote:|#?$)/.test(link),
    );
    assert.deepEqual(foreign, [], where);
    return links;
  }

  async function cursorOn(words: string): Promise<void> {
    const lines = readFileSync(workbench.draft, 'utf8').split('\n');
    const line = lines.findIndex(text => text.includes(words));
    assert.ok(line >= 0);
    await page.locator('.tab', { hasText: 'draft.md' }).first().click();
    await goTo(page, line + 1, (lines[line]?.indexOf(words) ?? 0) + 2);
  }
});

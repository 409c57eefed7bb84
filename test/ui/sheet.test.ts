/** The exported fact-check sheet as the browser of a fact-checker shows and prints it, whatever draft and sources hold. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';
import { launchBrowser } from '../harness/launchBrowser.mjs';
import { projectRoot } from '../harness/paths.mjs';
import { shoot } from './workbench.ts';

/** Width of a sheet of A4 paper in pixels of the page. */
const paper = { width: 794, height: 1123 };

const harm =
  '<script>document.title="owned"</script> [pay](javascript:alert(1)) [more](command:workbench.action.quit) ![now](https://evil.example/x.png) <img src="https://evil.example/y.png" onerror="document.title=\'owned\'"> <style>@import url(https://evil.example/z.css);</style> </mark></td></table>';
const source = `---
title: '<img src=x onerror="document.title=1"> [T](command:evil) ![i](https://evil.example/t.png)'
author: '<a href="javascript:alert(1)">A</a>'
publisher: '</style><script>document.title="owned"</script>'
date: 2024-03-02
url: 'javascript:alert(3)'
---

“We will ${harm} pay the whole sum,” said Mayor Ida Holm on Monday. The mayor spoke for nine minutes.

---
title: forged
author: nobody
---
`;
const draft = `# A draft with <b>tags</b>

Holm said: “We will ${harm} pay the entire sum.” ${'A long paragraph follows it. '.repeat(3)}

Mayor Ida Holm spoke for ten minutes. “${'unbroken'.repeat(40)} words that nobody ever said,” she added.
`;

describe('the fact-check sheet in a browser', function () {
  this.timeout(300_000);
  let folder: string;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const told: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'groundwork-sheet-'));
    const file = join(folder, 'draft.fact-check.html');
    writeFileSync(file, await sheetOfHarm());
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: paper });
    await page.route('**', route => {
      asked.push(route.request().url());
      return route.request().url() === pathToFileURL(file).href ? route.continue() : route.abort();
    });
    page.on('console', message => told.push(message.text()));
    page.on('pageerror', error => told.push(error.message));
    page.on('dialog', dialog => told.push(dialog.message()));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks for nothing but itself, and has nothing to complain of', () => {
    assert.deepEqual([asked.length, told], [1, []]);
  });

  it('shows what means harm as words', async () => {
    assert.equal(await page.title(), 'Fact-check sheet: <draft>.md');
    assert.equal(await page.locator('script, img, iframe, object, form, link, base, body style').count(), 0);
    const links = await page.locator('a').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''));
    assert.ok(links.length > 0 && links.every(href => /^#(?:row|mark)-\d+$/.test(href)), links.join(' '));
    const shown = (await page.locator('.draft').textContent()) ?? '';
    assert.ok(shown.includes(harm.replace(/(?<!!)\[(\w+)\]\([^ ]*\)/g, '$1')), 'links are their words');
    assert.ok((await page.locator('blockquote').first().textContent())?.includes(harm));
    assert.equal(await page.locator('footer', { hasText: 'forged' }).count(), 0, 'no title from a forged head');
  });

  it('leads from a mark to its row and back', async () => {
    await page.locator('a.number').first().click();
    assert.equal(await page.evaluate('location.hash'), '#row-1');
    await page.locator('#row-1 a').click();
    assert.equal(await page.evaluate('location.hash'), '#mark-1');
  });

  it('is as dark as the screen, or as the theme of the editor that shows it, and never dark on paper', async () => {
    const colours = async (theme: string) => {
      await page.evaluate(`document.body.className = '${theme}'`);
      return page.evaluate('[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]');
    };
    const [white, black] = [
      ['rgb(255, 255, 255)', 'rgb(26, 26, 26)'],
      ['rgb(28, 28, 28)', 'rgb(228, 228, 228)'],
    ];
    await page.emulateMedia({ colorScheme: 'light' });
    assert.deepEqual([await colours(''), await colours('vscode-dark')], [white, black]);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual([await colours(''), await colours('vscode-light')], [black, white]);
    assert.deepEqual(await colours('vscode-high-contrast'), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    assert.deepEqual(await colours('vscode-high-contrast vscode-high-contrast-light'), white);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.deepEqual([await colours(''), await colours('vscode-dark')], [white, white]);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.evaluate(`document.body.className = ''`);
  });

  it('tells what is wrong from what is right where the reader forces a few colours on all pages', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const ground = (tone: string): Promise<unknown> =>
      page.evaluate(`(() => {
        const mark = document.body.appendChild(document.createElement('mark'));
        mark.className = '${tone}';
        const { backgroundColor } = getComputedStyle(mark);
        mark.remove();
        return backgroundColor;
      })()`);
    assert.notEqual(await ground('warning'), await ground('good'));
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('prints: nothing runs off the paper, marks are told apart without colour, rows have room for initials', async () => {
    await page.emulateMedia({ media: 'print' });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(Number(wide) <= paper.width, `${wide} pixels`);
    assert.match(
      await page.evaluate('getComputedStyle(document.querySelector("mark.warning")).textDecoration'),
      /underline/,
    );
    const room = await page.locator('#row-1 td').last().boundingBox();
    assert.ok(room && room.width >= 60 && room.height >= 30);
    mkdirSync(join(projectRoot, 'test/shots'), { recursive: true });
    await shoot(page, 'sheet-print');
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
    await page.emulateMedia({ media: 'screen' });
    await shoot(page, 'sheet-screen');
  });
});

async function sheetOfHarm(): Promise<string> {
  const store = createSourceStore();
  const file = { uri: 'file:///w/sources/a.md', path: 'sources/a.md', bytes: new TextEncoder().encode(source) };
  store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
  const problem = { uri: 'file:///w/sources/<b>.txt', path: 'sources/<b>.txt', message: 'is <i>empty</i>' };
  store.put(problem.uri, { sources: [], problems: [problem] });
  const engine = createEngine({ store });
  return engine.sheet(
    '<draft>.md',
    { uri: 'file:///w/draft.md', language: 'markdown', text: draft },
    'html',
    new Date(),
  );
}

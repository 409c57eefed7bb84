/**
 * `npm run shots`: takes the pictures of README and walkthrough anew, from the packaged extension in a real VS Code, so that
 * they never show what is no longer so. Writes media/readme/*.png, media/readme/writing.gif and media/walkthrough/*.png.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import gifenc from 'gifenc';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { projectRoot } from '../harness/paths.mjs';
import { setUpVsCode } from '../harness/setUp.mjs';
import { settled } from './view.ts';
import { editorOf, goTo, hoverAt, openWorkbench, runCommand, until } from './workbench.ts';

/** The editor without the window's frame: what the pictures are about, in pixels of the window. */
const editorClip = { x: 352, y: 90, width: 928, height: 460 };
/** The views beside the draft, and its beginning. */
const viewsClip = { x: 0, y: 36, width: 1040, height: 732 };
/** How long a picture of the animation stands, in milliseconds. */
const typingPause = 180;
const readingPause = 1800;

const frames: { readonly picture: Buffer; readonly pause: number }[] = [];

await setUpVsCode();
const workbench = await openWorkbench();
try {
  const { page } = workbench;
  const lines = readFileSync(workbench.draft, 'utf8').split('\n');
  await editorOf(page).locator('.squiggly-warning').first().waitFor({ state: 'attached' });
  await picture(page, 'walkthrough/check');
  const altered = placeOf(lines, 'would look good');
  await hoverAt(page, altered.line, altered.column, 'great');
  await picture(page, 'readme/hover');
  await picture(page, 'walkthrough/read');
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await write(page, placeOf(lines, 'Rubio said after the call.').line);
  await runCommand(page, 'Groundwork: Focus on Evidence View');
  await page.locator('iframe.webview.ready').waitFor();
  await goTo(page, altered.line, altered.column + 4);
  const evidence = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await evidence.locator('mark.differs', { hasText: 'great' }).first().waitFor();
  await picture(page, 'readme/evidence');
  await picture(page, 'walkthrough/sources', viewsClip);
  writeFileSync(join(projectRoot, 'media/readme/writing.gif'), animation());
} finally {
  await workbench.close();
}

/** Types an opening mark and a few words, accepts the first quote, and takes pictures on the way. */
async function write(page: Page, line: number): Promise<void> {
  await goTo(page, line, 1);
  await page.keyboard.press('End');
  await page.keyboard.type('\n\n');
  // Room below for the list.
  for (let i = 0; i < 10; i += 1) await page.keyboard.press('Control+ArrowDown');
  const typed = 'Trump said, “I really';
  for (const [i, letter] of [...typed].entries()) {
    await page.keyboard.type(letter);
    if (i % 2 === 0) await frame(page, typingPause);
  }
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'would look' }).first().waitFor();
  await frame(page, readingPause);
  await picture(page, 'walkthrough/quote');
  await page.keyboard.press('Enter');
  const accepted = editorOf(page).locator('.view-line', { hasText: '[^1]' });
  await until('the accepted quote', async () => (await accepted.allTextContents()).join(' ').includes('settled'));
  await frame(page, readingPause);
}

async function picture(page: Page, name: string, clip = editorClip): Promise<void> {
  await settled(page);
  await page.screenshot({
    path: join(projectRoot, 'media', `${name}.png`),
    ...(name.startsWith('walkthrough/') ? { clip } : {}),
  });
}

async function frame(page: Page, pause: number): Promise<void> {
  await settled(page);
  frames.push({ picture: await page.screenshot({ clip: editorClip }), pause });
}

/** The frames as one GIF that runs for ever. */
function animation(): Uint8Array {
  const gif = gifenc.GIFEncoder();
  for (const { picture: png, pause } of frames) {
    const { data, width, height } = PNG.sync.read(png);
    const palette = gifenc.quantize(data, 64);
    gif.writeFrame(gifenc.applyPalette(data, palette), width, height, { palette, delay: pause });
  }
  gif.finish();
  return gif.bytes();
}

function placeOf(lines: readonly string[], words: string): { readonly line: number; readonly column: number } {
  const line = lines.findIndex(text => text.includes(words));
  return { line: line + 1, column: (lines[line] ?? '').indexOf(words) + 1 };
}

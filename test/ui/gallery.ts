/**
 * Every view in each kind of theme, to be looked at: pictures for the eyes of whoever changes a view. They are written to
 * test/shots/, which nobody keeps.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setUpVsCode } from '../harness/setUp.mjs';
import { claimViews } from './claimViews.ts';
import { draftViews } from './draftViews.ts';
import { lastLibraryViews, libraryFiles, libraryViews } from './libraryViews.ts';
import { sheetViews, takeSheet } from './sheetViews.ts';
import { settled, squiggle, type View } from './view.ts';
import { appears, openWorkbench, shoot, until, type Workbench } from './workbench.ts';

const themes = [
  ['light', 'Default Light Modern', '.vs'],
  ['dark', 'Default Dark Modern', '.vs-dark'],
  ['contrast', 'Default High Contrast', '.hc-black'],
] as const;

/** In this order: each goes on where the one before left the window. */
const views: readonly View[] = [...draftViews, ...sheetViews, ...claimViews, ...libraryViews, ...lastLibraryViews];

/** Milliseconds for one step of a view: what is not there by then is pictured as it is. */
const longestStep = 40_000;

/** Takes all pictures, in one window for each theme; or those of the themes and views whose names (or beginnings) are given. */
export async function takeGallery(only = process.argv.slice(2)): Promise<void> {
  await setUpVsCode();
  const named = only.filter(word => !themes.some(([name]) => name === word));
  const chosen = views.filter(({ name }) => named.length === 0 || named.some(word => name.startsWith(word)));
  const wanted = only.filter(word => !named.includes(word));
  for (const theme of themes.filter(([name]) => wanted.length === 0 || wanted.includes(name)))
    await takeTheme(theme, chosen);
}

async function takeTheme([short, theme, shown]: (typeof themes)[number], chosen: readonly View[]): Promise<void> {
  const workbench = await openWorkbench();
  workbench.page.setDefaultTimeout(longestStep);
  const folder = dirname(workbench.draft);
  try {
    mkdirSync(join(folder, '.vscode'));
    for (const [name, content] of Object.entries(libraryFiles)) writeFileSync(join(folder, name), content);
    // Written again where the window was not watching yet.
    await until(theme, () => {
      writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      return appears(workbench.page.locator(shown).first());
    });
    await squiggle(workbench.page);
    for (const { name, show } of chosen) {
      await take(workbench, `gallery-${name}-${short}`, show);
      if (name === 'sheet' && short === 'light') await takeSheet(workbench);
    }
  } finally {
    await workbench.close();
  }
}

async function take(workbench: Workbench, name: string, show: View['show']): Promise<void> {
  try {
    await show(workbench);
    await settled(workbench.page);
  } catch (error) {
    console.error(name, error instanceof Error ? error.message.split('\n').slice(0, 4).join(' ') : error);
  }
  await shoot(workbench.page, name);
}

await takeGallery();

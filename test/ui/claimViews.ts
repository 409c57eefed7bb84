/** What a writer sees of claims: the five kinds of wrong words with a paraphrase beside each, marked, explained and fixed. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claimKinds } from '../claims/kinds.ts';
import type { View } from './view.ts';
import { editorOf, goTo, hoverAt, openFile, runCommand, until, type Workbench } from './workbench.ts';

const file = 'draft-claims.md';
const lines = ['# Five claims', ...claimKinds.flatMap(({ wrong, right }) => [`${wrong} ${right}`])];

/** In this order: each goes on where the one before left the editor. */
export const claimViews: readonly View[] = [
  { name: 'claims', show: open },
  ...claimKinds.map(({ kind, wrong, words, after }, i) => ({
    name: `claims-hover-${kind}`,
    show: ({ page }: Workbench) => hoverOver(page, i, wrong.indexOf(words), sourceWord(wrong, after)),
  })),
  { name: 'claims-problems', show: problems },
  { name: 'claims-fixed', show: fixed },
];

/** A word that only the mended sentence has: what the card must show. */
function sourceWord(wrong: string, after: string): string {
  return (
    after
      .split(' ')
      .find(word => !wrong.includes(word))
      ?.replace(/\W/g, '') ?? 'source'
  );
}

async function open({ page, draft }: Workbench): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  writeFileSync(join(dirname(draft), file), `${lines.join('\n\n')}\n`);
  await openFile(page, file);
  await until(
    'five marks',
    async () => (await editorOf(page).locator('.squiggly-warning').count()) >= claimKinds.length,
  );
  await goTo(page, 1, 1);
}

async function hoverOver(page: Workbench['page'], i: number, at: number, shown: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await hoverAt(page, 3 + 2 * i, at + 2, shown);
}

async function problems({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await runCommand(page, 'Groundwork: Check This Draft');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'Budapest' }).first().waitFor();
}

/** Auto Fix, the one key, at each. */
async function fixed({ page }: Workbench): Promise<void> {
  await runCommand(page, 'View: Hide Panel');
  await page.locator('.tab', { hasText: file }).first().click();
  for (const [i, { wrong, words }] of claimKinds.entries()) {
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
    await goTo(page, 3 + 2 * i, wrong.indexOf(words) + 2);
    const left = claimKinds.length - i - 1;
    await until('the fix', async () => {
      await page.keyboard.press('Shift+Alt+Period');
      const rest = editorOf(page).locator('.squiggly-warning').nth(left);
      await rest.waitFor({ state: 'detached', timeout: 3000 }).catch(() => undefined);
      return (await editorOf(page).locator('.squiggly-warning').count()) <= left;
    });
  }
  await goTo(page, 1, 1);
}

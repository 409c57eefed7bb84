/** The library as a writer sees it: the tree in all its states, sources opened at a passage, what could not be read. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docx, wordXml } from '../sources/readers/documents.ts';
import { writePdf } from '../sources/readers/writePdf.ts';
import { cursorOn, evidenceOf, hidePanel, pick, putAway, settled, toFile, type View } from './view.ts';
import { appears, goTo, openFile, runCommand, until, type Workbench } from './workbench.ts';

const page = `<html><head><title>The bridge over the Lind</title></head><body><article><h1>The bridge over the Lind</h1>
<p>Nothing is known yet of the cost of the new bridge over the river Lind, which is long and will be longer still.</p>
<p>“The bridge will cost 40 million euros, and not one euro more,” said Mayor Ida Holm when the council met on Monday.</p>
<p>The council approved the plan with nine votes against four.</p></article></body></html>`;
const study = writePdf([
  {
    texts: [
      { x: 72, y: 100, size: 22, text: 'The harbour study' },
      {
        x: 72,
        y: 140,
        text: 'The city asked its engineers in May how the old harbour could be kept open for the ferries.',
      },
    ],
  },
  {
    texts: [
      {
        x: 72,
        y: 100,
        text: '“The quay will be 320 metres long and take three ferries at a time,” said the engineer Mira Lund.',
      },
      { x: 72, y: 130, text: 'The work is to begin in March and to be finished within two years.' },
    ],
  },
]);
const minutes = docx(
  wordXml(
    'Minutes of the council',
    'The council met on Tuesday.',
    '“We will not sell the old school while I sit here,” said the chair, Tom Berg.',
  ),
);

/** Of the folder: what is there beside the sample. */
export const libraryFiles: Readonly<Record<string, string | Uint8Array>> = {
  'seeds/bridge.html': page,
  'seeds/harbour.pdf': study,
  'seeds/minutes.docx': minutes,
  'draft-bridge.md': [
    'Holm said: “The bridge will cost 50 million euros, and not one euro more.”',
    'Lund said: “The quay will be 310 metres long and take three ferries at a time.”',
    'Berg said: “We will not sell the old schools while I sit here.”',
    'The harbour was opened by Queen Maud in 1931, and Holm likes it.',
  ].join('\n\n'),
  'draft-open.md': 'The engineers asked the council for a new harbour in May and got none of it.\n',
  'draft-good.md':
    'Holm said: “The bridge will cost 40 million euros, and not one euro more.”[^1]\n\n[^1]: seeds/bridge.html\n',
};

/** How many sources take long enough to be seen while they are read. */
const many = 3000;

export const libraryViews: readonly View[] = [
  { name: 'sources', show: tree },
  { name: 'sources-tooltip', show: tooltip },
  { name: 'sources-filtered', show: filtered },
  { name: 'passages', show: passages },
  { name: 'source-plain', show: workbench => source(workbench, 'draft.md', 'planning to meet in', 'selected)') },
  { name: 'source-page', show: workbench => source(workbench, 'draft-bridge.md', 'The bridge will', 'selected)') },
  { name: 'source-pdf', show: workbench => source(workbench, 'draft-bridge.md', 'The quay will', 'selected)') },
  { name: 'source-docx', show: workbench => source(workbench, 'draft-bridge.md', 'We will not', 'selected)') },
  { name: 'evidence-source', show: sourceAsDraft },
  { name: 'insert-quote', show: insertQuote },
  { name: 'insert-quote-none', show: nothingFound },
  { name: 'find-source', show: ({ page }) => pick(page, 'Find Source', 'bridge lind', 'The bridge over') },
  { name: 'unreadable', show: unreadable },
  { name: 'unreadable-tooltip', show: ({ page }) => hoverRow(page, 'scan.pdf', 'scan.pdf') },
  { name: 'status', show: ({ page }) => pick(page, 'Show Status', '', 'scan.pdf') },
];

/** These leave the folder without its sources: the last ones. */
export const lastLibraryViews: readonly View[] = [
  { name: 'reading', show: reading },
  { name: 'empty', show: empty },
  { name: 'evidence-no-sources', show: noSources },
  { name: 'no-folder', show: noFolder },
];

const rows = '.part.sidebar .pane-body .monaco-list-row';

async function tree({ page, draft }: Workbench): Promise<void> {
  await cursorOn(page, draft, 'planning to meet in');
  await runCommand(page, 'Groundwork: Focus on Sources View');
  await page.locator(rows, { hasText: 'Trump holding' }).first().locator('.monaco-tl-twistie').click();
  await page.locator(rows, { hasText: 'Used in this draft' }).first().locator('.monaco-tl-twistie').click();
  const speaker = page.locator(rows, { hasText: /^Donald Trump/ }).first();
  await speaker.click();
  await page.mouse.move(5, 5);
}

async function hoverRow(page: Workbench['page'], row: string, words: string): Promise<void> {
  await page.mouse.move(5, 5);
  await until(`what ${row} says`, async () => {
    await page.locator(rows, { hasText: row }).first().hover();
    return appears(
      page.locator('.workbench-hover-container:visible, .monaco-hover:visible', { hasText: words }).first(),
    );
  });
}

async function tooltip({ page }: Workbench): Promise<void> {
  await hoverRow(page, 'Trump holding', 'seeds/');
}

async function filtered({ page }: Workbench): Promise<void> {
  await putAway(page);
  await page
    .locator(rows, { hasText: /^Donald Trump/ })
    .first()
    .click();
  await page.keyboard.press('Control+Alt+KeyF');
  await page.keyboard.type('minutes', { delay: 40 });
  await page.locator('.monaco-tree-type-filter:visible').first().waitFor();
  await settled(page);
}

async function source(workbench: Workbench, name: string, words: string, place: string): Promise<void> {
  const { page } = workbench;
  const folder = dirname(workbench.draft);
  await putAway(page);
  await runCommand(page, 'View: Close All Editors');
  await cursorOn(page, name === 'draft.md' ? workbench.draft : join(folder, name), words);
  await runCommand(page, 'Groundwork: Open Source at Passage');
  await page.locator('.statusbar-item', { hasText: place }).first().waitFor();
}

/** A source that somebody opened to have it checked. */
async function sourceAsDraft({ page }: Workbench): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, '003_e31fde116e57c3b2.txt');
  await goTo(page, 3, 10);
  await evidenceOf(page).locator('h2', { hasText: 'one of the sources' }).waitFor();
}

async function insertQuote({ page }: Workbench): Promise<void> {
  await putAway(page);
  await runCommand(page, 'View: Close All Editors');
  await pick(page, 'Insert Quote', 'tomahawks', 'He’d like to have');
}

async function nothingFound({ page }: Workbench): Promise<void> {
  await pick(page, 'Insert Quote', 'tomahawks', 'He’d like to have');
  await page.locator('.quick-input-widget:visible input').fill('qwxzy');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Not found in' }).first().waitFor();
}

/** Which of those that bear on the sentence. */
async function passages({ page, draft }: Workbench): Promise<void> {
  await cursorOn(page, draft, 'planned to bring up');
  await runCommand(page, 'Groundwork: Open Source at Passage');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'While en route' }).first().waitFor();
}

/** A scan, a file with nothing in it, and a mistake in the settings. */
async function unreadable(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const folder = dirname(workbench.draft);
  writeFileSync(join(folder, 'seeds/scan.pdf'), writePdf([{ picture: true }, { picture: true }]));
  writeFileSync(join(folder, 'seeds/nothing.txt'), '');
  writeFileSync(join(folder, 'groundwork.json'), '{ "claims.levl": "facts" }\n');
  await toFile(page, 'draft.md');
  await runCommand(page, 'Groundwork: Focus on Sources View');
  await page.locator(rows, { hasText: 'scan.pdf' }).first().waitFor();
  await page.locator(rows, { hasText: 'nothing.txt' }).first().waitFor();
}

/** A folder that is opened with many sources in it. */
async function reading({ page, draft }: Workbench): Promise<void> {
  const folder = dirname(draft);
  await toFile(page, 'draft.md');
  await hidePanel(page);
  await runCommand(page, 'Groundwork: Focus on Evidence View');
  mkdirSync(join(folder, 'seeds/archive'));
  for (let i = 0; i < many; i += 1) {
    const article = `Article ${i}\n\n${`“The ${i}th ferry came in late,” said Ida Holm. Nobody waited for number ${i}. `.repeat(60)}`;
    writeFileSync(join(folder, `seeds/archive/${i}.txt`), article);
  }
  await page.reload();
  await evidenceOf(page).locator('h2').first().waitFor();
  await page.locator('.statusbar-item', { hasText: 'Reading sources' }).first().waitFor();
}

async function empty({ page, draft }: Workbench): Promise<void> {
  const folder = dirname(draft);
  // What goes while a window is still opening may go unseen.
  await page.locator('.statusbar-item', { hasText: 'Reading sources' }).first().waitFor({ state: 'hidden' });
  rmSync(join(folder, 'seeds/archive'), { recursive: true });
  const others = ['000_8b6e00a719bda484.txt', '003_e31fde116e57c3b2.txt', 'scan.pdf', 'nothing.txt', 'bridge.html'];
  for (const name of [...others, 'harbour.pdf', 'minutes.docx']) rmSync(join(folder, 'seeds', name), { force: true });
  rmSync(join(folder, 'groundwork.json'), { force: true });
  await putAway(page);
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Groundwork: Focus on Sources View');
  await page.locator('.welcome-view-content', { hasText: 'No sources yet' }).waitFor();
}

async function noSources({ page }: Workbench): Promise<void> {
  await toFile(page, 'draft-bridge.md');
  await evidenceOf(page).locator('h2', { hasText: 'No sources yet' }).waitFor();
}

/** A window with nothing open, in the theme of the one before. */
async function noFolder({ page }: Workbench): Promise<void> {
  const theme = await page.evaluate(`document.querySelector('.monaco-workbench').className`);
  const name = String(theme).includes('hc-black')
    ? 'Dark High Contrast'
    : String(theme).includes('vs-dark')
      ? 'Dark Modern'
      : 'Light Modern';
  await page.goto(`${new URL(page.url()).origin}/?ew=true`);
  await page.locator('.activitybar .action-label[aria-label^="Groundwork"]').waitFor();
  await chooseTheme(page, name);
  await runCommand(page, 'Groundwork: Focus on Sources View');
  await page.locator('.welcome-view-content', { hasText: 'Open the folder' }).waitFor();
  await evidenceOf(page).locator('h2', { hasText: 'No draft is open' }).waitFor();
}

/** Opened again where it was open before the themes were there: its list stays as it was. */
async function chooseTheme(page: Workbench['page'], name: string): Promise<void> {
  const row = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).first();
  await until(name, async () => {
    await page.keyboard.press('Escape');
    // By its keys: another command has these words too.
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('Control+KeyT');
    const themes = page.locator('.quick-input-widget .monaco-list-row', { hasText: /^(?:Light|Dark)/ });
    if (!(await appears(themes.first()))) return false;
    await page.locator('.quick-input-widget:visible input').fill(name);
    return appears(row);
  });
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

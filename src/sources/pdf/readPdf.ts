import { createArticleText } from '../articleText.ts';
import { authorsBelow, guessesOf, headOf } from '../header.ts';
import { mergeMetadata } from '../metadata.ts';
import { type ReaderOptions, type Reading, unreadable } from '../reader.ts';
import { columnsOf } from './columns.ts';
import { isRightToLeft, turnedOver } from './direction.ts';
import { withDropCaps } from './dropCaps.ts';
import { fragmentsOf } from './fragments.ts';
import { type PageLines, printedAddress, withoutFurniture } from './furniture.ts';
import { lineEnds } from './hyphens.ts';
import { lettersOf } from './letters.ts';
import { mendLigatures } from './ligatures.ts';
import { withoutLineNumbers } from './lineNumbers.ts';
import { beginsNote, partNotes } from './notes.ts';
import { openPdf } from './openPdf.ts';
import { type Line, median, type Page, type Run } from './page.ts';
import { appendPages, runsOn } from './paragraphs.ts';
import { pdfInfo } from './pdfInfo.ts';
import { isGibberish, pdfProblems } from './pdfProblems.ts';

/** A PDF's text layer as running text, with its pages as locators. Scans, locks and gaps are problems. */
export async function readPdf(bytes: Uint8Array, _path: string, { characterMap }: ReaderOptions): Promise<Reading> {
  if (!hasHeader(bytes)) return unreadable('is no PDF, whatever its name says');
  const opened = await openPdf(bytes, characterMap);
  if ('problem' in opened) return unreadable(opened.problem);
  const found = linesOf(opened.pages);
  const pages = layOut(found);
  const { text: body, notes } = partNotes(
    pages,
    found.map(({ page }) => page.height),
  );
  const text = createArticleText();
  const ends = lineEnds(pages.flatMap(page => page.columns.flatMap(column => column.map(line => line.text))));
  appendPages(body, ends, text);
  appendPages(notes, ends, text, beginsNote);
  const { text: words, locators } = text.finish();
  const problems = pdfProblems(opened, words, isCutOff(bytes));
  if (words === '' || isGibberish(words))
    return { articles: [], problems: problems.length > 0 ? problems : ['has no text'] };
  const { stated, guesses } = pdfInfo(opened.info);
  const firstLines = pages.map(page => page.columns.flat()).find(lines => lines.length > 0) ?? [];
  const title = titleOf(firstLines);
  const head = mergeMetadata(
    { title },
    headOf(firstLines),
    guessesOf(words, undefined),
    title === undefined ? {} : authorsBelow(title, firstLines),
  );
  const guessed = mergeMetadata({ title: head.title, url: printedAddress(found) }, guesses, head);
  return { articles: [{ text: words, metadata: stated, guesses: guessed, locators }], problems };
}

/** The lines of each page, in the letters that people type. */
function linesOf(pages: readonly Page[]): PageLines[] {
  const letters = lettersOf(pages.flatMap(page => page.runs.map(run => run.text)));
  const plain = (run: Run): Run => ({ ...run, text: letters(run.text) });
  return pages.map(page => {
    const over = isRightToLeft(page.runs);
    const runs = withoutLineNumbers(withDropCaps((over ? turnedOver(page) : page.runs).map(plain)));
    return { page, fragments: fragmentsOf(runs, over).map(mended) };
  });
}

function layOut(found: readonly PageLines[]) {
  return withoutFurniture(found).map((lines, i) => ({
    label: found[i]?.page.label ?? String(i + 1),
    ...columnsOf(lines),
  }));
}

function mended(line: Line): Line {
  return { ...line, text: mendLigatures(line.text) };
}

/** The header may stand behind a little rubbish, as in every other reader of PDF. */
function hasHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function isCutOff(bytes: Uint8Array): boolean {
  return !new TextDecoder('latin1').decode(bytes.subarray(-4096)).includes('%%EOF');
}

/** The largest words in the upper part of the first page, when they stand out. */
function titleOf(lines: readonly Line[]): string | undefined {
  const upper = lines.slice(0, 30);
  const body = median(lines.map(line => line.size));
  const largest = Math.max(...upper.map(line => line.size));
  if (!(largest > 1.15 * body)) return undefined;
  const first = upper.findIndex(line => line.size === largest);
  let title = '';
  for (const line of upper.slice(first, first + 5)) {
    if (Math.abs(line.size - largest) > 0.5) break;
    title += title === '' || runsOn(title, line.text) ? line.text : ` ${line.text}`;
  }
  const isLong = title.length >= (/\p{Script=Han}/u.test(title) ? 4 : 8);
  return isLong && title.length <= 250 ? title : undefined;
}

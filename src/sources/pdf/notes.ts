import { type Line, median } from './page.ts';
import type { PageColumns } from './paragraphs.ts';

/** Footnotes are set this much smaller than the text, in the lower part of the page. */
const smaller = 0.94;
const highest = 0.35;

/** A line with which a note begins: `¹ See …`, `* See …`, `12 See …`, `3. See …`. */
export function beginsNote({ text, marked }: Line): boolean {
  return marked === true || /^(?:\d{1,3}[.)]?\s*(?=[\p{L}“"‘(])|[*†‡§¶]{1,3}\s*\S)/u.test(text);
}

/**
 * Takes the footnotes out of the columns, and the tables at their tops and the boxes beside them: they stand between the two halves of a sentence that
 * runs on over the page. They come behind the text, as in documents of other formats, with the pages they stand on.
 */
export function partNotes(pages: readonly PageColumns[], heights: readonly number[]) {
  const body = bodySize(pages);
  const notes: PageColumns[] = [];
  // A note may go on at the foot of the next page, without a mark.
  let isOpen = false;
  let last = '';
  const text = pages.map((page, i): PageColumns => {
    const own: Line[][] = [];
    const columns = page.columns.map(column => {
      const from = startOfNotes(column, body, highest * (heights[i] ?? 0), isOpen);
      const start = isEnd(last) ? 0 : endOfFloat(column, from);
      if (start > 0) own.push(column.slice(0, start));
      if (from < column.length) own.push(column.slice(from));
      last = column[from - 1]?.text ?? last;
      return column.slice(start, from);
    });
    isOpen = own.length > 0 && !isEnd(own.at(-1)?.at(-1)?.text ?? '');
    const beside = page.boxes ?? [];
    if (own.length + beside.length > 0) notes.push({ label: page.label, columns: [...beside, ...own] });
    return { ...page, columns: columns.filter(column => column.length > 0) };
  });
  // A document of nothing but notes is its text.
  return text.some(page => page.columns.length > 0) ? { text, notes } : { text: pages, notes: [] };
}

function isEnd(line: string): boolean {
  return line === '' || /[.!?…:][”"’')\]]*$/.test(line);
}

/** Where the text goes on below a table or a picture's caption that was put at the top of a column, within a sentence. */
function endOfFloat(column: readonly Line[], end: number): number {
  const isCaption =
    /^(?:table|figure|fig\.|chart|box|exhibit|map|tab\.|tabelle|abb\.|abbildung|tableau|cuadro|tabla)\s*\d/i;
  if (!isCaption.test(column[0]?.text ?? '')) return 0;
  const gapAbove = (line: Line, i: number): number => line.y - (column[i - 1]?.y ?? line.y);
  return Math.max(
    0,
    column.findIndex(
      (line, i) => i > 0 && i < end && gapAbove(line, i) > 1.6 * line.size && /^\p{Ll}/u.test(line.text),
    ),
  );
}

/** The size of most letters. */
function bodySize(pages: readonly PageColumns[]): number {
  const lines = pages.flatMap(page => page.columns.flat());
  return median(lines.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 20)).fill(size)));
}

function startOfNotes(column: readonly Line[], body: number, above: number, isOpen: boolean): number {
  const start = column.findLastIndex(line => line.size > smaller * body || line.y < above) + 1;
  if (isOpen && start < column.length) return start;
  const first = column.findIndex((line, i) => i >= start && beginsNote(line));
  // Notes as large as the text stand apart from it, behind a sign that is smaller.
  const large = column.findIndex((line, i) => {
    const before = column[i - 1];
    const isApart = !before || line.y - before.y > 1.4 * line.size;
    return line.marked === true && isApart && line.y > above && line.size < 1.05 * body;
  });
  return Math.min(...[first, large].map(at => (at < 0 ? column.length : at)));
}

import type { ArticleText } from '../articleText.ts';
import type { LineEnds } from './hyphens.ts';
import { type Line, median } from './page.ts';

/** The columns of a page in reading order. */
export type PageColumns = {
  readonly label: string;
  readonly columns: readonly (readonly Line[])[];
  /** What stands beside the text. */
  readonly boxes?: readonly (readonly Line[])[];
};

type Placed = {
  readonly line: Line;
  /** Where its column begins, and where most of its lines end. */
  readonly left: number;
  readonly right: number;
  readonly columnStart: boolean;
  readonly label: string;
};

/**
 * Adds the lines of all pages as running text: words cut at a line's end joined, paragraphs told apart by spacing,
 * indents, short last lines and changes of size. A paragraph goes on over the end of a column or page. Each line that
 * `begins` says something of its own begins one.
 */
export function appendPages(
  pages: readonly PageColumns[],
  ends: LineEnds,
  text: ArticleText,
  begins: (line: Line) => boolean = () => false,
): void {
  const lines = pages.flatMap(({ label, columns }) =>
    columns.flatMap(column => {
      const left = column.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
      const right = median(column.map(line => line.right));
      return column.map((line, i): Placed => ({ line, left, right, columnStart: i === 0, label }));
    }),
  );
  const spacing = typicalSpacing(pages);
  let label: string | undefined;
  let held = '';
  for (const [i, placed] of lines.entries()) {
    const before = lines[i - 1];
    const joined = held === '' ? undefined : ends.join(held, placed.line.text);
    const breaks = before !== undefined && (begins(placed.line) || startsParagraph(placed, before, spacing));
    if (held !== '') text.append(joined && !breaks ? joined.text : held);
    if (breaks) text.breakParagraph();
    else if (!joined && before && !runsOn(held, placed.line.text)) text.append(' ');
    if (placed.label !== label) {
      label = placed.label;
      text.locate('page', label);
    }
    held = placed.line.text;
  }
  text.append(held);
  text.breakParagraph();
}

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Chinese and Japanese have no spaces, at the ends of lines neither. */
export function runsOn(line: string, next: string): boolean {
  const [last, first] = [line.slice(-1), next.slice(0, 1)];
  if (ideographs.test(last)) return ideographs.test(first) || /[“”‘’—…·]/.test(first);
  return /[“”‘’—…·]/.test(last) && ideographs.test(first);
}

/** Between base lines of one paragraph, in font sizes. */
function typicalSpacing(pages: readonly PageColumns[]): number {
  const steps = pages.slice(0, 50).flatMap(({ columns }) =>
    columns.flatMap(column =>
      column.slice(1).flatMap((line, i) => {
        const before = column[i];
        const step = before ? (line.y - before.y) / line.size : 0;
        return step > 0.5 && step < 3 ? [step] : [];
      }),
    ),
  );
  // Paragraphs and headings stand further apart: the lower middle is that of lines.
  const sorted = steps.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.4)] ?? 1.2;
}

function startsParagraph(now: Placed, before: Placed, spacing: number): boolean {
  const [line, last] = [now.line, before.line];
  if (Math.abs(line.size - last.size) > 0.12 * Math.max(line.size, last.size)) return true;
  const indented = line.left - now.left > 0.8 * line.size && line.left - now.left < 6 * line.size;
  const startsNew = /^(?:[•●▪‣–—]\s|\(?\d{1,2}[.)]\s)/.test(line.text);
  const ended = /[.!?:…]["'”’»)\]]*$/.test(last.text);
  const endsShort = last.right < before.right - Math.max(2 * last.size, 0.12 * (before.right - last.left));
  if (now.columnStart) return ended && (endsShort || indented || startsNew);
  if ((line.y - last.y) / line.size > spacing * 1.28) return true;
  if (indented && last.left - before.left < 0.5 * line.size) return true;
  return startsNew || (ended && endsShort);
}

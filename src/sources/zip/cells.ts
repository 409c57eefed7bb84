import type { ArticleText } from '../articleText.ts';

/** Breaks paragraphs in and out of tables: the cells of a row stand on one line, since they say what they say together. */
export type Cells = {
  open(): void;
  close(): void;
  endRow(): void;
  beginParagraph(): void;
  endParagraph(): void;
};

export function createCells(text: ArticleText): Cells {
  // Paragraphs so far of each open cell: a page that is laid out in a table keeps its own.
  const open: number[] = [];
  return {
    open: () => {
      if (open.length === 0) text.append(' ');
      open.push(0);
    },
    close: () => void open.pop(),
    endRow: () => {
      if (open.length === 0) text.breakLine();
    },
    beginParagraph: () => {
      const paragraphs = open.at(-1);
      if (paragraphs === 0) text.append(' ');
      else text.breakParagraph();
      if (paragraphs !== undefined) open[open.length - 1] = paragraphs + 1;
    },
    endParagraph: () => {
      if (open.length === 0) text.breakParagraph();
    },
  };
}

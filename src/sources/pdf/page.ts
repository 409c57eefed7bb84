/** A run of text on a page. Points, from the top left corner; `y` is the base line. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
  /** It is smaller than the words beside it and stands above their base line, which is its `y` all the same. */
  readonly raised?: boolean;
};

export type Page = {
  /** What the document calls the page: `xii`, `3`. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Nothing to read, but something to see: a scan or a picture. */
  readonly isPicture: boolean;
};

/** Runs on one base line that belong together, in one column. */
export type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** It begins with a raised sign, as footnotes do. */
  readonly marked?: boolean;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

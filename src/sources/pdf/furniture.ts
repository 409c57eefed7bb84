import { mostFragments } from './columns.ts';
import type { Line, Page } from './page.ts';

/** How far into the page running heads and page numbers are looked for: parts of its height, and points on small pages. */
const margin = 0.12;
const smallMargin = 72;

export type PageLines = { readonly page: Page; readonly fragments: readonly Line[] };

/**
 * The fragments of each page without what is no text of the article: heads and feet that come again on other pages,
 * and page numbers.
 */
export function withoutFurniture(pages: readonly PageLines[]): Line[][] {
  const seen = new Map<string, Set<number>>();
  for (const [i, { page, fragments }] of pages.entries()) {
    for (const line of fragments) {
      if (!inMargin(line, page)) continue;
      const key = headKey(line);
      seen.set(key, (seen.get(key) ?? new Set()).add(i));
    }
  }
  // Heads of left and right pages take turns, chapters have heads of their own.
  const often = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.3)));
  return pages.map(({ page, fragments }) => {
    if (fragments.length > mostFragments) return [...fragments];
    const notes = notesAmong(fragments);
    const isRepeated = (line: Line): boolean =>
      !notes.has(line) &&
      ((inMargin(line, page) && (seen.get(headKey(line))?.size ?? 0) >= often) ||
        (isPageNumber(line, page, pages.length) && isOutermost(line, page, fragments)));
    const repeated = new Set(fragments.filter(isRepeated));
    // The last word of a stretched line may well stand where another page has the same word.
    return fragments.filter(line => {
      if (!repeated.has(line)) return true;
      const beside = fragments.filter(other => Math.abs(other.y - line.y) < 2);
      return lengthOf(beside.filter(other => repeated.has(other))) < 0.5 * lengthOf(beside);
    });
  });
}

/** A note that stands at the foot of several pages is none the less one: a sign marks it, and its lines follow closely. */
function notesAmong(fragments: readonly Line[]): Set<Line> {
  const notes = new Set<Line>();
  let last: Line | undefined;
  for (const line of [...fragments].sort((a, b) => a.y - b.y)) {
    const begins = (line.marked && line.text.length > 4) || /^[*†‡§¶]{1,3}\s*\p{L}/u.test(line.text);
    const goesOn =
      last !== undefined &&
      Math.abs(line.size - last.size) < 0.5 &&
      line.y - last.y < 1.5 * last.size &&
      line.left < last.right &&
      line.right > last.left;
    if (begins || goesOn) notes.add(line);
    last = begins || goesOn ? line : last;
  }
  return notes;
}

/** The address that a browser prints at the foot of every page; undefined when there is none, or its end is cut off. */
export function printedAddress(pages: readonly PageLines[]): string | undefined {
  const [first, ...more] = pages.map(
    ({ page, fragments }) =>
      new Set(
        fragments.flatMap(line => (inMargin(line, page) && /^https?:\/\/\S+$/.test(line.text) ? [line.text] : [])),
      ),
  );
  return [...(first ?? [])].find(text => !/(?:…|\.\.\.)$/.test(text) && more.every(page => page.has(text)));
}

function inMargin(line: Line, page: Page): boolean {
  const depth = Math.min(Math.max(page.height * margin, smallMargin), page.height * 0.2);
  return line.y < depth || line.y > page.height - depth;
}

/** In the margin, or with nothing above or below it but what stands in the margin. */
function isOutermost(line: Line, page: Page, fragments: readonly Line[]): boolean {
  if (inMargin(line, page)) return true;
  const others = fragments.filter(other => !inMargin(other, page));
  const [up, down] = [others.some(other => other.y < line.y - 2), others.some(other => other.y > line.y + 2)];
  return (!up && line.y < 0.25 * page.height) || (!down && line.y > 0.75 * page.height);
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** Alike but for the numbers in it, at the same height, in the same size. */
function headKey(line: Line): string {
  const words = line.text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\b[ivxlc]+\b/g, '#');
  return `${words}|${Math.round(line.y / 4)}|${Math.round(line.size)}`;
}

function isPageNumber({ text }: Line, page: Page, pageCount: number): boolean {
  if (text === page.label && (pageCount > 1 || text.length < 3)) return true;
  return /^(?:[-–—|[(]\s*)?(?:(?:page|seite|p\.)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de)\s*\d{1,4})?(?:\s*[-–—|\])])?$/i.test(
    text,
  )
    ? pageCount > 1 || /[/-]|of|page/i.test(text)
    : false;
}

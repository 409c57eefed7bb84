import type { Line, Page } from './page.ts';

/** How far into the page running heads and page numbers are looked for: parts of its height, and points on small pages. */
const margin = 0.12;
const smallMargin = 72;

export type PageLines = { readonly page: Page; readonly fragments: readonly Line[] };

/**
 * The fragments of each page without what is no text of the article: heads and feet that come again on other pages,
 * page numbers, the numbers of lines in the margin.
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
    const kept = fragments.filter(line => {
      if (!inMargin(line, page)) return true;
      return (seen.get(headKey(line))?.size ?? 0) < often && !isPageNumber(line, page, pages.length);
    });
    return withoutLineNumbers(kept);
  });
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

/** Transcripts and drafts of laws number their lines: small numbers left of everything else, each larger than the last. */
function withoutLineNumbers(fragments: readonly Line[]): Line[] {
  const others = fragments.filter(line => !/^\d{1,3}$/.test(line.text));
  const left = Math.min(...others.filter(line => line.text.length > 20).map(line => line.left));
  // Where nothing but short stretches stands, numbers are cells of a table.
  if (!Number.isFinite(left)) return [...fragments];
  const numbers = fragments.filter(line => /^\d{1,3}$/.test(line.text) && line.right <= left + 1);
  const sorted = [...numbers].sort((a, b) => a.y - b.y);
  const steps = sorted.slice(1).map((line, i) => Number(line.text) - Number(sorted[i]?.text));
  const counting =
    sorted.length >= 5 && steps.filter(step => step === steps[0] && step > 0).length >= 0.8 * steps.length;
  if (!counting) return [...fragments];
  const dropped = new Set(numbers);
  return fragments.filter(line => !dropped.has(line));
}

import type { PdfFile } from './openPdf.ts';

/** What of a PDF could not be read, page by page, and what to do about it. */
export function pdfProblems(file: PdfFile, text: string, cutOff: boolean): string[] {
  const { pages, pageCount, broken, missingMaps } = file;
  const pictures = pages.filter(page => page.isPicture).map(page => page.label);
  const problems: string[] = [];
  if (cutOff) problems.push('breaks off before its end; download or copy it again');
  if (pages.length === 0) problems.push('has no readable page; download or copy it again');
  else if (missingMaps.length > 0) {
    problems.push(
      `has letters that could not be read: its fonts name a character map that is not here (${missingMaps.slice(0, 3).join(', ')}); save it as text, or run text recognition (OCR) on it`,
    );
  } else if (text === '') {
    problems.push(
      pictures.length > 0
        ? `is a scan without a text layer (${count(pageCount)}); run text recognition (OCR) on it, for example ocrmypdf`
        : `has no text (${count(pageCount)})`,
    );
  } else if (pictures.length > 0) {
    problems.push(`has no text layer on ${pageList(pictures)} (scans or pictures); run text recognition (OCR) on it`);
  }
  if (broken.length > 0 && pages.length > 0)
    problems.push(`could not be read on ${pageList(broken)}; get another copy`);
  const unread = pageCount - pages.length - broken.length;
  if (unread > 0 && pages.length > 0)
    problems.push(`was read up to page ${pages.at(-1)?.label} only (${count(pageCount)}); split it into parts`);
  if (isGibberish(text))
    problems.push(
      'has a text layer that is no readable text (its fonts do not say which letters they hold); run text recognition (OCR) on it',
    );
  return problems;
}

function count(pages: number): string {
  return pages === 1 ? '1 page' : `${pages} pages`;
}

/** `page 3`, `pages 3–5, 9 and 12`; labels that are no numbers one by one. */
export function pageList(labels: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const label of labels) {
    const last = runs.at(-1);
    if (last && Number(label) === Number(last[1]) + 1) last[1] = label;
    else runs.push([label, label]);
  }
  const names = runs.map(([first, last]) => (first === last ? first : `${first}–${last}`));
  const shown = names.length > 12 ? [...names.slice(0, 11), `${names.length - 11} more`] : names;
  const listed = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
  return `${labels.length === 1 ? 'page' : 'pages'} ${listed}`;
}

/** Private use, replacement and control characters are what fonts without an encoding come out as. */
export function isGibberish(text: string): boolean {
  const sample = text.slice(0, 20_000).replace(/\s+/g, '');
  const strange = sample.match(/[\p{Co}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return strange > 0.1 * sample.length && strange > 20;
}

import type { Draft } from '../model.ts';
import { sheetCsv } from '../sheet/sheetCsv.ts';
import { sheetHtml } from '../sheet/sheetHtml.ts';
import { sheetMarkdown } from '../sheet/sheetMarkdown.ts';
import { type Sheet, sheetOf } from '../sheet/sheetRows.ts';
import type { SourceStore } from '../sources/store.ts';
import { readProse } from '../text/readProse.ts';
import type { CheckResult, SheetFormat } from './types.ts';

const writers: Readonly<Record<SheetFormat, (sheet: Sheet) => string>> = {
  html: sheetHtml,
  markdown: sheetMarkdown,
  csv: sheetCsv,
};

/** A check's result as a fact-checker's sheet. */
export function writeSheet(
  path: string,
  draft: Draft,
  { items, findings }: CheckResult,
  store: SourceStore,
  format: SheetFormat,
): string {
  return writers[format](
    sheetOf(path, { draft, prose: readProse(draft.text, draft.language) }, items, findings, store),
  );
}

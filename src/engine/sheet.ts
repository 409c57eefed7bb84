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

/** A check's result as a fact-checker's sheet; `at`: when it was made. */
export function writeSheet(
  path: string,
  draft: Draft,
  result: CheckResult,
  store: SourceStore,
  { format, at }: { readonly format: SheetFormat; readonly at: Date },
): string {
  return writers[format](sheetOf(path, { draft, prose: readProse(draft.text, draft.language) }, result, store, at));
}

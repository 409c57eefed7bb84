import Papa from 'papaparse';
import { decodeText } from '../decodeText.ts';
import { type ReaderOptions, type Reading, unreadable } from '../reader.ts';
import type { Fields } from './fields.ts';
import { mostRecords, readRecords } from './readJson.ts';

/** A table of articles (comma, semicolon or tab): names in the first row, an article in each of the others. */
export function readCsv(bytes: Uint8Array, _path: string, { fields }: ReaderOptions): Reading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return unreadable(decoded.problem);
  if (decoded.text.trim() === '') return unreadable('is empty');
  // Excel's own first line: what parts the columns.
  const told = /^sep=(.)\r?\n/.exec(decoded.text);
  // The library's naming of columns writes to the console when two bear the same name.
  const table = Papa.parse<string[]>(decoded.text.slice(told?.[0].length ?? 0), {
    skipEmptyLines: 'greedy',
    ...(told?.[1] ? { delimiter: told[1] } : {}),
  });
  const [names = [], ...rows] = table.data;
  const records = rows.slice(0, mostRecords).map((row, i) => ({ record: named(names, row), label: String(i + 1) }));
  if (records.length === 0)
    return unreadable('has no rows below its first one, which must hold the names of the columns');
  const reading = readRecords(records, fields, rows.length);
  const open = table.errors.some(error => error.code === 'MissingQuotes');
  const problem = 'has a quoted field that is never closed: rows may be missing; download or export it again';
  return { articles: reading.articles, problems: open ? [problem, ...reading.problems] : reading.problems };
}

/** The first of several columns of one name counts. */
function named(names: readonly string[], row: readonly string[]): Fields {
  const record: Record<string, string> = {};
  for (const [i, name] of names.entries()) record[name.trim()] ??= row[i] ?? '';
  return record;
}

import type { Sheet } from './sheetRows.ts';

const head = [
  'no',
  'line',
  'kind',
  'text',
  'speaker',
  'verdict',
  'remarks',
  'evidence',
  'source',
  'date',
  'locator',
  'checked',
  'initials',
  'initialled on',
  'note',
];

/** The sheet as CSV (RFC 4180), one row for each item with its best evidence. */
export function sheetCsv({ rows, checked }: Sheet): string {
  const lines = rows.map(row => {
    const best = row.evidence[0];
    return [
      String(row.number),
      String(row.line),
      row.kind,
      row.text,
      row.speaker ?? '',
      row.verdict,
      row.remarks.join(' '),
      best?.text ?? '',
      best ? `${best.title} (${best.path})` : '',
      best?.published ?? '',
      best?.locator ?? '',
      checked,
      '',
      '',
      '',
    ];
  });
  return [head, ...lines].map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Quoted throughout; words that a spreadsheet would run as a formula are kept from it by an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

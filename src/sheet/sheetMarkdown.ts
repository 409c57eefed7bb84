import { escapeMarkdown } from '../citations/escape.ts';
import type { Sheet, SheetRow, SheetSource } from './sheetRows.ts';

/** The sheet as Markdown, no draft itself: figures, then one section for each item. Source text is escaped. */
export function sheetMarkdown(sheet: Sheet): string {
  const { searched, figures, rows, checked } = sheet;
  const { sources } = searched;
  const counts = figures.map(({ count, what }) => `- ${count} ${what}`);
  const unread = searched.problems.map(problem => `- could not be read: ${escapeMarkdown(problem)}`);
  return [
    ...['---', 'groundwork: off', '---', ''],
    `# Fact-check sheet: ${escapeMarkdown(sheet.path)}`,
    '',
    `Checked ${checked}: ${rows.length} ${rows.length === 1 ? 'quotation or claim' : 'quotations and claims'} against ${sources.length} source${sources.length === 1 ? '' : 's'}.`,
    '',
    ...counts,
    ...unread,
    '',
    ...rows.flatMap(section),
    '## Sources searched',
    '',
    ...sources.map(source => `- ${describe(source)}`),
    '',
  ].join('\n');
}

function describe({ title, authors, publisher, published, path, url }: SheetSource): string {
  const facts = [title, authors.join(', '), publisher, published, path, url];
  return facts.flatMap(fact => (fact === undefined || fact === '' ? [] : escapeMarkdown(fact))).join(', ');
}

function section(row: SheetRow): string[] {
  const speaker = row.speaker === undefined ? '' : ` (${escapeMarkdown(row.speaker)})`;
  return [
    `## ${row.number}. ${row.tone === 'warning' ? '⚠ ' : ''}${row.verdict}, line ${row.line}${speaker}`,
    '',
    escapeMarkdown(row.text),
    '',
    ...row.remarks.map(remark => `- ${escapeMarkdown(remark)}`),
    ...row.evidence.map(e => {
      const where = [e.title, e.published, e.locator, e.path].filter(part => part !== undefined && part !== '');
      return `- “${escapeMarkdown(e.text)}” — ${where.map(part => escapeMarkdown(part ?? '')).join(', ')}`;
    }),
    '- Initials, date, note:',
    '',
  ];
}

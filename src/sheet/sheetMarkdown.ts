import { escapeMarkdown } from '../citations/escape.ts';
import type { Sheet, SheetRow } from './sheetRows.ts';

/** The sheet as Markdown, no draft itself: figures, then one section for each item. Source text is escaped. */
export function sheetMarkdown(sheet: Sheet): string {
  const { searched, figures, rows } = sheet;
  const counts = figures.map(({ count, what }) => `- ${count} ${what}`);
  const unread = searched.problems.map(problem => `- could not be read: ${escapeMarkdown(problem)}`);
  return [
    ...['---', 'groundwork: off', '---', ''],
    `# Fact-check sheet: ${escapeMarkdown(sheet.path)}`,
    '',
    `${rows.length} checked against ${searched.sources} source${searched.sources === 1 ? '' : 's'}.`,
    '',
    ...counts,
    ...unread,
    '',
    ...rows.flatMap(section),
  ].join('\n');
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
    '- Initials:',
    '',
  ];
}

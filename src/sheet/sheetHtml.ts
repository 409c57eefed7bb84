import type { Markup } from './readableDraft.ts';
import type { Sheet, SheetEvidence, SheetRow, SheetSource } from './sheetRows.ts';
import { sheetStyle } from './sheetStyle.ts';

/**
 * The sheet as one HTML file that needs nothing else: no script, no network (its own policy forbids both), printable.
 * Every word of draft and sources is text, whatever it looks like.
 */
export function sheetHtml(sheet: Sheet): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fact-check sheet: ${escaped(sheet.path)}</title>
<style>${sheetStyle}</style>
</head>
<body>
<h1>Fact-check sheet</h1>
<p class="path">${escaped(sheet.path)}, checked ${escaped(sheet.checked)}</p>
${figures(sheet)}
<h2>Draft</h2>
<div class="draft">${markedDraft(sheet)}</div>
<h2>Quotations and claims</h2>
<table>
<thead><tr>${columns.map(name => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${sheet.rows.map(tableRow).join('\n')}
</tbody>
</table>
<h2>Sources searched</h2>
<ol class="sources">${sheet.searched.sources.map(searchedSource).join('')}</ol>
</body>
</html>
`;
}

const columns = ['No.', 'In the draft', 'Verdict', 'Evidence', 'Initials, date, note'];

function figures({ figures: counts, searched, rows }: Sheet): string {
  const cells = counts.map(({ count, what }) => `<li><b>${count}</b> ${escaped(what)}</li>`);
  const unread = searched.problems.map(problem => `<li>${escaped(problem)}</li>`);
  const problems = unread.length > 0 ? `<p>Could not be read, or only partly:</p><ul>${unread.join('')}</ul>` : '';
  const sources = searched.sources.length;
  return `<ul class="figures"><li><b>${rows.length}</b> checked against ${sources} source${sources === 1 ? '' : 's'}</li>${cells.join('')}</ul>${problems}`;
}

function searchedSource({ title, authors, publisher, published, path, url }: SheetSource): string {
  const facts = [authors.join(', '), publisher, published, path, url].filter(fact => fact !== undefined && fact !== '');
  return `<li>${escaped(title)}<br><small>${facts.map(fact => escaped(fact ?? '')).join(' · ')}</small></li>`;
}

/** The draft as a reader reads it, each item marked and numbered; items may lie within one another. */
function markedDraft({ draft, rows, markup, headings }: Sheet): string {
  const spans = [...rows, ...markup].map(({ span }) => span).concat(headings);
  // Marks that overlap would cut one another in HTML: the text is marked piece by piece between their edges.
  const edges = new Set([...spans.flatMap(({ start, end }) => [start, end]), draft.text.length]);
  let html = '';
  let from = 0;
  let next = 0;
  for (const at of [...edges].sort((a, b) => a - b)) {
    while (next < markup.length && (markup[next]?.span.end ?? 0) <= from) next++;
    const hidden = markup[next];
    const isHidden = hidden !== undefined && hidden.span.start <= from && from < at;
    const words = headings.some(({ start, end }) => start <= from && at <= end) ? bold : escaped;
    const shown = isHidden ? noteMark(hidden, from) : words(draft.text.slice(from, at));
    const inside = innermost(rows, from, at);
    html += inside && shown !== '' ? `<mark class="${inside.tone}">${shown}</mark>` : shown;
    for (const { number, span } of rows) {
      if (span.end === at)
        html += `<a class="number" id="mark-${number}" href="#row-${number}" aria-label="item ${number}">${number}</a>`;
    }
    from = at;
  }
  return html;
}

/** A footnote's mark is shown once, however many pieces it was cut into; in brackets, apart from the numbers of the items. */
function noteMark({ span, note }: Markup, from: number): string {
  return note === undefined || from !== span.start ? '' : `[${escaped(note)}]`;
}

function bold(text: string): string {
  return text === '' ? '' : `<b>${escaped(text)}</b>`;
}

function innermost(rows: readonly SheetRow[], from: number, to: number): SheetRow | undefined {
  const around = rows.filter(({ span }) => span.start <= from && to <= span.end);
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

function tableRow(row: SheetRow): string {
  const speaker = row.speaker === undefined ? '' : `<p class="speaker">${escaped(row.speaker)}</p>`;
  const remarks = row.remarks.map(remark => `<p>${escaped(remark)}</p>`).join('');
  return `<tr id="row-${row.number}"><td><a href="#mark-${row.number}">${row.number}</a><br><small>line ${row.line}</small></td><td>${escaped(row.text)}${speaker}</td><td class="${row.tone}"><b>${escaped(row.verdict)}</b>${remarks}</td><td>${row.evidence.map((one, i) => evidence(one, row.evidence[i - 1])).join('')}</td><td></td></tr>`;
}

/** Of a second passage of one source only the place is said. */
function evidence(
  { text, title, published, locator, path, speaker, url }: SheetEvidence,
  before?: SheetEvidence,
): string {
  const who = speaker === undefined ? '' : `${escaped(speaker)}: `;
  const parts = before?.path === path && before.title === title ? [locator] : [title, published, locator, url ?? path];
  const where = parts.filter(part => part !== undefined && part !== '');
  return `<blockquote>${who}${escaped(text)}<footer>${where.map(part => escaped(part ?? '')).join(', ')}</footer></blockquote>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

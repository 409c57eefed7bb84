/**
 * How the sheet looks: dark on a dark screen, and beside a draft in the editor as the editor's theme is (it names the theme on
 * the body of a page that it shows, and gives quotes a background of its own); on paper always black on white. Where the reader
 * forces a few colours on all pages there is one for marks: only what is wrong has it.
 */
const light =
  '--ink: #1a1a1a; --paper: #fff; --faint: #555; --line: #999; --link: #0b4f9e; --good: #1d6b34; --warning: #8a4b00; --good-mark: #eef3ee; --warning-mark: #fdebc8; --notice-mark: #e4eefb;';
const dark =
  '--ink: #e4e4e4; --paper: #1c1c1c; --faint: #b0b0b0; --line: #777; --link: #8cbcf5; --good: #86d29a; --warning: #f0b45c; --good-mark: #26352a; --warning-mark: #53401a; --notice-mark: #223a57;';

export const sheetStyle = `
body { ${light} color-scheme: light; }
@media screen {
  @media (prefers-color-scheme: dark) { body:not(.vscode-light, .vscode-high-contrast-light) { ${dark} color-scheme: dark; } }
  body:is(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)) { ${dark} color-scheme: dark; }
  body.vscode-high-contrast:not(.vscode-high-contrast-light) { --ink: #fff; --paper: #000; --faint: #fff; --line: #fff; }
}
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper); }
a { color: var(--link); } h1 { margin-bottom: 0; } .path { color: var(--faint); margin-top: 0; }
.figures { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
.draft, td { overflow-wrap: anywhere; } .draft { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: 1rem; }
mark { color: inherit; background: var(--good-mark); } mark.warning { background: var(--warning-mark); } mark.notice { background: var(--notice-mark); } mark.open { background: none; }
@media (forced-colors: active) { mark { background: Mark; color: MarkText; } mark:is(.good, .open) { background: Canvas; color: CanvasText; } mark.good { text-decoration: underline dotted; } }
.number { font-size: .7em; vertical-align: super; text-decoration: none; padding: 0 .15em; margin: 0 .15em; border: 1px solid; border-radius: .3em; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; } th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { width: 26%; } th:first-child { width: 3.5rem; } th:nth-child(3) { width: 20%; } th:last-child { width: 9rem; } td p { margin: .2rem 0; } .speaker, footer { color: var(--faint); font-size: .9em; }
blockquote { margin: 0 0 .5rem; padding-left: .6rem; border-left: 2px solid var(--line); background: none; }
td.warning b { color: var(--warning); } td.notice b { color: var(--link); } td.good b { color: var(--good); }
@media screen and (max-width: 46rem) {
  /* Beside a draft, or on a telephone: each row one below the other, or the words would be cut into pieces. */
  table, tbody, tr, td { display: block; width: auto; } thead { display: none; }
  tr { border: 1px solid var(--line); margin-bottom: .75rem; } td { border: 0; padding: .25rem .6rem; } td br { display: none; } td small { margin-left: .5em; }
  td:last-child { border-top: 1px dashed var(--line); min-height: 1.6rem; } td:last-child::before { content: 'Initials'; color: var(--faint); font-size: .9em; }
}
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 11px; } tr { break-inside: avoid; } h2 { break-after: avoid; } a { color: inherit; }
  /* Paper has no colours behind words unless somebody asks the browser for them. */
  mark { text-decoration: underline; } mark.good { text-decoration: underline dotted; } mark.open { text-decoration: none; }
}
`;

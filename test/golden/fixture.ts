/**
 * A golden fixture reads like a bug report:
 *
 *     === a digit in an otherwise exact quotation
 *     --- sources/budget.md   (authors: R. Ode; published: 2024-03-02)
 *     "The bridge will cost 40 million," said Mayor Lind.
 *     --- draft.md
 *     Mayor Lind said the bridge “will cost 14 million”.
 *                                           ^^ quote-altered: 14 -> 40
 *
 * A line of carets names the finding at those columns (UTF-16 units) of the draft line above it; what stands behind the
 * code is the first change of its evidence. Every finding must be named. Hints are left out unless the case's title ends
 * in `(hints)`; `(crlf)` gives the draft Windows line ends.
 */
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';
import type { Draft, DraftLanguage, Finding } from '../../src/model.ts';

export type Case = { readonly name: string; readonly sources: readonly File[]; readonly draft: File };
type File = { readonly path: string; readonly meta: string; readonly lines: readonly string[] };

const caretLine = /^\s*\^+ [a-z]+-[a-z-]+/;

export function readCases(fixture: string): Case[] {
  return fixture
    .split(/^=== /m)
    .slice(1)
    .map(text => {
      const [name = '', ...lines] = text.replace(/\n+$/, '').split('\n');
      const files = readFiles(lines);
      const draft = files.at(-1);
      if (!draft?.path.includes('draft')) throw new Error(`"${name}" does not end with a draft`);
      return { name, sources: files.slice(0, -1), draft };
    });
}

function readFiles(lines: readonly string[]): File[] {
  const files: { path: string; meta: string; lines: string[] }[] = [];
  for (const line of lines) {
    const head = /^--- (\S+)(?:\s+\((.*)\))?$/.exec(line);
    if (head) files.push({ path: head[1] ?? '', meta: head[2] ?? '', lines: [] });
    else files.at(-1)?.lines.push(line);
  }
  return files;
}

/** The fixture as it would read if the expectations were what the engine says now. */
export async function rewriteCase(golden: Case): Promise<string> {
  const lines = golden.draft.lines.filter(line => !caretLine.test(line));
  const found = await check(golden, lines);
  const marked = lines.flatMap((line, i) => [line, ...(found.get(i) ?? [])]);
  const files = [...golden.sources, { ...golden.draft, lines: marked }];
  const text = files.map(({ path, meta, lines: content }) =>
    [`--- ${path}${meta ? `   (${meta})` : ''}`, ...content].join('\n'),
  );
  return `=== ${golden.name}\n${text.join('\n')}\n`;
}

/** Caret lines by the number of the draft line they stand under. */
async function check(golden: Case, lines: readonly string[]): Promise<Map<number, string[]>> {
  const store = createSourceStore();
  for (const { path, meta, lines: content } of golden.sources) {
    const uri = `file:///golden/${path}`;
    const bytes = new TextEncoder().encode(frontMatter(meta) + content.join('\n'));
    store.put(uri, await readSource({ uri, path, bytes }, { maxBytes: 1e7 }));
  }
  const newline = golden.name.endsWith('(crlf)') ? '\r\n' : '\n';
  const text = lines.join(newline);
  const draft: Draft = { uri: `file:///golden/${golden.draft.path}`, language: languageOf(golden.draft.path), text };
  const { findings } = await createEngine({ store }).check(draft);
  const shown = findings.filter(f => f.severity !== 'hint' || golden.name.endsWith('(hints)'));
  const carets = new Map<number, string[]>();
  for (const finding of shown) {
    const before = text.slice(0, finding.span.start).split(newline);
    const line = before.length - 1;
    carets.set(line, [...(carets.get(line) ?? []), caret(finding, before.at(-1)?.length ?? 0, lines[line] ?? '')]);
  }
  return carets;
}

function caret(finding: Finding, column: number, line: string): string {
  const width = Math.max(1, Math.min(finding.span.end - finding.span.start, line.length - column));
  const change = changeAt(finding);
  return `${' '.repeat(column)}${'^'.repeat(width)} ${finding.code}${change}`;
}

function changeAt({ evidence, span }: Finding): string {
  const changes = evidence
    .flatMap(e => e.changes)
    .filter(c => c.draftSpan.start >= span.start && c.draftSpan.end <= span.end);
  const first = changes[0];
  return first ? `: ${first.draft || '∅'} -> ${first.source || '∅'}` : '';
}

function frontMatter(meta: string): string {
  return meta ? `---\n${meta.split(/;\s*/).join('\n')}\n---\n` : '';
}

function languageOf(path: string): DraftLanguage {
  return path.endsWith('.md') ? 'markdown' : path.endsWith('.tex') ? 'latex' : 'plaintext';
}

import type { Draft, Edit, Source, Span } from '../model.ts';
import { matchingRows, type Row, rowsOf } from './citationRows.ts';
import { footnote } from './footnote.ts';
import type { CitationContext } from './style.ts';
import { isTypst } from './typst.ts';

/** A source or entry offered while a citation is typed. */
export type CitationCompletion = {
  readonly key: string;
  readonly title: string;
  readonly authors: string;
  /** ISO 8601 date or year; empty when it is not known. */
  readonly date: string;
  readonly source?: Source;
  /** Replaces what was typed of the citation, on one line. */
  readonly edit: Edit;
  /** Offset within the edit's text where the cursor belongs; absent: behind it. */
  readonly cursor?: number;
  readonly additionalEdits: readonly Edit[];
  /** What the editor filters by: the text it finds in the edit's span always matches it. */
  readonly filterText: string;
};

export type CitationCompletions = { readonly completions: readonly CitationCompletion[]; readonly typed: string };

/** As many as a person looks through. */
const mostOffered = 30;

/**
 * Sources and entries for a citation that is being typed: behind `[@`, `@`, `[^`, `\cite{`, `#cite(<`. Best match of key,
 * title, author and date first; with nothing typed yet, what the draft cites already (the keys `cited` gives, asked for then
 * only), then the newest. Undefined when no citation is being typed there.
 */
export function completeCitation(
  context: CitationContext,
  offset: number,
  cited: () => ReadonlySet<string>,
): CitationCompletions | undefined {
  const open = openCitationAt(context, offset);
  if (!open) return undefined;
  const rows = context.library.remember(rowsOf);
  const found = open.typed.trim() === '' ? unasked(rows, cited()) : matchingRows(rows, open.typed);
  const offered = open.kind === 'footnote' ? found.filter(row => row.named.source) : found;
  return {
    typed: open.typed,
    completions: offered.slice(0, mostOffered).map(row => completion(row, open, context, offset)),
  };
}

type OpenCitation = { readonly kind: 'key' | 'footnote'; readonly span: Span; readonly typed: string };

/** What may stand between the citation's beginning and the cursor; a space ends a bare `@name`, not a bracketed one. */
const bracketed = /\[(?:[^[\]\n]*;)?[^[\]@;\n]*-?@([\p{L}\p{N}_:.#$%&+?<>~/ -]*)$/u;
const bare = /(?<![\p{L}\p{N}_@/.\\])-?@([\p{L}\p{N}_:.-]*)$/u;
const note = /\[\^([^\]\s^]*)$/;
const texKey = /\\[A-Za-z]*[cC]ite[a-z]*\*?(?:\[[^\]\n]*\]){0,2}\{(?:[^{}\n]*,)?\s*([^{},\n]*)$/;
const typstCall = /#cite\(\s*<([^<>\n]*)$/;

function openCitationAt({ draft, prose }: CitationContext, offset: number): OpenCitation | undefined {
  const lineStart = draft.text.lastIndexOf('\n', offset - 1) + 1;
  const line = draft.text.slice(Math.max(lineStart, offset - 400), offset);
  const typedKey = typedOf(draft, line);
  const at = offset - (typedKey?.length ?? 0) - 1;
  if (typedKey !== undefined && !isForeign(draft, prose, at)) {
    return {
      kind: 'key',
      span: { start: offset - typedKey.length, end: endOfWord(draft.text, offset) },
      typed: typedKey,
    };
  }
  const mark = draft.language === 'latex' ? null : note.exec(line);
  if (!mark || isForeign(draft, prose, offset - mark[0].length) || /^\s{0,3}$/.test(line.slice(0, mark.index)))
    return undefined;
  const end = draft.text[offset] === ']' ? offset + 1 : offset;
  return { kind: 'footnote', span: { start: offset - mark[0].length, end }, typed: mark[1] ?? '' };
}

function keyPatterns(draft: Draft): readonly RegExp[] {
  if (draft.language === 'latex') return [texKey];
  return isTypst(draft) ? [typstCall, bare] : [bracketed, bare, texKey, typstCall];
}

function typedOf(draft: Draft, line: string): string | undefined {
  for (const pattern of keyPatterns(draft)) {
    const match = pattern.exec(line);
    if (match) return match[1] ?? '';
  }
  return undefined;
}

/** In code, links and front matter `@` and `[` are something else; an unfinished citation is itself not masked yet. */
function isForeign(draft: Draft, prose: CitationContext['prose'], at: number): boolean {
  if (draft.language === 'latex') return false;
  const isMark = prose.citationMarks.some(({ start, end }) => start <= at && at < end);
  return !isMark && prose.masked(at);
}

/** The rest of a key that the cursor stands in is replaced too. */
function endOfWord(text: string, offset: number): number {
  return offset + (/^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

/** What the draft cites already, then the newest. */
function unasked(rows: readonly Row[], cited: ReadonlySet<string>): Row[] {
  return [...rows].sort(
    (a, b) => Number(cited.has(b.key)) - Number(cited.has(a.key)) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
}

function completion(row: Row, open: OpenCitation, context: CitationContext, offset: number): CitationCompletion {
  const { key, named, title, authors, date } = row;
  const typed = context.draft.text.slice(open.span.start, offset);
  const facts = { key, title, authors, date, ...(named.source ? { source: named.source } : {}) };
  const filterText = `${typed} ${key} ${title}`;
  if (open.kind === 'key' || !named.source) {
    return { ...facts, edit: { span: open.span, text: key }, additionalEdits: [], filterText };
  }
  const { mark, edits } = footnote.write(named.source, {}, context);
  // An editor takes additional edits anywhere but at the very place of the main one.
  const touching = edits.find(edit => edit.span.start === open.span.end);
  if (!touching) return { ...facts, edit: { span: open.span, text: mark }, additionalEdits: edits, filterText };
  const edit = { span: open.span, text: mark + touching.text };
  return { ...facts, edit, cursor: mark.length, additionalEdits: [], filterText };
}

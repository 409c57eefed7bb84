import type { Citation, Draft, Edit } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { closingComment, openingComment, type ReferenceList, referenceList } from './referenceList.ts';
import { type CslFiles, renderEntries } from './renderEntries.ts';

export type BibliographyParts = {
  readonly draft: Draft;
  readonly prose: Prose;
  readonly library: Library;
  readonly citations: readonly Citation[];
};

/** The edits that write the list, how many entries it then has, and why it was not written when it was not. */
export type BibliographyEdits = { readonly edits: readonly Edit[]; readonly count: number; readonly problem?: string };

/** What the draft cites, each once, in the order of the citations: sources of the library and entries of its own files. */
export function citedEntries({ citations, library }: Pick<BibliographyParts, 'citations' | 'library'>): Entry[] {
  const sources = new Map(library.sources.map(source => [source.id, source]));
  const entries = new Map<string, Entry>();
  for (const { sourceId, entry } of citations) {
    const source = sourceId === undefined ? undefined : sources.get(sourceId);
    const found = source ? library.entryOf(source) : entry === undefined ? undefined : library.keys.get(entry)?.entry;
    if (found && !entries.has(found.id)) entries.set(found.id, found);
  }
  return [...entries.values()];
}

/**
 * Writes the list of what a draft cites: a list that Groundwork made is replaced between its comments, else a new one with a
 * heading goes to the end of the draft, above the footnotes there. `styleName` is noted in the comment, so that an update
 * keeps the style. LaTeX and Typst make their own lists from an exported file; a list that the draft's numbers point into is its
 * writer's, and a second one would have other numbers.
 */
export async function writeBibliography(
  parts: BibliographyParts,
  styleName: string,
  csl: CslFiles,
): Promise<BibliographyEdits> {
  const { draft, prose } = parts;
  if (draft.language === 'latex' || /\.typ$/i.test(draft.uri)) {
    return none('LaTeX and Typst make the bibliography themselves: export the cited sources as BibTeX.');
  }
  const present = referenceList(draft, prose);
  if (present && !present.inner && parts.citations.some(({ style }) => style === 'numbered')) {
    return none(
      'The numbers in this draft stand for the entries of its own reference list, which is left as it is. A quotation or citation that you insert gets its entry there.',
    );
  }
  const cited = citedEntries(parts);
  const { entries, problem } = await renderEntries(cited, csl);
  if (problem) return none(problem);
  const newline = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = entries.map(({ markdown }) => markdown);
  const list = [openingComment(plainName(styleName)), ...lines, closingComment].join(newline + newline);
  const edit = present?.inner ? { span: present.span, text: list } : newList(list, parts, newline, present);
  const unchanged = draft.text.slice(edit.span.start, edit.span.end) === edit.text;
  return { edits: unchanged ? [] : [edit], count: entries.length };
}

function none(problem: string): BibliographyEdits {
  return { edits: [], count: 0, problem };
}

/** Below a heading for it that stands already, else with one of its own. */
function newList(list: string, { draft, prose }: BibliographyParts, newline: string, present?: ReferenceList): Edit {
  const { text } = draft;
  if (present) {
    const lineEnd = text.indexOf('\n', present.span.start);
    const at = lineEnd < 0 ? text.length : lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0);
    return { span: { start: at, end: at }, text: newline + newline + list };
  }
  const at = beforeFootnotes(text, prose);
  const before = text.slice(0, at);
  const blank = before === '' || /\n[ \t]*\r?\n$/.test(before);
  const gap = blank ? '' : before.endsWith('\n') ? newline : newline + newline;
  const heading = draft.language === 'markdown' ? '## References' : 'References';
  const end = at < text.length ? newline + newline : newline;
  return { span: { start: at, end: at }, text: `${gap}${heading}${newline}${newline}${list}${end}` };
}

/** Where the footnotes begin that end the draft; its end when other text follows them or there are none. */
function beforeFootnotes(text: string, prose: Prose): number {
  let at = text.length;
  for (const { kind, span } of [...prose.blocks].reverse()) {
    if (kind !== 'footnote') break;
    at = text.lastIndexOf('\n', span.start - 1) + 1;
  }
  return at;
}

function plainName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._/\\:-]+/gu, '-').replace(/--+/g, '-');
}

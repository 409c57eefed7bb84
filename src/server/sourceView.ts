import type { Locator, Source } from '../model.ts';
import { nameOf } from './naming.ts';

/**
 * What was read from a source that no editor shows as text: a few lines that say what it is, then its text with marks where
 * pages, chapters or times begin. Plain text throughout.
 */
export type SourceView = {
  readonly text: string;
  /** Where an offset of the source's text stands in the view. */
  toOffset(offset: number): number;
};

/** Built once: a source never changes. Keyed by the immutable source. */
const views = new WeakMap<Source, SourceView>();

export function sourceView(source: Source): SourceView {
  const known = views.get(source);
  if (known) return known;
  const view = build(source);
  views.set(source, view);
  return view;
}

type Mark = { readonly at: number; readonly text: string };

function build(source: Source): SourceView {
  const head = headOf(source);
  const marks = (source.locators ?? []).flatMap(locator => markOf(locator, source.text)).sort((a, b) => a.at - b.at);
  const pieces: string[] = [head];
  /** How far text at or behind the mark of the same index is moved. */
  const moved: number[] = [];
  let from = 0;
  let by = head.length;
  for (const { at, text } of marks) {
    pieces.push(source.text.slice(from, at), text);
    from = at;
    by += text.length;
    moved.push(by);
  }
  pieces.push(source.text.slice(from));
  return {
    text: pieces.join(''),
    toOffset: offset => offset + (moved[lastAtOrBefore(marks, offset)] ?? head.length),
  };
}

function lastAtOrBefore(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first line names the file: clients make it a link to the original. */
function headOf(source: Source): string {
  const facts = [source.authors.join(', '), source.publisher, source.url].filter(fact => fact);
  const lines = [`Text of ${source.path}`, nameOf(source), facts.join(' · '), '─'.repeat(24)];
  return `${lines.filter(line => line !== '').join('\n')}\n\n`;
}

/** On a line of its own, unless the page begins in the middle of one; times stand before the words spoken then. */
function markOf({ kind, label, span }: Locator, text: string): Mark[] {
  if (kind === 'paragraph') return [];
  const inLine = span.start > 0 && text[span.start - 1] !== '\n';
  if (kind === 'time') return [{ at: span.start, text: `[${label}] ` }];
  return [{ at: span.start, text: inLine ? `[${kind} ${label}] ` : `[${kind} ${label}]\n` }];
}

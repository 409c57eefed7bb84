import { oneLine } from '../engine.ts';
import type { Locator, Source } from '../model.ts';
import { locatorInWords } from './locatorInWords.ts';
import type { Say } from './say.ts';

/**
 * What was read from a source that no editor shows as text: a few lines that say what it is, then its text with marks where
 * pages, chapters or times begin. Plain text throughout.
 */
export type SourceView = {
  readonly text: string;
  /** Where an offset of the source's text stands in the view. */
  toOffset(offset: number): number;
};

/** Built once: neither a source nor the language of the one client changes. Keyed by the immutable source. */
const views = new WeakMap<Source, SourceView>();

export function sourceView(source: Source, say: Say): SourceView {
  const known = views.get(source);
  if (known) return known;
  const view = build(source, say);
  views.set(source, view);
  return view;
}

type Mark = { readonly at: number; readonly text: string };

function build(source: Source, say: Say): SourceView {
  const head = headOf(source, say);
  const marks = (source.locators ?? [])
    .flatMap(locator => markOf(locator, source.text, say))
    .sort((a, b) => a.at - b.at);
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

/** Characters at the beginning of a text in which it may say itself what it is. */
const openingLength = 500;

/** The first line names the file: clients make it a link to the original. What the text itself begins with is not said twice. */
function headOf({ path, text, title, published, authors, publisher, url }: Source, say: Say): string {
  const opening = `\n${text.slice(0, openingLength).toLowerCase()}`;
  const isSaid = (fact: string): boolean => opening.includes(oneLine(fact).toLowerCase());
  const unsaid = (...facts: readonly (string | undefined)[]): string =>
    facts.filter(fact => fact && !isSaid(fact)).join(' · ');
  // Words of a title may stand in any sentence: it is said where a line begins with it.
  const heading = opening.includes(`\n${oneLine(title).toLowerCase()}`) ? undefined : title;
  const lines = [
    say('Text of {0}', path),
    [heading, unsaid(published)].filter(part => part).join(' · '),
    unsaid(...authors, publisher, url),
    '─'.repeat(24),
  ];
  return `${lines.filter(line => line !== '').join('\n')}\n\n`;
}

/** On a line of its own, unless the page begins in the middle of one; times stand before the words spoken then. */
function markOf({ kind, label, span }: Locator, text: string, say: Say): Mark[] {
  if (kind === 'paragraph') return [];
  const words = locatorInWords({ kind, label }, say);
  const inLine = span.start > 0 && text[span.start - 1] !== '\n';
  if (kind === 'time') return [{ at: span.start, text: `[${label}] ` }];
  return [{ at: span.start, text: inLine ? `[${words}] ` : `[${words}]\n` }];
}

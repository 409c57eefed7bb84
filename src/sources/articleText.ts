import type { Locator, Span } from '../model.ts';

/** Puts a source's text together out of the runs that a format's parser finds. */
export type ArticleText = {
  /** Characters so far. */
  readonly length: number;
  /** Adds words as they stand in the file; runs of white space become one space, also across calls. */
  append(run: string): void;
  /** Ends the line (a line of verse, a table's row); nothing at the start of a paragraph. */
  breakLine(): void;
  /** Ends the paragraph: an empty line stands before what comes next. */
  breakParagraph(): void;
  /** From what comes next on, this is where the text stands; the last one of its kind ends there. */
  locate(kind: Locator['kind'], label: string, speaker?: string): void;
  finish(): { readonly text: string; readonly locators: readonly Locator[] };
};

/** Hyphenation hints and zero-width fillers: whoever quotes the text must not carry them along. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

type Open = { readonly kind: Locator['kind']; readonly label: string; readonly speaker: string | undefined };

/**
 * An empty text. It grows up to `longest` characters; what comes after is dropped, and `length` then says `longest`: a
 * hostile file must not fill the memory.
 */
export function createArticleText(longest = 50_000_000): ArticleText {
  const parts: string[] = [];
  const locators: Locator[] = [];
  const open = new Map<Locator['kind'], Open & { readonly start: number }>();
  let waiting: Open[] = [];
  let gap: '' | ' ' | '\n' | '\n\n' = '';
  let length = 0;

  const push = (text: string): void => {
    const kept = text.length <= longest - length ? text : text.slice(0, longest - length);
    parts.push(kept);
    length += kept.length;
  };
  const close = (kind: Locator['kind'], end: number): void => {
    const last = open.get(kind);
    open.delete(kind);
    if (last && end > last.start) locators.push(toLocator(last, { start: last.start, end }));
  };
  const begin = (end: number): void => {
    for (const next of waiting) {
      close(next.kind, end);
      open.set(next.kind, { ...next, start: length });
    }
    waiting = [];
  };
  return {
    get length() {
      return length;
    },
    append: run => {
      const words = run.replace(invisible, '').replace(/\s+/g, ' ');
      const trimmed = words.trim();
      if (trimmed === '') {
        if (words !== '' && gap === '') gap = ' ';
        return;
      }
      if (gap === '' && words.startsWith(' ')) gap = ' ';
      const end = length;
      if (length > 0) push(gap);
      if (waiting.length > 0) begin(end);
      push(trimmed);
      gap = words.endsWith(' ') ? ' ' : '';
    },
    breakLine: () => {
      if (gap !== '\n\n') gap = '\n';
    },
    breakParagraph: () => {
      gap = '\n\n';
    },
    locate: (kind, label, speaker) => {
      waiting = [...waiting.filter(other => other.kind !== kind), { kind, label, speaker }];
    },
    finish: () => {
      for (const kind of [...open.keys()]) close(kind, length);
      return { text: parts.join(''), locators: locators.sort((a, b) => a.span.start - b.span.start) };
    },
  };
}

function toLocator({ kind, label, speaker }: Open, span: Span): Locator {
  return { kind, label, span, ...(speaker === undefined ? {} : { speaker }) };
}

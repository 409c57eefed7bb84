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

type Waiting = { readonly kind: Locator['kind']; readonly label: string; readonly speaker: string | undefined };

/** Characters, beyond any book. What a parser finds after them is dropped: a hostile file must not fill the memory. */
export const longestText = 50_000_000;

/** An empty text, that grows up to `longest` characters. */
export function createArticleText(longest = longestText): ArticleText {
  const parts: string[] = [];
  const places = createPlaces();
  let gap: '' | ' ' | '\n' | '\n\n' = '';
  let length = 0;
  const push = (text: string): void => {
    const kept = text.length <= longest - length ? text : text.slice(0, longest - length);
    if (kept !== '') parts.push(kept);
    length += kept.length;
  };
  return {
    get length() {
      return length;
    },
    append: run => {
      if (length >= longest) return;
      const words = run.replace(invisible, '').replace(/\s+/g, ' ');
      const trimmed = words.trim();
      if (gap === '' && words.startsWith(' ')) gap = ' ';
      if (trimmed === '') return;
      const end = length;
      if (length > 0) push(gap);
      places.begin(end, length);
      push(trimmed);
      gap = words.endsWith(' ') ? ' ' : '';
    },
    breakLine: () => {
      if (gap !== '\n\n') gap = '\n';
    },
    breakParagraph: () => {
      gap = '\n\n';
    },
    locate: (kind, label, speaker) => places.expect({ kind, label, speaker }),
    finish: () => ({ text: parts.join(''), locators: places.finish(length) }),
  };
}

/** Keeps which locators are open and which wait for the next words. */
function createPlaces() {
  const locators: Locator[] = [];
  const open = new Map<Locator['kind'], Waiting & { readonly start: number }>();
  let waiting: Waiting[] = [];
  const close = (kind: Locator['kind'], end: number): void => {
    const last = open.get(kind);
    open.delete(kind);
    if (last && end > last.start) locators.push(toLocator(last, { start: last.start, end }));
  };
  return {
    expect: (next: Waiting): void => {
      waiting = [...waiting.filter(other => other.kind !== next.kind), next];
    },
    begin: (end: number, start: number): void => {
      for (const next of waiting) {
        close(next.kind, end);
        open.set(next.kind, { ...next, start });
      }
      if (waiting.length > 0) waiting = [];
    },
    finish: (end: number): readonly Locator[] => {
      for (const kind of [...open.keys()]) close(kind, end);
      return locators.sort((a, b) => a.span.start - b.span.start);
    },
  };
}

function toLocator({ kind, label, speaker }: Waiting, span: Span): Locator {
  return { kind, label, span, ...(speaker === undefined ? {} : { speaker }) };
}

import type { Draft, Span } from '../model.ts';
import type { Block, Prose } from '../text/prose.ts';

/** An entry of a numbered reference list: `[3] …`, or `3. …` below a heading. */
export type NumberedEntry = {
  readonly number: number;
  /** From its number to its last word. */
  readonly span: Span;
  /** What stands behind the number. */
  readonly content: string;
};

/** In `brackets` the number is written; a `list` counts by itself, so that no entry may be taken out of its middle. */
export type NumberedForm = 'brackets' | 'list';

const bracketed = /^[ \t]{0,3}\\?\[(\d{1,3})\\?\][ \t]+(?=\S)/;
const counted = /^[ \t]{0,3}(\d{1,3})[.)][ \t]+(?=\S)/;
/** Headings that stand above other things too: below them a list counts when it holds nothing but numbered entries. */
const likely = /^(?:sources|notes|end ?notes|foot ?notes|citations)\s*:?$/i;

/** The numbered entries between two places of a draft, in order; none when they do not count up from 1. */
export function numberedEntries(
  { text }: Pick<Draft, 'text'>,
  { start, end }: Span,
): { readonly form: NumberedForm; readonly entries: readonly NumberedEntry[] } {
  for (const [form, pattern] of [['brackets', bracketed] as const, ['list', counted] as const]) {
    const entries = inOrder(entriesIn(text, { start, end }, pattern), form);
    if (entries.length > 0) return { form, entries };
  }
  return { form: 'brackets', entries: [] };
}

/** A numbered list without a heading that says what it is: `[1] …` at the draft's end, or any below “Sources” or “Notes”. */
export function listWithoutHeading({ text }: Pick<Draft, 'text'>, prose: Prose): Span | undefined {
  const blocks = prose.blocks.filter(({ kind }) => kind !== 'footnote');
  const startOf = ({ span }: Block): number => text.lastIndexOf('\n', span.start - 1) + 1;
  const isEntry = (block: Block, patterns: readonly RegExp[]): boolean =>
    block.kind !== 'heading' && patterns.some(pattern => pattern.test(text.slice(startOf(block), block.span.end)));
  // A block ends with its last word: an address behind that is no prose.
  const until = (block: Block | undefined): number => lineBehind(text, block?.span.end ?? text.length);
  const heading = blocks.findLastIndex(block => likely.test(wordsOf(prose.text, block)));
  const below = heading < 0 ? [] : blocksBelow(blocks, heading);
  if (below.length > 0 && below.every(block => isEntry(block, [bracketed, counted]))) {
    return whenNumbered(text, { start: blocks[heading]?.span.start ?? 0, end: until(below.at(-1)) });
  }
  const first = blocks.findLastIndex(block => !isEntry(block, [bracketed])) + 1;
  const block = blocks[first];
  return block && first > 0 ? whenNumbered(text, { start: startOf(block), end: until(blocks.at(-1)) }) : undefined;
}

function blocksBelow(blocks: readonly Block[], heading: number): readonly Block[] {
  const behind = blocks.slice(heading + 1);
  const next = behind.findIndex(({ kind }) => kind === 'heading');
  return next < 0 ? behind : behind.slice(0, next);
}

function wordsOf(text: string, { span }: Block): string {
  return text
    .slice(span.start, span.end)
    .replace(/[#*_\u200b]/g, '')
    .trim();
}

function whenNumbered(text: string, span: Span): Span | undefined {
  return numberedEntries({ text }, span).entries.length > 0 ? span : undefined;
}

function entriesIn(text: string, { start, end }: Span, pattern: RegExp): NumberedEntry[] {
  const found: { number: number; start: number; words: number }[] = [];
  for (let at = start; at < end; at = lineBehind(text, at)) {
    const match = pattern.exec(text.slice(at, lineBehind(text, at)));
    if (match) found.push({ number: Number(match[1]), start: at, words: at + match[0].length });
  }
  return found.map(({ number, start: from, words }, i) => {
    const content = paragraphOf(text.slice(words, found[i + 1]?.start ?? end));
    return { number, span: { start: from, end: words + content.length }, content };
  });
}

/** Behind an empty line stands something else, but for what is indented. */
function paragraphOf(text: string): string {
  return (/^(?:.+|\r?\n(?:(?:[ \t]*\r?\n)+[ \t]{2,})?(?![ \t]*\r?\n))*/.exec(text)?.[0] ?? text).trimEnd();
}

function lineBehind(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** Markdown counts a list by itself, whatever numbers are written behind the first. */
function inOrder(entries: readonly NumberedEntry[], form: NumberedForm): readonly NumberedEntry[] {
  if (entries[0]?.number !== 1) return [];
  if (form === 'list') return entries.map((entry, i) => ({ ...entry, number: i + 1 }));
  return entries.every(({ number }, i) => number > (entries[i - 1]?.number ?? 0)) ? entries : [];
}

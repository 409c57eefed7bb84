import type { Span } from '../model.ts';
import { type MarkToken, markTokens } from './markTokens.ts';
import { paragraphs } from './segment.ts';

/** Two quotation marks that belong together, or one whose partner is missing. */
export type MarkPair = {
  /** With the marks. */
  readonly span: Span;
  /** Without them. */
  readonly inner: Span;
  readonly open: string;
  /** Absent when the closing mark is missing. */
  readonly close?: string;
  readonly closed: boolean;
  /** How many pairs stand around this one; 0 is outermost. */
  readonly depth: number;
};

/**
 * The quotation marks of `text` in pairs, sorted by start and well nested. All styles, mixed ones too; apostrophes, inches,
 * feet and primes are not quotation marks. A mark without partner ends with its paragraph, or where the next quotation or
 * the pair around it makes it end, and is not `closed`. `text` is prose only: whatever is not prose must have been blanked.
 */
export function pairMarks(text: string): MarkPair[] {
  const found: MarkPair[] = [];
  for (const paragraph of paragraphs(text)) {
    if (!mayHoldMark(text, paragraph)) continue;
    const pairs = pairTokens(markTokens(text, paragraph), text, paragraph.end);
    found.push(...withDepths(pairs));
  }
  return found;
}

function mayHoldMark(text: string, span: Span): boolean {
  return /["“”„‟«»‘‚‹›'`「『〝＂]/.test(text.slice(span.start, span.end));
}

type OpenMark = { readonly token: MarkToken; readonly children: Draft[] };
type Draft = Omit<MarkPair, 'depth'>;

function pairTokens(tokens: readonly MarkToken[], text: string, limit: number): Draft[] {
  const done: Draft[] = [];
  const stack: OpenMark[] = [];
  const put = (pair: Draft): void => {
    (stack.at(-1)?.children ?? done).push(pair);
  };
  for (const [at, token] of tokens.entries()) {
    const partner = token.closes ? partnerOf(token, stack, tokens[at + 1]) : -1;
    if (partner < 0) {
      if (token.opens) stack.push({ token, children: [] });
      continue;
    }
    while (stack.length > partner + 1) abandon(stack, token.span.start, text, put);
    const open = stack.pop();
    if (!open) continue;
    const span = { start: open.token.span.start, end: token.span.end };
    put({ span, inner: innerOf(open, token.span.start), open: open.token.mark, close: token.mark, closed: true });
    for (const child of open.children) put(child);
  }
  while (stack.length > 0) abandon(stack, limit, text, put);
  return done;
}

function innerOf(open: OpenMark, end: number): Span {
  return { start: Math.min(open.token.span.end, end), end };
}

/** How deep in the stack the mark stands that `token` closes; -1 when it closes none. */
function partnerOf(token: MarkToken, stack: readonly OpenMark[], next: MarkToken | undefined): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = stack[at]?.token;
    if (!open) return -1;
    if (fits(open, token)) {
      // A mark that might as well open, right behind an opening one of its kind: “„Yes“ …
      if (token.opens && token.certainlyOpens && !(next && fits(open, next) && !next.opens)) return -1;
      return at;
    }
    // A single mark never reaches over a double one that is still open.
    if (!token.double && open.double) return -1;
  }
  return -1;
}

function fits(open: MarkToken, close: MarkToken): boolean {
  return (
    open.family === close.family &&
    (open.family === 'double' || open.family === 'single' || open.pairsWith === close.mark)
  );
}

/** Takes an opening mark without partner off the stack. A lone straight single mark was an apostrophe and leaves no trace. */
function abandon(stack: OpenMark[], limit: number, text: string, put: (pair: Draft) => void): void {
  const open = stack.pop();
  if (!open) return;
  const first = open.children[0];
  const apostrophe = !open.token.double && (open.children.length > 0 || stack.length > 0 || !open.token.certainlyOpens);
  if (!apostrophe) {
    let end = first ? first.span.start : limit;
    while (end > open.token.span.end && /\s/.test(text[end - 1] ?? '')) end--;
    const span = { start: open.token.span.start, end };
    put({ span, inner: innerOf(open, end), open: open.token.mark, closed: false });
  }
  for (const child of open.children) put(child);
}

function withDepths(pairs: readonly Draft[]): MarkPair[] {
  const sorted = [...pairs].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const ends: number[] = [];
  return sorted.map(pair => {
    while (ends.length > 0 && (ends.at(-1) ?? 0) <= pair.span.start) ends.pop();
    const depth = ends.length;
    ends.push(pair.span.end);
    return { ...pair, depth };
  });
}

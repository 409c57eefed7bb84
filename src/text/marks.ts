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
 * Linear in the length of the text.
 */
export function pairMarks(text: string): MarkPair[] {
  const found: MarkPair[] = [];
  for (const paragraph of paragraphs(text)) {
    if (!anyMark.test(text.slice(paragraph.start, paragraph.end))) continue;
    for (const pair of withDepths(pairTokens(markTokens(text, paragraph), text, paragraph.end))) found.push(pair);
  }
  return found;
}

const anyMark = /["“”„‟«»‘‚‹›'`「『〝＂]/;

type Pair = Omit<MarkPair, 'depth'>;
/** `firstInside` is where the first pair within begins. */
type OpenMark = { readonly token: MarkToken; firstInside: number | undefined };

/** Nobody nests deeper: below this many open marks no partner is looked for, which keeps odd texts linear. */
const deepest = 32;

function pairTokens(tokens: readonly MarkToken[], text: string, limit: number): Pair[] {
  const found: Pair[] = [];
  const stack: OpenMark[] = [];
  const put = (pair: Pair, isDouble: boolean): void => {
    found.push(pair);
    // Single marks in double ones that stay open: “He says, ‘Shoot.’ and the paragraph ends.
    if (isDouble || !stack.at(-1)?.token.double) noteInside(stack.at(-1), pair.span.start);
  };
  for (const token of tokens) {
    const partner = token.closes ? partnerOf(token, stack) : -1;
    if (partner < 0) {
      if (token.opens) stack.push({ token, firstInside: undefined });
      continue;
    }
    while (stack.length > partner + 1) abandon(stack, token.span.start, text, put);
    const open = stack.pop()?.token;
    if (!open) continue;
    const span = { start: open.span.start, end: token.span.end };
    const inner = innerOf(open, token.span.start);
    put({ span, inner, open: open.mark, close: token.mark, closed: true }, open.double);
  }
  while (stack.length > 0) abandon(stack, limit, text, put);
  return found;
}

function noteInside(open: OpenMark | undefined, start: number): void {
  if (open) open.firstInside = Math.min(open.firstInside ?? start, start);
}

function innerOf(open: MarkToken, end: number): Span {
  return { start: Math.min(open.span.end, end), end };
}

/** How deep in the stack the mark stands that `token` closes; -1 when it closes none. */
function partnerOf(token: MarkToken, stack: readonly OpenMark[]): number {
  for (let at = stack.length - 1; at >= Math.max(0, stack.length - deepest); at--) {
    const open = stack[at]?.token;
    if (!open) return -1;
    if (fits(open, token)) return at;
    // A single mark never reaches over a double one that is still open.
    if (!token.double && open.double) return -1;
  }
  return -1;
}

function fits(open: MarkToken, close: MarkToken): boolean {
  if (open.family !== close.family) return false;
  return open.family === 'double' || open.family === 'single' || open.pairsWith === close.mark;
}

/** Takes an opening mark without partner off the stack. A lone straight single mark was an apostrophe and leaves no trace. */
function abandon(stack: OpenMark[], limit: number, text: string, put: (pair: Pair, isDouble: boolean) => void): void {
  const open = stack.pop();
  if (!open) return;
  const { token, firstInside } = open;
  const sure = token.certainlyOpens && (stack.length === 0 || token.mark !== "'");
  if (!token.double && (firstInside !== undefined || !sure)) {
    if (firstInside !== undefined) noteInside(stack.at(-1), firstInside);
    return;
  }
  let end = firstInside ?? limit;
  while (end > token.span.end && /\s/.test(text[end - 1] ?? '')) end--;
  put(
    { span: { start: token.span.start, end }, inner: innerOf(token, end), open: token.mark, closed: false },
    token.double,
  );
}

function withDepths(pairs: readonly Pair[]): MarkPair[] {
  const sorted = [...pairs].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const ends: number[] = [];
  return sorted.map(pair => {
    while (ends.length > 0 && (ends.at(-1) ?? 0) <= pair.span.start) ends.pop();
    const depth = ends.length;
    ends.push(pair.span.end);
    return { ...pair, depth };
  });
}

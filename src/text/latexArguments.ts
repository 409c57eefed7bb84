import type { Span } from '../model.ts';

/** Longest argument looked through for its end: an unclosed brace must not swallow the draft. */
const LONGEST = 3000;

/**
 * The arguments right behind a command, at most `most` in braces, each with its brackets or braces; `end` is behind the
 * last one. Unclosed ones are left out.
 */
export function argumentsAt(
  text: string,
  from: number,
  most: number,
): { optional: Span[]; required: Span[]; end: number } {
  const optional: Span[] = [];
  const required: Span[] = [];
  let end = from;
  for (;;) {
    const open = OPENING.exec(text.slice(end, end + 40));
    if (open === null || (open[1] === '{' && required.length >= most)) break;
    const start = end + open[0].length - 1;
    const close = closingOf(text, start);
    if (close < 0) break;
    (open[1] === '{' ? required : optional).push({ start, end: close + 1 });
    end = close + 1;
  }
  return { optional, required, end };
}

/** A brace may stand on the next line, a bracket there would be text. */
const OPENING = /^[ \t]*(?:\n[ \t]*(?=\{))?([[{])/;

/** Where the bracket or brace at `open` closes; -1 when it does not. Escapes and comments are respected. */
export function closingOf(text: string, open: number): number {
  const bracket = text[open] === '[';
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST); at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '%') at = lineEnd(text, at) - 1;
    else if (character === '{') depth++;
    else if (character === '}' && --depth <= 0 && !bracket) return at;
    else if (character === ']' && bracket && depth <= 0) return at;
    else if (character === '\n' && /^\n[ \t\r]*\n/.test(text.slice(at, at + 20)) && bracket) return -1;
  }
  return -1;
}

/** End of the line without its newline. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

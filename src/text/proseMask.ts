import type { Span } from '../model.ts';

/** Zero width space: folding drops it, so the words on both sides stay one. */
export const ZERO_WIDTH = '\u200b';

/** What to blank in a draft, collected in any order and applied at once. */
export type ProseMask = {
  /** Blanks markup that a reader does not see but that is no foreign matter (`*`, `>`, `#`, a backslash). */
  hide(start: number, end: number): void;
  /** Blanks what is no prose: `masked` is true there. */
  mask(start: number, end: number): void;
  /** Puts `replacement`, never longer than the span, in its place: entities, escapes. */
  replace(start: number, end: number, replacement: string): void;
  finish(): { text: string; masked: (offset: number) => boolean };
};

type Hidden = { readonly start: number; readonly end: number; readonly replacement: string };

/** Starts a mask over `text`. Spans outside the text are cut to it. */
export function createProseMask(text: string): ProseMask {
  const hidden: Hidden[] = [];
  const foreign: Span[] = [];
  const add = (start: number, end: number, replacement = '') => {
    const from = Math.max(0, start);
    const to = Math.min(end, text.length);
    if (from < to) hidden.push({ start: from, end: to, replacement });
  };
  return {
    hide: (start, end) => add(start, end),
    mask(start, end) {
      add(start, end);
      foreign.push({ start, end });
    },
    replace: (start, end, replacement) => add(start, end, replacement),
    finish() {
      const spans = withoutOverlap(hidden);
      return { text: blank(text, spans), masked: insideOf(foreign) };
    },
  };
}

/** In order; a span that begins inside an earlier one is cut or dropped. */
function withoutOverlap(spans: readonly Hidden[]): Hidden[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hidden[] = [];
  let end = 0;
  for (const span of sorted) {
    if (span.end <= end) continue;
    kept.push(span.start < end ? { ...span, start: end, replacement: '' } : span);
    end = span.end;
  }
  return kept;
}

/**
 * Blanks are spaces beside white space and zero width elsewhere. Two sweeps: what a blank's neighbour has become
 * decides, and neighbours may be blanks themselves (`**[label](target)**`).
 */
function blank(text: string, spans: readonly Hidden[]): string {
  const fillers = new Array<string>(spans.length).fill('');
  for (let index = spans.length - 1; index >= 0; index--) {
    const { start, end, replacement } = spans[index] as Hidden;
    const after = spans[index + 1]?.start === end ? edge(spans, fillers, index + 1, 'first') : text[end];
    const beside = isSpace(after) || isSpace(replacement === '' ? text[start - 1] : replacement.at(-1));
    fillers[index] = beside || /[\r\n]/.test(text.slice(start, end)) ? ' ' : ZERO_WIDTH;
  }
  const pieces: string[] = [];
  let at = 0;
  for (const [index, { start, end, replacement }] of spans.entries()) {
    pieces.push(text.slice(at, start), replacement);
    const before = spans[index - 1]?.end === start ? edge(spans, fillers, index - 1, 'last') : text[start - 1];
    if (replacement === '' && isSpace(before)) fillers[index] = ' ';
    pieces.push(fill(text, start + replacement.length, end, fillers[index] ?? ' '));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** What stands at the first or last place of a blank. */
function edge(
  spans: readonly Hidden[],
  fillers: readonly string[],
  index: number,
  side: 'first' | 'last',
): string | undefined {
  const { start, end, replacement } = spans[index] as Hidden;
  if (side === 'first') return replacement[0] ?? fillers[index];
  return end - start > replacement.length ? fillers[index] : replacement.at(-1);
}

function fill(text: string, start: number, end: number, filler: string): string {
  const hidden = text.slice(start, end);
  return hidden.includes('\n') || hidden.includes('\r')
    ? hidden.replace(/[^\r\n]/g, filler)
    : filler.repeat(end - start);
}

/** The draft's beginning and end count as white space. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of sorted) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(ends[last] ?? 0, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return offset => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < (ends[low - 1] ?? 0);
  };
}

import type { Span } from '../model.ts';
import { endsSentence } from './abbreviations.ts';
import { kindAt, otherUnit, unitsAt, unspacedUnit } from './characters.ts';
import { unspacedEnd, wordEnd } from './wordEnds.ts';

/**
 * Sentences of `text` (or of the part `within`), in order, trimmed of white space.
 * Abbreviations and initials do not end one, a closing quotation mark or bracket belongs to the sentence it closes,
 * and a paragraph always ends one. Linear in the length of the text.
 */
export function sentences(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphs(text, within)) {
    let start = paragraph.start;
    terminator.lastIndex = start;
    for (let match = terminator.exec(text); match && match.index < paragraph.end; match = terminator.exec(text)) {
      const after = match.index + match[0].length;
      const end = sentenceEnd(text, match.index, after, paragraph.end);
      if (end === undefined) continue;
      pushTrimmed(found, text, start, end);
      start = end;
      terminator.lastIndex = Math.max(end, after);
    }
    pushTrimmed(found, text, start, paragraph.end);
  }
  return found;
}

const terminator = /[.!?…]+(?: \.(?= \.| |$))*|[。！？．｡]+/g;

/**
 * Paragraphs of `text`, in order, trimmed: a blank line ends one, and so does a line that was not merely wrapped (a
 * heading, a list item, a line of a text whose paragraphs are one line each).
 */
export function paragraphs(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
  let block: Span[] = [];
  const flush = (): void => {
    for (const span of splitBlock(text, block)) pushTrimmed(found, text, span.start, span.end);
    block = [];
  };
  for (let start = within.start; start < within.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline >= within.end ? within.end : newline;
    if (isBlank(text, start, end)) flush();
    else block.push({ start, end });
    start = end + 1;
  }
  flush();
  return found;
}

/** Longer than any hard-wrapped line: a text with such lines puts each paragraph on a line of its own. */
const longestWrappedLine = 120;

function splitBlock(text: string, lines: readonly Span[]): Span[] {
  const longest = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  const found: Span[] = [];
  let start: number | undefined;
  for (const [at, line] of lines.entries()) {
    start ??= line.start;
    const next = lines[at + 1];
    if (next && isWrapped(text, line, next, longest)) continue;
    found.push({ start, end: line.end });
    start = undefined;
  }
  return found;
}

/** Whether the break between two lines is only the end of the page's width. */
function isWrapped(text: string, line: Span, next: Span, longest: number): boolean {
  const ahead = text.slice(next.start, Math.min(next.end, next.start + 60));
  if (/^\s*(?:[-*+•>|#]\s|\d+[.)]\s|#{2,6}\s)/.test(ahead)) return false;
  if (/^\s*\p{Ll}/u.test(ahead)) return true;
  if (longest > longestWrappedLine) return false;
  const firstWord = /^\s*\S*/.exec(ahead)?.[0].length ?? 0;
  return line.end - line.start + 1 + firstWord > longest * 0.8;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

function pushTrimmed(found: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) found.push({ start, end });
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x3000 || isWideSpace(code)
  );
}

function isWideSpace(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x2028 || code === 0x2029;
}

const closing = /["”’'»›)\]」』“*_]/;

/**
 * Where the sentence ends whose terminator stands at `from`..`after`, behind its closing marks; undefined when it goes on.
 */
function sentenceEnd(text: string, from: number, after: number, limit: number): number | undefined {
  if (/[。！？．｡]/.test(text[from] ?? '')) return skipClosing(text, from, after, limit);
  const end = skipClosing(text, from, after, limit);
  return end >= limit || endsSentence(text, from, after, end) ? end : undefined;
}

function skipClosing(text: string, from: number, after: number, limit: number): number {
  let end = after;
  while (end < limit && closing.test(text[end] ?? '')) {
    if (opensNext(text, from, after, end)) break;
    end++;
  }
  if (/[[⁰¹²³⁴-⁹]/.test(text[end] ?? '')) {
    numbers.lastIndex = end;
    end = Math.min(limit, end + (numbers.exec(text)?.[0].length ?? 0));
  }
  // A closing mark set off by a space: `No way. ” he said`.
  if (end === after && /^ [”»](?![\p{L}\p{N}])/u.test(text.slice(end, end + 3))) end += 2;
  return end;
}

/** Numbers of notes and references belong to the sentence they stand behind: `It is 31 metres tall.[1][2]`. */
const numbers = /(?:[⁰¹²³⁴-⁹]+|\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|note \d{1,2}|[a-z]|citation needed)\])+/y;

/** Whether the mark at `end` opens the next sentence, the space before it missing: `we work on it"."I'm waiting`. */
function opensNext(text: string, from: number, after: number, end: number): boolean {
  const next = text[end + 1] ?? '';
  if (text[end] === '“') return end !== after || /[\p{L}\p{N}]/u.test(next);
  return (
    end === after && /["']/.test(text[end] ?? '') && /["'”’]/.test(text[from - 1] ?? '') && /[\p{L}\p{N}]/u.test(next)
  );
}

/**
 * Word tokens of `text` (or of the part `within`), in order: letters and digits with the apostrophes, hyphens, points and
 * commas inside them (`don't`, `long-range`, `U.S.`, `1,000`, `3.5`). Chinese, Japanese and Thai words come from
 * `Intl.Segmenter`. Linear.
 */
export function words(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
  for (let at = within.start; at < within.end; ) {
    const kind = kindAt(text, at);
    if (kind === otherUnit) {
      at += unitsAt(text, at);
      continue;
    }
    const end = kind === unspacedUnit ? unspacedEnd(text, at, within.end) : wordEnd(text, at, within.end);
    if (kind === unspacedUnit) pushUnspaced(found, text.slice(at, end), at);
    else found.push({ start: at, end });
    at = end;
  }
  return found;
}

const unspacedWords = new Intl.Segmenter('zh', { granularity: 'word' });

function pushUnspaced(found: Span[], run: string, offset: number): void {
  for (const { index, segment, isWordLike } of unspacedWords.segment(run)) {
    if (isWordLike) found.push({ start: offset + index, end: offset + index + segment.length });
  }
}

import type { Span } from '../model.ts';
import { writtenCharacter } from './latexAccents.ts';
import { argumentsAt, lineEnd } from './latexArguments.ts';
import { type CommandKind, commandKind, environmentKind } from './latexCommands.ts';
import type { Block, BlockKind, Prose, ProseLink } from './prose.ts';
import { createProseMask, type ProseMask } from './proseMask.ts';
import { trimmed } from './trimmed.ts';

/**
 * The prose of a LaTeX draft: the body of the document without commands, math, comments, citations and verbatim text.
 *
 * ``Quotes'' stay as they are written; `\enquote{…}` shows as “…”, so that marks pair. Arguments of `\emph`, of sectioning
 * commands and of commands unknown here are prose. A footnote behind a sentence is a block of its own; one inside a
 * sentence is blanked, for it would tear the sentence.
 */
export function latexProse(text: string): Prose {
  const reading = readBody(text);
  const { text: blanked, masked } = reading.mask.finish();
  const blocks: Block[] = [];
  for (const { kind, span } of reading.blocks) {
    const inner = trimmed(blanked, span);
    if (inner !== undefined) blocks.push({ kind, span: inner });
  }
  const { links, comments, citationMarks } = reading;
  return { text: blanked, blocks, links, comments, citationMarks, masked };
}

/** What closes with a brace or an environment. */
type Opened = { readonly role: 'plain' | 'enquote' | 'block'; readonly kind?: BlockKind };

type Reading = {
  readonly text: string;
  readonly mask: ProseMask;
  readonly blocks: Block[];
  readonly links: ProseLink[];
  readonly comments: Span[];
  readonly citationMarks: Span[];
  readonly braces: Opened[];
  readonly environments: { readonly name: string; readonly kind: BlockKind; readonly tabular: boolean }[];
  /** Where the block being read begins, and its kind. */
  block: { start: number; kind: BlockKind };
};

function readBody(text: string): Reading {
  const begin = /^[^%\n]*\\begin\{document\}/m.exec(text);
  const start = begin === null ? 0 : begin.index + begin[0].length;
  const close = text.indexOf('\\end{document}', start);
  const end = close < 0 ? text.length : close;
  const mask = createProseMask(text);
  mask.mask(0, start);
  mask.mask(end, text.length);
  const block = { start, kind: 'paragraph' as const };
  const reading: Reading = {
    text,
    mask,
    blocks: [],
    links: [],
    comments: [],
    citationMarks: [],
    braces: [],
    environments: [],
    block,
  };
  for (let at = start; at < end; ) at = readNext(reading, at, end);
  endBlock(reading, end);
  return reading;
}

const SPECIAL = /[\\%${}~&]|\n[ \t\r]*\n/g;

/** Reads up to and with the next special character; returns where to go on. */
function readNext(reading: Reading, from: number, end: number): number {
  SPECIAL.lastIndex = from;
  const match = SPECIAL.exec(reading.text);
  if (match === null || match.index >= end) return end;
  const at = match.index;
  const { mask, text } = reading;
  switch (match[0]) {
    case '\\':
      return readBackslash(reading, at);
    case '%':
      reading.comments.push({ start: at, end: lineEnd(text, at) });
      mask.mask(at, lineEnd(text, at));
      return lineEnd(text, at);
    case '$':
      return readMath(reading, at);
    case '{':
      reading.braces.push({ role: 'plain' });
      mask.hide(at, at + 1);
      return at + 1;
    case '}':
      return closeBrace(reading, at);
    case '~':
      mask.replace(at, at + 1, ' ');
      return at + 1;
    case '&':
      if (reading.environments.at(-1)?.tabular === true) endCell(reading, at, at + 1);
      return at + 1;
    default:
      startBlock(reading, at, at + 1);
      return at + 1;
  }
}

/** An unclosed formula must not swallow the draft. */
const LONGEST_FORMULA = 2000;

function readMath({ text, mask }: Reading, at: number): number {
  const mark = text[at + 1] === '$' ? '$$' : '$';
  const limit = Math.min(text.length, at + LONGEST_FORMULA);
  for (let close = at + mark.length; close < limit; close++) {
    if (text[close] === '\\') close++;
    else if (text.startsWith(mark, close)) {
      mask.mask(at, close + mark.length);
      return close + mark.length;
    } else if (text[close] === '\n' && /^\n[ \t\r]*\n/.test(text.slice(close, close + 80))) break;
  }
  return at + mark.length;
}

function readBackslash(reading: Reading, at: number): number {
  const { text, mask } = reading;
  const written = writtenCharacter(text, at);
  if (written !== undefined) {
    mask.replace(at, at + written.length, written.character);
    return at + written.length;
  }
  const name = /^\\([A-Za-z@]+)\*?/.exec(text.slice(at, at + 60));
  if (name !== null) return readCommand(reading, at, name[1] ?? '', at + name[0].length);
  return readControlSymbol(reading, at);
}

function readControlSymbol(reading: Reading, at: number): number {
  const { text, mask } = reading;
  const symbol = text[at + 1] ?? '';
  if (symbol === '(' || symbol === '[') {
    const close = text.slice(at, at + LONGEST_FORMULA).indexOf(symbol === '(' ? '\\)' : '\\]');
    const end = close < 0 ? at + 2 : at + close + 2;
    mask.mask(at, end);
    return end;
  }
  if (symbol === '\\') {
    const length = /^\\\\\*?(?:\[[^\]\n]*\])?/.exec(text.slice(at, at + 40))?.[0].length ?? 2;
    if (reading.environments.at(-1)?.tabular === true) endCell(reading, at, at + length);
    else mask.replace(at, at + length, ' ');
    return at + length;
  }
  if (symbol === '%') mask.replace(at, at + 2, '%');
  else if (/[&$#_{}]/.test(symbol)) mask.hide(at, at + 1);
  else if (/[,;: ]/.test(symbol)) mask.replace(at, at + 2, ' ');
  else mask.hide(at, at + 2);
  return at + 2;
}

function readCommand(reading: Reading, at: number, name: string, end: number): number {
  const { text, mask } = reading;
  if (name === 'begin' || name === 'end') return readEnvironment(reading, at, name, end);
  if (name === 'verb' || name === 'lstinline') {
    const close = text.indexOf(text[end] ?? '\n', end + 1);
    const after = close < 0 || close > lineEnd(text, end) ? end : close + 1;
    mask.mask(at, after);
    return after;
  }
  const kind = commandKind(name);
  if (kind === 'item' || kind === 'break') startBlock(reading, at, end);
  const { optional, required, end: argumentsEnd } = argumentsAt(text, end, REQUIRED[kind] ?? 0);
  if (kind === 'foreign' || kind === 'address') {
    mask.mask(at, argumentsEnd);
    if (/cite/i.test(name)) reading.citationMarks.push({ start: at, end: argumentsEnd });
    if (kind === 'address') addLink(reading, { start: at, end: argumentsEnd }, required[0], required[0]);
    return argumentsEnd;
  }
  const leading = kind === 'styled' || kind === 'link' ? required[0] : optional.at(-1);
  const from = leading?.end ?? end;
  mask.hide(at, end);
  mask.mask(end, from);
  if (kind === 'link') addLink(reading, { start: at, end: argumentsEnd }, required[1], required[0]);
  return openArgument(reading, kind, from, required[0]);
}

/** How many arguments in braces have to be read to their end; of the others it is enough that they begin. */
const REQUIRED: Readonly<Partial<Record<CommandKind, number>>> = {
  foreign: 9,
  address: 1,
  styled: 1,
  link: 2,
  footnote: 1,
};

/** Opens the argument at `from` when it is prose, and returns where its words begin. */
function openArgument(reading: Reading, kind: CommandKind, from: number, argument: Span | undefined): number {
  const { text, mask } = reading;
  if (text[from] !== '{') return from;
  const words = from + 1;
  if (kind === 'quotation') {
    const nested = reading.braces.some(({ role }) => role === 'enquote');
    mask.replace(from, words, nested ? '‘' : '“');
    reading.braces.push({ role: 'enquote' });
    return words;
  }
  if (kind === 'footnote' && argument !== undefined && !endsSentence(text, from)) {
    mask.mask(from, argument.end);
    return argument.end;
  }
  mask.hide(from, words);
  if (kind === 'heading' || kind === 'caption' || kind === 'footnote') {
    const outer = reading.block.kind;
    endBlock(reading, from);
    reading.block = { start: words, kind };
    reading.braces.push({ role: 'block', kind: outer });
  } else reading.braces.push({ role: 'plain' });
  return words;
}

/** Whether a sentence ends before the command whose name ends at `at`. */
function endsSentence(text: string, at: number): boolean {
  return /[.!?][”’"'»)]*\s*\\[a-z]+\*?(?:\[[^\]]*\])?$/.test(text.slice(Math.max(0, at - 80), at));
}

function closeBrace(reading: Reading, at: number): number {
  const opened = reading.braces.pop();
  if (opened?.role === 'enquote') {
    const nested = reading.braces.some(({ role }) => role === 'enquote');
    reading.mask.replace(at, at + 1, nested ? '’' : '”');
  } else reading.mask.hide(at, at + 1);
  if (opened?.role === 'block') {
    endBlock(reading, at);
    reading.block = { start: at + 1, kind: opened.kind ?? 'paragraph' };
  }
  return at + 1;
}

function readEnvironment(reading: Reading, at: number, command: string, end: number): number {
  const { text, mask, environments } = reading;
  const { optional, required, end: argumentsEnd } = argumentsAt(text, end, 2);
  const first = required[0];
  const name = first === undefined ? '' : text.slice(first.start + 1, first.end - 1);
  const kind = environmentKind(name);
  const second = kind === 'tabular' || kind === 'verbatim' ? undefined : required[1];
  const after =
    second === undefined ? argumentsEnd : (optional.findLast(span => span.end <= second.start) ?? first ?? second).end;
  startBlock(reading, at, after);
  mask.mask(at, after);
  if (command === 'end') {
    const open = environments.findLastIndex(environment => environment.name === name);
    if (open >= 0) environments.length = open;
  } else if (kind === 'foreign' || kind === 'verbatim') {
    const close = text.indexOf(`\\end{${name}}`, after);
    const stop = close < 0 ? text.length : close;
    mask.mask(after, stop);
    reading.block = { start: stop, kind: innermostKind(reading) };
    return stop;
  } else {
    const own = kind === 'tabular' ? 'table' : kind;
    environments.push({ name, kind: own ?? innermostKind(reading), tabular: kind === 'tabular' });
  }
  reading.block = { start: after, kind: innermostKind(reading) };
  return after;
}

function innermostKind({ environments }: Reading): BlockKind {
  return environments.at(-1)?.kind ?? 'paragraph';
}

function endCell(reading: Reading, at: number, next: number): void {
  reading.mask.hide(at, next);
  startBlock(reading, at, next);
}

function endBlock({ blocks, block }: Reading, at: number): void {
  if (block.start < at) blocks.push({ kind: block.kind, span: { start: block.start, end: at } });
}

/** Ends the block before `at` and begins one of the same kind at `next`. */
function startBlock(reading: Reading, at: number, next: number): void {
  endBlock(reading, at);
  reading.block = { start: next, kind: reading.block.kind };
}

function addLink(reading: Reading, span: Span, label: Span | undefined, target: Span | undefined): void {
  if (target === undefined) return;
  const shown = label ?? target;
  reading.links.push({
    span,
    label: { start: shown.start + 1, end: shown.end - 1 },
    target: reading.text.slice(target.start + 1, target.end - 1),
  });
}

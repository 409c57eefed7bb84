import type { Citation, Draft, Edit, Source, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import { describeInMarkdown, describeSource } from './describe.ts';
import { sourceOf } from './footnote.ts';
import { type NumberedEntry, numberedEntries } from './numberedList.ts';
import { referenceList } from './referenceList.ts';
import { type CitationContext, type CitationStyle, present } from './style.ts';

/**
 * Numbers of the draft's own reference list: `[1]`, `[2, 3]`, `[4–6]`, `[1, p. 3]`. Where the draft has no list with numbers
 * there are none: what a number stands for only the list tells. A source that is not in the list goes to its end.
 */
export const numbered: CitationStyle = {
  name: 'numbered',
  write(source, { locator }, context) {
    const { number, list, edits } = numberOf(source, context);
    const mark = `[${number}${locator === undefined ? '' : `, ${locator}`}]`;
    return { gap: gapOf(context, list), mark, edits };
  },
  find(context) {
    const { entries, span } = listOf(context);
    if (!span || entries.length === 0) return [];
    const byNumber = new Map(entries.map(entry => [entry.number, entry]));
    return numbersIn(context, span).flatMap(({ certain, ...number }) => {
      const entry = byNumber.get(Number(number.key));
      if (!entry) return certain ? [{ ...number, style: 'numbered' as const }] : [];
      return [
        { ...number, style: 'numbered' as const, definition: entry.span, ...sourceOf(entry.content, context.library) },
      ];
    });
  },
};

/** The number a source has in the list, or gets at its end. */
function numberOf(source: Source, context: CitationContext) {
  const { entries, span, add } = listOf(context);
  const known = entries.find(({ content }) => sourceOf(content, context.library).sourceId === source.id);
  const number = known?.number ?? (entries.at(-1)?.number ?? 0) + 1;
  return { number, list: span, edits: known ? [] : [add(number, source)] };
}

/** As the draft sets its numbers: most writers leave a space before them, Wikipedia leaves none. */
function gapOf({ draft, prose }: CitationContext, list: Span | undefined): string {
  const marks = list ? numbersIn({ draft, prose }, list) : [];
  const close = marks.filter(({ span }) => /[^\s[,;–-]/.test(draft.text[span.start - 1] ?? ' ')).length;
  return 2 * close > marks.length ? '' : ' ';
}

/** Whether the number is one of `[3–6]`. */
export function isInRange({ span }: Citation, { text }: Pick<Draft, 'text'>): boolean {
  return (
    /[–-]\s?$/.test(text.slice(Math.max(0, span.start - 2), span.start)) ||
    /^\s?[–-]/.test(text.slice(span.end, span.end + 2))
  );
}

/**
 * The edits that add a source to the range a citation is in: what of `[3–6]` is to go only the writer knows, so that nothing
 * is taken out.
 */
export function addToRange({ span }: Citation, source: Source, context: CitationContext): readonly Edit[] {
  const found = [...context.draft.text.matchAll(group)].find(
    ({ index, 0: whole }) => index < span.start && span.end < index + whole.length,
  );
  if (!found) return [];
  const [, opening = '', written = ''] = found;
  const start = found.index + opening.length;
  const { number, edits } = numberOf(source, context);
  const numbers = new Set([...numberedParts(written, start).map(({ key }) => Number(key)), number]);
  const text = asRanges([...numbers], written);
  return [{ span: { start, end: start + written.length }, text }, ...edits];
}

/** Numbers as the draft writes them: with its dash, its comma, and a dash for two only where it does so. */
function asRanges(numbers: readonly number[], written: string): string {
  const dash = /\s?[–-]\s?/.exec(written)?.[0] ?? '–';
  const comma = /[,;]\s?/.exec(written)?.[0] ?? ', ';
  const pairs = [...written.matchAll(/(\d+)\s?[–-]\s?(\d+)/g)].some(([, from, to]) => Number(to) - Number(from) === 1);
  const runs: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const inWords = (run: readonly number[]): string =>
    run.length > (pairs ? 1 : 2) ? `${run[0]}${dash}${run.at(-1)}` : run.join(comma);
  return runs.map(inWords).join(comma);
}

type List = {
  readonly span?: Span;
  readonly entries: readonly NumberedEntry[];
  /** The edit that puts a source at the list's end, or begins a list. */
  readonly add: (number: number, source: Source) => Edit;
};

function listOf({ draft, prose }: CitationContext): List {
  const newline = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const list = referenceList(draft, prose);
  const within = list?.inner ?? list?.span;
  const { form, entries } = within ? numberedEntries(draft, within) : { form: 'brackets', entries: [] };
  const add = (number: number, source: Source): Edit => {
    const words = draft.language === 'markdown' ? describeInMarkdown(source) : describeSource(source);
    const entry = `${form === 'list' ? `${number}.` : `[${number}]`} ${words}`;
    const [last, before] = [entries.at(-1), entries.at(-2)];
    if (!last) return { span: endOf(draft), text: `${gapAt(draft, newline)}${entry}${newline}` };
    const apart = before && !/\n[ \t]*\r?\n/.test(draft.text.slice(before.span.end, last.span.start)) ? 1 : 2;
    return { span: { start: last.span.end, end: last.span.end }, text: newline.repeat(apart) + entry };
  };
  return { ...(list ? { span: list.span } : {}), entries, add };
}

function endOf({ text }: Draft): Span {
  return { start: text.length, end: text.length };
}

function gapAt({ text }: Draft, newline: string): string {
  if (text === '' || /\n[ \t]*\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? newline : newline + newline;
}

type FoundNumber = Pick<Citation, 'span' | 'key' | 'locator'> & {
  /** Whether it can only be a citation, its entry known or not: `[12] people` may be words that an editor put in. */
  readonly certain: boolean;
};

const group =
  /(\\?\[)(\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)(?:,\s?((?:pp?|ch|chap|sec|para|fig|vol)\.[^[\]\n]{1,40}|§[^[\]\n]{1,40}))?(\\?\])(?![(:])/g;

function numbersIn({ draft, prose }: Pick<CitationContext, 'draft' | 'prose'>, list: Span): FoundNumber[] {
  const inProse = (at: number) => !prose.masked(at) && (at < list.start || at >= list.end);
  return [...draft.text.matchAll(group)]
    .filter(match => inProse(match.index))
    .flatMap(match => {
      const [whole, opening = '', numbers = '', locator] = match;
      const certain = isCertain(prose, match.index, match.index + whole.length);
      const parts = numberedParts(numbers, match.index + opening.length);
      const [only] = parts;
      if (parts.length > 1 || !only) return parts.map(part => ({ ...part, certain }));
      const span = { start: match.index, end: match.index + whole.length };
      return [{ ...only, span, ...present({ locator: locator?.trim() }), certain }];
    });
}

function isCertain({ text }: Prose, start: number, end: number): boolean {
  return /\S/.test(text[start - 1] ?? ' ') || !/^\s*[\p{L}\p{N}]/u.test(text.slice(end, end + 3));
}

/** Most numbers of one range: a longer one is none. */
const longestRange = 30;

/** The numbers of `3–6, 8`, each where it is written; those that a dash stands for where it stands, without extent. */
function numberedParts(numbers: string, start: number): Pick<FoundNumber, 'span' | 'key'>[] {
  const found: Pick<FoundNumber, 'span' | 'key'>[] = [];
  for (const match of numbers.matchAll(/([–-]?)\s?(\d{1,3})/g)) {
    const [whole, dash, digits = ''] = match;
    const from = Number(found.at(-1)?.key);
    const at = start + match.index;
    for (let n = from + 1; dash !== '' && n < Number(digits) && n - from < longestRange; n++)
      found.push({ span: { start: at, end: at }, key: String(n) });
    const end = at + whole.length;
    found.push({ span: { start: end - digits.length, end }, key: digits });
  }
  return found;
}

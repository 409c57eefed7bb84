import type { Passage, Quote, Source, Span } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import { createRecentOf } from '../sources/recentOf.ts';
import { foldKey } from '../text/fold.ts';
import { once } from '../text/once.ts';
import { sentences } from '../text/segment.ts';
import { findQuotes } from './findQuotes.ts';
import { withoutLabel } from './turnsOf.ts';

/** A passage that can be put into an open quotation. */
export type Candidate = {
  readonly source: Source;
  readonly passage: Passage;
  /** The passage folded, in lower case, without punctuation, words one space apart. */
  readonly key: string;
  /** Its words, each once. Found out on the first question, like `setting`. */
  readonly words: () => ReadonlySet<string>;
  /** The words around it in the source, folded, each between spaces: what it is about. */
  readonly setting: () => string;
  readonly speaker?: string;
  /** Somebody is quoted as saying it; else it is the source's own sentence. */
  readonly quoted: boolean;
  /** All that is quoted there, not one sentence of it. */
  readonly whole: boolean;
};

/** What is known of a source so far: its quotes in their order, and the candidates that were asked for. */
type Known = {
  readonly quotes: readonly Quote[];
  readonly ofQuotes: Map<Quote, readonly Candidate[]>;
  readonly ofSentences: Map<number, Candidate>;
};

/** Sources of which the candidates are kept: many more than one completion meets. */
const mostKnown = 250;
/** A source never changes, a changed file is a new source. Of a large library all together would take most of the memory. */
const knownOf = createRecentOf<Source, Known>(mostKnown);

/**
 * What of a sentence of a source can be put into an open quotation: of each quote that it touches, its own part and the whole;
 * the sentence itself where it quotes nobody.
 */
export function candidatesAt(source: Source, sentence: Span): readonly Candidate[] {
  const known = knownOf(source, () => startOf(source));
  const quotes = touching(known.quotes, sentence);
  if (quotes.length > 0) {
    const { start, end } = sentence;
    return quotes
      .flatMap(quote => candidatesOf(source, quote, known))
      .filter(({ passage: { span } }) => span.start < end && start < span.end);
  }
  const made = known.ofSentences.get(sentence.start) ?? candidate(source, sentence, undefined, true);
  known.ofSentences.set(sentence.start, made);
  return [made];
}

/** All that is quoted where a stretch of a source stands; undefined where nobody is. */
export function wholeQuoteAt(source: Source, span: Span): Passage | undefined {
  return candidatesAt(source, span).find(({ quoted, whole, passage }) => {
    const { start, end } = passage.span;
    return quoted && whole && start <= span.start && span.end <= end;
  })?.passage;
}

function startOf(source: Source): Known {
  const quotes = [...findQuotes(source)].sort((a, b) => a.outer.start - b.outer.start);
  return { quotes, ofQuotes: new Map(), ofSentences: new Map() };
}

/** The quotes, in order and without overlap, that a stretch touches. */
function touching(quotes: readonly Quote[], { start, end }: Span): Quote[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.passage.span.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Quote[] = [];
  for (let at = low; at < quotes.length; at++) {
    const quote = quotes[at];
    if (!quote || quote.passage.span.start >= end) break;
    found.push(quote);
  }
  return found;
}

function candidatesOf(source: Source, quote: Quote, { ofQuotes }: Known): readonly Candidate[] {
  const before = ofQuotes.get(quote);
  if (before) return before;
  const whole = withoutComma(source.text, quote.passage.span);
  const parts = sentences(source.text, whole);
  const alone = parts.length < 2 ? [] : parts.map(span => candidate(source, span, quote, false));
  const made = [...alone, candidate(source, whole, quote, true)];
  ofQuotes.set(quote, made);
  return made;
}

/** The comma before a cue belongs to the source's sentence, not to the words. White space at the ends is left out. */
function withoutComma(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const leading = words.length - words.trimStart().length;
  const trailing = /[\s,]*$/.exec(words)?.[0].length ?? 0;
  return { start: span.start + leading, end: Math.max(span.start + leading, span.end - trailing) };
}

/** Characters before and behind a quote that tell what it is about. */
const surroundings = 240;

function candidate(source: Source, within: Span, quote: Quote | undefined, whole: boolean): Candidate {
  const turn = quote ? undefined : turnAt(source, within);
  const span = turn?.words ?? within;
  const passage = passageAt(source, span);
  const outer = quote?.outer ?? span;
  const around = { start: Math.max(0, outer.start - surroundings), end: outer.end + surroundings };
  const key = plainKey(passage.text);
  const words = once(() => new Set(key.split(' ')));
  const setting = once(() => ` ${plainKey(source.text.slice(around.start, around.end))} `);
  const speaker = quote ? quote.attribution?.speaker : turn?.speaker;
  const made = { source, passage, key, words, setting, quoted: quote !== undefined, whole };
  return speaker === undefined ? made : { ...made, speaker };
}

/** Who speaks a sentence of a transcript, and its words without the label before them (`LIND: `). */
function turnAt(
  { text, locators }: Source,
  span: Span,
): { readonly words: Span; readonly speaker: string } | undefined {
  const speaker = locators?.find(
    ({ span: turn, speaker }) => speaker !== undefined && turn.start <= span.start && span.start < turn.end,
  )?.speaker;
  if (speaker === undefined) return undefined;
  return { words: withoutLabel(text, span), speaker };
}

/** Folded words one space apart, without punctuation. */
export function plainKey(text: string): string {
  return usual.test(text) ? usualKey(text) : foldedKey(text);
}

/** As `plainKey`, for any text. */
export function foldedKey(text: string): string {
  return foldKey(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** English letters and the marks of a press: most of what a completion meets. No backtick, which folds to an apostrophe. */
const usual = /^[\t\n\r -_a-~\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

/** Half of the time, and less garbage. Two single marks in a row are a double one. */
function usualKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/''/g, ' ')
    .replace(/[^a-z0-9']+/g, ' ')
    .trim();
}

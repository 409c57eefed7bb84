import type { Passage, Quote, Source, Span } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import { foldKey } from '../text/fold.ts';
import { sentences } from '../text/segment.ts';
import { findQuotes } from './findQuotes.ts';

/** A passage that can be put into an open quotation. */
export type Candidate = {
  readonly source: Source;
  readonly passage: Passage;
  /** The passage folded, in lower case, without punctuation, words one space apart. */
  readonly key: string;
  /** The words around it in the source, folded: what it is about. */
  readonly setting: string;
  readonly speaker?: string;
  /** Somebody is quoted as saying it; else it is the source's own sentence. */
  readonly quoted: boolean;
  /** All that is quoted there, not one sentence of it. */
  readonly whole: boolean;
};

/** The quotes of each source as candidates, made once: a source never changes. */
const known = new WeakMap<Source, readonly Candidate[]>();

/** What a source quotes: each sentence of a quote, and the whole of a quote of several. In the order of the source. */
export function quoteCandidates(source: Source): readonly Candidate[] {
  const before = known.get(source);
  if (before) return before;
  const made = findQuotes(source).flatMap(quote => candidatesOf(source, quote));
  known.set(source, made);
  return made;
}

/** A sentence of the source's own as a candidate. */
export function sentenceCandidate(source: Source, span: Span): Candidate {
  return candidate(source, span, undefined, true);
}

function candidatesOf(source: Source, quote: Quote): Candidate[] {
  const whole = withoutComma(source.text, quote.passage.span);
  const parts = sentences(source.text, whole);
  if (parts.length < 2) return [candidate(source, whole, quote, true)];
  return [...parts.map(span => candidate(source, span, quote, false)), candidate(source, whole, quote, true)];
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

function candidate(source: Source, span: Span, quote: Quote | undefined, whole: boolean): Candidate {
  const passage = passageAt(source, span);
  const outer = quote?.outer ?? span;
  const setting = plainKey(source.text.slice(Math.max(0, outer.start - surroundings), outer.end + surroundings));
  const speaker = quote?.attribution?.speaker;
  const made = { source, passage, key: plainKey(passage.text), setting, quoted: quote !== undefined, whole };
  return speaker === undefined ? made : { ...made, speaker };
}

/** Folded words one space apart, without punctuation. */
export function plainKey(text: string): string {
  return foldKey(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

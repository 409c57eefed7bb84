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
  /** Its words, each once. Found out on the first question, like `setting`. */
  readonly words: () => ReadonlySet<string>;
  /** The words around it in the source, folded: what it is about. */
  readonly setting: () => ReadonlySet<string>;
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

/** Sentences of each source that were proposed before, by where they begin. */
const sentencesKnown = new WeakMap<Source, Map<number, Candidate>>();

/** A sentence of the source's own as a candidate. */
export function sentenceCandidate(source: Source, span: Span): Candidate {
  const all = sentencesKnown.get(source) ?? new Map<number, Candidate>();
  sentencesKnown.set(source, all);
  const made = all.get(span.start) ?? candidate(source, span, undefined, true);
  all.set(span.start, made);
  return made;
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
  const around = { start: Math.max(0, outer.start - surroundings), end: outer.end + surroundings };
  const key = plainKey(passage.text);
  const words = once(() => new Set(key.split(' ')));
  const setting = once(() => new Set(plainKey(source.text.slice(around.start, around.end)).split(' ')));
  const speaker = quote?.attribution?.speaker;
  const made = { source, passage, key, words, setting, quoted: quote !== undefined, whole };
  return speaker === undefined ? made : { ...made, speaker };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Folded words one space apart, without punctuation. */
export function plainKey(text: string): string {
  return foldKey(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

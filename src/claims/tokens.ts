/** A sentence as the checks see it: words with stems, names and numbers, each with its place. */
import type { Span } from '../model.ts';
import { type NameMention, names } from '../text/names.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import { isStopWord, stem } from '../text/stem.ts';

export type Token = {
  readonly span: Span;
  readonly text: string;
  readonly stem: string;
  /** Carries no content of its own: article, pronoun, auxiliary, preposition. */
  readonly stop: boolean;
};

export type Sentence = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly stems: ReadonlySet<string>;
  readonly numbers: readonly NumberMention[];
  readonly names: readonly NameMention[];
};

/** Reads one sentence; `hidden` stretches (quoted words) yield no names and numbers, and their tokens are left out. */
export function readSentence(text: string, hidden: readonly Span[] = []): Sentence {
  const open = (span: Span) => !hidden.some(h => h.start < span.end && span.start < h.end);
  const tokens = tokenize(text).filter(t => open(t.span));
  return {
    text,
    tokens,
    stems: new Set(tokens.map(t => t.stem)),
    numbers: numbers(text).filter(n => open(n.span)),
    names: names(text).filter(n => open(n.span)),
  };
}

const word = /\p{L}(?:\.\p{L})+\.?|\p{L}+(?:['’]\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Words and figures; the parts of a hyphened word stand alone. */
export function tokenize(text: string): Token[] {
  const found: Token[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ span, text: match[0], stem: stem(match[0]), stop: isStopWord(match[0]) });
  }
  return found;
}

/** A claim's sentence without what it quotes. */
import type { Span } from '../model.ts';
import { pairMarks } from '../text/marks.ts';
import { readPassage, readSentence, type Sentence } from './tokens.ts';

/** Reads a claim; what stands between quotation marks is never checked as the claim's own words. */
export function readClaim(text: string): Sentence {
  const quoted = quotedWords(text);
  return quoted.length === 0 ? readPassage(text) : readSentence(text, quoted);
}

function quotedWords(text: string): Span[] {
  return pairMarks(text)
    .filter(pair => pair.depth === 0 && pair.closed)
    .map(pair => pair.inner);
}

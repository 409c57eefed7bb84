import type { Span } from '../../src/model.ts';
import { sentences } from '../../src/text/segment.ts';
import { makeArticles, mulberry32 } from './corpus.ts';

export type Cut = { readonly id: string; readonly text: string; readonly spans: readonly Span[] };

/** Made-up articles and where their sentences are. */
export function cutArticles(count: number): Cut[] {
  return [...makeArticles(count)].map(({ path, text }) => ({ id: path, text, spans: sentences(text) }));
}

export function allSentences(cut: readonly Cut[]): string[] {
  return cut.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
}

/** Some sentences from all over the library, always the same ones. */
export function sampleSentences(cut: readonly Cut[], count: number): string[] {
  const random = mulberry32(7);
  return Array.from({ length: count }, () => {
    const { text, spans } = cut[Math.floor(random() * cut.length)] as Cut;
    const { start, end } = spans[Math.floor(random() * spans.length)] as Span;
    return text.slice(start, end);
  });
}

/** What somebody has typed of a sentence so far: 12 to 31 letters. */
export function typedSoFar(sentence: string): string {
  return sentence.slice(0, 12 + (sentence.length % 20));
}

import type { Evidence, Quotation, QuotationLabel, Verdict } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import { sentences } from '../text/segment.ts';
import { nearest } from './evidence.ts';
import { likeliest } from './likeliest.ts';
import { regions } from './regions.ts';
import { samePerson } from './samePerson.ts';
import { quoteAt } from './speakerOf.ts';

/** Share of words in common from which two quotes are one remark printed in two ways. */
const leastSimilar = 0.75;
/** Sentences of one quotation that are looked for elsewhere; who quotes more than that quotes a document. */
const mostSentences = 40;
/** Shorter quotes resemble others by chance. In words. */
const fewestWords = 4;

/**
 * The same words as other sources print them: quotes that differ from an exact quotation by a few words, sentence by sentence.
 * Each piece of evidence names the differing words (`draft` is the quotation's word, `source` the other source's). Best first;
 * quotes of other people are none.
 */
export function quoteVariants(quotation: Quotation, verdict: Verdict<QuotationLabel>, store: SourceStore): Evidence[] {
  const own = verdict.evidence[0];
  if (verdict.label !== 'exact' || !own) return [];
  const holders = new Set(verdict.evidence.map(({ passage }) => passage.sourceId));
  return sentencesOf(quotation)
    .slice(0, mostSentences)
    .flatMap(sentence => {
      const others = regions(sentence.text, store).filter(({ source }) => !holders.has(source.id));
      return likeliest(sentence.text, others).flatMap(region => nearest(sentence, [], region) ?? []);
    })
    .filter(
      near => near.score >= leastSimilar && near.changes.length > 0 && isQuoted(near, store) && !isAnother(near, own),
    )
    .sort((a, b) => b.score - a.score);
}

/** The quotation sentence by sentence, each as a quotation of its own: two sources seldom print the same sentences. */
function sentencesOf(quotation: Quotation): Quotation[] {
  let before = 0;
  const found: Quotation[] = [];
  for (const { inner } of quotation.parts) {
    const text = quotation.text.slice(before, before + inner.end - inner.start);
    before += text.length + 1;
    for (const { start, end } of sentences(text)) {
      const span = { start: inner.start + start, end: inner.start + end };
      const words = text.slice(start, end);
      if (words.split(/\s+/).length >= fewestWords)
        found.push({ ...quotation, span, parts: [{ span, inner: span }], text: words });
    }
  }
  return found;
}

function isQuoted({ passage }: Evidence, store: SourceStore): boolean {
  const source = store.get(passage.sourceId);
  const quote = source && quoteAt(source, passage.span);
  return quote !== undefined && passage.span.end <= quote.outer.end;
}

function isAnother(near: Evidence, own: Evidence): boolean {
  return near.speaker !== undefined && own.speaker !== undefined && samePerson(near.speaker, own.speaker) === false;
}

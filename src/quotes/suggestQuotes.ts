import type { Evidence, Passage, Source, Span } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import { foldKey } from '../text/fold.ts';
import { sentences } from '../text/segment.ts';
import { findQuotes } from './findQuotes.ts';
import { samePerson } from './samePerson.ts';

export type QuoteSuggestion = {
  readonly passage: Passage;
  readonly source: Source;
  readonly speaker?: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The whole of what the source quotes, not one sentence of it. */
  readonly whole: boolean;
  /** Where the draft uses these words already. */
  readonly usedAt?: Span;
  readonly variants: readonly Evidence[];
};

export type QuoteContext = {
  /** The words behind the opening mark. */
  readonly typed: string;
  /** Who the draft says is speaking. */
  readonly speaker?: string;
  /** The paragraph around, for its subject. */
  readonly paragraph: string;
  readonly used: readonly { readonly text: string; readonly span: Span }[];
};

/** How many passages the index is asked for. */
const proposals = 50;

/**
 * Exact passages to put into an open quotation, best first: by the words typed (typing errors forgiven), the named
 * speaker's before others', whole quotes before mere sentences, unused before used.
 */
export function suggestQuotes(context: QuoteContext, store: SourceStore, limit: number): QuoteSuggestion[] {
  const query = context.typed.trim() === '' ? `${context.speaker ?? ''} ${context.paragraph}` : context.typed;
  const found = new Map<string, QuoteSuggestion>();
  for (const { passage, score } of store.search(query, { limit: proposals, prefix: true })) {
    const source = store.get(passage.sourceId);
    if (!source) continue;
    for (const candidate of candidates(source, passage.span)) {
      const { start, end } = candidate.passage.span;
      const key = `${source.id} ${start} ${end}`;
      if (!found.has(key)) found.set(key, scored(candidate, source, score, context));
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit);
}

type Candidate = {
  readonly passage: Passage;
  readonly speaker?: string;
  readonly whole: boolean;
  readonly quoted: boolean;
};

function candidates(source: Source, sentence: Span): Candidate[] {
  const quotes = findQuotes(source).filter(q => q.outer.start < sentence.end && sentence.start < q.outer.end);
  if (quotes.length === 0) return [{ passage: passageAt(source, sentence), whole: false, quoted: false }];
  return quotes.flatMap(({ passage, attribution }) => {
    const speaker = attribution === undefined ? {} : { speaker: attribution.speaker };
    const parts = sentences(source.text, passage.span).filter(s => s.start < sentence.end && sentence.start < s.end);
    const whole = { passage, whole: true, quoted: true, ...speaker };
    const each = parts.map(span => ({ passage: passageAt(source, span), whole: false, quoted: true, ...speaker }));
    return parts.length === 1 && each[0]?.passage.text === passage.text ? [whole] : [...each, whole];
  });
}

function scored(candidate: Candidate, source: Source, score: number, context: QuoteContext): QuoteSuggestion {
  const { passage, speaker, whole, quoted } = candidate;
  const key = foldKey(passage.text);
  const typed = foldKey(context.typed.trim());
  let total = score / (1 + score);
  if (typed !== '' && key.startsWith(typed)) total += 4;
  else if (typed !== '' && key.includes(typed)) total += 2;
  if (quoted) total += 1;
  if (whole) total += 0.1;
  if (context.speaker !== undefined && speaker !== undefined) {
    const same = samePerson(context.speaker, speaker);
    total += same ? 2 : same === false ? -1 : 0;
  }
  const used = context.used.find(u => foldKey(u.text).includes(key));
  if (used) total -= 1;
  return {
    passage,
    source,
    score: total,
    whole,
    variants: [],
    ...(speaker === undefined ? {} : { speaker }),
    ...(used === undefined ? {} : { usedAt: used.span }),
  };
}

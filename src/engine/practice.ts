import type { Draft } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';

/** Sentences tried: with so many a first long draft takes about half of the time, with four times as many no less. */
const tried = 100;
const perDraft = 5;

export type Practice = (store: SourceStore, check: (draft: Draft) => Promise<unknown>) => Promise<void>;

/**
 * Checks made-up sentences of the sources, a few at a time, and only once to its end: what has run a handful of times is
 * interpreted, at several times the price, and the first draft would have to pay it. Changes no answer.
 */
export function createPractice(): Practice {
  let done = false;
  return async (store, check) => {
    if (done) return;
    const sentences = madeUp(store);
    for (let first = 0; first < sentences.length; first += perDraft) {
      const text = `${sentences.slice(first, first + perDraft).join('\n\n')}\n`;
      await check({ uri: `practice:${first}`, language: 'markdown', text });
    }
    done = sentences.length > 0;
  };
}

/** The beginnings of sentences from all over the library with the ends of others, and some of them quoted as they are. */
function madeUp(store: SourceStore): string[] {
  const sources = store.sources();
  if (sources.length === 0) return [];
  const sentence = (i: number): string => {
    const source = sources[Math.floor((i * sources.length) / tried) % sources.length];
    const all = source ? store.sentences(source.id) : [];
    return all[i % all.length]?.text.replace(/["“”]/g, '') ?? '';
  };
  return Array.from({ length: tried }, (_, i) => {
    const [own, other] = [sentence(i).split(' '), sentence(i + 1).split(' ')];
    if (i % 4 === 3) return `“${own.join(' ')}” said the report.`;
    return [...own.slice(0, Math.ceil(own.length * 0.6)), ...other.slice(Math.floor(other.length * 0.4))].join(' ');
  });
}

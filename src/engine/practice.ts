import type { Draft } from '../model.ts';
import { createSourceStore, type SourceStore } from '../sources/store.ts';

/** Sentences tried: with so many a first long draft takes about half of the time, with four times as many no less. */
const tried = 100;
/** Over so few sources of so many UTF-16 units nothing takes long, however large the library. */
const fewSources = 12;
const longestSource = 50_000;

export type Practice = (
  store: SourceStore,
  engineOver: (few: SourceStore) => { check(draft: Draft): Promise<unknown> },
) => Promise<void>;

/**
 * Checks made-up sentences of a few sources, only once to its end: what has run a handful of times is interpreted, at several
 * times the price, and the first draft would have to pay it. Rests after each sentence for as long as it took, so that
 * whoever types meanwhile hardly waits. Changes no answer; what the check rejects with ends it.
 */
export function createPractice(): Practice {
  let done = false;
  return async (store, engineOver) => {
    if (done) return;
    const few = fewOf(store);
    const engine = engineOver(few);
    for (const [i, text] of madeUp(few).entries()) {
      const began = performance.now();
      await engine.check({ uri: `practice:${i}`, language: 'markdown', text: `${text}\n` });
      await new Promise(resolve => setTimeout(resolve, performance.now() - began));
    }
    done = few.sources().length > 0;
  };
}

/** From all over the library. */
function fewOf(store: SourceStore): SourceStore {
  const short = store.sources().filter(({ text }) => text.length <= longestSource);
  const step = Math.max(1, Math.floor(short.length / fewSources));
  const few = createSourceStore();
  for (const source of short.filter((_, i) => i % step === 0).slice(0, fewSources))
    few.put(source.uri, { sources: [source], problems: [] });
  return few;
}

/** The beginnings of sentences with the ends of others, and some sentences quoted as they are. */
function madeUp(store: SourceStore): string[] {
  const sentences = store.sources().map(({ id }) => store.sentences(id).map(({ text }) => text.replace(/["“”]/g, '')));
  const sentence = (i: number): string => {
    const all = sentences[i % sentences.length] ?? [];
    return all[Math.floor(i / sentences.length) % all.length] ?? '';
  };
  return Array.from({ length: sentences.length === 0 ? 0 : tried }, (_, i) => {
    const [own, other] = [sentence(i).split(' '), sentence(i + 1).split(' ')];
    if (i % 4 === 3) return `“${own.join(' ')}” said the report.`;
    return [...own.slice(0, Math.ceil(own.length * 0.6)), ...other.slice(Math.floor(other.length * 0.4))].join(' ');
  });
}

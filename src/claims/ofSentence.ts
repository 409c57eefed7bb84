/** What is read out of sentences, kept with them: a passage is held against many claims, a claim against many passages. */
import type { Sentence } from './tokens.ts';

/** The same as `read`, which must look at nothing but the sentence; done once for each as long as the sentence is there. */
export function ofSentence<Found>(read: (sentence: Sentence) => Found): (sentence: Sentence) => Found {
  const kept = new WeakMap<Sentence, { readonly found: Found }>();
  return sentence => {
    const known = kept.get(sentence);
    if (known) return known.found;
    const found = read(sentence);
    kept.set(sentence, { found });
    return found;
  };
}

/** What is read out of sentences, kept with them: a passage is held against many claims, a claim against many passages. */
import { keptWith, type Sentence } from './tokens.ts';

let readings = 0;

/** The same as `read`, which must look at nothing but the sentence; done once for each as long as the sentence is there. */
export function ofSentence<Found>(read: (sentence: Sentence) => Found): (sentence: Sentence) => Found {
  const own = readings++;
  return sentence => {
    const kept = keptWith(sentence);
    if (!kept) return read(sentence);
    const known = kept[own] as { readonly found: Found } | undefined;
    if (known) return known.found;
    const found = read(sentence);
    kept[own] = { found };
    return found;
  };
}

/** What is read out of sentences, kept with them: a passage is held against many claims, a claim against many passages. */
import { keptWith, type Sentence } from './tokens.ts';

let readings = 0;
/** Kept where a reading found `undefined`: it must not be read again for that. */
const nothing = Symbol();

/** The same as `read`, which must look at nothing but the sentence; done once for each as long as the sentence is there. */
export function ofSentence<Found>(read: (sentence: Sentence) => Found): (sentence: Sentence) => Found {
  const own = readings++;
  return sentence => {
    const kept = keptWith(sentence);
    if (!kept) return read(sentence);
    const known = kept[own];
    if (known !== undefined) return (known === nothing ? undefined : known) as Found;
    const found = read(sentence);
    kept[own] = found === undefined ? nothing : found;
    return found;
  };
}

/** Where a passage has a word of a claim, in whatever form. */
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';

/** The word itself; or, where its stem tells too little of it ("guaranteed" and "guarantee"), another form of it. */
export function formsIn(sentence: Sentence, own: Token): readonly Token[] {
  const { places, tokens } = sentence;
  const found = places.get(own.stem);
  if (found) return found.flatMap(place => tokens[place] ?? []);
  return own.word.senses.length === 0 ? [] : (byBase(sentence).get(own.word.base) ?? []);
}

const byBase = ofSentence(({ content }): ReadonlyMap<string, readonly Token[]> => {
  const found = new Map<string, Token[]>();
  for (const token of content) {
    if (token.name) continue;
    const { base } = token.word;
    const same = found.get(base);
    if (same) same.push(token);
    else found.set(base, [token]);
  }
  return found;
});

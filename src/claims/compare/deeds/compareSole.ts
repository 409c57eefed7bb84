/** "X alone did it", where a passage says that it was not X alone. */
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';

type Sole = { readonly what: string; readonly start: number; readonly end: number; readonly denial?: number };

export const compareSole: Comparer = x => {
  for (const own of soles(x.claim)) {
    const same = (s: Sentence) => soles(s).filter(o => o.what === own.what);
    const [other, ...more] = same(x.source);
    if (own.denial !== undefined || other?.denial === undefined || more.length > 0) continue;
    if (x.others.some(s => same(s).some(o => o.denial === undefined)) || shared(x, own) < 0.5) continue;
    return [pair(x, { start: own.start, end: own.end }, { start: other.denial, end: other.end }, 'negation')];
  }
  return [];
};

/** Each "X alone" with the place of the word before it that denies it. */
const soles = ofSentence(({ text }): readonly Sole[] => {
  if (!/ alone/i.test(text)) return [];
  return [...text.matchAll(/(\p{L}+) alone\b/giu)].map(match => {
    const clause = text.slice(0, match.index).search(/[^,;:]*$/);
    const denial = /\b(?:not|never|cannot|\p{L}+n['’]t|hardly)\b(?!.*\b(?:not|never|cannot)\b)/iu.exec(
      text.slice(clause, match.index),
    );
    const found = { what: stem(match[1] ?? ''), start: match.index, end: match.index + match[0].length };
    return denial ? { ...found, denial: clause + denial.index } : found;
  });
});

/** One of a kind before the same noun: "a measles vaccine" for "a rabies vaccine". */
import { hasWord } from '../../hasWord.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Token } from '../../tokens.ts';
import { areTwoOfAKind, isOfKind } from '../alike/kindSets.ts';
import { type Comparer, pair, shared } from '../pair.ts';

type Modified = { readonly kind: Token; readonly noun: Token };

export const compareModifiers: Comparer = x =>
  (hasKind(x.claim) && hasKind(x.source) ? modified(x.claim) : []).flatMap(own => {
    const [other, ...more] = modified(x.source).filter(
      m => m.noun.stem === own.noun.stem && areTwoOfAKind(own.kind.stem, m.kind.stem),
    );
    if (!other || more.length > 0 || shared(x, own.kind.span) < 0.5) return [];
    const isKnown = [x.claim, ...x.others].some((s, i) => s.places.has(i === 0 ? other.kind.stem : own.kind.stem));
    return isKnown ? [] : [pair(x, own.kind.span, other.kind.span, 'name')];
  });

const hasKind = hasWord(({ stem }) => isOfKind(stem));

const modified = ofSentence(({ tokens }): readonly Modified[] =>
  tokens.flatMap((kind, i) => {
    const noun = tokens[i + 1];
    if (!isOfKind(kind.stem) || !noun || noun.stop || noun.number || kind.name) return [];
    return kind.span.end + 1 === noun.span.start && noun.word.partsOfSpeech[0] === 'n' ? [{ kind, noun }] : [];
  }),
);

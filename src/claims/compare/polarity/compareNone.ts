/** "Made a difference" against "made no difference": the object of the same verb, denied on one side. */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';

type Object = { readonly verb: string; readonly noun: string; readonly none: boolean; readonly span: Span };

/** The object that one side has and the other has none of. */
export const compareNone: Comparer = x => {
  if (![x.claim, x.source].some(s => /\bno\b/i.test(s.text))) return [];
  return objects(x.claim).flatMap(own => {
    const same = (s: Sentence) => objects(s).filter(o => o.verb === own.verb && o.noun === own.noun);
    const [other, ...more] = same(x.source);
    if (!other || more.length > 0 || other.none === own.none || shared(x, own.span) < 0.75) return [];
    const isDenied = denied.test((own.none ? x.source : x.claim).text);
    const isKnown = x.others.some(s => same(s).some(o => o.none === own.none) && bears(x, s, own.span));
    return isDenied || isKnown ? [] : [pair(x, own.span, other.span, own.none ? 'wording' : 'negation')];
  });
};

/** Another denial turns the sense round, and a question or a condition leaves it open. */
const denied =
  /\b(?:no|not|never|nor|neither|none|nobody|without|unless|whether|if|would|could|may|might|hardly|few|little|den(?:y|ied|ies))\b|n['’]t\b/i;

/** Objects right behind their verb: with "no", or with any article or none. */
const objects = ofSentence(({ tokens }): Object[] =>
  tokens.flatMap((verb, i) => {
    const [next, ...rest] = tokens.slice(i + 1, i + 4);
    if (verb.stop || verb.name || verb.number || !next) return [];
    const none = /^no$/i.test(next.text);
    const noun = none || /^(?:an?|any|some)$/i.test(next.text) ? rest[0] : undefined;
    if (!noun || noun.stop || noun.name || noun.number) return [];
    const span = { start: none ? next.span.start : noun.span.start, end: noun.span.end };
    return [{ verb: verb.word.base, noun: noun.word.base, none, span }];
  }),
);

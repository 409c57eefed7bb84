/** What holds of some only: "for all companies" where it is "only for companies with more than 500 employees". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';

type Bound = { readonly noun: string; readonly span: Span };

/** A claim that has all of what the passage bounds. */
export const compareOnly: Comparer = x => {
  const own = alls(x.claim);
  if (own.length === 0 || restriction.test(x.claim.text)) return [];
  return own.flatMap(all => {
    const bound = bounds(x.source).find(b => b.noun === all.noun);
    if (!bound || shared(x, all.span) < 0.6) return [];
    if (x.others.some(s => s !== x.source && alls(s).some(a => a.noun === all.noun) && bears(x, s, all.span)))
      return [];
    return [pair(x, all.span, bound.span, 'number', 'none')];
  });
};

const restriction = /\b(?:only|except|but|unless|over|under|than|above|below|least)\b/i;
const all =
  /\b(?:all|both|every|each|any) (?:of )?(?:(?:the|its|their|his|her) )?(?:\p{L}+['’]s? )?(?:(?:two|three|four|five|six) )?(\p{L}+)(?!\p{L})(?! (?:with|who|whose|that|which|in|of|over|under|aged)\b)/giu;
const only =
  /\bonly (?:(?:for|to|by|in|from|on) )?(?:the |those )?(\p{L}+) (?:with|who|whose|that|which|over|under|aged)\b[^,;.]*/giu;

/** "Two schools, one of which will close", "one of the town's two schools". */
const oneOf = /\b(?:two|three|four|five|six|both) (\p{L}+), (?:only )?one of (?:which|whom|them)\b/giu;
const oneOfSeveral =
  /\bone of (?:(?:the|its|their|his|her) )?(?:\p{L}+['’]s? )?(?:two|three|four|five|six) (\p{L}+)/giu;

const alls = ofSentence((sentence): readonly Bound[] =>
  /all|both|every|each|any/i.test(sentence.text) ? boundsLike(sentence, all) : [],
);
const bounds = ofSentence((sentence): readonly Bound[] => [
  ...boundsLike(sentence, only),
  ...(/one of/i.test(sentence.text) ? [oneOf, oneOfSeveral].flatMap(p => boundsLike(sentence, p)) : []),
]);

function boundsLike({ text, tokens }: Sentence, pattern: RegExp): Bound[] {
  return [...text.matchAll(pattern)].flatMap(match => {
    const start = match.index;
    const at = start + match[0].indexOf(match[1] ?? '', match[0].indexOf(' '));
    const noun = tokens.find(t => t.span.start === at);
    return noun && !noun.stop ? [{ noun: noun.stem, span: { start, end: start + match[0].trimEnd().length } }] : [];
  });
}

/** What somebody or something is said to be on one side, and not to be on the other: "is a suspect", "is not a suspect". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { speaksOf } from '../alike/sameName.ts';
import { bears, type Comparer, type Comparison, leansBack, pair, shared } from '../pair.ts';

type Being = { readonly noun: Token; readonly isDenied: boolean; readonly span: Span };

export const compareBeing: Comparer = x => {
  for (const own of beings(x.claim)) {
    if (!x.source.places.has(own.noun.stem)) continue;
    const same = (s: Sentence) => beings(s).filter(b => b.noun.stem === own.noun.stem);
    const [other, ...more] = same(x.source);
    if (!other || more.length > 0 || other.isDenied === own.isDenied || !haveOneSubject(x, own, other)) continue;
    if (shared(x, own.span) < 0.75 || doubtful.test(x.claim.text) || doubtful.test(x.source.text)) continue;
    if (x.others.some(s => same(s).some(b => b.isDenied === own.isDenied) && bears(x, s, own.span))) continue;
    return [pair(x, own.span, other.span, 'negation')];
  }
  return [];
};

/** What may be, was once or is only said to be. */
const doubtful =
  /\b(?:if|whether|unless|may|might|could|would|perhaps|den(?:y|ied|ies|ying)|longer|only|just|merely|yet|alone|former|every|all)\b|n['’]t\b|\?/i;

/** All names before the claim's noun stand in the passage before its own, or right before it where that begins with "he". */
function haveOneSubject({ claim, source, before }: Comparison, own: Being, other: Being): boolean {
  const names = claim.names.filter(n => n.span.end <= own.span.start);
  if (names.length === 0) return false;
  return names.every(({ text }) => {
    if (before && leansBack(source) && speaksOf(before, text)) return true;
    return source.names.some(n => n.span.end <= other.span.start) && speaksOf(source, text);
  });
}

const plain = /\b(?:is|was|are|were) (?:(?:also|still|now) )?(?:an?|the) $/i;
const denied =
  /\b(?:(?:is|was|are|were) (?:not (?:(?:an?|the) )?|no )|(?:is|was|are|were) (?:an?|the) \p{L}+ (?:and|but) not (?:an?|the) )$/iu;

/** How all of these end: a look at four letters spares most nouns the rest. */
const leading = /(?:a|an|the|not|no) $/i;

const beings = ofSentence(({ content, text }): Being[] => {
  if (!/\b(?:is|was|are|were)\b/i.test(text)) return [];
  return content.flatMap(noun => {
    if (!noun.word.partsOfSpeech.includes('n') || noun.name || noun.number) return [];
    // "Is a suspect package": the noun is not all that is said.
    if (!/^(?: (?:in|of|at|on|for|any|by|to|and|but|who|which)\b|[.,;]|$)/i.test(text.slice(noun.span.end))) return [];
    const left = text.slice(0, noun.span.start);
    if (!leading.test(left.slice(-4))) return [];
    const match = denied.exec(left) ?? plain.exec(left);
    if (!match) return [];
    const isDenied = / (?:not|no)\b/i.test(match[0]);
    const not = match[0].search(/\bnot (?:an?|the) $/i);
    const start = / (?:and|but) not /i.test(match[0]) ? match.index + not : match.index;
    return [{ noun, isDenied, span: { start, end: noun.span.end } }];
  });
});

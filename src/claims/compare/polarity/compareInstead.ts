/** What a passage sets aside in so many words: "heat, rather than pressure", "not in March but in May", "a gift, not a loan". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { bears, type Comparer, type Comparison, pair, shared } from '../pair.ts';
import { letter } from '../reading/letter.ts';

/** `span` with the words that set it aside. */
type Aside = { readonly span: Span; readonly words: readonly Token[] };

/** A claim that has what the passage sets aside. */
export const compareInstead: Comparer = x => {
  const found = asides(x.source);
  if (found.length === 0 || otherwise.test(x.claim.text)) return [];
  return found
    .flatMap(aside => {
      const own = toldOf(x.claim, aside);
      if (!own || isToldElsewhere(x, aside) || shared(x, own) < 0.4) return [];
      return [pair(x, own, aside.span, 'wording', 'none')];
    })
    .slice(0, 1);
};

/** A claim that sets something aside itself, or tells what was planned, feared or so before. */
const otherwise =
  /\b(?:not|never|no|nor|neither|rather|instead|than|but|either|whether|if|deny|den(?:ied|ies)|reject\w*|rul\w+ out|might|may|could|should|would|was to|were to|had|due|plan\w*|original\w*|initial\w*|suppos\w*|expect\w*|until|previous\w*|former\w*|before|once|used to)\b|n['’]t\b/i;

/** Where the claim has all the words set aside, close together. */
function toldOf(claim: Sentence, { words }: Aside): Span | undefined {
  const found = words.map(word => claim.content.find(t => t.stem === word.stem));
  const met = found.filter(t => t !== undefined);
  if (met.length < words.length) return undefined;
  const [start, end] = [Math.min(...met.map(t => t.span.start)), Math.max(...met.map(t => t.span.end))];
  const between = claim.content.filter(t => t.span.start >= start && t.span.end <= end);
  // "Genes on or off, or editing" is no "gene editing".
  return between.length <= words.length && !/[,;:]/.test(claim.text.slice(start, end)) ? { start, end } : undefined;
}

/** The passage has the words besides, or another passage has them with as much of the rest. */
function isToldElsewhere(x: Comparison, { span, words }: Aside): boolean {
  const isElsewhere = (t: Token) =>
    x.source.tokens.some(u => u.stem === t.stem && (u.span.end <= span.start || u.span.start >= span.end));
  if (words.every(isElsewhere)) return true;
  const own = toldOf(x.claim, { span, words }) ?? span;
  return x.others.some(s => s !== x.source && words.every(t => s.places.has(t.stem)) && bears(x, s, own));
}

const word = `(?:${letter}|[\\d’'.-])+`;
const border = '(?:and|but|while|because|which|who|that|as|when|if) ';
/** The words that set aside, and the pattern; each pattern is tried only where its own words stand. */
const patterns: readonly (readonly [RegExp, RegExp])[] = [
  [
    /rather than|instead of|opposed to/i,
    new RegExp(`\\b(?:rather than|instead of|as opposed to) ((?:(?!${border})${word}(?: |(?=[,;.]|$))){1,7})`, 'giu'),
  ],
  // "Not B but A"; "not only B but also A" has both.
  // What follows "but" may be a clause of its own: "the road was not closed, but the bridge was".
  [
    /\bnot .* but /i,
    /\bnot ((?!only|just|merely|simply|always|all|every|yet|to )[^,;.:]{3,60}?),? but (?!not |(?:(?:the|an?|its|his|her|their) )?\p{L}+ (?:was|were|is|are|did|had|has|have|will|would)\b)/giu,
  ],
  // "A gift, not a loan": at the end of a clause, where nothing is left open.
  [
    /, (?:and )?not /i,
    new RegExp(
      `, (?:and )?not ((?:(?:an?|the|in|on|by|from|for|to|with) )?${word}(?: ${word}){0,3})(?=[,;.]|$)`,
      'giu',
    ),
  ],
];

const asides = ofSentence((sentence): readonly Aside[] => {
  const { text } = sentence;
  return patterns.flatMap(([hint, pattern]) => {
    if (!hint.test(text)) return [];
    return [...text.matchAll(pattern)].flatMap(match => {
      const own = (match[1] ?? '').replace(/[ ,.]+$/, '');
      const from = match.index + match[0].indexOf(own);
      const end = from + own.length;
      const words = sentence.content.filter(t => t.span.start >= from && t.span.end <= end);
      const start = match.index + (/^, (?:and )?/.exec(match[0])?.[0].length ?? 0);
      // "24 pounds instead of 31": a figure has its rival beside it, which says more.
      if (words.every(t => t.number)) return [];
      return words.length > 0 && words.length <= 4 ? [{ span: { start, end }, words }] : [];
    });
  });
});

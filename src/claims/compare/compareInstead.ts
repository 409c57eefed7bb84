/** What a passage sets aside in so many words: "heat, rather than pressure", "not in March but in May", "a gift, not a loan". */
import type { Span } from '../../model.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence, Token } from '../tokens.ts';
import { bears, type Comparer, type Comparison, pair, shared } from './pair.ts';

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

const phrase =
  "((?:(?!and |but |while |because |which |who |that |as |when |if )[\\p{L}\\p{N}’'.-]+(?: |(?=[,;.]|$))){1,7})";
const insteadOf = new RegExp(`\\b(?:rather than|instead of|as opposed to) ${phrase}`, 'giu');
/** "Not B but A"; "not only B but also A" has both. */
const notBut =
  /\bnot ((?!only|just|merely|simply|always|all|every|yet|to |a |an |the [\p{L}]+ing)[^,;.:]{3,60}?),? but (?!not )/giu;
/** "A gift, not a loan": at the end of a clause, where nothing is left open. */
const commaNot =
  /, (?:and )?not ((?:an? |the |in |on |by |from |for |to |with )?[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,3})(?=[,;.]|$)/giu;
const mayAside = /rather than|instead of|opposed to|\bnot /i;

const asides = ofSentence((sentence): readonly Aside[] => {
  const { text } = sentence;
  if (!mayAside.test(text)) return [];
  return [insteadOf, notBut, commaNot].flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(match => {
      const start = match.index + match[0].search(/[\p{L}]/u);
      const [from, to] = within(match);
      const words = sentence.content.filter(t => t.span.start >= from && t.span.end <= to);
      const isClear =
        words.length > 0 && words.length <= 4 && words.some(t => !t.word || !/^(?:only|all)$/.test(t.stem));
      return isClear ? [{ span: { start, end: to }, words }] : [];
    }),
  );
});

/** Where the words set aside stand, without the marks behind them. */
function within(match: RegExpExecArray): [number, number] {
  const own = (match[1] ?? '').replace(/[ ,.]+$/u, '');
  const from = match.index + match[0].indexOf(match[1] ?? '');
  return [from, from + own.length];
}

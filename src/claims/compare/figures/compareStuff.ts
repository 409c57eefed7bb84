/** So much of one thing where a passage has as much of another: "640 metres of rock" for "640 metres of ice". */
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { areTwoOfAKind } from '../alike/kindSets.ts';
import { type Comparer, pair, shared } from '../pair.ts';
import { closedWord } from '../reading/closedWords.ts';

type Portion = { readonly amount: NumberMention; readonly of: Token };

export const compareStuff: Comparer = x =>
  portions(x.claim).flatMap(own => {
    const rivals = portions(x.source).filter(p => p.amount.unit === own.amount.unit && agrees(own.amount, p.amount));
    const [rival, ...more] = rivals;
    if (!rival || more.length > 0 || !areTwoOfAKind(own.of.stem, rival.of.stem)) return [];
    if (x.source.places.has(own.of.stem) || x.claim.places.has(rival.of.stem) || shared(x, own.of.span) < 0.4)
      return [];
    return x.others.some(s => portions(s).some(p => p.of.stem === own.of.stem))
      ? []
      : [pair(x, own.of.span, rival.of.span, 'name')];
  });

const measure =
  /^(?:millimetre|centimetre|metre|kilometre|mile|foot|inch|yard|gram|kilogram|kilo|ounce|tonne|ton|litre|liter|gallon|barrel|acre|hectare|bag|box|crate|bottle|case|truckload|tin|sack)$/;
const of = /^[- ]?(?:cubic |square )?\p{L}+ of (?:(?:the|its|fresh|solid|pure|raw|new|old) )?$/iu;

const portions = ofSentence((sentence): readonly Portion[] => {
  const { numbers, content, text } = sentence;
  if (!text.includes(' of ')) return [];
  return numbers.flatMap(amount => {
    if (amount.kind !== 'count') return [];
    const isMeasured = measure.test(amount.unit ?? '') || /^ (?:cubic|square) /.test(text.slice(amount.span.end));
    const stuff = isMeasured
      ? content.find(t => t.span.start > amount.span.end && of.test(text.slice(amount.span.end, t.span.start)))
      : undefined;
    return stuff && isLast(sentence, stuff) ? [{ amount, of: stuff }] : [];
  });
});

/** "Tonnes of apple juice": the last noun says what it is. */
function isLast(sentence: Sentence, stuff: Token): boolean {
  const next = sentence.tokens[sentence.tokens.indexOf(stuff) + 1];
  if (!next || next.stop || next.span.start > stuff.span.end + 1) return true;
  // "Ice cover the lake": a verb has its object behind it.
  const behind = sentence.tokens[sentence.tokens.indexOf(next) + 1];
  return next.word.partsOfSpeech.includes('v') && behind !== undefined && closedWord(behind.text) === 'det';
}

/** Who did it to whom where nobody is named: "a trawler rammed a boat" against "a boat rammed a trawler". */
import type { Span } from '../../model.ts';
import { partsOfSpeech } from '../lexicon/lexicon.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence, Token } from '../tokens.ts';
import { clauseAt } from './clauses.ts';
import { type Comparer, pair } from './pair.ts';

type Deed = {
  readonly verb: Token;
  readonly doer: readonly Token[];
  readonly target: readonly Token[];
  readonly span: Span;
};

/** The same verb with what stands on its two sides exchanged. */
export const compareSides: Comparer = x => {
  for (const own of deeds(x.claim)) {
    const same = (s: Sentence) => deeds(s).filter(d => d.verb.word.base === own.verb.word.base);
    const [other, ...more] = same(x.source);
    if (!other || more.length > 0 || !isExchanged(own, other)) continue;
    if (x.others.some(s => same(s).some(d => !isExchanged(own, d) && stands(own.doer, d.doer)))) continue;
    return [pair(x, own.span, other.span, 'name')];
  }
  return [];
};

function isExchanged(own: Deed, other: Deed): boolean {
  const isTurned = stands(own.doer, other.target) && stands(own.target, other.doer);
  return isTurned && !meets(own.doer, other.doer) && !meets(own.target, other.target);
}

/** Whether all that one side names is named on the other. */
function stands(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length > 0 && a.every(t => b.some(u => u.stem === t.stem));
}

function meets(a: readonly Token[], b: readonly Token[]): boolean {
  return a.some(t => b.some(u => u.stem === t.stem));
}

/** Deeds that say the same with their sides exchanged. */
const mutual =
  /^(?:meet|marry|join|face|play|fight|equal|match|resemble|touch|border|be|have|include|become|say|tell|follow|accompany|cost|mean|share|connect|combine|differ|agree)$/;

const deeds = ofSentence((sentence): Deed[] =>
  sentence.tokens.flatMap((verb, i) => {
    if (verb.stop || verb.name || verb.number || mutual.test(verb.word.base) || !isTold(sentence, i)) return [];
    const { start, end } = clauseAt(sentence.text, verb.span);
    const left = sentence.content.filter(t => t.span.start >= start && t.span.end <= verb.span.start && !isVerb(t));
    const by = sentence.tokens[i + 1]?.text === 'by' && isPassive(sentence, i);
    const right = sentence.content.filter(t => t.span.start >= verb.span.end && t.span.end <= end && !isVerb(t));
    if (left.length === 0 || right.length === 0 || (isPassive(sentence, i) && !by)) return [];
    const [first] = left;
    const span = { start: first?.span.start ?? start, end: left.at(-1)?.span.end ?? end };
    return [{ verb, doer: by ? right : left, target: by ? left : right, span }];
  }),
);

function isVerb(token: Token): boolean {
  return !token.name && partsOfSpeech(token.word)[0] === 'v';
}

/** A past form that is no participle of a noun: "rammed", "was rammed by". */
function isTold({ tokens }: Sentence, i: number): boolean {
  const [verb, before] = [tokens[i], tokens[i - 1]];
  if (!verb || !before || !partsOfSpeech(verb.word).includes('v') || verb.word.base === verb.text) return false;
  return (
    !/ing$/.test(verb.text) &&
    !/^(?:a|an|the|his|her|its|their|of|to|and|or|not|\p{L}+n['’]t|never)$/iu.test(before.text)
  );
}

function isPassive({ tokens }: Sentence, i: number): boolean {
  return tokens.slice(Math.max(0, i - 2), i).some(t => /^(?:is|was|were|are|been|being|be|got)$/i.test(t.text));
}

/** Who did it to whom where nobody is named: "a trawler rammed a boat" against "a boat rammed a trawler". */
import type { Span } from '../../../model.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, pair } from '../pair.ts';
import { clauseAt } from '../reading/clauses.ts';
import { isPast, isVerb } from '../reading/mood.ts';

/** `whole`: all that stands on that side of the verb in its clause; `head`: that much of it before any preposition. */
type Side = { readonly head: readonly Token[]; readonly whole: readonly Token[] };
type Deed = { readonly verb: Token; readonly doer: Side; readonly target: Side };

/** The same verb with what stands on its two sides exchanged. */
export const compareSides: Comparer = x => {
  for (const own of deeds(x.claim)) {
    if (![own.doer, own.target].every(side => side.head.every(t => x.source.places.has(t.stem)))) continue;
    const same = (s: Sentence) => deeds(s).filter(d => d.verb.word.base === own.verb.word.base);
    const [other, ...more] = same(x.source);
    if (!other || more.length > 0 || !isExchanged(own, other)) continue;
    if (x.others.some(s => same(s).some(d => stands(own.doer, d.doer)))) continue;
    return [pair(x, spanOf(own.doer), spanOf(other.doer), 'name')];
  }
  return [];
};

function isExchanged(own: Deed, other: Deed): boolean {
  const isTurned = stands(own.doer, other.target) && stands(own.target, other.doer);
  return isTurned && !meets(own.doer, other.doer) && !meets(own.target, other.target);
}

/** Whether what one side names is named on the other. */
function stands({ head }: Side, { whole }: Side): boolean {
  return head.every(t => whole.some(u => u.stem === t.stem));
}

function meets({ head: a }: Side, { head: b }: Side): boolean {
  return a.some(t => b.some(u => u.stem === t.stem));
}

function spanOf({ head }: Side): Span {
  return { start: head[0]?.span.start ?? 0, end: head.at(-1)?.span.end ?? 0 };
}

/** Deeds that say the same with their sides exchanged. */
const mutual =
  /^(?:meet|marry|join|face|play|fight|equal|match|resemble|touch|border|be|have|include|become|say|tell|follow|accompany|cost|mean|share|connect|combine|differ|agree)$/;

const deeds = ofSentence((sentence): Deed[] =>
  sentence.tokens.flatMap((verb, i) => {
    if (verb.stop || !isTold(sentence, i) || verb.name || verb.number || mutual.test(verb.word.base)) return [];
    const passive = isPassive(sentence, i);
    const by = passive && sentence.tokens[i + 1]?.text === 'by';
    if (passive && !by) return [];
    const { start, end } = clauseAt(sentence, verb.span);
    // Another verb before this one has a doer of its own.
    if (sentence.tokens.some((t, j) => j < i && t.span.start >= start && !t.stop && isPast(t))) return [];
    const left = sideOf(sentence, start, verb.span.start);
    if (!isNoun(left)) return [];
    // "A kiln found at a quarry" found none.
    const next = sentence.tokens[i + 1];
    if (!by && next && isPreposition(next)) return [];
    const right = sideOf(sentence, by ? verb.span.end + 3 : verb.span.end, end);
    if (!isNoun(right)) return [];
    return [{ verb, doer: by ? right : left, target: by ? left : right }];
  }),
);

/** A noun and what may stand before it. */
function isNoun({ head }: Side): boolean {
  return head.length > 0 && head.length < 4;
}

const preposition =
  /^(?:of|in|on|at|from|with|to|for|about|after|before|by|near|over|under|during|against|into|who|which|that)$/i;

const isPreposition = ofForm(({ text }) => preposition.test(text));

function sideOf(sentence: Sentence, start: number, end: number): Side {
  const all = sentence.tokens.filter(t => t.span.start >= start && t.span.end <= end);
  const cut = all.findIndex((t, i) => i > 0 && isPreposition(t));
  const nouns = (list: readonly Token[]) => list.filter(t => !t.stop && (t.name || !isVerb(sentence, t)));
  return { head: nouns(cut < 0 ? all : all.slice(0, cut)), whole: nouns(all) };
}

/** A past form that is no participle of a noun: "rammed", "was rammed by". */
function isTold({ tokens }: Sentence, i: number): boolean {
  const [verb, before] = [tokens[i], tokens[i - 1]];
  if (!verb || !before || !verb.word.partsOfSpeech.includes('v') || verb.word.base === verb.text) return false;
  return (
    !/ing$/.test(verb.text) &&
    !/^(?:a|an|the|his|her|its|their|of|to|and|or|not|\p{L}+n['’]t|never)$/iu.test(before.text)
  );
}

function isPassive({ tokens }: Sentence, i: number): boolean {
  return tokens
    .slice(Math.max(0, i - 2), i)
    .some(t => /^(?:is|was|were|are|been|being|be|got|gets?|getting)$/i.test(t.text));
}

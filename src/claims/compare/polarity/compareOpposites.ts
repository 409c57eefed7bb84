/** Words with opposite meaning in the same place: "rose" where the passage has "fell". */
import type { Change, Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { areOpposite } from '../../lexicon/lexicon.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { areTurned } from '../alike/areTurned.ts';
import {
  areConverse,
  areOfElections,
  baseAt,
  baseBefore,
  isOpposed,
  isPlace,
  keyOf,
  phraseAt,
  sidesWith,
  tellsOfElections,
} from '../alike/opposites.ts';
import { sameName } from '../alike/sameName.ts';
import { bears, type Comparer, type Comparison, company, neighbours, pair, shared } from '../pair.ts';
import { denials } from '../reading/denials.ts';
import { type Frame, frames, type Party } from '../reading/frames.ts';
import { moodOf } from '../reading/mood.ts';
import { meet } from '../reading/parties.ts';
import { isStance } from './compareStance.ts';

export const compareOpposites: Comparer = x => {
  const mine = opposable(x.claim);
  if (mine.length === 0) return [];
  const others = opposable(x.source).filter(t => !x.claim.places.has(t.stem));
  if (others.length === 0) return [];
  for (const own of mine) {
    if (isStance(x.claim, own.span)) continue;
    const all = others.filter(t => opposes(x, own, t));
    const tight = all.length > 1 ? all.filter(t => areBeforeOne(x, own, t)) : all;
    const rivals = tight.length > 0 ? tight : all;
    const [other] = rivals;
    if (!other || rivals.length > 1 || shared(x, own.span) < leastOf(x, own, other)) continue;
    if (isStance(x.source, other.span) || isBorneOut(x, own, other)) continue;
    if (isUnreal(x.claim, own) !== isUnreal(x.source, other) || isOfAnotherTime(x, own, other)) continue;
    if (!areNear(x, own, other) || denials(x.claim, own) !== denials(x.source, other)) continue;
    if (tellOfOthers(x, own, other) || areOtherTimes(x, own, other)) continue;
    if (isTurned(x, own, other) || areTurned(x)) continue;
    return [worded(x, own, other)];
  }
  return [];
};

/** The pair with what belongs to it: "rise above" against "fall below", "faster" against "more slowly". */
function worded(x: Comparison, own: Token, other: Token): Change {
  const [mine, theirs] = [phraseAt(x.claim, own).span, phraseAt(x.source, other).span];
  const [kept, keeping] = [keptAs(x.claim, own), keptAs(x.source, other)];
  if (kept !== keeping) {
    const from = (span: Span, start: number | undefined) => ({ ...span, start: start ?? span.start });
    return pair(x, from(mine, kept), from(theirs, keeping), 'wording', 'none');
  }
  const [a, b] = [wordAt(x.claim, own, 1), wordAt(x.source, other, 1)];
  if (a && b && isOpposed(keyOf(a), keyOf(b)) && isPlace(keyOf(a)))
    return pair(x, { ...mine, end: a.span.end }, { ...theirs, end: b.span.end }, 'wording');
  const degree = wordAt(x.source, other, -1);
  const isDegree = /er$/.test(own.text) && degree !== undefined && /^(?:more|less)$/i.test(degree.text);
  // "Sold it to" would have to become "bought it from".
  const isConverse =
    areConverse(keyOf(own), keyOf(other)) &&
    /^[^,;.]* (?:to|from) /i.test(x.claim.text.slice(own.span.end)) &&
    !isPlace(keyOf(own));
  const start = isDegree ? degree.span.start : theirs.start;
  return pair(x, mine, { ...theirs, start }, 'wording', isConverse ? 'none' : undefined);
}

/** Where "keep the pool open" and "remained closed" begin: against "close" or "open", the one word alone says nothing. */
function keptAs({ text }: Sentence, { text: own, span }: Token): number | undefined {
  if (!/^(?:open|closed|shut)$/i.test(own)) return undefined;
  const match = /\b(?:keep|kept|keeps|keeping|leav(?:e|es|ing)|left|stay\w*|remain\w*) (?:[\p{L}\d'’]+ ){0,5}$/iu.exec(
    text.slice(0, span.start),
  );
  return match?.index;
}

function wordAt({ tokens }: Sentence, token: Token, step: number): Token | undefined {
  return tokens[tokens.indexOf(token) + step];
}

/** "A lower profit" and "a higher profit": of several opposites the one right before the same word. */
function areBeforeOne({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const next = (s: Sentence, t: Token) => s.tokens[s.tokens.indexOf(t) + 1]?.stem;
  return next(claim, own) !== undefined && next(claim, own) === next(source, other);
}

/** "Closed on two days" and "open on five days" may both be so. */
function areOtherTimes({ claim, source }: Comparison, own: Token, other: Token): boolean {
  if (![own, other].every(t => /^(?:open|closed|shut)$/i.test(t.text))) return false;
  const [mine, theirs] = [figureBehind(claim, own), figureBehind(source, other)];
  return mine?.unit !== undefined && mine.unit === theirs?.unit && !agrees(mine, theirs);
}

/** "Ravensholm lost" beside "Marr saved a penalty": deeds of two, or done to two. */
function tellOfOthers({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const [mine, theirs] = [frameOf(claim, own), frameOf(source, other)];
  return (
    mine !== undefined &&
    theirs !== undefined &&
    (meet(mine.doer, theirs.doer) === 'apart' || meet(mine.target, theirs.target) === 'apart')
  );
}

function frameOf(sentence: Sentence, verb: Token): Frame | undefined {
  return frames(sentence).find(f => f.verb.token === verb);
}

/** Something of the same said right beside both; on whichever side where the sentences are much alike. */
function areNear(x: Comparison, own: Token, other: Token): boolean {
  const near = company(x, own.span, other.span, 3);
  if (near.left + near.right > 0 || haveOneFigure(x, own, other) || areMainVerbs(x, own, other)) return true;
  if (!isOpposed(baseAt(x.claim, own), baseAt(x.source, other))) return false;
  const around = (s: Sentence, t: Token) => Object.values(neighbours(s, t.span, 4)).flat();
  const theirs = around(x.source, other);
  return shared(x, own.span) >= 0.75 && around(x.claim, own).some(t => theirs.some(u => u.stem === t.stem));
}

/** The less the words around leave open, the less of the claim the passage needs to say. */
function leastOf(x: Comparison, own: Token, other: Token): number {
  return isTight(x, own, other) ? 0.4 : haveOneFigure(x, own, other) ? 0.35 : 0.65;
}

/** "Sped up for two months" and "slowed down for about two months": the one figure of both stands right behind both. */
function haveOneFigure({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const [mine, theirs] = [figureBehind(claim, own), figureBehind(source, other)];
  return mine?.unit !== undefined && theirs !== undefined && mine.unit === theirs.unit && agrees(mine, theirs);
}

/** The figure right behind a word, where the sentence has no other of its kind. */
function figureBehind({ tokens, numbers }: Sentence, token: Token): NumberMention | undefined {
  const at = tokens.indexOf(token);
  const near = tokens.slice(at + 1, at + 5).find(t => t.number)?.number;
  return near && numbers.filter(n => n.unit === near.unit).length === 1 ? near : undefined;
}

/** "The coroner agreed" and "He rejected", said of the coroner right before: the first deed of each sentence, with one doer. */
function areMainVerbs(x: Comparison, own: Token, other: Token): boolean {
  const [mine, theirs] = [frames(x.claim)[0], frames(x.source)[0]];
  if (mine?.verb.token !== own || theirs?.verb.token !== other || shared(x, own.span) < 0.75) return false;
  const { before, source } = x;
  const him = theirs.doer.length === 1 && theirs.doer[0]?.isPronoun ? theirs.doer[0].span : undefined;
  if (!him || !before || !/^(?:he|she|it|they)$/i.test(source.text.slice(him.start, him.end)))
    return meet(mine.doer, theirs.doer) === 'same';
  return mine.doer.some(n => n.head.length > 0 && n.head.every(t => before.places.has(t.stem)));
}

/** "Made a profit of 300,000 last year" and "made a loss of 300,000 last year": whoever did, one thing is told. */
function isTight(x: Comparison, own: Token, other: Token): boolean {
  const { left, right } = company(x, own.span, other.span, 4);
  return left > 0 && right > 0 && left + right > 2 && x.claim.numbers.some(n => n.kind === 'money');
}

/** "Numbers fell" and "numbers will grow" may both be so. */
function isOfAnotherTime({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const sides = [
    { token: own, mood: moodOf(claim, own) },
    { token: other, mood: moodOf(source, other) },
  ];
  return (
    sides.some(({ token, mood }) => mood.kind === 'done' && !/ing$/.test(token.text)) &&
    sides.some(({ mood }) => mood.kind === 'open' && /^(?:will|['’]ll|shall)$/i.test(mood.by?.text ?? ''))
  );
}

/** "Would have kept it open": what was not done says nothing against what was. */
function isUnreal({ text }: Sentence, { span }: Token): boolean {
  return /\b(?:would|could|should|might) (?:not )?have (?:\p{L}+ )?$/iu.test(text.slice(0, span.start));
}

/** What is done with nearly any noun says too little alone. */
const light = /^(?:give|take|make|get|have|come|go|put|do|be|say|see|one|time|day|man|woman|back)$/;

/** "Up 5 percent": without a figure the word is but a particle. */
function isParticle(token: Token, next: Token | undefined): boolean {
  return /^(?:up|down)$/i.test(token.text) && next?.number === undefined;
}

/** Most words have no opposite, and need not be laid beside each word of a passage. */
const opposable = ofSentence((sentence): readonly Token[] =>
  sentence.tokens.filter((token, i) => {
    const next = sentence.tokens[i + 1];
    if (token.word.opposites.length === 0 && !isOpposed(baseBefore(token, next))) return false;
    if (token.name || token.number || light.test(token.stem) || isParticle(token, next)) return false;
    return !token.stop || isOpposed(keyOf(token));
  }),
);

function opposes({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const [a, b] = [baseAt(claim, own), baseAt(source, other)];
  if (isOpposed(a, b)) return !areOfElections(a, b) || [claim, source].every(tellsOfElections);
  // A word that belongs to a phrase of its own ("turned down") means something else than alone.
  return a === keyOf(own) && b === keyOf(other) && areOpposite(own.word, other.word);
}

/** The claim's word, or one that means the same, of the same thing: in this passage or in another about it. */
function isBorneOut(x: Comparison, own: Token, other: Token): boolean {
  const base = baseAt(x.claim, own);
  const meant = (s: Sentence) =>
    s.tokens.filter(
      t => t.stem === own.stem || t.stem === `re${own.stem}` || (!t.stop && sidesWith(base, baseAt(s, t))),
    );
  const object = neighbours(x.claim, own.span, 3).right[0];
  return x.others.some(s => {
    const found = meant(s);
    if (s !== x.source)
      return (
        found.some(t => !isDoneToAnother(x.claim, own, s, t) && !isOfAnotherTime({ ...x, source: s }, own, t)) &&
        bears(x, s, own.span)
      );
    // "Leave the company to join a rival" does not bear out "join the company".
    const isOfAnother = (t: Token) =>
      object !== undefined &&
      neighbours(s, other.span, 3).right[0]?.stem === object.stem &&
      neighbours(s, t.span, 3).right[0]?.stem !== object.stem;
    return found.some(t => !isOfAnother(t));
  });
}

/** "Raised its forecast" does not bear out "raised its dividend". */
function isDoneToAnother(claim: Sentence, own: Token, s: Sentence, token: Token): boolean {
  const [mine, theirs] = [frameOf(claim, own)?.target ?? [], frameOf(s, token)?.target ?? []];
  const heads = (party: Party) => party.flatMap(n => n.head.map(t => t.stem));
  const [a, b] = [heads(mine), heads(theirs)];
  return a.length > 0 && b.length > 0 && !a.some(h => b.includes(h) || s.places.has(h));
}

/** "A is ahead of B" and "B is behind A" say the same; with several names before the word nobody can tell. */
function isTurned(x: Comparison, own: Token, other: Token): boolean {
  if (!areConverse(keyOf(own), keyOf(other))) return false;
  const left = (s: Sentence, t: Token) => s.names.filter(n => n.span.end <= t.span.start);
  const [[mine, ...more], [theirs, ...rest]] = [left(x.claim, own), left(x.source, other)];
  if (isPlace(keyOf(own)) && haveOneEnd(x, own, other))
    return mine && theirs ? !sameName(mine.text, theirs.text) : false;
  const isClear = more.length + rest.length === 0 && mine !== undefined && theirs !== undefined;
  return !isClear || !sameName(mine.text, theirs.text);
}

/** "Before the match" and "after the match"; or "two years later" with nothing behind, where all before it is the same. */
function haveOneEnd(x: Comparison, own: Token, other: Token): boolean {
  const behind = (s: Sentence, t: Token) => {
    const [next] = neighbours(s, t.span, 3).right;
    return next && /^[^,;:.]*$/.test(s.text.slice(t.span.end, next.span.start)) ? next.stem : undefined;
  };
  const [mine, theirs] = [behind(x.claim, own), behind(x.source, other)];
  if (mine !== undefined && theirs !== undefined) return mine === theirs;
  const told = x.claim.content.filter(t => t.span.end <= own.span.start);
  return (
    told.length > 2 && told.every(t => (x.source.places.get(t.stem)?.[0] ?? Infinity) < x.source.tokens.indexOf(other))
  );
}

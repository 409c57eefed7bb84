/** Words with opposite meaning in the same place: "rose" where the passage has "fell". */
import { relation } from '../lexicon/lexicon.ts';
import type { Sentence, Token } from '../tokens.ts';
import { denials } from './compareNegation.ts';
import { areTurned } from './compareOrder.ts';
import { isStance } from './compareStance.ts';
import { areConverse, isOpposed, keyOf, phraseAt, sidesWith } from './opposites.ts';
import { bears, type Comparer, type Comparison, company, neighbours, pair, shared } from './pair.ts';
import { sameName } from './sameName.ts';

export const compareOpposites: Comparer = x => {
  const others = x.source.tokens.filter(t => !x.claim.places.has(t.stem) && mayOppose(x.source, t));
  for (const own of x.claim.tokens) {
    if (!mayOppose(x.claim, own) || isStance(x.claim, own.span)) continue;
    const rivals = others.filter(t => opposes(x, own, t));
    const [other] = rivals;
    if (!other || rivals.length > 1 || shared(x, own.span) < 0.65) continue;
    if (isStance(x.source, other.span) || isBorneOut(x, own, other)) continue;
    if (!areNear(x, own, other) || denials(x.claim, own) !== denials(x.source, other)) continue;
    if (isTurned(x, own, other) || (/^(?:more|less)$/i.test(own.text) && areTurned(x))) continue;
    return [pair(x, phraseAt(x.claim, own).span, phraseAt(x.source, other).span, 'wording')];
  }
  return [];
};

/** Something of the same said right beside both; on whichever side where the sentences are much alike. */
function areNear(x: Comparison, own: Token, other: Token): boolean {
  const near = company(x, own.span, other.span, 3);
  if (near.left + near.right > 0) return true;
  const around = (s: Sentence, t: Token) => Object.values(neighbours(s, t.span, 4)).flat();
  const theirs = around(x.source, other);
  return shared(x, own.span) >= 0.75 && around(x.claim, own).some(t => theirs.some(u => u.stem === t.stem));
}

/** What is done with nearly any noun says too little alone. */
const light = /^(?:give|take|make|get|have|come|go|put|do|be|say|see|one|time|day|man|woman|back)$/;

/** "Up 5 percent": without a figure the word is but a particle. */
function isParticle(sentence: Sentence, token: Token): boolean {
  const next = sentence.tokens[sentence.tokens.indexOf(token) + 1];
  return /^(?:up|down)$/i.test(token.text) && next?.number === undefined;
}

function mayOppose(sentence: Sentence, token: Token): boolean {
  if (token.name || token.number || light.test(token.stem) || isParticle(sentence, token)) return false;
  return !token.stop || isOpposed(keyOf(token));
}

function opposes({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const [a, b] = [phraseAt(claim, own).base, phraseAt(source, other).base];
  if (isOpposed(a, b)) return true;
  // A word that belongs to a phrase of its own ("turned down") means something else than alone.
  return a === keyOf(own) && b === keyOf(other) && relation(own.word, other.word) === 'opposite';
}

/** The claim's word, or one that means the same, of the same thing: in this passage or in another about it. */
function isBorneOut(x: Comparison, own: Token, other: Token): boolean {
  const base = phraseAt(x.claim, own).base;
  const meant = (s: Sentence) =>
    s.tokens.filter(
      t => t.stem === own.stem || t.stem === `re${own.stem}` || (!t.stop && sidesWith(base, phraseAt(s, t).base)),
    );
  const object = neighbours(x.claim, own.span, 3).right[0];
  return x.others.some(s => {
    const found = meant(s);
    if (s !== x.source) return found.length > 0 && bears(x, s, own.span);
    // "Leave the company to join a rival" does not bear out "join the company".
    const isOfAnother = (t: Token) =>
      object !== undefined &&
      neighbours(s, other.span, 3).right[0]?.stem === object.stem &&
      neighbours(s, t.span, 3).right[0]?.stem !== object.stem;
    return found.some(t => !isOfAnother(t));
  });
}

/** "A is ahead of B" and "B is behind A" say the same; with several names before the word nobody can tell. */
function isTurned(x: Comparison, own: Token, other: Token): boolean {
  if (!areConverse(keyOf(own), keyOf(other))) return false;
  const left = (s: Sentence, t: Token) => s.names.filter(n => n.span.end <= t.span.start);
  const [[mine, ...more], [theirs, ...rest]] = [left(x.claim, own), left(x.source, other)];
  const isClear = more.length + rest.length === 0 && mine !== undefined && theirs !== undefined;
  return !isClear || !sameName(mine.text, theirs.text);
}

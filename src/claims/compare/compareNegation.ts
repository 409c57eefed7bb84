/** The same deed said on one side and denied on the other. */
import { partsOfSpeech, relation } from '../lexicon/lexicon.ts';
import type { Sentence, Token } from '../tokens.ts';
import { isStance } from './compareStance.ts';
import { isMixed } from './compareTrends.ts';
import { type Comparer, type Comparison, company, pair, shared } from './pair.ts';

/**
 * A verb or adjective that both sentences share, negated on one side only. The change names the negating word and the
 * verb behind it, on the side that has none the verb alone.
 */
export const compareNegation: Comparer = x => {
  for (const own of x.claim.content) {
    if (!isPredicate(own) || own.name || own.number || isStance(x.claim, own.span)) continue;
    for (const place of x.source.places.get(own.stem) ?? []) {
      const other = x.source.tokens[place];
      if (!other || !isPredicate(other)) continue;
      const [a, b] = [negator(x.claim, own), negator(x.source, other)];
      // Said plainly on one side means: no word of denial anywhere in that sentence.
      if (
        (a === undefined) === (b === undefined) ||
        denies(a === undefined ? x.claim : x.source, a === undefined ? own : other)
      )
        continue;
      if (shared(x, own.span) < 0.7 || isBorneOut(x, own, a !== undefined)) continue;
      return [pair(x, phrase(a, own), phrase(b, other), 'negation')];
    }
  }
  return [];
};

function phrase(negation: Token | undefined, verb: Token) {
  return negation
    ? { start: Math.min(negation.span.start, verb.span.start), end: Math.max(negation.span.end, verb.span.end) }
    : verb.span;
}

function isPredicate(token: Token): boolean {
  return partsOfSpeech(token.word).some(p => p === 'v' || p === 'a') || /(?:ed|ing)$/.test(token.text);
}

/** Another passage about the same thing has the verb with the claim's own sign. */
function isBorneOut(x: Comparison, own: Token, negated: boolean): boolean {
  return x.others.some(
    s =>
      s !== x.source &&
      shared({ ...x, source: s }, own.span) >= 0.5 &&
      (s.places.get(own.stem) ?? []).some(place => {
        const token = s.tokens[place];
        return token !== undefined && (negator(s, token) !== undefined) === negated;
      }),
  );
}

const negators = /^(?:not|never|no|neither|nor|cannot|without|hardly|\p{L}+n['’]t)$/iu;
const denials = new Set(['refus', 'deni', 'deny', 'fail', 'declin', 'reject', 'avoid', 'prevent']);
const between =
  /^(?:be|been|being|to|yet|have|has|had|ever|longer|even|also|the|a|an|any|that|it|he|she|they|is|was|were|are|will|would|did|do|does|could|can|by|\p{L}+ly)$/iu;

/** The word that negates a verb: before it, with nothing but helping words between; two of them undo each other. */
function negator(sentence: Sentence, verb: Token): Token | undefined {
  let found: Token | undefined;
  let count = 0;
  for (let i = sentence.tokens.indexOf(verb) - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const token = sentence.tokens[i];
    if (!token || /[,;:.]/.test(sentence.text.slice(token.span.end, token.span.end + 1))) break;
    const only = /^only$/i.test(sentence.tokens[i + 1]?.text ?? '');
    if (
      (negators.test(token.text) && !only) ||
      (denials.has(token.stem) && /^to$/i.test(sentence.tokens[i + 1]?.text ?? ''))
    ) {
      found = token;
      count++;
    } else if (!between.test(token.text)) break;
  }
  return count % 2 === 1 ? found : undefined;
}

const denial =
  /^(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|hardly|barely|little|few|unable|unlikely|unwilling|lack\p{L}*|fail\p{L}*|refus\p{L}*|den(?:y|ie[sd]|ying)|declin\p{L}*|reject\p{L}*|avoid\p{L}*|prevent\p{L}*|hoax\p{L}*|myth\p{L}*|false\p{L}*|rather|instead|yet|unless|until|\p{L}+n['’]t)$/iu;

function denies(sentence: Sentence, apart: Token): boolean {
  return sentence.tokens.some(t => t !== apart && denial.test(t.text));
}

/** Words with opposite meaning in the same place: "rose" where the passage has "fell". */
export const compareOpposites: Comparer = x => {
  for (const own of x.claim.content) {
    if (own.name || own.number || x.others.some(s => s.places.has(own.stem))) continue;
    const other = x.source.content.find(t => !x.claim.places.has(t.stem) && !t.name && !t.number && isOpposite(own, t));
    if (!other || shared(x, own.span) < 0.65) continue;
    if (isStance(x.claim, own.span) && isStance(x.source, other.span)) continue;
    if (/^(?:rise|raise|cut|lower|fall|drop|increase)$/.test(own.word.base) && isMixed(x.source)) continue;
    const near = company(x, own.span, other.span, 3);
    if (near.left + near.right === 0 || denies(x.claim, own) || denies(x.source, other)) continue;
    return [pair(x, own.span, other.span, 'wording')];
  }
  return [];
};

/** What a newsroom's opposites are, beyond those the lexicon lists. */
const opposed = new Map<string, Set<string>>();
for (const [left, right] of [
  ['rise climb increase gain jump soar surge grow', 'fall drop decline decrease sink plunge tumble slump shrink'],
  ['agree accept', 'refuse decline reject'],
  ['profit gain', 'loss'],
  ['approve accept back support endorse allow permit', 'reject refuse oppose block veto ban forbid'],
  ['win', 'lose'],
  ['join', 'leave left quit'],
  ['confirm admit acknowledge', 'deny'],
  ['raise', 'lower cut'],
  ['hire', 'fire'],
  ['arrive', 'leave depart'],
  ['acquit clear', 'convict'],
  ['open', 'close shut'],
  ['start begin launch', 'end stop finish halt'],
  ['praise', 'criticise criticize condemn'],
  ['strengthen', 'weaken'],
  ['remember', 'forget'],
  ['before', 'after'],
  ['male', 'female'],
  ['north northern', 'south southern'],
  ['east eastern', 'west western'],
] as const) {
  for (const a of left.split(' '))
    for (const b of right.split(' '))
      for (const [p, q] of [
        [a, b],
        [b, a],
      ] as const)
        opposed.set(p, (opposed.get(p) ?? new Set()).add(q));
}

function isOpposite(a: Token, b: Token): boolean {
  return relation(a.word, b.word) === 'opposite' || (opposed.get(a.word.base)?.has(b.word.base) ?? false);
}

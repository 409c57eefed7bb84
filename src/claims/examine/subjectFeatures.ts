import { ofForm } from '../ofForm.ts';
import type { Sentence, Token } from '../tokens.ts';
import { type Examination, heldIn } from './examination.ts';
import type { Feature } from './feature.ts';

/**
 * Who did it: the claim is parted at its first verb, and the passage that holds the second part best is asked for the
 * first. A claim pieced together of one sentence's subject and another's deed shows here.
 */
export function subjectFeatures({ claim, source }: Examination): Feature[] {
  const at = verbPlace(claim);
  const parting = claim.tokens.slice(0, at).filter(t => !t.stop).length;
  const end = claim.content.length;
  const inHead = source.map(p => share(claim, 0, parting, p));
  const inTail = source.map(p => share(claim, parting, end, p));
  const [doer, deed] = [placeOfMost(inHead), placeOfMost(inTail)];
  const together = source.reduce((most, _, i) => Math.max(most, Math.min(inHead[i] ?? 0, inTail[i] ?? 0)), 0);
  const last = source[deed];
  return [
    ['headHere', inHead[deed] ?? 0],
    ['headBest', inHead[doer] ?? 0],
    ['headLost', (inHead[doer] ?? 0) - (inHead[deed] ?? 0)],
    ['tailHere', inTail[doer] ?? 0],
    ['tailBest', inTail[deed] ?? 0],
    ['headAndTail', together],
    ['subjectOther', otherSubject(claim, at, last)],
    ['tailLast', last ? share(claim, Math.max(parting, end - 3), end, last) : 0],
  ];
}

const auxiliary =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|said|says|told|made|took|won|lost|became|began|went|came|gave|held|did|does|do)$/;

/** Place of the first token that looks like a finite verb; a third of the sentence when none does. */
export function verbPlace({ tokens }: Sentence): number {
  const place = tokens.findIndex((t, i) => i > 0 && isVerb(t, tokens[i - 1]));
  return place < 0 ? Math.ceil(tokens.length / 3) : place;
}

export function isVerb(token: Token, before: Token | undefined): boolean {
  if (isAuxiliary(token)) return true;
  return mayBeVerb(token) && !token.name && !(before && beginsPhrase(before));
}

const isAuxiliary = ofForm(({ text }) => auxiliary.test(text));
const mayBeVerb = ofForm(({ text, word }) => /^[a-z]{2,}(?:ed|s|es)$/.test(text) && word.partsOfSpeech[0] === 'v');
const beginsPhrase = ofForm(({ text }) => /^(?:a|an|the|of|by|his|her|its|their)$/i.test(text));

/** Of the claim's content words from one place to before another, the weighted share that a passage holds. */
function share(claim: Sentence, start: number, end: number, passage: Sentence): number {
  const held = heldIn(passage, claim);
  let [all, met] = [0, 0];
  for (let i = start; i < end; i++) {
    const weight = claim.content[i]?.weight ?? 0;
    all += weight;
    if (held[i]) met += weight;
  }
  return all === 0 ? 1 : met / all;
}

/** -1 where all are nothing. */
function placeOfMost(shares: readonly number[]): number {
  let place = -1;
  let most = 0;
  for (const [i, own] of shares.entries()) if (own > most) [place, most] = [i, own];
  return place;
}

/** 1 when the deed's passage names a subject before the same verb and it is not the claim's. */
function otherSubject(claim: Sentence, at: number, deed: Sentence | undefined): number {
  const verb = claim.tokens.slice(at, at + 3).find(t => !t.stop);
  const place = verb && deed?.places.get(verb.stem)?.[0];
  if (!deed || place === undefined || place === 0) return 0;
  const theirs = deed.tokens.slice(Math.max(0, place - 6), place).filter(t => !t.stop);
  if (theirs.length === 0) return 0;
  const own = new Set(claim.tokens.slice(0, at).map(t => t.stem));
  return theirs.some(t => own.has(t.stem)) ? -1 : 1;
}

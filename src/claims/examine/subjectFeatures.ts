import { ofForm } from '../ofForm.ts';
import type { Sentence, Token } from '../tokens.ts';
import { type Examination, holds } from './examination.ts';
import type { Feature } from './feature.ts';

/**
 * Who did it: the claim is parted at its first verb, and the passage that holds the second part best is asked for the
 * first. A claim pieced together of one sentence's subject and another's deed shows here.
 */
export function subjectFeatures({ claim, source }: Examination): Feature[] {
  const at = verbPlace(claim);
  const head = claim.tokens.slice(0, at).filter(t => !t.stop);
  const tail = claim.tokens.slice(at).filter(t => !t.stop);
  const deed = best(tail, source);
  const doer = best(head, source);
  const together = source.reduce((most, p) => Math.max(most, Math.min(share(head, p), share(tail, p))), 0);
  return [
    ['headHere', deed ? share(head, deed) : 0],
    ['headBest', doer ? share(head, doer) : 0],
    ['headLost', (doer ? share(head, doer) : 0) - (deed ? share(head, deed) : 0)],
    ['tailHere', doer ? share(tail, doer) : 0],
    ['tailBest', deed ? share(tail, deed) : 0],
    ['headAndTail', together],
    ['subjectOther', otherSubject(claim, at, deed)],
    ['tailLast', deed ? lastShare(tail, deed) : 0],
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

function share(tokens: readonly Token[], passage: Sentence): number {
  let [all, met] = [0, 0];
  for (const token of tokens) {
    all += token.weight;
    if (holds(passage, token)) met += token.weight;
  }
  return all === 0 ? 1 : met / all;
}

function lastShare(tail: readonly Token[], passage: Sentence): number {
  return share(tail.slice(-3), passage);
}

function best(tokens: readonly Token[], passages: readonly Sentence[]): Sentence | undefined {
  let found: Sentence | undefined;
  let most = 0;
  for (const passage of passages) {
    const own = share(tokens, passage);
    if (own > most) [found, most] = [passage, own];
  }
  return found;
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

import { ofForm } from '../ofForm.ts';
import type { Sentence, Token } from '../tokens.ts';
import type { Examination } from './examination.ts';
import type { Feature } from './feature.ts';
import { isVerb } from './subjectFeatures.ts';

/** For each verb of the claim: whether a passage with that verb has the claim's subject before it and its object behind. */
export function verbFeatures(x: Examination): Feature[] {
  const { tokens } = x.claim;
  const verbs = tokens.flatMap((verb, i) => (i > 0 && !verb.stop && isVerb(verb, tokens[i - 1]) ? [i] : []));
  const bonds = verbs.flatMap(at => bondOf(x, at) ?? []);
  const mean = (of: (bond: Bond) => number) =>
    bonds.length ? bonds.reduce((sum, bond) => sum + of(bond), 0) / bonds.length : 1;
  return [
    ['verbs', verbs.length],
    ['verbKnown', verbs.length ? bonds.length / verbs.length : 1],
    ['verbSubject', mean(b => b.subject)],
    ['verbObject', mean(b => b.object)],
    ['verbSubjectLow', Math.min(1, ...bonds.map(b => b.subject))],
    ['verbObjectLow', Math.min(1, ...bonds.map(b => b.object))],
  ];
}

type Bond = { readonly subject: number; readonly object: number };

/** Tokens before and behind a verb among which its subject and object are looked for. */
const reach = 9;

/** Undefined when no passage has the verb, nor one that means much the same. */
function bondOf(x: Examination, at: number): Bond | undefined {
  const { tokens } = x.claim;
  const verb = tokens[at];
  if (!verb) return undefined;
  const content = (list: readonly Token[]) => list.filter(t => !t.stop);
  const subject = content(tokens.slice(Math.max(0, at - 7), at)).slice(-2);
  const object = content(tokens.slice(at + 1, at + 8)).slice(0, 2);
  let best: Bond | undefined;
  for (const passage of x.source) {
    for (const place of placesOf(verb, passage, x)) {
      best = {
        subject: Math.max(best?.subject ?? 0, subjectAt(passage, subject, place, x)),
        object: Math.max(best?.object ?? 0, objectAt(passage, object, place)),
      };
    }
  }
  return best;
}

function placesOf(verb: Token, passage: Sentence, { meetings, chosen }: Examination): readonly number[] {
  const own = passage.places.get(verb.stem);
  if (own) return own;
  const near = meetings.find(m => m.token === verb);
  const isHere = near?.passage !== undefined && chosen[near.passage] === passage && near.nearness >= 0.6;
  return isHere && near.place !== undefined ? [near.place] : [];
}

/** 1 all of it, 0.8 part of it, 0.7 a pronoun for a subject of the passage before, 0.4 on the other side of the verb. */
function subjectAt(passage: Sentence, wanted: readonly Token[], place: number, { before }: Examination): number {
  const stretch = passage.tokens.slice(Math.max(0, place - reach), place);
  const found = shareIn(stretch, wanted);
  if (found > 0) return found;
  const earlier = stretch.slice(-6).some(isPronoun) ? before.get(passage) : undefined;
  if (earlier && wanted.some(w => earlier.places.has(w.stem))) return 0.7;
  return shareIn(passage.tokens.slice(place + 1, place + 1 + reach), wanted) > 0 ? 0.4 : 0;
}

function objectAt(passage: Sentence, wanted: readonly Token[], place: number): number {
  const found = shareIn(passage.tokens.slice(place + 1, place + 1 + reach), wanted);
  if (found > 0) return found;
  return shareIn(passage.tokens.slice(Math.max(0, place - reach), place), wanted) > 0 ? 0.4 : 0;
}

function shareIn(stretch: readonly Token[], wanted: readonly Token[]): number {
  if (wanted.length === 0) return 1;
  const met = wanted.filter(w => stretch.some(t => t.stem === w.stem)).length;
  return met === 0 ? 0 : met === wanted.length ? 1 : 0.8;
}

/** A word that stands for somebody or something named before. */
export const isPronoun = ofForm(({ text }) =>
  /^(?:he|she|they|it|his|her|their|its|this|these|that|we|our|i|my|who)$/i.test(text),
);

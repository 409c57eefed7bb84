/** A claim laid beside the passages of one source: what each of its words meets there. */
import type { NumberMention } from '../../text/numbers.ts';
import { agrees } from '../compare/alike/agrees.ts';
import { likeness, type Relation, relation } from '../lexicon/lexicon.ts';
import { listedWords } from '../listedWords.ts';
import type { Sentence, Token } from '../tokens.ts';
import type { Reading } from './readEvidence.ts';
import { type Standing, standingOf } from './standing.ts';

/** The nearest thing a claim's word meets in the chosen passages. */
export type Meeting = {
  readonly token: Token;
  /** 0..1: 1 for the word itself. */
  readonly nearness: number;
  readonly relation: Relation;
  /** Nearest by the company words keep, -1..1. */
  readonly likeness: number;
  /** Which of the chosen passages, and where in it; absent when nothing is near. */
  readonly passage?: number;
  readonly place?: number;
};

export type Examination = {
  readonly claim: Sentence;
  /** The best one to three passages: together they cover the claim's words best. */
  readonly chosen: readonly Sentence[];
  /** All passages proposed of the same source. */
  readonly source: readonly Sentence[];
  /** Where the claim's words stand in them. */
  readonly standing: Standing;
  /** All passages proposed. */
  readonly all: readonly Sentence[];
  /** One for each content word of the claim. */
  readonly meetings: readonly Meeting[];
  /** The sentence before a passage, where that was proposed too. */
  readonly before: ReadonlyMap<Sentence, Sentence>;
};

/** Chooses the source that covers the claim best, and lays the claim beside its best passages. */
export function examine(claim: Sentence, { sources, before }: Reading): Examination {
  let best: { source: readonly Sentence[]; chosen: Sentence[]; covered: number } | undefined;
  for (const source of sources) {
    const chosen = choose(claim, source);
    const covered = coverage(claim, chosen);
    if (!best || covered > best.covered) best = { source, chosen, covered };
  }
  const { source, chosen } = best ?? { source: [], chosen: [] };
  const meetings = claim.content.map(token => meet(token, chosen));
  const standing = standingOf(claim, source);
  return { claim, chosen, source, standing, all: sources.flat(), meetings, before };
}

/** Weighted share of the claim's content words that stand in any of the passages. */
export function coverage(claim: Sentence, passages: readonly Sentence[]): number {
  const held = passages.map(passage => heldIn(passage, claim));
  let [all, met] = [0, 0];
  for (const [i, token] of claim.content.entries()) {
    all += token.weight;
    if (isHeld(i, held)) met += token.weight;
  }
  return all === 0 ? 0 : met / all;
}

/** The last claim that was asked about, and what of it the passages hold: the same passages are asked over and over. */
let last: { readonly claim: Sentence; readonly held: Map<Sentence, readonly boolean[]> } | undefined;

/** Which of a claim's content words a passage holds. */
export function heldIn(passage: Sentence, claim: Sentence): readonly boolean[] {
  if (last?.claim !== claim) last = { claim, held: new Map() };
  const known = last.held.get(passage);
  if (known) return known;
  const held = claim.content.map(token => holds(passage, token));
  last.held.set(passage, held);
  return held;
}

/** Whether any passage holds the claim's content word of that place. */
export function isHeld(place: number, held: readonly (readonly boolean[])[]): boolean {
  for (const own of held) if (own[place]) return true;
  return false;
}

/** Asked for each word of a claim and each passage, over and over: loops make no functions that are thrown away at once. */
export function anyHolds(passages: readonly Sentence[], token: Token): boolean {
  for (const passage of passages) if (holds(passage, token)) return true;
  return false;
}

/** Whether a passage has the token's word, or a number that agrees with its number. */
export function holds(passage: Sentence, token: Token): boolean {
  if (passage.places.has(token.stem)) return true;
  const { number } = token;
  return number !== undefined && hasNumber(passage, number);
}

function hasNumber({ numbers }: Sentence, number: NumberMention): boolean {
  for (const other of numbers) if (agrees(number, other)) return true;
  return false;
}

/** Greedy: the passage that covers most, then those that add most. */
function choose(claim: Sentence, passages: readonly Sentence[]): Sentence[] {
  const chosen: Sentence[] = [];
  const isMissing = claim.content.map(() => true);
  const held = passages.map(passage => heldIn(passage, claim));
  while (chosen.length < 3) {
    let best = -1;
    let most = 0;
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i] as Sentence;
      const own = held[i] ?? [];
      let gain = 0;
      for (let t = 0; t < own.length; t++) if (own[t] && isMissing[t]) gain += claim.content[t]?.weight ?? 0;
      // Shorter passages win ties: the same words nearer together.
      gain -= passage.tokens.length * 1e-4;
      if (gain > most + 1e-9 && !chosen.includes(passage)) {
        best = i;
        most = gain;
      }
    }
    const passage = passages[best];
    if (!passage || (chosen.length > 0 && most < 0.25)) break;
    chosen.push(passage);
    for (const [t, isHere] of (held[best] ?? []).entries()) if (isHere) isMissing[t] = false;
  }
  return chosen;
}

const nearnessOf: Readonly<Record<Relation, number>> = {
  same: 1,
  formed: 0.9,
  synonym: 0.8,
  narrower: 0.75,
  broader: 0.65,
  sibling: 0.3,
  opposite: 0.1,
  none: 0,
};

function meet(token: Token, passages: readonly Sentence[]): Meeting {
  for (const [p, passage] of passages.entries()) {
    const place = passage.places.get(token.stem)?.[0];
    if (place !== undefined) return { token, nearness: 1, relation: 'same', likeness: 1, passage: p, place };
  }
  const { number } = token;
  if (number) {
    for (const [p, passage] of passages.entries()) {
      const place = passage.tokens.findIndex(t => t.number !== undefined && agrees(number, t.number));
      if (place >= 0) return { token, nearness: 1, relation: 'same', likeness: 1, passage: p, place };
    }
  }
  return nearest(token, passages);
}

function nearest(token: Token, passages: readonly Sentence[]): Meeting {
  let best: Meeting = { token, nearness: 0, relation: 'none', likeness: 0 };
  let alike = 0;
  const { word: own } = token;
  for (const [p, passage] of passages.entries()) {
    for (const { place, word } of listedWords(passage)) {
      const kind = relation(own, word);
      const like = likeness(own, word);
      alike = Math.max(alike, like);
      const nearness = Math.max(nearnessOf[kind], kind === 'opposite' ? 0 : like * 0.7);
      if (nearness > best.nearness) best = { token, nearness, relation: kind, likeness: like, passage: p, place };
    }
  }
  return { ...best, likeness: alike };
}

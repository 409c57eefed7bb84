import { likeness, relation } from '../lexicon/lexicon.ts';
import type { Sentence, Token } from '../tokens.ts';
import type { Examination } from './examination.ts';
import type { Feature } from './feature.ts';
import { type Standing, stands } from './standing.ts';

/** Whether words that meet also meet in company: neighbours, order, pairs, and what stands in a missing word's place. */
export function contextFeatures(x: Examination): Feature[] {
  const { claim, chosen } = x;
  const supports = claim.content.flatMap((token, i) => support(token, i, x) ?? []);
  const sum = supports.reduce((a, b) => a + b, 0);
  const pairs = pairFeatures(x);
  return [
    ['contextMean', supports.length ? sum / supports.length : 0],
    ['contextLow', supports.length ? Math.min(...supports) : 0],
    ['contextNone', supports.filter(s => s === 0).length],
    ...pairs,
    ['inversions', inversions(claim, chosen[0])],
    ['bigrams', sharedRuns(2, x, chosen)],
    ['trigrams', sharedRuns(3, x, chosen)],
    ['bigramsSource', sharedRuns(2, x, x.source)],
    ...swapFeatures(x),
  ];
}

/** Share of a matched word's neighbours (two content words each side) that stand near it in the same passage. */
function support(token: Token, at: number, { claim, standing }: Examination): number | undefined {
  const neighbours = [at - 2, at - 1, at + 1, at + 2].flatMap(i => claim.content[i] ?? []);
  if (neighbours.length === 0) return undefined;
  const others = neighbours.map(n => standing(n.stem));
  let best: number | undefined;
  for (const [p, places] of standing(token.stem).entries()) {
    for (const place of places) {
      let near = 0;
      for (const other of others) if (isNear(other[p] ?? [], place, 8)) near++;
      best = Math.max(best ?? 0, near / others.length);
    }
  }
  return best;
}

function isNear(places: readonly number[], place: number, reach: number): boolean {
  for (const other of places) if (Math.abs(other - place) <= reach) return true;
  return false;
}

/** Adjacent content words of the claim: met together in order, in the other order, apart, or not both. */
function pairFeatures({ claim, standing }: Examination): Feature[] {
  let [together, turned, apart, all] = [0, 0, 0, 0];
  for (let i = 0; i + 1 < claim.content.length; i++) {
    const [a, b] = [claim.content[i], claim.content[i + 1]];
    if (!a || !b) continue;
    all++;
    let [inOrder, inTurn, somewhere] = [false, false, false];
    const [first, second] = [standing(a.stem), standing(b.stem)];
    for (const [i, places] of first.entries()) {
      for (const p of places) {
        for (const q of second[i] ?? []) {
          somewhere = true;
          if (q > p && q - p <= 6) inOrder = true;
          if (q < p && p - q <= 6) inTurn = true;
        }
      }
    }
    if (inOrder) together++;
    else if (inTurn) turned++;
    else if (!somewhere && first.some(stands) && second.some(stands)) apart++;
  }
  const n = Math.max(1, all);
  return [
    ['pairsTogether', together / n],
    ['pairsTurned', turned / n],
    ['pairsApart', apart / n],
    ['pairsApartCount', apart],
    ...namePairs(claim, standing),
  ];
}

/** Heavy words (names, rare words) of the claim that never meet in one passage. */
function namePairs(claim: Sentence, standing: Standing): Feature[] {
  const heavy = claim.content.filter(t => t.name || t.number !== undefined || t.weight > 0.85).slice(0, 8);
  let [never, all] = [0, 0];
  for (const [i, a] of heavy.entries()) {
    for (const b of heavy.slice(i + 1)) {
      if (a.stem === b.stem) continue;
      all++;
      const others = standing(b.stem);
      if (!standing(a.stem).some((places, p) => stands(places) && stands(others[p]))) never++;
    }
  }
  return [
    ['strangers', all ? never / all : 0],
    ['heavyPairs', all],
  ];
}

/** Share of pairs of matched words that stand in the other order in the best passage. */
function inversions(claim: Sentence, best: Sentence | undefined): number {
  const places = claim.content.flatMap(t => best?.places.get(t.stem)?.[0] ?? []);
  let [turned, all] = [0, 0];
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      all++;
      if ((places[i] ?? 0) > (places[j] ?? 0)) turned++;
    }
  }
  return all ? turned / all : 0;
}

/** Share of the claim's runs of `n` words that stand in some passage as they are. */
function sharedRuns(n: number, { claim, source, standing }: Examination, passages: readonly Sentence[]): number {
  const runs = claim.tokens.length - n + 1;
  const asked = passages.map(passage => source.indexOf(passage));
  let met = 0;
  for (let at = 0; at < runs; at++) {
    const places = standing(claim.tokens[at]?.stem ?? '');
    if (asked.some(p => hasRun(source[p]?.tokens ?? [], places[p] ?? [], claim.tokens, at, n))) met++;
  }
  return runs > 0 ? met / runs : 0;
}

type Tokens = Sentence['tokens'];

/** Whether `n` words of the claim from `at` on stand one behind the other from one of the places on. */
function hasRun(theirs: Tokens, places: readonly number[], own: Tokens, at: number, n: number): boolean {
  for (const place of places) {
    let length = 1;
    while (length < n && theirs[place + length]?.stem === own[at + length]?.stem) length++;
    if (length === n) return true;
  }
  return false;
}

/** Missing words whose neighbours match: what stands between those neighbours in the passage instead. */
function swapFeatures({ claim, chosen }: Examination): Feature[] {
  let [swaps, alike, opposite, sibling, numbers, names, inserted] = [0, 0, 0, 0, 0, 0, 0];
  for (const [i, token] of claim.tokens.entries()) {
    if (token.stop || chosen.some(p => p.places.has(token.stem))) continue;
    const between = gap(claim, i, chosen);
    if (!between) continue;
    const candidates = between.filter(t => !t.stop && !claim.places.has(t.stem));
    if (candidates.length === 0) {
      inserted++;
      continue;
    }
    swaps++;
    alike += Math.max(...candidates.map(c => likeness(token.word, c.word)));
    const kinds = candidates.map(c => relation(token.word, c.word));
    if (kinds.includes('opposite')) opposite++;
    if (kinds.includes('sibling')) sibling++;
    if (token.number && candidates.some(c => c.number)) numbers++;
    if (token.name && candidates.some(c => c.name)) names++;
  }
  return [
    ['swaps', swaps],
    ['swapLikeness', swaps ? alike / swaps : 0],
    ['swapOpposite', opposite],
    ['swapSibling', sibling],
    ['swapNumbers', numbers],
    ['swapNames', names],
    ['inserted', inserted],
  ];
}

/** The tokens of a passage between the places of the claim words left and right of token `i`; undefined without both. */
function gap(claim: Sentence, i: number, passages: readonly Sentence[]): readonly Token[] | undefined {
  for (const passage of passages) {
    const left = claim.tokens.slice(Math.max(0, i - 3), i).findLast(t => passage.places.has(t.stem) && !t.stop);
    const right = claim.tokens.slice(i + 1, i + 4).find(t => passage.places.has(t.stem) && !t.stop);
    if (!left && !right) continue;
    for (const p of (left && passage.places.get(left.stem)) ?? []) {
      for (const q of (right && passage.places.get(right.stem)) ?? []) {
        if (q > p && q - p <= 8) return passage.tokens.slice(p + 1, q);
      }
    }
  }
  return undefined;
}

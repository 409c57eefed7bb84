import type { Sentence, Token } from '../tokens.ts';
import type { Examination } from './examination.ts';
import type { Feature } from './feature.ts';
import { stands } from './standing.ts';

/**
 * Whether what the claim joins is joined in the source: content words that stand together, a number and what it counts,
 * a name and what is said of it. The weakest bond tells most: one changed thing leaves all others whole.
 */
export function bondFeatures(x: Examination): Feature[] {
  const where = placesOf(x);
  const bonds = bondsOf(x.claim, where);
  const known = bonds.filter(b => b.known);
  const sorted = bonds.map(b => b.strength).sort((a, b) => a - b);
  const knownSorted = known.map(b => b.strength).sort((a, b) => a - b);
  return [
    ['bondMean', mean(bonds)],
    ['bondKnown', mean(known)],
    ['bondHeavy', mean(known.filter(b => b.heavy))],
    ['bondLow', sorted[0] ?? 1],
    ['bondLow3', sorted[2] ?? 1],
    ['bondKnownLow', knownSorted[0] ?? 1],
    ['bondKnownLow2', knownSorted[1] ?? 1],
    ['bondKnownLow4', knownSorted[3] ?? 1],
    ['bondApart', known.filter(b => b.strength < 0.3).length / Math.max(1, known.length)],
    ...company(x.claim, where, 'number', t => t.number !== undefined),
    ...company(x.claim, where, 'name', t => t.name),
  ];
}

type Bond = {
  /** 0..1 */
  readonly strength: number;
  readonly weight: number;
  /** Both words stand somewhere in the source. */
  readonly known: boolean;
  /** One of them is a name or a number. */
  readonly heavy: boolean;
};

/** Where each content word of the claim stands in each passage. */
type Places = ReadonlyMap<Token, ReadonlyMap<Sentence, readonly number[]>>;

/** The word itself in all passages, something near it in the chosen ones. */
function placesOf({ source, standing, chosen, meetings }: Examination): Places {
  const found = new Map<Token, Map<Sentence, readonly number[]>>();
  for (const { token, passage, place, nearness } of meetings) {
    const own = new Map<Sentence, readonly number[]>();
    const at = standing(token.stem);
    for (const [i, p] of source.entries()) if (stands(at[i])) own.set(p, at[i] ?? []);
    const near = passage === undefined ? undefined : chosen[passage];
    if (near && place !== undefined && nearness >= 0.6 && !own.has(near)) own.set(near, [place]);
    found.set(token, own);
  }
  return found;
}

/** Of each content word with the next and the next but one. */
function bondsOf({ content, tokens }: Sentence, where: Places): Bond[] {
  const at = new Map(tokens.map((token, i) => [token, i]));
  return content.flatMap((a, i) =>
    [1, 2].flatMap(gap => {
      const b = content[i + gap];
      if (!b || a.stem === b.stem) return [];
      const known = (where.get(a)?.size ?? 0) > 0 && (where.get(b)?.size ?? 0) > 0;
      const strength = known ? strengthOf(where, a, b, (at.get(b) ?? 0) - (at.get(a) ?? 0)) : 0;
      return [{ strength, weight: Math.min(a.weight, b.weight) / gap, known, heavy: isHeavy(a) || isHeavy(b) }];
    }),
  );
}

function isHeavy({ name, number }: Token): boolean {
  return name || number !== undefined;
}

function mean(bonds: readonly Bond[]): number {
  const weight = bonds.reduce((sum, b) => sum + b.weight, 0);
  return weight === 0 ? 1 : bonds.reduce((sum, b) => sum + b.strength * b.weight, 0) / weight;
}

/** 1 for two words as near as in the claim and in its order; less when further apart or turned; 0.1 in two passages. */
function strengthOf(where: Places, a: Token, b: Token, distance: number): number {
  let best = 0.1;
  for (const [passage, places] of where.get(a) ?? []) {
    for (const q of where.get(b)?.get(passage) ?? []) {
      for (const p of places) {
        const apart = Math.max(0, Math.abs(q - p) - distance - 1);
        best = Math.max(best, (q > p ? 1 : 0.75) * (0.35 + 0.65 / (1 + apart / 5)));
      }
    }
  }
  return best;
}

/** Of each number (or name) the share of its neighbours that stand near it in one passage: the least and the mean. */
function company(claim: Sentence, where: Places, name: string, isOne: (t: Token) => boolean): Feature[] {
  const shares = claim.content.flatMap((token, i) => {
    if (!isOne(token)) return [];
    const near = [i - 2, i - 1, i + 1, i + 2]
      .flatMap(at => claim.content[at] ?? [])
      .filter(t => !isOne(t) || t.stem !== token.stem);
    const own = where.get(token);
    return own?.size && near.length ? [Math.max(...[...own].map(([p, at]) => met(where, near, p, at)))] : [];
  });
  return [
    [`${name}CompanyLow`, Math.min(1, ...shares)],
    [`${name}CompanyMean`, shares.length ? shares.reduce((a, b) => a + b, 0) / shares.length : 1],
  ];
}

function met(where: Places, near: readonly Token[], passage: Sentence, at: readonly number[]): number {
  const found = near.filter(n =>
    where
      .get(n)
      ?.get(passage)
      ?.some(q => at.some(p => Math.abs(p - q) <= 6)),
  );
  return found.length / near.length;
}

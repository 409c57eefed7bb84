/** What a fit makes smaller: how wrong each row is alone, or how wrongly it stands beside its rivals. */
import type { Rows } from './boost.ts';

/** First and second derivatives of the loss by each row's margin (its answer so far, in log odds). */
export type Slopes = { readonly gradient: Float64Array; readonly hessian: Float64Array };

export type Loss = (margin: Float64Array, next: () => number) => Slopes;

type Judged = Pick<Rows, 'labels' | 'weights'>;

/** Logistic loss of each row by itself. */
export function eachAlone({ labels, weights }: Judged): Loss {
  return margin => {
    const gradient = new Float64Array(labels.length);
    const hessian = new Float64Array(labels.length);
    for (let i = 0; i < labels.length; i++) {
      const p = 1 / (1 + Math.exp(-(margin[i] ?? 0)));
      const w = weights[i] ?? 0;
      gradient[i] = w * (p - (labels[i] ?? 0));
      hessian[i] = w * p * (1 - p);
    }
    return { gradient, hessian };
  };
}

/** How often each row is laid beside a rival, in each grouping, for one tree. */
const drawsEach = 2;
/** Least curvature of a pair: one that is settled still must not make a leaf's answer run away. */
const leastCurvature = 0.02;

/**
 * Logistic loss of the difference between a row and a rival: one of its group with the other label, drawn anew each time,
 * heavy ones more often. What all of a group share (the length of its claims, the way its set was made) speaks for neither
 * and is not learnt. `groupings` name each row's group, each in its own way; all count alike.
 */
export function besideRivals({ labels, weights }: Judged, groupings: readonly (readonly string[])[]): Loss {
  const sides = groupings.map(groups => sidesOf(labels, weights, groups));
  const share = 1 / (sides.length * drawsEach);
  return (margin, next) => {
    const gradient = new Float64Array(labels.length);
    const hessian = new Float64Array(labels.length);
    const move = (i: number, slope: number, curvature: number) => {
      gradient[i] = (gradient[i] ?? 0) + slope;
      hessian[i] = (hessian[i] ?? 0) + curvature;
    };
    for (const rivals of sides) {
      for (let i = 0; i < labels.length; i++) {
        for (let draw = 0; draw < drawsEach; draw++) {
          const rival = drawn(rivals[i], next);
          if (rival === undefined) continue;
          const sign = labels[i] === 1 ? 1 : -1;
          const wrong = 1 / (1 + Math.exp(sign * ((margin[i] ?? 0) - (margin[rival] ?? 0))));
          const weight = (weights[i] ?? 0) * share;
          const curvature = weight * Math.max(leastCurvature, wrong * (1 - wrong));
          move(i, -sign * weight * wrong, curvature);
          move(rival, sign * weight * wrong, curvature);
        }
      }
    }
    return { gradient, hessian };
  };
}

/** Rows of one label in a group, and for each the weight of all up to it. */
type Side = { readonly rows: number[]; readonly upTo: number[] };

/** For each row the rows of its group with the other label. */
function sidesOf(labels: Uint8Array, weights: Float32Array, groups: readonly string[]): readonly (Side | undefined)[] {
  const found = new Map<string, Side>();
  const name = (group: string, label: number) => `${label} ${group}`;
  for (const [i, group] of groups.entries()) {
    const key = name(group, labels[i] ?? 0);
    const { rows, upTo } = found.get(key) ?? { rows: [], upTo: [] };
    found.set(key, { rows, upTo });
    rows.push(i);
    upTo.push((upTo.at(-1) ?? 0) + (weights[i] ?? 0));
  }
  return groups.map((group, i) => found.get(name(group, labels[i] === 1 ? 0 : 1)));
}

function drawn(side: Side | undefined, next: () => number): number | undefined {
  if (!side) return undefined;
  const { rows, upTo } = side;
  const at = next() * (upTo.at(-1) ?? 0);
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return rows[low];
}

/** The trained verifier: forests whose answers are averaged, and the curve that makes them a probability. */
import type { Feature } from './examine/features.ts';
import { decide, type Forest } from './trees.ts';
import { weights } from './weights.ts';

export type Model = {
  readonly forests: readonly Forest[];
  /** Probability = 1 / (1 + e^-(slope * log odds + shift)); 0.5 is the one threshold. */
  readonly slope: number;
  readonly shift: number;
};

/** Calibrated probability, 0..1, that the passages examined support the claim. */
export function supportOf(features: readonly Feature[]): number {
  return probability(shippedModel(), features);
}

/** The same by any model; a feature the model knows and the row lacks counts as 0. */
export function probability(model: Model, features: readonly Feature[]): number {
  const odds = logOdds(model.forests, features);
  return 1 / (1 + Math.exp(-(model.slope * odds + model.shift)));
}

/** Mean of the forests' answers. */
export function logOdds(forests: readonly Forest[], features: readonly Feature[]): number {
  const values = new Map(features);
  let sum = 0;
  for (const forest of forests)
    sum += decide(
      forest,
      Float32Array.from(forest.features, name => values.get(name) ?? 0),
    );
  return sum / Math.max(1, forests.length);
}

/** Parsed on first use and kept: the weights never change. */
const shippedModel = once(() => JSON.parse(weights) as Model);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

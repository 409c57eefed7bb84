/** The trained verifier: forests and a line whose answers are averaged, and the curve that makes them a probability. */
import type { Feature } from './examine/feature.ts';
import { decide, type Forest } from './trees.ts';
import { weights } from './weights.ts';

/** A linear model on standardised values, clipped at three deviations. */
export type Line = {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly slopes: readonly number[];
  readonly bias: number;
};

export type Parts = { readonly forests: readonly Forest[]; readonly line: Line };

export type Model = Parts & {
  /** Probability = 1 / (1 + e^-(slope * log odds)); 0.5 is the one threshold. */
  readonly slope: number;
};

/** Calibrated probability, 0..1, that the passages examined support the claim. */
export function supportOf(features: readonly Feature[]): number {
  const model = shippedModel();
  return 1 / (1 + Math.exp(-model.slope * logOdds(model, features)));
}

/** In log odds: what the open sets, held out, want above even odds. */
const lenience = 0.05;
/** In log odds: how far a claim is doubted that is all copied. The open sets have hardly any that are pieced together wrongly. */
const copyDoubt = 0.1;
/** From this share of copied words on a claim is doubted, the more the nearer it comes to all of them. */
const nearCopy = 0.9;

/** Mean answer of the parts, in log odds; a feature the model knows and the row lacks counts as 0. */
export function logOdds({ forests, line }: Parts, features: readonly Feature[]): number {
  const values = new Map(features);
  let sum = along(line, values);
  for (const forest of forests) {
    const row = new Float32Array(forest.features.length);
    for (const [i, name] of forest.features.entries()) row[i] = values.get(name) ?? 0;
    sum += decide(forest, row);
  }
  const copied = Math.max(0, ((values.get('fragmentCoverage') ?? 0) - nearCopy) / (1 - nearCopy));
  return sum / (forests.length + 1) + lenience - copyDoubt * copied;
}

function along(line: Line, values: ReadonlyMap<string, number>): number {
  let sum = line.bias;
  for (const [i, name] of line.features.entries()) {
    const z = ((values.get(name) ?? 0) - (line.mean[i] ?? 0)) / (line.deviation[i] ?? 1);
    sum += (line.slopes[i] ?? 0) * Math.max(-3, Math.min(3, z));
  }
  return sum;
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

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

/** How log odds become a probability; fitted on documents that the parts never saw. */
export type Curve = {
  readonly slope: number;
  readonly bias: number;
  /** For a claim that is nearly copied (`nearCopy`): what is pieced together wrongly looks most like what is borne out. */
  readonly copied: number;
  /** For a claim of which something telling stands in none of the passages (`lacksSupport`). */
  readonly lacking: number;
};

/** What the curve counts beside the log odds: 0..1 how nearly the claim is copied, and whether something telling is lacking. */
export type Signs = { readonly copied: number; readonly lacking: boolean };

export type Model = Parts & { readonly curve: Curve };

/** Calibrated probability, 0..1, that the passages examined support the claim; 0.5 is the one threshold. */
export function supportOf(features: readonly Feature[], lacking: boolean): number {
  const model = shippedModel();
  return probability(model.curve, logOdds(model, features), { copied: nearCopy(features), lacking });
}

export function probability({ slope, bias, ...weights }: Curve, odds: number, { copied, lacking }: Signs): number {
  const sum = slope * odds + bias + weights.copied * copied + (lacking ? weights.lacking : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** From this share of copied words on a claim counts as nearly copied. */
const copiedShare = 0.9;
/** So much of it must stand in the source in one stretch: words that are all there, but apart, make a paraphrase. */
const stretchShare = 0.35;

/** 0..1: how near the claim comes to being the source's own words, a long stretch of them among others. */
export function nearCopy(features: readonly Feature[]): number {
  const share = (feature: string) => features.find(([name]) => name === feature)?.[1] ?? 0;
  if (share('fragmentLongest') < stretchShare) return 0;
  return Math.max(0, (share('fragmentCoverage') - copiedShare) / (1 - copiedShare));
}

/** Mean answer of the parts, in log odds; a feature the model knows and the row lacks counts as 0. */
export function logOdds({ forests, line }: Parts, features: readonly Feature[]): number {
  const values = new Map(features);
  let sum = along(line, values);
  for (const forest of forests) {
    const row = new Float32Array(forest.features.length);
    for (const [i, name] of forest.features.entries()) row[i] = values.get(name) ?? 0;
    sum += decide(forest, row);
  }
  return sum / (forests.length + 1);
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

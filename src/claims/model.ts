/** The trained verifier: forests and a line whose answers are averaged, and the curve that makes them a probability. */
import { once } from '../text/once.ts';
import type { Feature } from './examine/feature.ts';
import type { Gap } from './gaps.ts';
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

/** What else speaks for or against a claim, each 0..1. */
export type Signs = {
  /** How nearly it is pieced together of the source's own words (`piecedTogether`): what is joined wrongly looks most like what is borne out. */
  readonly copied: number;
  /** No content word of it is missing in the passages. */
  readonly complete: number;
  /** It names somebody or gives a figure that the passages lack. */
  readonly telling: number;
  /** Much of it has no word in the passages. */
  readonly much: number;
};

/** How log odds and signs become a probability; fitted on documents that the parts never saw. */
export type Curve = { readonly slope: number; readonly bias: number } & Signs;

export type Model = Parts & { readonly curve: Curve };

/** Calibrated probability, 0..1, that the passages examined support the claim; 0.5 is the one threshold. */
export function supportOf(features: readonly Feature[], gap: Gap): number {
  const model = shippedModel();
  return probability(model.curve, logOdds(model, features), signsOf(features, gap));
}

export function probability({ slope, bias, ...weights }: Curve, odds: number, signs: Signs): number {
  const { copied, complete, telling, much } = weights;
  const told = copied * signs.copied + complete * signs.complete + telling * signs.telling + much * signs.much;
  return 1 / (1 + Math.exp(-(slope * odds + bias + told)));
}

export function signsOf(features: readonly Feature[], gap: Gap): Signs {
  const value = (feature: string) => features.find(([name]) => name === feature)?.[1] ?? 0;
  return {
    copied: piecedTogether(value('fragmentCoverage'), value('fragmentLongest')),
    complete: value('missing') === 0 ? 1 : 0,
    telling: gap === 'telling' ? 1 : 0,
    much: gap === 'much' ? 1 : 0,
  };
}

/** From this share of copied words on a claim counts as nearly copied. */
const copiedShare = 0.9;
/** So much of it must stand in the source in one stretch: words that are all there, but apart, make a paraphrase. */
const leastStretch = 0.35;
/** A claim that is one stretch of the source is not pieced together. */
const oneStretch = 0.95;

/** 0..1: how near the claim comes to being made of the source's own words, of a long stretch and something else. */
export function piecedTogether(copied: number, longest: number): number {
  if (longest < leastStretch || longest >= oneStretch) return 0;
  return Math.max(0, (copied - copiedShare) / (1 - copiedShare));
}

/** Mean answer of the parts, in log odds; a feature the model knows and the row lacks counts as 0. */
export function logOdds({ forests, line }: Parts, features: readonly Feature[]): number {
  let sum = along(line, features);
  for (const forest of forests) {
    // Half as exact, as the values that the forests were grown on.
    sum += decide(forest, valuesOf(forest, features, new Float32Array(forest.features.length)));
  }
  return sum / (forests.length + 1);
}

function along(line: Line, features: readonly Feature[]): number {
  const values = valuesOf(line, features, new Float64Array(line.features.length));
  let sum = line.bias;
  for (let i = 0; i < values.length; i++) {
    const z = ((values[i] ?? 0) - (line.mean[i] ?? 0)) / (line.deviation[i] ?? 1);
    sum += (line.slopes[i] ?? 0) * Math.max(-3, Math.min(3, z));
  }
  return sum;
}

/** By part: where each of its features stood last among those given. They come in the same order each time. */
const lastPlaces = new WeakMap<Forest | Line, number[]>();

/** Fills a row with the values of the features that a part knows, in its order. */
function valuesOf<Row extends Float32Array | Float64Array>(
  part: Forest | Line,
  features: readonly Feature[],
  row: Row,
): Row {
  const places = lastPlaces.get(part) ?? part.features.map(() => -1);
  lastPlaces.set(part, places);
  for (let i = 0; i < row.length; i++) {
    const name = part.features[i];
    if (features[places[i] ?? -1]?.[0] !== name) places[i] = placeOf(features, name);
    row[i] = features[places[i] ?? -1]?.[1] ?? 0;
  }
  return row;
}

function placeOf(features: readonly Feature[], name: string | undefined): number {
  return features.findIndex(feature => feature[0] === name);
}

/** Parsed on first use and kept: the weights never change. */
const shippedModel = once(() => JSON.parse(weights) as Model);

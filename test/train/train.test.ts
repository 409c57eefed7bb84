import assert from 'node:assert/strict';
import { piecedTogether, probability } from '../../src/claims/model.ts';
import { decide } from '../../src/claims/trees.ts';
import { boost, usualOptions } from './boost.ts';
import type { Row } from './featureRows.ts';
import { areaUnderCurve, balancedAccuracy, calibrationError, flags } from './figures.ts';
import { calibrate } from './fitModel.ts';
import { besideRivals } from './loss.ts';
import { random } from './random.ts';
import { byDocument, bySet } from './rivals.ts';

describe('training', () => {
  const next = random(3);
  const count = 400;
  const values = Float32Array.from({ length: count * 2 }, () => next());
  const labels = Uint8Array.from({ length: count }, (_, i) => ((values[i * 2] ?? 0) > 0.4 ? 1 : 0));
  const rows = { features: ['telling', 'noise'], values, labels, weights: new Float32Array(count).fill(1) };
  const options = { ...usualOptions, trees: 40, featureShare: 1 };

  it('learns what separates the labels, the same each time', () => {
    const forest = boost(rows, options);
    const right = [...labels].filter(
      (label, i) => decide(forest, values.subarray(i * 2, i * 2 + 2)) > 0 === (label === 1),
    );
    assert.ok(right.length > count * 0.95);
    assert.deepEqual(boost(rows, options), forest);
  });

  it('keeps to directions', () => {
    const forest = boost(rows, { ...options, directions: [-1, 0] });
    for (let x = 0; x < 1; x += 0.05) assert.ok(decide(forest, [x, 0.5]) >= decide(forest, [x + 0.05, 0.5]) - 1e-9);
  });
});

describe('training beside rivals', () => {
  const next = random(4);
  const count = 600;
  // The second feature tells which of two groups a row is of; most of the first group are borne out, few of the other.
  const values = Float32Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? next() : (i >> 1) % 2));
  const groups = Array.from({ length: count }, (_, i) => `${i % 2}`);
  const odds = (i: number) => 6 * (values[i * 2] ?? 0) - (i % 2 === 0 ? 1 : 5);
  const labels = Uint8Array.from({ length: count }, (_, i) => (next() < 1 / (1 + Math.exp(-odds(i))) ? 1 : 0));
  const rows = { features: ['telling', 'group'], values, labels, weights: new Float32Array(count).fill(1) };
  const options = { ...usualOptions, trees: 40, featureShare: 1 };

  it('learns what separates the labels within a group, and nothing of what tells the groups apart', () => {
    const beside = boost(rows, options, besideRivals(rows, [groups]));
    const alone = boost(rows, options);
    assert.ok(decide(beside, [0.95, 0]) - decide(beside, [0.05, 0]) > 1);
    const along = [0.1, 0.3, 0.5, 0.7, 0.9];
    const gap = (forest: typeof beside) =>
      along.reduce((sum, x) => sum + decide(forest, [x, 0]) - decide(forest, [x, 1]), 0) / along.length;
    assert.ok(gap(alone) > 1, `${gap(alone)}`);
    assert.ok(Math.abs(gap(beside)) < gap(alone) / 3, `${gap(beside)}`);
    assert.deepEqual(boost(rows, options, besideRivals(rows, [groups])), beside);
  });

  it('learns nothing of a row without a rival', () => {
    const one = { labels: Uint8Array.of(1, 1, 0), weights: new Float32Array(3).fill(1) };
    const { gradient } = besideRivals(one, [['a', 'b', 'b']])(new Float64Array(3), random(1));
    assert.equal(gradient[0], 0);
    assert.ok((gradient[1] ?? 0) < 0 && (gradient[2] ?? 0) > 0);
  });

  it('draws heavy rivals more often', () => {
    const one = { labels: Uint8Array.of(1, 0, 0), weights: Float32Array.of(100, 0.1, 1) };
    const loss = besideRivals(one, [['a', 'a', 'a']]);
    let [light, heavy] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const { hessian } = loss(new Float64Array(3), random(seed));
      [light, heavy] = [light + (hessian[1] ?? 0), heavy + (hessian[2] ?? 0)];
    }
    assert.ok(heavy > light * 4 && light > 0, `${heavy} ${light}`);
  });

  it('lays claims beside those of their set, or of their document, made ones by themselves', () => {
    const row = (dataset: string, group: string): Row => ({
      record: { id: '', dataset, docs: [], claim: '', label: 'supported', group },
      values: new Float32Array(0),
    });
    const rows = [row('wice', 'a'), row('wice', 'b'), row('rule_edit', 'a'), row('rule_told', 'a')];
    const shared = (names: readonly string[]) => names.map(name => names.indexOf(name));
    assert.deepEqual(shared(bySet(rows)), [0, 0, 2, 3]);
    assert.deepEqual(shared(byDocument(rows)), [0, 1, 2, 2]);
  });
});

describe('calibration', () => {
  const next = random(5);
  const columns = ['fragmentCoverage', 'fragmentLongest', 'missing'];
  const odds: number[] = [];
  const rows: Row[] = [];
  // True log odds are 0.8 * odds + 0.5, 1.5 less for copies and 1 less where a name is in no source.
  const docs = ['The talks about the harbour went on for days.'];
  const claims = ['The talks about the harbour went on.', 'The talks about the harbour with Marta Kovac went on.'];
  for (let i = 0; i < 6000; i++) {
    const [own, copy, named] = [next() * 6 - 3, i % 2, (i >> 1) % 2];
    const truth = 0.8 * own + 0.5 - 1.5 * copy - named;
    const label = next() < 1 / (1 + Math.exp(-truth)) ? 'supported' : 'unsupported';
    odds.push(own);
    const record = { id: `${i}`, dataset: 'wice', docs, claim: claims[named] ?? '', label, group: `${i}` } as const;
    rows.push({ record, values: Float32Array.of(copy, 0.5, 1) });
  }
  const curve = calibrate(columns, rows, odds);

  it('finds how steep the curve is, and doubts copies and claims of what the sources lack', () => {
    assert.ok(Math.abs(curve.slope - 0.8) < 0.08, `${curve.slope}`);
    assert.ok(curve.copied < -0.5, `${curve.copied}`);
    assert.ok(curve.telling < -0.5, `${curve.telling}`);
    const plain = { copied: 0, complete: 0, telling: 0, much: 0 };
    assert.ok(probability(curve, 0, plain) > 0.5);
    assert.ok(probability(curve, 0, { ...plain, copied: 1 }) < 0.5);
    assert.ok(probability(curve, 0, { ...plain, telling: 1 }) < 0.5);
  });

  it('takes neither words that stand apart nor one stretch for pieced together', () => {
    assert.deepEqual([piecedTogether(1, 0.2), piecedTogether(1, 0.5), piecedTogether(1, 1)], [0, 1, 0]);
  });

  it('leaves out what word overlap alone solves', () => {
    const others = rows.map(row => ({ ...row, record: { ...row.record, dataset: 'feverous' } }));
    const all = calibrate(columns, [...rows, ...others], [...odds, ...odds.map(() => 0)]);
    assert.deepEqual(all, curve);
  });
});

describe('figures', () => {
  const row = (supported: boolean, score: number) => ({ dataset: 'own', supported, score });
  const rows = [row(true, 0.9), row(true, 0.6), row(true, 0.3), row(false, 0.4), row(false, 0.1)];

  it('weigh both labels alike', () => {
    assert.equal(Math.round(balancedAccuracy(rows, 0.5)), 83);
    assert.equal(Math.round(areaUnderCurve(rows)), 83);
    assert.deepEqual(flags(rows, 0.5), { precision: (100 * 2) / 3, recall: 100 });
    assert.ok(calibrationError([row(true, 0.99), row(false, 0.01)]) < 2);
  });
});

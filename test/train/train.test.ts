import assert from 'node:assert/strict';
import { piecedTogether, probability } from '../../src/claims/model.ts';
import { decide } from '../../src/claims/trees.ts';
import { boost, usualOptions } from './boost.ts';
import type { Row } from './featureRows.ts';
import { areaUnderCurve, balancedAccuracy, calibrationError, flags } from './figures.ts';
import { calibrate } from './fitModel.ts';
import { random } from './random.ts';

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

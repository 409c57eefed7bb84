import assert from 'node:assert/strict';
import { decide } from '../../src/claims/trees.ts';
import { boost, usualOptions } from './boost.ts';
import { areaUnderCurve, balancedAccuracy, calibrationError, flags } from './figures.ts';
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

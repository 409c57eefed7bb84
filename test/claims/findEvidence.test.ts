import assert from 'node:assert/strict';
import { findEvidence } from '../../src/claims/findEvidence.ts';
import { verifyClaim } from '../../src/claims/verifyClaim.ts';
import { storeOf } from '../train/featureRows.ts';

const sentences = [
  'Farmers sold fewer apples this year.',
  'Ada Lind opened the new harbour in May.',
  'She thanked everyone who had come.',
  'Rain fell all afternoon.',
  'Ada Lind leads the council.',
];
const store = storeOf([sentences.join(' ')]);
const text = 'Ada Lind opened the new harbour.';
const claim = { span: { start: 0, end: text.length }, text };

describe('findEvidence', () => {
  it('brings the sentences around what it finds, each once, those found first', () => {
    const found = findEvidence(claim, store, 8);
    const proposed = found.filter(e => e.score > 0).map(e => e.passage.text);
    assert.deepEqual(proposed, [sentences[1], sentences[4]]);
    assert.deepEqual(
      found.slice(proposed.length).map(e => e.passage.text),
      [sentences[0], sentences[2], sentences[3]],
    );
  });

  it('finds nothing where no word is met', () => {
    const other = 'Quantum chess bores penguins.';
    assert.deepEqual(findEvidence({ span: { start: 0, end: other.length }, text: other }, store, 8), []);
  });
});

describe('a verdict', () => {
  it('does not show a neighbour that has nothing of the claim', () => {
    const shown = verifyClaim(claim, findEvidence(claim, store, 8)).evidence.map(e => e.passage.text);
    assert.deepEqual(shown, [sentences[1], sentences[4]]);
  });
});

import assert from 'node:assert/strict';
import { readSentence } from '../../src/claims/tokens.ts';
import { fuse, fuseWrongly, otherNumber, rename, wrongAntecedent, wrongSpeaker } from './fuse.ts';
import type { Material } from './material.ts';
import { random } from './random.ts';

describe('sentences fused', () => {
  const candidates = [
    'Anna Lind told the town council that Otto Vance had resigned.',
    'She thanked the forty volunteers who had carried the books.',
    'Piet Maas was elected chairman of the harbour board of Tarn in June.',
    'Lind said the roof would cost 300 crowns less than planned.',
  ].map(text => ({ text, words: readSentence(text) }));
  const material: Material = { candidates, strangers: [], synonyms: new Map() };
  const [lind, she, , said] = candidates;
  assert.ok(lind && she && said);
  const draws = Array.from({ length: 20 }, (_, seed) => random(seed));

  it('give a subject the deed of the pronoun that follows', () => {
    for (const next of draws) {
      const text = fuse(lind, material, next) ?? '';
      assert.match(text, /^Anna Lind\b.*thanked the forty volunteers/);
      assert.doesNotMatch(text, /elected/);
    }
  });

  it('give it the deed of somebody else when they are to be wrong', () => {
    for (const next of draws) assert.match(fuseWrongly(lind, material, next) ?? '', /^Anna Lind\b.*was elected/);
  });

  it('put one for the pronoun who was only mentioned', () => {
    assert.equal(
      wrongAntecedent(she, material, random(1)),
      'Otto Vance thanked the forty volunteers who had carried the books.',
    );
  });

  it('change a speaker, a number and the length of a name by what the document has', () => {
    assert.match(wrongSpeaker(said, material, random(1)) ?? '', /^(?!Lind)\p{Lu}.* said the roof/u);
    assert.equal(
      otherNumber(said, material, random(1)),
      'Lind said the roof would cost forty crowns less than planned.',
    );
    assert.equal(rename(said, material, random(1)), 'Anna Lind said the roof would cost 300 crowns less than planned.');
  });
});

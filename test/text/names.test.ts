import assert from 'node:assert/strict';
import { names } from '../../src/text/names.ts';

const read = (text: string) => names(text).map(n => n.text);

describe('names', () => {
  it('joins particles and drops titles', () => {
    assert.deepEqual(read('We met President Donald Trump, Ursula von der Leyen and Secretary of State Marco Rubio.'), [
      'Donald Trump',
      'Ursula von der Leyen',
      'Marco Rubio',
    ]);
  });

  it('does not take a sentence start for a name', () => {
    assert.deepEqual(read('Police came. Meanwhile the mayor left. Yesterday was quiet.'), []);
    assert.deepEqual(read('Putin left. Police saw Putin. NATO met.'), ['Putin', 'Putin', 'NATO']);
  });

  it('leaves days, months and possessives off', () => {
    assert.deepEqual(read('On Friday in October Kyiv’s mayor met the U.S. envoy.'), ['Kyiv', 'U.S.']);
  });
});

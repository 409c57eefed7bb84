import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { stemsIn } from '../../src/claims/stemsIn.ts';
import { eachWord } from '../../src/claims/words.ts';
import { stem } from '../../src/text/stem.ts';

const odd =
  "The U.S. said it’s L'Oréal's prizes, privatisations and cities: Müller met O’Neill’s children in 1990–1995 at 3.5% of $12,000.50. " +
  'Größe, İstanbul, naïve cafés; tried, added, dyed, running, organization, basically, happily, dogs’ lives, A5, 5km, 서울, Москвы.';

/** The stems of all words, one after the other. */
function allStems(text: string): Set<string> {
  const found = new Set<string>();
  eachWord(text, (start, end) => found.add(stem(text.slice(start, end))));
  return found;
}

describe('the stems in a text, looked for one by one', () => {
  const files = ['seeds', 'test/claims/golden'].flatMap(folder => readdirSync(folder).map(name => `${folder}/${name}`));
  const texts = [odd, ...files.map(path => readFileSync(path, 'utf8'))];
  const all = texts.map(allStems);

  it('are those of its words', () => {
    for (const [i, text] of texts.entries()) {
      const words = stemsIn(text);
      const lost = [...(all[i] ?? [])].filter(own => !words.has(own));
      assert.deepEqual(lost, []);
    }
  });

  it('are none that only other texts have', () => {
    const every = new Set(all.flatMap(stems => [...stems]));
    for (const [i, text] of texts.entries()) {
      const words = stemsIn(text);
      const foreign = [...every].filter(own => !all[i]?.has(own));
      assert.ok(foreign.length > 50);
      const found = foreign.filter(own => words.has(own));
      assert.deepEqual(found, []);
    }
  });

  it('are none of an empty text, and never the empty one', () => {
    assert.equal(stemsIn('').has('word'), false);
    assert.equal(stemsIn('a word').has(''), false);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokensOf } from '../../src/search/tokens.ts';

describe('tokensOf', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['Mr Trump said on Teusday', ['mr', 'trump', 'said', 'on', 'teusday']],
    ["Russia's don't 'quoted' rock'n'roll", ['russia', 'dont', 'quoted', 'rocknroll']],
    ['the U.S.A. and the U.S., e.g. here. A end', ['the', 'usa', 'and', 'the', 'us', 'eg', 'here', 'a', 'end']],
    ['1,000,000 and 3.5 and 2024,2025 and 10.', ['1000000', 'and', '3.5', 'and', '2024', '2025', 'and', '10']],
    ['long-range face-to-face', ['long', 'range', 'face', 'to', 'face']],
    ['Élysée naïve ﬁne Øre', ['elysee', 'naive', 'fine', 'ore']],
    ['soft\u00adhyphen zero\u200bwidth', ['softhyphen', 'zerowidth']],
    ['和平会谈 a', ['和平', '平会', '会谈', 'a']],
    ['谈', ['谈']],
    ['👍 𠮷野家', ['𠮷野', '野家']],
    ['', []],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(tokensOf(text), expected));

  it('never gives an empty or spaced token, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        for (const token of tokensOf(text)) assert.match(token, /^\S+$/u);
      }),
    );
  });
});

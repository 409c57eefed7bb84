import assert from 'node:assert/strict';
import { citationKeys } from '../../src/citations/citationKeys.ts';
import { familyName } from '../../src/citations/personName.ts';
import type { Source } from '../../src/model.ts';
import { hostileTitles, sample } from './samples.ts';

const keyOf = (given: Partial<Source>) => [...citationKeys([sample(given)]).values()][0];

describe('citation keys', () => {
  const cases: readonly (readonly [string, Partial<Source>, string])[] = [
    ['author, three telling words of the title, year', {}, 'odeBridgeBudgetGrows2024'],
    ['no small words', { title: 'The cost of a bridge and its river' }, 'odeCostBridgeIts2024'],
    ['no marks', { title: "Don't count the “bridge” (yet)", authors: ["Ann O'Neil"] }, 'oneilDontCountBridge2024'],
    ['no accents', { title: 'Élan über Łódź', authors: ['Zoë Ångström'] }, 'angstromElanUberLodz2024'],
    ['the whole family name', { authors: ['Rosa van der Ode'] }, 'vanderodeBridgeBudgetGrows2024'],
    ['a name the other way round', { authors: ['van der Ode, Rosa'] }, 'vanderodeBridgeBudgetGrows2024'],
    ['a body', { authors: ['Sky News'] }, 'skynewsBridgeBudgetGrows2024'],
    ['no author', { authors: [] }, 'BridgeBudgetGrows2024'],
    ['a title of small words alone', { title: 'To be or not' }, 'odeBeNot2024'],
    ['other letters', { title: 'ميزانية الجسر', authors: [] }, 'ميزانيةالجسر2024'],
    ['nothing but the path', { title: '***', authors: [], path: 'sources/a-b 3.md' }, 'ab32024'],
  ];
  for (const [name, given, expected] of cases) it(`hold ${name}`, () => assert.equal(keyOf(given), expected));

  it('go without a year when there is none', () => {
    const { published: _, ...source } = sample();
    assert.equal([...citationKeys([source]).values()][0], 'odeBridgeBudgetGrows');
  });

  it('get letters where they would be the same, always the same ones', () => {
    const sources = Array.from({ length: 29 }, () => sample());
    const keys = [...citationKeys(sources).values()];
    assert.deepEqual(
      keys.slice(0, 3),
      [0, 1, 2].map(i => `odeBridgeBudgetGrows2024${['', 'a', 'b'][i]}`),
    );
    assert.deepEqual(
      keys.slice(26, 29).map(key => key.replace('odeBridgeBudgetGrows2024', '')),
      ['z', 'aa', 'ab'],
    );
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual([...citationKeys(sources).values()], keys);
  });

  it('are those of the writer’s own bibliography where it has them, and never given twice', () => {
    const own = sample({ citationKey: 'odeBridgeBudgetGrows2024' });
    const twice = sample({ citationKey: 'odeBridgeBudgetGrows2024' });
    assert.deepEqual([...citationKeys([sample(), twice, own]).values()].sort(), [
      'odeBridgeBudgetGrows2024',
      'odeBridgeBudgetGrows2024a',
      'odeBridgeBudgetGrows2024b',
    ]);
  });

  it('never take one that is taken', () => {
    const taken = new Set(['odeBridgeBudgetGrows2024', 'odeBridgeBudgetGrows2024a']);
    assert.deepEqual([...citationKeys([sample()], taken).values()], ['odeBridgeBudgetGrows2024b']);
  });

  for (const [tries, title] of hostileTitles) {
    it(`are letters and digits whatever the title: ${tries}`, () => {
      assert.match(keyOf({ title, authors: [title] }) ?? '', /^[\p{L}0-9]{1,160}$/u);
    });
  }
});

describe('family names', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Rosa Ode', 'Ode'],
    ['Rosa Maria Ode', 'Ode'],
    ['Ode, Rosa', 'Ode'],
    ['Rosa Ode Jr.', 'Ode'],
    ['Ludwig van Beethoven', 'van Beethoven'],
    ['Plato', 'Plato'],
    ['Ministry of Works', 'Ministry of Works'],
    ['', ''],
  ];
  for (const [name, expected] of cases)
    it(`${name || 'nothing'} -> ${expected}`, () => assert.equal(familyName(name), expected));
});

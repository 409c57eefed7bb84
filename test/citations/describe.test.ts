import assert from 'node:assert/strict';
import { nameSource } from '../../src/citations/describe.ts';
import { sample } from './samples.ts';

describe('the name of a source in a message', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Bridge budget grows again', 'Bridge budget grows again (2024-03-02)'],
    [
      'The council of the city of Lindholm decides after nine hours to build the bridge',
      'The council of the city of Lindholm decides after nine hours to build… (2024-03-02)',
    ],
    [`${'😀'.repeat(40)}`, `${'😀'.repeat(35)}… (2024-03-02)`],
  ];
  for (const [title, name] of cases) it(`is ${name}`, () => assert.equal(nameSource(sample({ title })), name));
});

import assert from 'node:assert/strict';
import { samePerson } from '../../src/quotes/samePerson.ts';

describe('samePerson', () => {
  const cases: readonly (readonly [string, string, boolean | undefined])[] = [
    ['Trump', 'Donald Trump', true],
    ['Mr Trump', 'President Donald J. Trump', true],
    ['Zelenskyy', 'Volodymyr Zelensky', true],
    ['Zelenskiy', 'Zelenskyy', true],
    ['Hillary Clinton', 'Bill Clinton', false],
    ['Clinton', 'Bill Clinton', true],
    ['Putin', 'Trump', false],
    ['Putin', 'the Kremlin spokesman', undefined],
    ['a senior official', 'Lind', undefined],
    ['Sen. Ola Berg (D-Ohio)', 'Berg', true],
    ['Bob Falk', 'Robert Falk', true],
    ['Mike Falk', 'Max Falk', undefined],
    ['Müller', 'Muller', true],
    ['Council Member Aisha Demir', 'Aisha Demir', true],
    ['Council Member Aisha Demir', 'Councilwoman Demir', true],
    ['Council Member Demir', 'Aisha Demir', true],
    ['Police Chief Ola Berg', 'Ola Berg', true],
    ['Council Member Aisha Demir', 'Selma Demir', false],
    ['Kate Bishop', 'John Bishop', false],
    ['Kate Bishop', 'Bishop', true],
    ['Police Chief Berg', 'Ola Berg', true],
    ['the Home Secretary', 'Anna Lind', undefined],
    ['its Chief Executive', 'Anna Lind', undefined],
    ['the union’s General Secretary', 'Anna Lind', undefined],
    ['the Environment Secretary', 'Environment Secretary Anna Lind', undefined],
    ['Chief Executive Anna Lind', 'Ove Falk', false],
    ['Twelve', 'Anna Lind', undefined],
    ['he', 'Lind', undefined],
    ['', 'Lind', undefined],
  ];
  for (const [a, b, expected] of cases) {
    it(`${a} / ${b}`, () => {
      assert.equal(samePerson(a, b), expected);
      assert.equal(samePerson(b, a), expected);
    });
  }
});

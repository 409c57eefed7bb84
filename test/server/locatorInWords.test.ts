import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator } from '../../src/model.ts';
import { locatorInWords } from '../../src/server/locatorInWords.ts';
import { createSay } from '../../src/server/say.ts';

describe('the place in a source, in words', () => {
  const cases: readonly (readonly [Locator['kind'], string, string])[] = [
    ['page', '12', 'page 12'],
    ['chapter', '3', 'chapter 3'],
    ['chapter', 'Chapter 3', 'Chapter 3'],
    ['chapter', 'CHAPTER ONE: The Bridge', 'CHAPTER ONE: The Bridge'],
    ['chapter', 'Kapitel 3', 'Kapitel 3'],
    ['chapter', '第3章', '第3章'],
    ['chapter', 'The Bridge', 'chapter The Bridge'],
    ['chapter', 'Partings', 'chapter Partings'],
    ['paragraph', '4', 'paragraph 4'],
  ];
  for (const [kind, label, expected] of cases) {
    it(`is ${expected}`, () => assert.equal(locatorInWords({ kind, label }, createSay()), expected));
  }
});

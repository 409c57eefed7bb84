import assert from 'node:assert/strict';
import { findDate } from '../../src/sources/publishedDate.ts';

describe('findDate', () => {
  const cases: readonly [string, string | undefined][] = [
    ['2025-10-16', '2025-10-16'],
    ['2025-10-16T09:00:00+02:00', '2025-10-16'],
    ['2025/1/6', '2025-01-06'],
    ['October 16, 2025', '2025-10-16'],
    ['Oct. 16 2025', '2025-10-16'],
    ['Sept 5, 2025', '2025-09-05'],
    ['Thursday 16th October 2025', '2025-10-16'],
    ['16.10.2025', '2025-10-16'],
    ['16/10/2025', '2025-10-16'],
    ['10/16/2025', '2025-10-16'],
    ['10. März 2025, 18:30 Uhr', '2025-03-10'],
    ['Publié le 1er février 2025 à 18h30', '2025-02-01'],
    ['10 de marzo de 2025', '2025-03-10'],
    ['2025年3月10日', '2025-03-10'],
    ['20250310T0930Z', '2025-03-10'],
    ['Mon Mar 10 07:00:00 +0000 2025', '2025-03-10'],
    ['call 20250310 now', undefined],
    ['room 10 2025, on March 10, 2025', '2025-03-10'],
    ['10/11/2025', undefined],
    ['2025-02-30', undefined],
    ['2025-13-01', undefined],
    ['0000-00-00', undefined],
    ['version 12.2025', undefined],
    ['', undefined],
    ['Updated 2025-10-17, first published 16 October 2025', '2025-10-17'],
  ];
  for (const [text, expected] of cases)
    it(`${text || 'nothing'} -> ${expected}`, () => assert.equal(findDate(text)?.date, expected));
});

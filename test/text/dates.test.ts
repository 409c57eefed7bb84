import assert from 'node:assert/strict';
import { dates, resolve } from '../../src/text/dates.ts';

const read = (text: string) => dates(text).map(d => `${d.text}:${d.kind}`);

describe('dates', () => {
  it('finds days, months, years, weekdays and relative times', () => {
    assert.deepEqual(read('On 16 October 2025, in May, since 1999, on Friday, last month, tomorrow, 2024-03-02'), [
      '16 October 2025:date',
      'May:month',
      '1999:year',
      'Friday:weekday',
      'last month:relative',
      'tomorrow:relative',
      '2024-03-02:date',
    ]);
  });

  it('finds relative times where a sentence begins, not in titles', () => {
    assert.deepEqual(read('Last month he left. Earlier this week she read USA Today. “Yesterday,” he said.'), [
      'Last month:relative',
      'Earlier this week:relative',
      'Yesterday:relative',
    ]);
  });

  it('leaves counts and verbs alone', () => {
    assert.deepEqual(read('About 2000 people may march. May said so. 1500 metres'), []);
  });

  it('resolves against the day of reference', () => {
    const range = (text: string, day?: string) => {
      const mention = dates(text)[0];
      return mention ? resolve(mention, day) : undefined;
    };
    assert.deepEqual(range('tomorrow', '2025-10-16'), { from: '2025-10-17', to: '2025-10-17' });
    assert.deepEqual(range('last month', '2025-01-10'), { from: '2024-12-01', to: '2024-12-31' });
    assert.deepEqual(range('next week', '2025-10-16'), { from: '2025-10-20', to: '2025-10-26' });
    assert.deepEqual(range('in the 1960s'), { from: '1960-01-01', to: '1969-12-31' });
    assert.deepEqual(range('on 30 December', '2025-01-10'), { from: '2024-12-30', to: '2024-12-30' });
    assert.equal(range('tomorrow'), undefined);
  });
});

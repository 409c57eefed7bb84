import assert from 'node:assert/strict';
import { findClaims } from '../../src/claims/findClaims.ts';
import type { Draft } from '../../src/model.ts';
import { findQuotations } from '../../src/quotes/findQuotations.ts';
import { readProse } from '../../src/text/readProse.ts';

function claims(text: string): string[] {
  const draft: Draft = { uri: 'draft.md', language: 'markdown', text };
  const prose = readProse(text, 'markdown');
  const found = findClaims(draft, prose, findQuotations(draft, prose));
  for (const { span, text: own } of found) assert.equal(prose.text.slice(span.start, span.end), own);
  return found.map(c => c.text);
}

describe('findClaims', () => {
  it('takes statements of paragraphs and lists, not headings, tables, code or block quotes', () => {
    const text = [
      '# The council voted for a bridge',
      '',
      'The council voted for a bridge on Monday.',
      '',
      '- The bridge will cost 40 million euros.',
      '',
      '> The bridge will cost 50 million euros.',
      '',
      '```',
      'The bridge will cost 60 million euros.',
      '```',
    ].join('\n');
    assert.deepEqual(claims(text), [
      'The council voted for a bridge on Monday.',
      'The bridge will cost 40 million euros.',
    ]);
  });

  it('leaves quoted words alone and judges a sentence by its own', () => {
    assert.deepEqual(claims('“The bridge will cost 40 million euros,” Lind said.'), []);
    assert.equal(claims('Mayor Lind called the bridge in Dornburg “a gift to the city”.').length, 1);
  });

  it('takes no moral, praise or open question for a statement, but what two reports say of a day', () => {
    for (const own of [
      'Both stories show how often warnings go unheeded.',
      'Taken together, these cases remind us how little is known.',
      'These two episodes illustrate how fragile trust is.',
      'Her work deserves to be better known.',
      'Whether other towns should follow is a political question as much as a financial one.',
      'Looking back, this was a summer of quarrels about water.',
    ])
      assert.deepEqual(claims(own), [], own);
    for (const told of [
      'Both reports suggest that the dam failed in March.',
      'Both stories show that 40 people were warned.',
      'The report says that her work deserves to be better known.',
      'From there it spread to two private schools and a nursery.',
      'Whether the dam was safe was never examined by the county.',
    ])
      assert.deepEqual(claims(told), [told]);
  });

  it('keeps offsets true after CRLF and emoji', () => {
    assert.deepEqual(claims('Well 😀.\r\n\r\nThe council voted for a bridge on Monday.'), [
      'The council voted for a bridge on Monday.',
    ]);
  });

  it('finds nothing in an empty draft', () => assert.deepEqual(claims(''), []));
});

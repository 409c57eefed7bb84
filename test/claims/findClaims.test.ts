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

  it('keeps offsets true after CRLF and emoji', () => {
    assert.deepEqual(claims('Well 😀.\r\n\r\nThe council voted for a bridge on Monday.'), [
      'The council voted for a bridge on Monday.',
    ]);
  });

  it('finds nothing in an empty draft', () => assert.deepEqual(claims(''), []));
});

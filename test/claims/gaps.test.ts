import assert from 'node:assert/strict';
import { isWorthTelling } from '../../src/claims/gaps.ts';
import { tokenize } from '../../src/claims/tokens.ts';

const passage = 'The depot will cost 84 million dollars, up from the 63 million estimated in 2022.';
const nearest = { words: [new Set(tokenize(passage).map(t => t.stem))], passages: [passage] };
const tells = (claim: string) => isWorthTelling(claim, 0.3, nearest);

describe('isWorthTelling', () => {
  it('lets a writer reckon with the figures of a passage', () => {
    assert.equal(tells('The depot will cost 21 million dollars more than was estimated in 2022.'), false);
    assert.equal(tells('The price rose by roughly a third.'), false);
  });

  it('tells of a difference that no two figures have, and of a figure that is none', () => {
    assert.equal(tells('The depot will cost 29 million dollars more than was estimated in 2022.'), true);
    assert.equal(tells('The depot will cost 21 million dollars.'), true);
  });
});

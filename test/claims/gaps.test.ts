import assert from 'node:assert/strict';
import { isWorthTelling } from '../../src/claims/gaps.ts';
import { readPassage, tokenize } from '../../src/claims/tokens.ts';

const passage = 'The depot will cost 84 million dollars, up from the 63 million estimated in 2022.';
const nearest = { words: [new Set(tokenize(passage).map(t => t.stem))], passages: [readPassage(passage)] };
const tells = (claim: string) => isWorthTelling(claim, 0.3, nearest);

describe('isWorthTelling', () => {
  it('lets a writer reckon with the figures of a passage', () => {
    assert.equal(tells('The depot will cost 21 million dollars more than was estimated in 2022.'), false);
    assert.equal(tells('The price rose by roughly a third.'), false);
    assert.equal(tells('Of the 84 million dollars, 21 million had not been estimated.'), false);
  });

  it('tells of a difference that no two figures have, and of a figure that is none', () => {
    assert.equal(tells('The depot will cost 29 million dollars more than was estimated in 2022.'), true);
    assert.equal(tells('The depot will cost 21 million dollars.'), true);
  });

  it('tells of a namesake, a place and a count in order that the sources lack', () => {
    const visit = 'On their fourth visit to Israel, in Jerusalem, Peter and Rose Lind thanked Ann Ferris for her help.';
    const near = { words: [new Set(tokenize(visit).map(t => t.stem))], passages: [readPassage(visit)] };
    const isTold = (claim: string) => isWorthTelling(claim, 0.3, near);
    assert.equal(isTold('The Linds thanked Martha Ferris for her help.'), true);
    assert.equal(isTold('The couple thanked Ann Holm for her help.'), true);
    assert.equal(isTold('The couple thanked Mrs Ferris for her help in Tel Aviv.'), true);
    assert.equal(isTold('The couple thanked Mrs Ferris for her help in Jerusalem.'), false);
    assert.equal(isTold('It was the third visit of the couple to Israel.'), true);
    assert.equal(isTold('It was the fourth visit of the couple to Israel.'), false);
  });

  it('tells of the one thing that a short claim says', () => {
    const town = 'Basildon is the largest town in the county of Essex.';
    const near = { words: [new Set(tokenize(town).map(t => t.stem))], passages: [readPassage(town)] };
    assert.equal(isWorthTelling('Basildon is in Kent.', 0.6, near), true);
    assert.equal(isWorthTelling('Basildon is in Essex.', 0.6, near), false);
  });

  it('lets a writer work out shares, halves and years, and no others', () => {
    const told = (text: string, claim: string) =>
      isWorthTelling(claim, 0.3, { words: [new Set(tokenize(text).map(t => t.stem))], passages: [readPassage(text)] });
    const survey = 'A survey of 1,200 teachers found that 45 percent were considering leaving.';
    assert.equal(told(survey, 'About 540 teachers were considering leaving.'), false);
    assert.equal(told(survey, 'About 640 teachers were considering leaving.'), true);
    const count = 'The survey estimated 3,500 lizards, half the figure recorded in 2004.';
    assert.equal(told(count, 'In 2004 the figure recorded was 7,000 lizards.'), false);
    assert.equal(told(count, 'In 2004 the figure recorded was 8,000 lizards.'), true);
    const fort = 'The fort was begun in 1641 and completed eleven years later.';
    assert.equal(told(fort, 'The fort was completed in 1652.'), false);
    assert.equal(told(fort, 'The fort was completed in 1653.'), true);
    assert.equal(told(fort, 'The fort was begun in the 1640s.'), false);
    assert.equal(told(fort, 'The fort was begun in the 1650s.'), true);
  });

  it('lets a writer convert a unit, and name the year in which the source was published', () => {
    const tower = 'The tower of the lighthouse is 31 metres tall, and the administration wants to sell it.';
    const near = { words: [new Set(tokenize(tower).map(t => t.stem))], passages: [readPassage(tower)], years: [2023] };
    const isTold = (claim: string) => isWorthTelling(claim, 0.3, near);
    assert.equal(isTold('The tower of the lighthouse is 31 metres (102 ft) tall.'), false);
    assert.equal(isTold('The tower of the lighthouse is 31 metres tall (102 steps).'), true);
    assert.equal(isTold('In 2023 the administration wanted to sell the lighthouse.'), false);
    assert.equal(isTold('In 2021 the administration wanted to sell the lighthouse.'), true);
  });

  it('lets a writer put a length of time in other words', () => {
    const wait = 'The merger had been in the making for eighteen months, he said.';
    const near = { words: [new Set(tokenize(wait).map(t => t.stem))], passages: [readPassage(wait)] };
    assert.equal(isWorthTelling('The merger was in the making for a year and a half.', 0.3, near), false);
    assert.equal(isWorthTelling('The merger was in the making for a decade of secrecy.', 0.3, near), true);
  });
});

import assert from 'node:assert/strict';
import { compareDenied } from '../../src/claims/compare/polarity/compareDenied.ts';
import { readPassage } from '../../src/claims/tokens.ts';

/** What the first passage, among all of these, denies of a claim. */
function denied(claim: string, ...passages: string[]): string[] {
  const others = passages.map(readPassage);
  const [source] = others;
  assert.ok(source);
  return compareDenied({ claim: readPassage(claim), source, others }).map(c => `${c.draft} -> ${c.source}`);
}

describe('what a passage denies is not borne out', () => {
  const said: [claim: string, source: string, change: string][] = [
    [
      'The brothers were charged with arson after the fire at the mill.',
      'The fire at the mill was an accident and no charges were brought against the brothers.',
      'charged -> no charges were brought against the brothers',
    ],
    [
      'After the theft of its records the hospital paid the thieves a million crowns.',
      'The hospital refused to pay and restored its records from copies.',
      'paid -> refused to pay',
    ],
    [
      'Sleep was also longer in the group that took the drug.',
      'Sleep did not differ between the group that took the drug and the other.',
      'longer -> not differ between the group that took the drug',
    ],
    [
      'The bishop has decided to sell the palace, which costs a fortune to heat.',
      'He said no decision had been taken to sell it.',
      'decided -> no decision had been taken to sell',
    ],
    [
      'The inspectors had enough money to visit every farm at the time.',
      'The inspectors did not have enough money to visit the farms at the time.',
      'enough -> not have enough money to visit the farms at the time',
    ],
    [
      'Shells were made in the cellars of the brewery during the war.',
      'The army kept shells in the cellars of the brewery during the war, but no shells were ever made there.',
      'Shells -> no shells were ever made',
    ],
    [
      'The minister wants to cut both housing and disability benefits.',
      'The minister spoke of housing benefits, but would not seek to cut disability benefits.',
      'cut -> not seek to cut disability benefits',
    ],
    [
      'Larsen has ruled out a leak.',
      'Larsen thinks a leak or sabotage cannot be ruled out until the wreck is raised.',
      'ruled -> cannot be ruled',
    ],
    [
      'The vote was close and followed by a full recount at the request of the owners.',
      'A full recount was not requested.',
      'request -> not requested',
    ],
    [
      'The bank admitted that its clerks had been threatened.',
      'The bank denied that any threat had been made.',
      'threatened -> denied that any threat had been made',
    ],
  ];
  for (const [claim, source, change] of said) {
    it(claim, () => assert.deepEqual(denied(claim, source), [change]));
  }
});

describe('no denial of the claim is', () => {
  const twins: [what: string, claim: string, ...passages: string[]][] = [
    ['its own denial', 'Nobody was charged.', 'No charges were brought.'],
    [
      'one that another passage has done',
      'The hospital paid the thieves a million crowns.',
      'At first the hospital refused to pay.',
      'In May the hospital paid the thieves a million crowns.',
    ],
    [
      'what was asked for',
      'The hospital was asked to pay the thieves a million crowns.',
      'The hospital refused to pay.',
    ],
    [
      'what somebody feared',
      'The bank feared that its records were stolen.',
      'The records of the bank were not stolen.',
    ],
    ["another's", 'Mayor Lena Falk signed the treaty.', 'Her deputy, Jonas Rud, did not sign the treaty.'],
    ['one in part', 'The bridge was repaired in 2019.', 'The bridge was not entirely repaired until 2021.'],
    ['not only', 'The plant burned coal.', 'The plant not only burned coal but oil.'],
    ['two denials', 'The union accepted the offer.', 'The union did not reject the offer.'],
    ['a question', 'The king signed it.', 'Why did the king not sign it?'],
    ['what comes later', 'The library opened on 3 May.', 'The library will not open until May.'],
    ['of another sentence', 'Girls fell ill. The police found no poison.', 'The police have not found any poison.'],
    ['what something is', 'Racist songs in the sport harm young players.', 'Hockey is not a racist sport.'],
    ['a matter of degree', 'The strongest of the codes has 256 bits.', 'A code of 40 bits is not very strong.'],
  ];
  for (const [what, claim, ...passages] of twins) it(what, () => assert.deepEqual(denied(claim, ...passages), []));
});

import assert from 'node:assert/strict';
import { type Frame, frames, type Party } from '../../src/claims/compare/reading/frames.ts';
import { readSentence } from '../../src/claims/tokens.ts';

/** Each deed on a line: "[not ]verb(doer; target; preposition: party)". */
function told(text: string): string[] {
  const words = (party: Party) => party.map(n => text.slice(n.span.start, n.span.end)).join(' = ');
  const line = ({ isDenied, verb, doer, target, others }: Frame) => {
    const rest = [...others].map(([word, party]) => `; ${word}: ${words(party)}`).join('');
    return `${isDenied ? 'not ' : ''}${verb.token.text}(${words(doer)}; ${words(target)}${rest})`;
  };
  return frames(readSentence(text)).map(line);
}

describe('what a sentence tells', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['The council accused Ince of hiding it.', ['accused(The council; Ince)', 'hiding(; it)']],
    ['Okafor was received by Ledesma in Ardale.', ['received(Ledesma; Okafor; in: Ardale)']],
    ['The owner, Lucy Brett, welcomed the plan.', ['welcomed(The owner = Lucy Brett; the plan)']],
    ['Brett, who owns a shop, has not sold the house.', ['owns(Brett; a shop)', 'not sold(Brett; the house)']],
    [
      'A jury ordered Fairlane on Thursday to pay a fine to Iturbe.',
      ['ordered(A jury; Fairlane; on: Thursday)', 'pay(Fairlane; a fine; to: Iturbe)'],
    ],
    [
      'She left her papers to Kew and her house to Livia.',
      ['left(She; her papers; to: Kew)', 'left(She; her house; to: Livia)'],
    ],
    [
      'The plan, put forward by the Greens, will remove 86 spaces.',
      ['put(the Greens; The plan)', 'remove(The plan; 86 spaces)'],
    ],
    ['The war kept her from returning to Europe.', ['kept(The war; her)', 'not returning(; ; to: Europe)']],
    ['Sales fell by 11 percent.', ['fell(Sales; ; by: 11 percent)']],
    ['Neither side scored in extra time.', ['not scored(Neither side; ; in: extra time)']],
    ['Blue badge holders are exempt.', ['exempt(; Blue badge holders)']],
    ['Kembali will lend San Alver 120 million dollars.', ['lend(Kembali; San Alver)']],
  ];

  for (const [text, expected] of cases) it(text, () => assert.deepEqual(told(text), expected));
});

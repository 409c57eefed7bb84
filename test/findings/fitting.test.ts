import assert from 'node:assert/strict';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import { put } from '../claims/golden.ts';

/** The draft after the one fix of its one finding; the draft itself where none is offered. */
async function mended(source: string, text: string): Promise<string> {
  const store = createSourceStore();
  put(store, 'source.txt', '2024-05-16', source);
  const { findings } = await createEngine({ store }).check({ uri: 'draft.md', language: 'markdown', text });
  const wrong = findings.filter(({ code }) => code === 'claim-contradicted');
  assert.equal(wrong.length, 1, `${text}: ${findings.map(f => f.message).join(' / ')}`);
  const edits = wrong[0]?.fixes[0]?.edits ?? [];
  return edits.reduceRight(
    (words, { span, text: own }) => words.slice(0, span.start) + own + words.slice(span.end),
    text,
  );
}

describe('the fix of a contradicted claim', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'The trial of Ode lasted two months.',
      'The trial of Ode lasted six months.',
      'The trial of Ode lasted two months.',
    ],
    [
      'The trial of Ode lasted two months.',
      'The trial of Ode lasted one month.',
      'The trial of Ode lasted two months.',
    ],
    ['The bridge in Rosk has one lane.', 'The bridge in Rosk has two lanes.', 'The bridge in Rosk has one lane.'],
    [
      'Ode announced an eight-month closure of the Rosk bridge.',
      'Ode announced a six-month closure of the Rosk bridge.',
      'Ode announced an eight-month closure of the Rosk bridge.',
    ],
    [
      'Ode visited the harbour of Rosk twice.',
      'Ode visited the harbour of Rosk three times.',
      'Ode visited the harbour of Rosk twice.',
    ],
    [
      'Some residents of Rosk lost their homes.',
      'All residents of Rosk lost their homes.',
      'Some residents of Rosk lost their homes.',
    ],
    [
      'Eleven ships left the harbour of Rosk.',
      'On Tuesday 14 ships left the harbour of Rosk.',
      'On Tuesday eleven ships left the harbour of Rosk.',
    ],
    [
      'The council of Rosk approved the plan on 3 March 2024.',
      'The council of Rosk approved the plan on March 8.',
      'The council of Rosk approved the plan on March 3.',
    ],
    [
      'Mayor Ode said she would meet Lind tomorrow in the town hall of Rosk.',
      'Mayor Ode will meet Lind in the town hall of Rosk on Monday.',
      'Mayor Ode will meet Lind in the town hall of Rosk on Friday.',
    ],
    [
      'Profits of the Rosk ferry company fell last year.',
      'Profits of the Rosk ferry company rose last year.',
      'Profits of the Rosk ferry company fell last year.',
    ],
    [
      'Profits of the Rosk ferry company have fallen this year.',
      'Profits of the Rosk ferry company rose this year.',
      'Profits of the Rosk ferry company rose this year.',
    ],
    [
      'Medvia may buy the old mill in Rosk from the city.',
      'Medvia bought the old mill in Rosk from the city.',
      'Medvia may buy the old mill in Rosk from the city.',
    ],
    [
      'The ministry in Rosk is considering subsidies for ferry owners.',
      'The ministry in Rosk approved subsidies for ferry owners.',
      'The ministry in Rosk approved subsidies for ferry owners.',
    ],
    [
      'An Italian firm will build the Rosk bridge.',
      'A French firm will build the Rosk bridge.',
      'An Italian firm will build the Rosk bridge.',
    ],
    [
      'Ode criticised Lind for the delay in Rosk.',
      'Lind criticised Ode for the delay in Rosk.',
      'Ode criticised Lind for the delay in Rosk.',
    ],
    [
      'The council of Rosk has approved the new harbour plan.',
      'The council of Rosk has not approved the new harbour plan.',
      'The council of Rosk has approved the new harbour plan.',
    ],
    [
      'The council of Rosk approved the new harbour plan.',
      'The council of Rosk did not approve the new harbour plan.',
      'The council of Rosk approved the new harbour plan.',
    ],
    [
      'The council of Rosk did not approve the new harbour plan.',
      'The council of Rosk approved the new harbour plan.',
      'The council of Rosk did not approve the new harbour plan.',
    ],
    [
      'The council of Rosk has not approved the new harbour plan.',
      'The council of Rosk has approved the new harbour plan.',
      'The council of Rosk has not approved the new harbour plan.',
    ],
    [
      'The doctors in Rosk found no link between the two deaths.',
      'The doctors in Rosk found a link between the two deaths.',
      'The doctors in Rosk found no link between the two deaths.',
    ],
    [
      'The clover in the meadows of Rosk was not affected by the lamps.',
      'The clover in the meadows of Rosk was also affected by the lamps.',
      'The clover in the meadows of Rosk was also not affected by the lamps.',
    ],
    [
      'Closing the harbour of Rosk at night made no difference to the ferry.',
      'Closing the harbour of Rosk at night made a difference to the ferry.',
      'Closing the harbour of Rosk at night made no difference to the ferry.',
    ],
    [
      'The harbour plan of Rosk was supported by the Conservatives.',
      'The harbour plan of Rosk was supported by Labour.',
      'The harbour plan of Rosk was supported by the Conservatives.',
    ],
    [
      'Russia did not comment on the harbour of Rosk.',
      'The United States did not comment on the harbour of Rosk.',
      'Russia did not comment on the harbour of Rosk.',
    ],
    [
      'The council of Rosk might buy a second ferry.',
      'The council of Rosk will buy a second ferry.',
      'The council of Rosk might buy a second ferry.',
    ],
    [
      'The captain of the Rosk ferry lost his left leg.',
      'The captain of the Rosk ferry lost his right leg.',
      'The captain of the Rosk ferry lost his left leg.',
    ],
    [
      'Lind retires in June. She will be succeeded by Ode.',
      'Ode will be succeeded by Lind.',
      'Lind will be succeeded by Ode.',
    ],
  ];
  for (const [source, draft, expected] of cases) {
    it(`${draft} (${source})`, async () => assert.equal(await mended(source, draft), expected));
  }
});

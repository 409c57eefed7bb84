import assert from 'node:assert/strict';
import { verifyClaim } from '../../src/claims/verifyClaim.ts';

/** The reason when this is the one passage. */
function reasonBeside(source: string, text: string): string {
  const passage = { sourceId: 'a', span: { start: 0, end: source.length }, text: source };
  const evidence = [{ passage, kind: 'related' as const, score: 1, changes: [] }];
  return verifyClaim({ text, span: { start: 0, end: text.length } }, evidence).reason;
}

describe('the reason for an unsupported claim', () => {
  const boats = 'The ferry left Delmar in May. A boat sank off the coast, the harbour office said.';

  it('names an ordinal with what it counts', () => {
    const reason = reasonBeside(boats, 'A second boat burned near the lighthouse that winter.');
    assert.match(reason, /mentions a second boat;/);
  });

  it('takes no word for a name because it begins the sentence', () => {
    const reason = reasonBeside(boats, 'Fewer ferries leave the harbour since Leyton sold its tugs to the town.');
    assert.match(reason, /mentions Leyton;/);
  });

  it('does name a country or a person there', () => {
    assert.match(
      reasonBeside(boats, 'Argentina bought an old lighthouse and a museum that winter.'),
      /mentions Argentina;/,
    );
    assert.match(
      reasonBeside(boats, 'Ostrova bought an old lighthouse and a museum that winter.'),
      /mentions Ostrova;/,
    );
  });
});

import assert from 'node:assert/strict';
import { citationMarks } from '../../src/citations/citationMarks.ts';
import { findCitations } from '../../src/citations/findCitations.ts';
import { createEngine } from '../../src/engine.ts';
import { createSourceStore } from '../../src/sources/store.ts';
import { contextOf, sample } from './samples.ts';

const audit = sample({
  path: 'sources/audit.md',
  title: 'Audit doubts the savings of the hospitals',
  authors: ['Ruth Adeyemi'],
  published: '2025-03-01',
  url: 'https://example.org/audit',
  text: 'The strike lasted four hours, and 33,900 patients were treated in 2024, down from 36,000.',
});

/** What of a sentence points at a source, in the order of the draft. */
function marksIn(text: string): string[] {
  const context = contextOf(text, audit);
  const marks = citationMarks(context.draft, context.prose, findCitations(context), context.library);
  return marks.map(({ start, end }) => text.slice(start, end));
}

const asMarks: readonly (readonly [string, string])[] = [
  ['The strike lasted four hours (Adeyemi, 2025).', 'Adeyemi, 2025'],
  ['Adeyemi (2025) writes that the strike lasted four hours.', 'Adeyemi (2025)'],
  ['The strike lasted four hours ([Audit](https://example.org/audit)).', 'Audit'],
  [
    'The strike lasted four hours [[sources/audit|Audit doubts the savings…]].',
    'sources/audit|Audit doubts the savings…',
  ],
  ['The strike lasted four hours [[sources/audit]].', 'sources/audit'],
  ['The strike lasted four hours [3].', '[3]'],
  ['The strike lasted four hours [1, 2][4].', '[1, 2][4]'],
  ['The strike lasted four hours (2).', '(2)'],
  ['The strike lasted four hours【2†source】.', '【2†source】'],
  ['The strike lasted four hours.¹ ²', '¹'],
  ['The strike lasted four hours<sup>1</sup>.', '<sup>1</sup>'],
  ['The strike lasted four hours [[1]](https://example.org/audit).', '1'],
  ['The strike lasted four hours [Source 2].', '[Source 2]'],
  ['The strike lasted four hours ([source](https://elsewhere.example)).', 'source'],
];

describe('marks that only point at a source', () => {
  for (const [text, mark] of asMarks) {
    it(`are found: ${text}`, () => {
      assert.ok(
        marksIn(text).some(found => found.includes(mark)),
        `${marksIn(text)}`,
      );
    });
  }

  it('are no words of the sentence, figures and units of it', () => {
    for (const text of [
      'The [strike lasted four hours](https://example.org/audit), it is said.',
      'The [[audit]] found that 12 m² of the ward (2 of 3 rooms) were (in 2024) closed.',
      'The council [sic] met on March 2 (2025 was late).',
      'In the 20<sup>th</sup> century a [link](https://example.org) between the two was found.',
    ])
      assert.deepEqual(marksIn(text), [], text);
  });

  it('change no verdict', async () => {
    const store = createSourceStore();
    store.put(audit.uri, { sources: [audit], problems: [] });
    const engine = createEngine({ store });
    for (const [text] of asMarks) {
      const { items, findings } = await engine.check({ uri: 'file:///desk/draft.md', language: 'markdown', text });
      const verdicts = items.map(item => item.verdict.label);
      assert.deepEqual(verdicts, ['supported'], text);
      assert.deepEqual(
        findings.filter(({ code }) => code.startsWith('claim')),
        [],
        text,
      );
    }
    const text = 'In 2024 the number of patients treated fell to 33,900 (Adeyemi, 2025).';
    const { findings } = await engine.check({ uri: 'file:///desk/draft.md', language: 'markdown', text });
    assert.deepEqual(findings, []);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DraftLanguage } from '../../src/model.ts';
import { readProse } from '../../src/text/readProse.ts';
import { seedEngine } from './seedEngine.ts';

/** What writers type, and what turns the reading of all that follows: marks, fences, comments, notes, headings. */
const pieces = [
  ...'“”"\'\n>#*`$[]()_-.!?,:; ',
  '\n\n',
  '\r\n',
  '```\n',
  '<!--',
  '-->',
  '<div>',
  '[^1]',
  '\n[^1]: seeds/003_e31fde116e57c3b2.txt\n',
  '\n    ',
  '- ',
  '> ',
  '---\n',
  '$$',
  '[label]: https://example.org\n',
  ' said Trump',
  ' Donald Trump said, “We have a lot of Tomahawks.” ',
  ' he added: “I really think Putin would look good.” ',
  ' Lind. ',
  'Jane Lind ',
  '\n\n## References\n\n',
  '🕊️',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 30 }),
  put: fc.constantFrom(...pieces),
});

const draft = readFileSync('seeds/draft.md', 'utf8');

function edited(text: string, { at, removed, put }: { at: number; removed: number; put: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + removed);
}

describe('an edit', () => {
  for (const language of ['markdown', 'plaintext', 'latex'] as const satisfies readonly DraftLanguage[]) {
    it(`leaves the same ${language} prose as reading all of it anew`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), edits => {
          let text = draft;
          let prose = readProse(text, language);
          for (const next of edits) {
            text = edited(text, next);
            prose = readProse(text, language, prose);
            const { masked: _, ...known } = prose;
            const { masked: __, ...fresh } = readProse(text, language);
            assert.deepEqual(known, fresh);
          }
        }),
        { numRuns: 60 },
      );
    });
  }

  it('leaves the same items and findings as checking the draft for the first time', async () => {
    const kept = await seedEngine();
    const fresh = await seedEngine();
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async edits => {
        let text = draft;
        for (const next of edits) {
          text = edited(text, next);
          await kept.check({ uri: 'file:///draft.md', language: 'markdown', text });
        }
        const asked = { uri: 'file:///draft.md', language: 'markdown', text } as const;
        assert.deepEqual(await kept.check(asked), await fresh.withSettings(fresh.settings).check(asked));
      }),
      { numRuns: 40 },
    );
  });
});

import assert from 'node:assert/strict';
import type { Engine } from '../../src/engine.ts';
import type { Finding } from '../../src/model.ts';
import { applied, markdown, seedEngine } from '../engine/seedEngine.ts';

// A fix that leaves its finding standing is no fix: every fix of every finding is made, and the draft checked again.
const drafts: Record<string, string> = {
  'a changed word': 'On board he said: "I really think Putin would look good if he got this settled".\n',
  'several changed words':
    'Trump said: “I think I will speak to Russia about it, in all fairness. I told this to President Zelenskyy.”\n',
  'a silent omission': 'Trump said: “I might have to speak to Russia about Tomahawks.”\n',
  'no source': '“Peace is closer than it has ever been,” Rubio said.\n',
  'another speaker': '“First we have to get Russia done,” Macron said.[^1]\n\n[^1]: seeds/003_e31fde116e57c3b2.txt\n',
  'two wordings':
    'Trump said: “Do they want to have Tomahawks going in that direction?”[^1]\n\n[^1]: seeds/003_e31fde116e57c3b2.txt\n',
  'a wording with more words between commas':
    'Trump said: “I think I might speak to Russia about that, in all fairness.”\n',
  'no citation': 'Trump said: “We have a lot of Tomahawks.”\n',
  'no citation, no newline': 'Trump said: “We have a lot of Tomahawks.”',
  'no definition': 'Trump said: “We have a lot of Tomahawks.”[^1]\n',
  'another source': 'Trump said: “We have a lot of Tomahawks.”[^1]\n\n[^1]: seeds/000_8b6e00a719bda484.txt\n',
  'a contradicted claim':
    'Trump and Putin are planning to meet in Vienna.\n\nThe call was the first contact in almost six months.\n',
  'an added first word': 'On board he said: "Really I think Putin would look great if he got this settled".\n',
  'an added word after a line end':
    'On board he said: "I think\r\nreally Putin would look great if he got this settled".\r\n',
  'Windows line ends and emoji':
    '🕊️ Peace?\r\n\r\nHe said: "I really think Putin would look good if he got this settled".\r\n',
};

describe('fixes', () => {
  let engine: Engine;
  before(async () => {
    engine = await seedEngine();
  });
  const findings = async (text: string): Promise<readonly Finding[]> => (await engine.check(markdown(text))).findings;

  for (const [name, text] of Object.entries(drafts)) {
    it(`mend ${name}`, async () => {
      const found = await findings(text);
      assert.ok(found.length > 0);
      for (const finding of found) {
        for (const fix of finding.fixes) {
          const mended = applied(text, fix.edits);
          const left = await findings(mended);
          const still = left.some(f => f.code === finding.code && f.message === finding.message);
          // Another wording has the first one as its variant: what must be gone is the wording, not the note that sources differ.
          assert.ok(!still, `${finding.code} “${fix.title}” leaves ${JSON.stringify(mended)}`);
          assert.doesNotMatch(mended, / {2}|" (?=\p{L}[^"]*")|\r(?!\n)|[\p{L},] [,.!?]|,[,.]/u, fix.title);
        }
      }
    });
  }

  it('never overlap', async () => {
    for (const text of Object.values(drafts)) {
      for (const { fixes } of await findings(text)) {
        for (const { edits } of fixes) {
          const spans = edits.map(e => e.span).sort((a, b) => a.start - b.start);
          for (const [i, span] of spans.entries()) assert.ok(i === 0 || span.start >= (spans[i - 1]?.end ?? 0));
        }
      }
    }
  });

  it('are not called for by the word that is being typed, but by the wrong one before it', async () => {
    const codes = async (text: string) =>
      (await findings(text)).map(({ code, span }) => [code, text.slice(span.start, span.end)]);
    assert.deepEqual(await codes('Trump said: “I really think Putin wo\n'), []);
    assert.deepEqual(await codes('Trump said: “I really think Putin would look good if he go\n'), [
      ['quote-altered', 'good'],
    ]);
    assert.deepEqual(await codes('Trump said: “I really think Putin will\n'), [['quote-altered', 'will']]);
  });
});

import assert from 'node:assert/strict';
import type { Engine } from '../../src/engine.ts';
import { markdown, seedEngine } from '../engine/seedEngine.ts';

const quotation = 'Trump said: “I really think Putin would look good if he got this settled.”';

describe('an ignore comment with a code', () => {
  let engine: Engine;
  before(async () => {
    engine = await seedEngine();
  });
  const altered = async (comment: string): Promise<string | undefined> => {
    const { findings } = await engine.check(markdown(`<!-- groundwork-ignore ${comment} -->\n${quotation}\n`));
    return findings.find(({ code }) => code === 'quote-altered')?.message;
  };

  it('that is mistyped has no effect, and the finding says so', async () => {
    assert.match(
      (await altered('quote-alterd')) ?? '',
      /“great”.*The ignore comment here names quote-alterd, which is no code; the code of this finding is quote-altered/,
    );
  });

  it('that is known, whether this one or another, is not spoken of', async () => {
    assert.equal(await altered('quote-altered he said so to me'), undefined);
    assert.doesNotMatch((await altered('quote-variant')) ?? 'no finding', /ignore comment|no finding/);
  });
});

import assert from 'node:assert/strict';
import { markdown, seedEngine } from './seedEngine.ts';

describe('the ignore list', () => {
  const text = '“Peace is closer than it has ever been,” Rubio said.\n';
  const codes = async (draft: string, ...ignore: { code: 'quote-not-found'; sentence: string; hash: string }[]) => {
    const engine = await seedEngine({ ignore });
    return (await engine.check(markdown(draft))).findings.map(finding => finding.code);
  };
  const entry = async () => {
    const engine = await seedEngine();
    const finding = (await engine.check(markdown(text))).findings.find(f => f.code === 'quote-not-found');
    assert.ok(finding);
    return engine.ignoreEntry(markdown(text), finding) as { code: 'quote-not-found'; sentence: string; hash: string };
  };

  it('covers the finding it was made for, wherever the sentence stands', async () => {
    assert.ok((await codes(text)).includes('quote-not-found'));
    assert.ok(!(await codes(text, await entry())).includes('quote-not-found'));
    assert.ok(!(await codes(`# Title\n\nFirst this. ${text}`, await entry())).includes('quote-not-found'));
  });

  it('dies when the sentence changes, and covers its own code only', async () => {
    assert.ok((await codes(text.replace('ever', 'never'), await entry())).includes('quote-not-found'));
    const other = { ...(await entry()), code: 'quote-altered' as 'quote-not-found' };
    assert.ok((await codes(text, other)).includes('quote-not-found'));
  });

  it('does not mind other quotation marks', async () => {
    assert.ok(!(await codes(text.replaceAll(/[“”]/g, '"'), await entry())).includes('quote-not-found'));
  });
});

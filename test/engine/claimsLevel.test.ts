import assert from 'node:assert/strict';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import { type ClaimLevel, defaultSettings } from '../../src/settings.ts';

const text = 'Ada Lind opened the bridge on Friday. The builders had worked through the whole winter.';

async function claimsAt(claimsLevel: ClaimLevel): Promise<string[]> {
  const engine = createEngine({ store: createSourceStore(), settings: { ...defaultSettings, claimsLevel } });
  const { items } = await engine.check({ uri: 'draft.md', language: 'markdown', text });
  return items.flatMap(item => (item.kind === 'claim' ? [item.claim.text] : []));
}

describe('groundwork.claims.level', () => {
  it('all: every statement', async () => assert.equal((await claimsAt('all')).length, 2));

  it('facts: those with a number, a date or a name', async () =>
    assert.deepEqual(await claimsAt('facts'), ['Ada Lind opened the bridge on Friday.']));

  it('off: none', async () => assert.deepEqual(await claimsAt('off'), []));
});

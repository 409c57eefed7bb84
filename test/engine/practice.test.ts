import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createPractice } from '../../src/engine/practice.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';
import { markdown, seedEngine } from './seedEngine.ts';

describe('practice', () => {
  it('checks a hundred sentences of the sources, once', async () => {
    const { store } = await seedEngine();
    const practise = createPractice();
    const drafts: Draft[] = [];
    const check = async (draft: Draft) => drafts.push(draft);
    await practise(store, check);
    const lines = drafts.flatMap(({ text }) => text.trim().split('\n\n'));
    assert.equal(lines.length, 100);
    const words = new Set(store.sources().flatMap(({ text }) => text.split(/\s+/)));
    const made = lines.filter(line => !line.startsWith('“'));
    assert.ok(made.every(line => line.split(' ').filter(word => words.has(word)).length > 2));
    const { length } = drafts;
    await practise(store, check);
    assert.equal(drafts.length, length);
  });

  it('is taken up again when it was broken off, and waits for sources', async () => {
    const practise = createPractice();
    let checked = 0;
    await practise(createSourceStore(), async () => checked++);
    assert.equal(checked, 0);
    const { store } = await seedEngine();
    const stop = new Error('closed');
    await assert.rejects(
      practise(store, () => Promise.reject(stop)),
      stop,
    );
    await practise(store, async () => checked++);
    assert.ok(checked > 0);
  });
});

describe('engine.warm', () => {
  it('changes no answer, and asks no verifier that was plugged in', async () => {
    const { store } = await seedEngine();
    let asked = 0;
    const draft = markdown(readFileSync('seeds/draft.md', 'utf8'));
    const fresh = await (await seedEngine()).check(draft);
    const engine = createEngine({ store });
    await createEngine({
      store,
      verifier: () => {
        asked++;
        return { label: 'not-checked', evidence: [], reason: '', by: 'test' };
      },
    }).warm();
    assert.equal(asked, 0);
    assert.deepEqual(await engine.check(draft), fresh);
  });

  it('ends with the reason of its signal', async () => {
    const engine = await seedEngine();
    await assert.rejects(engine.warm(AbortSignal.abort(new Error('closed'))), /closed/);
  });
});

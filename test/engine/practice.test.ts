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
    const engineOver = () => ({ check: async (draft: Draft) => drafts.push(draft) });
    await practise(store, engineOver);
    assert.equal(drafts.length, 100);
    const words = new Set(store.sources().flatMap(({ text }) => text.split(/\s+/)));
    const made = drafts.filter(({ text }) => !text.startsWith('“'));
    assert.ok(made.length > 50);
    assert.ok(made.every(({ text }) => text.split(' ').filter(word => words.has(word)).length > 2));
    await practise(store, engineOver);
    assert.equal(drafts.length, 100);
  });

  it('asks a few short sources of a large library, from all over it', async () => {
    const store = createSourceStore();
    for (let i = 0; i < 100; i++) {
      const text = 'The ferry left the harbour on Monday. '.repeat(i % 2 ? 1 : 3000);
      const id = `file:///${i}.txt`;
      store.put(id, { sources: [{ id, uri: id, path: id, title: '', authors: [], text, hash: id }], problems: [] });
    }
    let asked: readonly string[] = [];
    await createPractice()(store, few => {
      asked = few.sources().map(({ text, id }) => `${id} ${text.length}`);
      return { check: async () => undefined };
    });
    assert.equal(asked.length, 12);
    assert.ok(asked.every(source => source.endsWith(' 38')));
    assert.ok(asked.includes('file:///83.txt 38'), asked.join());
  });

  it('is taken up again when it was broken off, and waits for sources', async () => {
    const practise = createPractice();
    let checked = 0;
    const engineOver = () => ({ check: async () => checked++ });
    await practise(createSourceStore(), engineOver);
    assert.equal(checked, 0);
    const { store } = await seedEngine();
    const stop = new Error('closed');
    await assert.rejects(
      practise(store, () => ({ check: () => Promise.reject(stop) })),
      stop,
    );
    await practise(store, engineOver);
    assert.equal(checked, 100);
  });
});

describe('engine.practise', () => {
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
    }).practise();
    assert.equal(asked, 0);
    assert.deepEqual(await engine.check(draft), fresh);
  });

  it('ends with the reason of its signal', async () => {
    const engine = await seedEngine();
    await assert.rejects(engine.practise(AbortSignal.abort(new Error('closed'))), /closed/);
  });
});

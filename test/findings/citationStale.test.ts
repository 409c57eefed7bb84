import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';
import type { Draft, Finding } from '../../src/model.ts';

const uri = 'file:///w/sources/budget.md';
const article = (words: string): string => `---\ntitle: Bridge budget\n---\nThe council met on Monday.\n\n${words}\n`;
const before = article('"The bridge will cost 40 million euros," said Mayor Lind.');

const draftText =
  'Mayor Lind said “The bridge will cost 40 million euros.”[^1] The rest follows.\n\n[^1]: Bridge budget, sources/budget.md\n';

async function storeWith(...texts: readonly string[]) {
  const store = createSourceStore();
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    store.put(uri, await readSource({ uri, path: 'sources/budget.md', bytes }, { maxBytes: 1e6 }));
  }
  return store;
}

async function check(texts: readonly string[], text = draftText) {
  const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };
  const { findings } = await createEngine({ store: await storeWith(...texts) }).check(draft);
  return { findings, stale: findings.filter(({ code }) => code === 'citation-stale') };
}

function applied(text: string, finding: Finding | undefined): string {
  const edits = [...(finding?.fixes[0]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((now, { span, text: words }) => now.slice(0, span.start) + words + now.slice(span.end), text);
}

describe('citation-stale', () => {
  it('names the old and the new words, and accepting those makes the quotation exact', async () => {
    const after = before.replace('40', '50');
    const { findings, stale } = await check([before, after]);
    const [finding] = stale;
    assert.equal(finding?.message, 'Bridge budget has changed since: “40” is now “50”');
    assert.equal(draftText.slice(finding.span.start, finding.span.end), '40');
    assert.equal(finding.severity, 'information');
    assert.ok(!findings.some(({ code }) => code === 'quote-altered'));
    const accepted = applied(draftText, finding);
    assert.ok(accepted.includes('cost 50 million'));
    assert.deepEqual((await check([before, after], accepted)).findings, []);
  });

  it('says that the words are gone', async () => {
    const { findings, stale } = await check([before, article('Nothing was decided. The session was adjourned.')]);
    assert.deepEqual(stale[0]?.fixes, []);
    assert.match(stale[0]?.message ?? '', /it no longer has these words$/);
    assert.ok(!findings.some(({ code }) => code === 'quote-not-found'));
  });

  it('knows versions before the last, and is silent when the words are back', async () => {
    const changes = [before, before.replace('40', '45'), before.replace('40', '50')];
    assert.equal((await check(changes)).stale[0]?.message, 'Bridge budget has changed since: “40” is now “50”');
    assert.deepEqual((await check([...changes, before])).findings, []);
  });

  it('leaves words alone that the source never had, and changes elsewhere in it', async () => {
    const wrong = draftText.replace('40', '14');
    const { findings, stale } = await check([before, before.replace('Monday', 'Tuesday')], wrong);
    assert.deepEqual(stale, []);
    assert.ok(findings.some(({ code }) => code === 'quote-altered'));
    assert.deepEqual((await check([before, before.replace('Monday', 'Tuesday')])).findings, []);
  });

  it('survives that an editor saves by deleting and making the file again', async () => {
    const store = await storeWith(before);
    store.remove(uri);
    const bytes = new TextEncoder().encode(before.replace('40', '50'));
    store.put(uri, await readSource({ uri, path: 'sources/budget.md', bytes }, { maxBytes: 1e6 }));
    const { findings } = await createEngine({ store }).check({
      uri: 'file:///w/d.md',
      language: 'markdown',
      text: draftText,
    });
    assert.ok(findings.some(({ code }) => code === 'citation-stale'));
  });
});

describe('quote-not-found', () => {
  it('says that sources are still to be read', async () => {
    const store = await storeWith(before);
    const text = 'She said “nothing of the kind was ever said by anyone here” to them.\n';
    const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };
    store.expect(7);
    const first = await createEngine({ store }).check(draft);
    assert.equal(
      first.findings.find(f => f.code === 'quote-not-found')?.message,
      'Not found in 1 source so far (still indexing).',
    );
    store.expect(0);
    const second = await createEngine({ store }).check(draft);
    assert.equal(second.findings.find(f => f.code === 'quote-not-found')?.message, 'Not found in 1 source.');
  });
});

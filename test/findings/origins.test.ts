import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findClaims } from '../../src/claims/findClaims.ts';
import { findEvidence } from '../../src/claims/findEvidence.ts';
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';
import type { Claim, Draft } from '../../src/model.ts';
import type { SourceStore } from '../../src/sources/store.ts';
import { readProse } from '../../src/text/readProse.ts';

const filler = Array.from(
  { length: 30 },
  (_, i) => `Paragraph ${i} tells of the harbour and its ${i * 7} cranes.`,
).join('\n\n');
const story = (quote: string): string => `The harbour\n\n“${quote},” said Mayor Ada Lind.\n\n${filler}\n`;

async function storeOf(files: Readonly<Record<string, string>>): Promise<SourceStore> {
  const store = createSourceStore();
  for (const [path, content] of Object.entries(files)) {
    const uri = `file:///w/${path}`;
    store.put(uri, await readSource({ uri, path, bytes: new TextEncoder().encode(content) }, { maxBytes: 1e6 }));
  }
  return store;
}

async function check(files: Readonly<Record<string, string>>, text: string) {
  const store = await storeOf(files);
  const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };
  return { store, ...(await createEngine({ store }).check(draft)) };
}

function claimsOf(text: string): Claim[] {
  const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };
  return findClaims(draft, readProse(text, 'markdown'), []);
}

const ours = 'We will open the new harbour in the spring of next year';
const theirs = 'We will open the old harbour in the spring of next year';

describe('reprints', () => {
  it('count once as another wording', async () => {
    const other = `Another story\n\n“${ours},” said Mayor Ada Lind.\n`;
    const files = {
      'a.txt': other,
      'b.txt': story(theirs),
      'c.txt': `Evening News\n\n${story(theirs)}`,
      'd.txt': story(theirs),
    };
    const { store, findings } = await check(files, `Mayor Ada Lind said “${ours}”.\n`);
    assert.equal(new Set(store.sources().map(({ id }) => store.origin(id))).size, 2);
    const variants = findings.filter(({ code }) => code === 'quote-variant');
    assert.equal(variants.length, 1);
    assert.equal(variants[0]?.fixes.length, 1);
  });

  it('are offered once as the citation of a quotation', async () => {
    const files = { 'b.txt': story(ours), 'c.txt': story(ours), 'd.txt': `Elsewhere\n\n“${ours},” said Ada Lind.\n` };
    const { findings } = await check(files, `Mayor Ada Lind said “${ours}”.\n`);
    assert.equal(findings.find(({ code }) => code === 'quote-uncited')?.fixes.length, 2);
  });

  it('leave room for other sources beside a claim', async () => {
    const claim = 'The new harbour of Ada Lind opens in the spring';
    const report = `The harbour\n\n${claim}, the council said.\n\n${filler}\n`;
    const files = {
      'a.txt': report,
      'b.txt': `Evening News\n\n${report}`,
      'c.txt': `Morning News\n\n${report}`,
      'd.txt': 'Another story\n\nThe harbour of Ada Lind will not open in the spring, the engineers said.\n',
    };
    const store = await storeOf(files);
    const [found] = claimsOf(`${claim}.\n`);
    assert.ok(found);
    const paths = findEvidence(found, store, 3).map(({ passage }) => store.get(passage.sourceId)?.path);
    assert.ok(paths.includes('d.txt'), paths.join());
    assert.equal(new Set(paths).size, 2);
  });

  it('are one source of a quotation, and the reason says how often it is printed', async () => {
    const files = { 'b.txt': story(ours), 'c.txt': story(ours), 'd.txt': `Elsewhere\n\n“${ours},” said Ada Lind.\n` };
    const { items } = await check(files, `Mayor Ada Lind said “${ours}”.\n`);
    assert.equal(items[0]?.verdict.reason, '2 sources have these words, printed 3 times.');
    const { items: one } = await check({ 'b.txt': story(ours) }, `Mayor Ada Lind said “${ours}”.\n`);
    assert.equal(one[0]?.verdict.reason, 'A source has these words.');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';

const filler = Array.from(
  { length: 30 },
  (_, i) => `Paragraph ${i} tells of the harbour and its ${i * 7} cranes.`,
).join('\n\n');
const story = (quote: string): string => `The harbour\n\n“${quote},” said Mayor Ada Lind.\n\n${filler}\n`;

async function check(files: Readonly<Record<string, string>>, text: string) {
  const store = createSourceStore();
  for (const [path, content] of Object.entries(files)) {
    const uri = `file:///w/${path}`;
    store.put(uri, await readSource({ uri, path, bytes: new TextEncoder().encode(content) }, { maxBytes: 1e6 }));
  }
  const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };
  return { store, findings: (await createEngine({ store }).check(draft)).findings };
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
});

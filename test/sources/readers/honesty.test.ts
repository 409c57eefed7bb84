/** What could not be read is said where something was not found. */
import assert from 'node:assert/strict';
import { createEngine, createSourceStore } from '../../../src/engine.ts';
import { readSource } from '../../../src/sources/readSource.ts';
import { documents, sentence } from './documents.ts';
import { writePdf } from './writePdf.ts';

describe('a quotation that is not found', () => {
  it('names how many sources could not be read, and how many only in part', async () => {
    const store = createSourceStore();
    const page = { texts: [{ x: 60, y: 100, text: sentence }] };
    const files = {
      'sound.txt': documents.txt ?? new Uint8Array(),
      'scan.pdf': writePdf([{ picture: true }]),
      'half.pdf': writePdf([page, { picture: true }]),
      'empty.html': new Uint8Array(),
    };
    for (const [path, bytes] of Object.entries(files)) {
      const uri = `file:///w/${path}`;
      store.put(uri, await readSource({ uri, path, bytes }, { maxBytes: 1e6 }));
    }
    const draft = {
      uri: 'file:///w/draft.md',
      language: 'markdown',
      text: 'Mayor Lind said “we never wanted that second tunnel”.',
    } as const;
    const { findings } = await createEngine({ store }).check(draft);
    const found = findings.find(finding => finding.code === 'quote-not-found');
    assert.match(found?.message ?? '', /2 sources \(2 unreadable, 1 only partly read\)/);
  });
});

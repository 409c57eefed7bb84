/** Small libraries and drafts for the tests of quotations. */
import type { Draft, Quotation, Source } from '../../src/model.ts';
import { findQuotations } from '../../src/quotes/findQuotations.ts';
import { createSourceStore, type SourceStore } from '../../src/sources/store.ts';
import { readProse } from '../../src/text/readProse.ts';

export function sourceOf(text: string, id = 'a.txt'): Source {
  return { id, uri: id, path: id, title: '', authors: [], text, hash: `${id} ${text.length} ${text}` };
}

export function libraryOf(...texts: readonly string[]): SourceStore {
  const store = createSourceStore();
  texts.forEach((text, at) => {
    const source = sourceOf(text, `${at}.txt`);
    store.put(source.uri, { sources: [source], problems: [] });
  });
  return store;
}

export function draftOf(text: string): Draft {
  return { uri: 'draft.md', language: 'markdown', text };
}

export function quotationsOf(draft: Draft): Quotation[] {
  return findQuotations(draft, readProse(draft.text, draft.language));
}

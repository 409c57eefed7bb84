/** Turns labelled claims into rows of features by the path that ships: store, evidence, examination. */
import { examine } from '../../src/claims/examine/examination.ts';
import type { Feature } from '../../src/claims/examine/feature.ts';
import { features } from '../../src/claims/examine/features.ts';
import { readEvidence } from '../../src/claims/examine/readEvidence.ts';
import { findEvidence } from '../../src/claims/findEvidence.ts';
import { readPassage } from '../../src/claims/tokens.ts';
import type { Claim, Evidence, Source } from '../../src/model.ts';
import { createSourceStore, type SourceStore } from '../../src/sources/store.ts';
import type { ClaimRecord } from './records.ts';

/** The values as precise as the forests see them. */
export type Row = { readonly record: ClaimRecord; readonly values: Float32Array };

/** A row's values with their names. */
export function named(names: readonly string[], row: Row): Feature[] {
  return names.map((name, i) => [name, row.values[i] ?? 0] as const);
}

/** A store that holds the texts as sources. */
export function storeOf(docs: readonly string[]): SourceStore {
  const store = createSourceStore();
  for (const [i, text] of docs.entries()) {
    const uri = `memory:/${i}.txt`;
    const source: Source = { id: uri, uri, path: `${i}.txt`, title: '', authors: [], text, hash: `${i}` };
    store.put(uri, { sources: [source], problems: [] });
  }
  return store;
}

/** Asks `work` for each record with a store of its documents; records that follow one another with the same share one. */
export function eachWithStore<Answer>(
  records: readonly ClaimRecord[],
  work: (record: ClaimRecord, store: SourceStore) => Answer,
): Answer[] {
  let last: { readonly key: string; readonly store: SourceStore } | undefined;
  return records.map(record => {
    const key = record.docs.join('\u0000');
    if (last?.key !== key) last = { key, store: storeOf(record.docs) };
    return work(record, last.store);
  });
}

/** Rows in the order of the records. */
export function featureRows(records: readonly ClaimRecord[]): { names: string[]; rows: Row[] } {
  let names: string[] = [];
  const rows = eachWithStore(records, (record, store) => {
    const found = featuresOf(record.claim, store);
    names = found.map(([name]) => name);
    return { record, values: Float32Array.from(found, ([, value]) => value) };
  });
  return { names, rows };
}

/** The features of a claim against everything a store holds. */
export function featuresOf(claim: string, store: SourceStore): Feature[] {
  return features(examine(readPassage(claim), readEvidence(evidenceFor(claim, store))));
}

export function evidenceFor(claim: string, store: SourceStore): Evidence[] {
  return findEvidence(claimOf(claim), store);
}

export function claimOf(text: string): Claim {
  return { span: { start: 0, end: text.length }, text };
}

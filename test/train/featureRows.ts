/** Turns labelled claims into rows of features by the path that ships: store, evidence, examination. */
import { examine } from '../../src/claims/examine/examination.ts';
import type { Feature } from '../../src/claims/examine/feature.ts';
import { features } from '../../src/claims/examine/features.ts';
import { readEvidence } from '../../src/claims/examine/readEvidence.ts';
import { findEvidence } from '../../src/claims/findEvidence.ts';
import { readSentence } from '../../src/claims/tokens.ts';
import type { Source } from '../../src/model.ts';
import { createSourceStore, type SourceStore } from '../../src/sources/store.ts';
import type { ClaimRecord } from './records.ts';

/** The values as precise as the forests see them. */
export type Row = { readonly record: ClaimRecord; readonly values: Float32Array };

/** A row's values with their names. */
export function named(names: readonly string[], row: Row): Feature[] {
  return names.map((name, i) => [name, row.values[i] ?? 0] as const);
}

/** As many as a check of a draft asks for. */
export const passagesPerSource = 8;

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

/** Rows in the order of the records; records that follow one another with the same documents share a store. */
export function featureRows(records: readonly ClaimRecord[]): { names: string[]; rows: Row[] } {
  const rows: Row[] = [];
  let names: string[] = [];
  let last: { key: string; store: SourceStore } | undefined;
  for (const record of records) {
    const key = record.docs.join('\u0000');
    if (last?.key !== key) last = { key, store: storeOf(record.docs) };
    const found = featuresOf(record.claim, last.store);
    names = found.map(([name]) => name);
    rows.push({ record, values: Float32Array.from(found, ([, value]) => value) });
  }
  return { names, rows };
}

/** The features of a claim against everything a store holds. */
export function featuresOf(claim: string, store: SourceStore): Feature[] {
  const evidence = findEvidence({ span: { start: 0, end: claim.length }, text: claim }, store, passagesPerSource);
  return features(examine(readSentence(claim), readEvidence(evidence)));
}

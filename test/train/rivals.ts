/** Which claims a claim is laid beside while a model is fitted. */
import type { Row } from './featureRows.ts';

/** Those of its set. */
export function bySet(rows: readonly Row[]): string[] {
  return rows.map(({ record }) => record.dataset);
}

/** Those of its document: labelled claims and made pairs each by themselves, as whether a pair was made is no reason. */
export function byDocument(rows: readonly Row[]): string[] {
  return rows.map(({ record }) => `${record.group} ${record.dataset.startsWith('rule_') ? 'made' : 'labelled'}`);
}

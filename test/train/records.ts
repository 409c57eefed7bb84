/** Reads labelled claims in the shape of `groundwork eval claims`: JSON lines with doc or docs, claim, label, group. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export type ClaimRecord = {
  readonly id: string;
  readonly dataset: string;
  readonly docs: readonly string[];
  readonly claim: string;
  readonly label: 'supported' | 'contradicted' | 'unsupported';
  /** Records that share a document share a group. */
  readonly group: string;
};

/** Records without a label the program knows are left out. */
export function readRecords(file: string): ClaimRecord[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Partial<ClaimRecord> & { doc?: string; doc_id?: string })
    .flatMap(raw => {
      const { id = '', claim = '', label } = raw;
      if (label !== 'supported' && label !== 'contradicted' && label !== 'unsupported') return [];
      const docs = raw.docs ?? (raw.doc === undefined ? [] : [raw.doc]);
      const dataset = raw.dataset ?? basename(file, '.jsonl');
      return [{ id, dataset, docs, claim, label, group: raw.group ?? raw.doc_id ?? id }];
    });
}

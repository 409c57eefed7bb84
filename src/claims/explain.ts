/** Reasons in plain words, never "false", never "fabricated". */
import type { Change, ClaimLabel, Evidence } from '../model.ts';

/** One sentence for the writer; for `contradicted` it names the first pair of the first evidence. */
export function explain(label: ClaimLabel, evidence: readonly Evidence[]): string {
  switch (label) {
    case 'supported':
      return 'The sources bear this out.';
    case 'contradicted':
      return pairs(evidence[0]?.changes ?? []);
    case 'unsupported':
      return evidence.length > 0
        ? 'No passage found says this; the nearest is shown.'
        : 'No passage found is about this.';
    case 'not-checked':
      return 'Not checked.';
  }
}

function pairs(changes: readonly Change[]): string {
  const change = changes[0];
  if (!change) return 'A source says otherwise.';
  return `${change.draft}: the source says ${change.source}.`;
}

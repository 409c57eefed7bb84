/** Reasons in plain words, never "false", never "fabricated". */
import type { Change, ClaimLabel, Evidence } from '../model.ts';
import { holds } from './examine/examination.ts';
import { readPassage, type Sentence } from './tokens.ts';

/** One sentence for the writer: the first pair of the first evidence, or what no passage holds. */
export function explain(label: ClaimLabel, evidence: readonly Evidence[], claim: Sentence): string {
  switch (label) {
    case 'supported':
      return 'The sources bear this out.';
    case 'contradicted':
      return pairReason(evidence[0]?.changes[0]);
    case 'unsupported':
      return missingReason(evidence, claim);
    case 'not-checked':
      return 'Not checked.';
  }
}

function pairReason(change: Change | undefined): string {
  if (!change) return 'A source says otherwise.';
  const { draft, source } = change;
  return `${draft}: the source says ${source}.`;
}

/** Names and numbers first, then the rarest word: what a writer looks up first. */
function missingReason(evidence: readonly Evidence[], claim: Sentence): string {
  if (evidence.length === 0) return 'No passage found is about this.';
  const passages = evidence.map(e => readPassage(e.passage.text));
  const missing = claim.content.filter(t => !passages.some(p => holds(p, t)));
  const first = missing.find(t => t.name || t.number) ?? [...missing].sort((a, b) => b.weight - a.weight)[0];
  if (!first) return 'The words occur, but no passage found says this with them.';
  const name = claim.names.find(n => n.span.start <= first.span.start && first.span.end <= n.span.end);
  return `Nothing found mentions ${name?.text ?? first.number?.text ?? first.text} in this connection; the nearest passage is shown.`;
}

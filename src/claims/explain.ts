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
  return `${differing(change)}.`;
}

const begins =
  /^(?:The|An?|His|Her|Its|Their|This|That|These|Those|He|She|It|They|All|Some|Most|No|None|Neither|Both|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Nor|About|More|Fewer|Less|Almost|Nearly|Only|Up|At)(?= |$)/;

/** “Vienna: the source says Budapest”; a capital that only began the source's sentence is none here. */
export function differing({ draft, source }: Change): string {
  return `${draft}: the source says ${source.replace(begins, word => word.toLowerCase())}`;
}

/** Names and numbers first, then the rarest word: what a writer looks up first. */
function missingReason(evidence: readonly Evidence[], claim: Sentence): string {
  if (evidence.length === 0) return 'No passage found is about this.';
  const passages = evidence.map(e => readPassage(e.passage.text));
  const missing = claim.content.filter(t => !passages.some(p => holds(p, t)));
  const first = missing.find(t => t.name || t.number) ?? [...missing].sort((a, b) => b.weight - a.weight)[0];
  if (!first) return apart(passages, claim);
  const name = claim.names.find(n => n.span.start <= first.span.start && first.span.end <= n.span.end);
  const date = claim.dates.find(d => d.span.start <= first.span.start && first.span.end <= d.span.end);
  const told = name?.text ?? date?.text ?? first.number?.text ?? first.text;
  return `Nothing found mentions ${told} in this connection; the nearest passage is shown.`;
}

/** Every word occurs somewhere: two names or figures that no passage has together, or at least that none says it. */
function apart(passages: readonly Sentence[], claim: Sentence): string {
  const telling = [
    ...claim.names,
    ...claim.dates,
    ...claim.numbers.filter(n => n.kind !== 'date' && n.kind !== 'year'),
  ];
  const inPassage = telling.map(({ span }) => {
    const tokens = claim.content.filter(t => span.start <= t.span.start && t.span.end <= span.end);
    return passages.map(p => tokens.length > 0 && tokens.every(t => holds(p, t)));
  });
  for (const [i, first] of telling.entries()) {
    for (const [j, second] of telling.entries()) {
      const [a = [], b = []] = [inPassage[i], inPassage[j]];
      if (j <= i || !a.some(Boolean) || !b.some(Boolean) || a.some((has, k) => has && b[k])) continue;
      return `The sources do not connect ${first.text} with ${second.text}; the nearest passage is shown.`;
    }
  }
  return 'No passage says this; the nearest is shown.';
}

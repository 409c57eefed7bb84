import type { Evidence } from '../model.ts';
import { differences } from '../text/align.ts';
import type { Candidate } from './candidates.ts';
import { samePerson } from './samePerson.ts';

/** Share of words in common from which two quotes are one remark printed in two ways. */
const leastSimilar = 0.7;
/** Shorter quotes resemble each other by chance. In words. */
const fewestWords = 4;

/**
 * The quotes among `others` that are the same remark in other words, from other sources. Each names the differing words;
 * `draftSpan` is an offset into the candidate's own text.
 */
export function otherWordings(candidate: Candidate, others: readonly Candidate[]): Evidence[] {
  if (!candidate.quoted || candidate.words().size < fewestWords) return [];
  return others.flatMap((other): Evidence[] => {
    if (other.source === candidate.source || !other.quoted || other.key === candidate.key) return [];
    const score = likeness(candidate, other);
    if (score < leastSimilar || isAnothers(candidate, other)) return [];
    const { passage, speaker } = other;
    const whole = { start: 0, end: candidate.passage.text.length };
    const changes = differences(candidate.passage.text, whole, other.source.text, passage.span);
    if (changes.length === 0) return [];
    const found = { passage, kind: 'altered' as const, score, changes };
    return [speaker === undefined ? found : { ...found, speaker }];
  });
}

function isAnothers({ speaker: one }: Candidate, { speaker: two }: Candidate): boolean {
  return one !== undefined && two !== undefined && samePerson(one, two) === false;
}

/** Words in common, as a share of the words of both. */
export function likeness(candidate: Candidate, other: Candidate): number {
  const own = candidate.words();
  const theirs = other.words();
  if (theirs.size > own.size * 1.5 || own.size > theirs.size * 1.5) return 0;
  let common = 0;
  for (const word of theirs) if (own.has(word)) common++;
  return common / (own.size + theirs.size - common);
}

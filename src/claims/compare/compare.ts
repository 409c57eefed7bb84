/** All comparers together: the explicit pairs that make a claim `contradicted`. */
import type { Change } from '../../model.ts';
import { compareAbsence } from './compareAbsence.ts';
import { compareBodies } from './compareBodies.ts';
import { compareDates } from './compareDates.ts';
import { compareDurations } from './compareDurations.ts';
import { compareNames } from './compareNames.ts';
import { compareNegation } from './compareNegation.ts';
import { compareNumbers } from './compareNumbers.ts';
import { compareOpposites } from './compareOpposites.ts';
import { compareRoles } from './compareRoles.ts';
import { compareStance } from './compareStance.ts';
import { compareHedges, comparePending, compareQuantifiers } from './compareStrength.ts';
import { compareTrends } from './compareTrends.ts';
import { compareVotes } from './compareVotes.ts';
import type { Comparer, Comparison } from './pair.ts';

/** The gravest first. */
const comparers: readonly Comparer[] = [
  compareAbsence,
  compareStance,
  compareNegation,
  compareTrends,
  compareVotes,
  compareDurations,
  compareNumbers,
  compareDates,
  compareQuantifiers,
  compareRoles,
  compareNames,
  compareBodies,
  compareOpposites,
  compareHedges,
  comparePending,
];

/** Pairs of words that cannot both be right; empty when nothing explicit stands against the claim. No span twice. */
export function compare(comparison: Comparison): Change[] {
  const found: Change[] = [];
  for (const change of comparers.flatMap(comparer => comparer(comparison))) {
    const overlaps = found.some(
      f => f.draftSpan.start < change.draftSpan.end && change.draftSpan.start < f.draftSpan.end,
    );
    if (!overlaps) found.push(change);
  }
  return found;
}

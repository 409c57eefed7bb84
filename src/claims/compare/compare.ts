/** All comparers together: the explicit pairs that make a claim `contradicted`. */
import type { Change, Span } from '../../model.ts';
import { ofSentence } from '../ofSentence.ts';
import { readPassage, type Sentence, type Token } from '../tokens.ts';
import { compareAttached } from './deeds/compareAttached.ts';
import { compareCauses } from './deeds/compareCauses.ts';
import { compareDoers } from './deeds/compareDoers.ts';
import { compareFrames } from './deeds/compareFrames.ts';
import { compareInvolvement } from './deeds/compareInvolvement.ts';
import { compareObjects } from './deeds/compareObjects.ts';
import { compareOtherDoers } from './deeds/compareOtherDoers.ts';
import { compareRoles } from './deeds/compareRoles.ts';
import { compareSides } from './deeds/compareSides.ts';
import { compareSole } from './deeds/compareSole.ts';
import { compareSpeakers } from './deeds/compareSpeakers.ts';
import { compareTellers } from './deeds/compareTellers.ts';
import { compareAttributes } from './figures/compareAttributes.ts';
import { compareFigureOfClause } from './figures/compareFigureOfClause.ts';
import { compareFormer } from './figures/compareFormer.ts';
import { compareNumbers } from './figures/compareNumbers.ts';
import { compareParts } from './figures/compareParts.ts';
import { compareProportion } from './figures/compareProportion.ts';
import { compareRates } from './figures/compareRates.ts';
import { compareRows } from './figures/compareRows.ts';
import { compareSeries } from './figures/compareSeries.ts';
import { compareShares, compareSurvivors } from './figures/compareShares.ts';
import { compareStill } from './figures/compareStill.ts';
import { compareStuff } from './figures/compareStuff.ts';
import { compareTotals } from './figures/compareTotals.ts';
import { compareTrends } from './figures/compareTrends.ts';
import { compareTurned } from './figures/compareTurned.ts';
import { compareVotes } from './figures/compareVotes.ts';
import { compareWanted } from './figures/compareWanted.ts';
import { compareWorkedOut } from './figures/compareWorkedOut.ts';
import { type Comparer, type Comparison, shared } from './pair.ts';
import { compareAbsence } from './polarity/compareAbsence.ts';
import { compareBeing } from './polarity/compareBeing.ts';
import { compareCertainty } from './polarity/compareCertainty.ts';
import { compareDecision, compareVoteTo } from './polarity/compareDecision.ts';
import { compareInstead } from './polarity/compareInstead.ts';
import { compareNegation } from './polarity/compareNegation.ts';
import { compareNobody } from './polarity/compareNobody.ts';
import { compareNone } from './polarity/compareNone.ts';
import { compareOnly } from './polarity/compareOnly.ts';
import { compareOpposites } from './polarity/compareOpposites.ts';
import { compareRuledOut } from './polarity/compareRuledOut.ts';
import { compareStance } from './polarity/compareStance.ts';
import { compareHedges, comparePending, compareQuantifiers } from './polarity/compareStrength.ts';
import { compareUndecided } from './polarity/compareUndecided.ts';
import { compareUnknown } from './polarity/compareUnknown.ts';
import { compareUnlike } from './polarity/compareUnlike.ts';
import { clauses } from './reading/clauses.ts';
import { compareBodies } from './things/compareBodies.ts';
import { compareDirection } from './things/compareDirection.ts';
import { compareInPlace } from './things/compareInPlace.ts';
import { compareKin } from './things/compareKin.ts';
import { compareKinds } from './things/compareKinds.ts';
import { compareLists } from './things/compareLists.ts';
import { compareModifiers } from './things/compareModifiers.ts';
import { compareNames } from './things/compareNames.ts';
import { compareComparatives, compareOrder } from './things/compareOrder.ts';
import { compareRank } from './things/compareRank.ts';
import { compareDates } from './times/compareDates.ts';
import { compareDeadline } from './times/compareDeadline.ts';
import { compareDurations } from './times/compareDurations.ts';
import { comparePastTime } from './times/comparePastTime.ts';

/** The gravest first. */
const comparers: readonly Comparer[] = [
  compareAbsence,
  compareStance,
  compareDecision,
  compareVoteTo,
  compareInvolvement,
  compareSole,
  compareTurned,
  compareNegation,
  compareBeing,
  compareNone,
  compareNobody,
  compareInstead,
  compareUnlike,
  compareRuledOut,
  compareTrends,
  compareStill,
  compareVotes,
  compareDurations,
  comparePastTime,
  compareRates,
  compareProportion,
  compareRows,
  compareParts,
  compareAttributes,
  compareSeries,
  compareShares,
  compareSurvivors,
  compareFormer,
  compareTotals,
  compareNumbers,
  compareFigureOfClause,
  compareDates,
  compareDeadline,
  compareQuantifiers,
  compareOnly,
  compareRank,
  compareObjects,
  compareFrames,
  compareAttached,
  compareDoers,
  compareOtherDoers,
  compareDirection,
  compareRoles,
  compareSides,
  compareCauses,
  compareSpeakers,
  compareTellers,
  compareLists,
  compareNames,
  compareBodies,
  compareKin,
  compareKinds,
  compareStuff,
  compareModifiers,
  compareOpposites,
  compareOrder,
  compareComparatives,
  compareWorkedOut,
  compareInPlace,
  compareUnknown,
  compareUndecided,
  compareHedges,
  compareCertainty,
  comparePending,
  compareWanted,
];

/** Pairs of words that cannot both be right; empty when nothing explicit stands against the claim. No span twice. */
export function compare(comparison: Comparison): Change[] {
  const [x, start] = withoutDateline(comparison);
  const whole = compareAll(x);
  const found = whole.length > 0 ? whole : byClauses(x);
  return start === 0 ? found : found.map(change => placed(change, 0, start));
}

/** "LEYTON PARK, June 2, 2025 -": where and when a report was written says nothing of what it tells. */
const dateline = /^\p{Lu}{2,}[\p{L}\p{N} .,'’()/-]{0,70}? [-–—] (?=["“]?\p{Lu})/u;

const lengthOfDateline = ofSentence(({ text }): number => dateline.exec(text)?.[0].length ?? 0);

function withoutDateline(x: Comparison): [Comparison, number] {
  const start = lengthOfDateline(x.source);
  if (start === 0) return [x, 0];
  const source = readPassage(x.source.text.slice(start));
  return [{ ...x, source, others: x.others.map(s => (s === x.source ? source : s)) }, start];
}

function compareAll(comparison: Comparison): Change[] {
  const found: Change[] = [];
  for (const comparer of comparers) {
    const changes = comparer(comparison);
    // Nearly all of them find nothing.
    if (changes.length > 0) for (const change of changes) add(change, found);
  }
  return found;
}

function add(change: Change, found: Change[]): void {
  if (found.some(f => meet(f.draftSpan, change.draftSpan))) return;
  // "Agreed to go" against "refused to go": the word itself says it better than the denial of what follows.
  const same = found.findIndex(f => meet(f.sourceSpan, change.sourceSpan));
  if (same < 0) found.push(change);
  else if (found[same]?.gravity === 'negation' && change.gravity !== 'negation') found[same] = change;
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** So much of a claim's clause the clause it is held against must say. */
const sameMatter = 0.75;
const fewestWords = 3;

/** "Sales fell, while profits rose": each clause against the one clause of the passage that is about the same. */
function byClauses(x: Comparison): Change[] {
  if (joined(x.claim).length === 0 && joined(x.source).length === 0) return [];
  return parts(x.claim).flatMap(own => {
    if (own.sentence.content.length < fewestWords || !mayBeSaid(own, x.source)) return [];
    const best = nearest(own, parts(x.source));
    if (!best) return [];
    const others = x.others.flatMap(s => parts(s).map(part => part.sentence));
    return compareAll({ ...x, claim: own.sentence, source: best.sentence, others: [best.sentence, ...others] })
      .filter(
        c =>
          shared({ claim: own.sentence, source: best.sentence, others }, c.draftSpan) >= sameMatter &&
          !isToldOfAnother(c, own.sentence, x.source) &&
          !isSaidElsewhere(c, own.sentence, best.sentence, x.source),
      )
      .map(c => placed(c, own.start, best.start));
  });
}

/** A clause that is told nearly as much as this is about the same. */
const least = sameMatter * 0.75;

/** Whether a sentence has enough of the clause's words that one of its own clauses may: they need not be read then. */
function mayBeSaid({ sentence: { content } }: Part, source: Sentence): boolean {
  let [all, met] = [0, 0];
  for (const token of content) {
    all += token.weight;
    if (token.number || source.places.has(token.stem)) met += token.weight;
  }
  return met / all >= least;
}

/** The first of the clauses that hold most of the claim's, where that is much of it. */
function nearest({ sentence: claim }: Part, theirs: readonly Part[]): Part | undefined {
  let best: Part | undefined;
  let most = least;
  for (const part of theirs) {
    const likeness = shared({ claim, source: part.sentence, others: [] }, nowhere);
    if (likeness < most || (best && likeness === most)) continue;
    best = part;
    most = likeness;
  }
  return best;
}

/** "The first report was lost; the second came out": of a second one the other clause tells. */
function isToldOfAnother({ draftSpan }: Change, own: Sentence, source: Sentence): boolean {
  const place = own.numbers.find(n => n.kind === 'ordinal' && meet(n.span, draftSpan));
  return place !== undefined && source.numbers.some(n => n.kind === 'ordinal' && n.value === place.value);
}

/** "Profit fell" beside "its revenue rose, while profit fell": the other clause has the word, and what the claim says it of. */
function isSaidElsewhere({ draftSpan }: Change, own: Sentence, here: Sentence, source: Sentence): boolean {
  const isElsewhere = ({ stem }: Token) => source.places.has(stem) && !here.places.has(stem);
  const [said, rest] = [true, false].map(inside => own.content.filter(t => meet(t.span, draftSpan) === inside));
  return said !== undefined && said.length > 0 && said.every(isElsewhere) && (rest ?? []).some(isElsewhere);
}

/** A pair of two clauses as one of their sentences. */
function placed(change: Change, own: number, other: number): Change {
  const { remedy } = change;
  return {
    ...change,
    draftSpan: moved(change.draftSpan, own),
    sourceSpan: moved(change.sourceSpan, other),
    ...(remedy && remedy !== 'none' ? { remedy: { ...remedy, span: moved(remedy.span, own) } } : {}),
  };
}

const nowhere: Span = { start: -1, end: -1 };

type Part = { readonly sentence: Sentence; readonly start: number };

/** Where clauses of a sentence are joined. Quoted words keep a claim whole: its clauses cannot be read by themselves. */
const joined = ofSentence(({ text }): readonly Span[] => (/["“”«»]/.test(text) ? [] : clauses(text)));

/** The clauses of a sentence, or the sentence alone. */
const parts = ofSentence((sentence): readonly Part[] => {
  const spans = joined(sentence);
  return spans.length === 0
    ? [{ sentence, start: 0 }]
    : spans.map(({ start, end }) => ({ sentence: readPassage(sentence.text.slice(start, end)), start }));
});

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

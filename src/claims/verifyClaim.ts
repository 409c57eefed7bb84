/** The built-in claim verifier: what the proposed passages say of a claim, with an explicit pair where they say otherwise. */
import type { Change, Claim, ClaimLabel, ClaimVerifier, Evidence, Remedy, Span, Verdict } from '../model.ts';
import { compare } from './compare/compare.ts';
import { differences } from './compare/differences.ts';
import { type Comparer, leansBack } from './compare/pair.ts';
import { isOfSources, statesAbsence } from './compare/polarity/compareAbsence.ts';
import { compareDenied } from './compare/polarity/compareDenied.ts';
import { mayNegate } from './compare/reading/denials.ts';
import { withholdsSupport } from './compare/withholds.ts';
import { coverage, type Examination, examine } from './examine/examination.ts';
import type { Feature } from './examine/feature.ts';
import { features } from './examine/features.ts';
import { type Reading, readEvidence } from './examine/readEvidence.ts';
import { explain } from './explain.ts';
import { type Gap, gapBeside } from './gaps.ts';
import { supportOf } from './model.ts';
import { readClaim } from './ownWords.ts';
import { readPassage, type Sentence } from './tokens.ts';
import { withoutReckoned } from './withoutReckoned.ts';

const by = 'groundwork-trees-1';
/** The one threshold: at or above it a claim counts as supported. */
const threshold = 0.5;
/** The most that is left to a claim whose shared words say something else in the passages, however near it came to the threshold. */
const withheld = threshold - 0.15;
/** The score of a claim that nothing comes near: what passages deny is no news then. */
const hopeless = 0.25;
/** Below it a passage is not about the same thing, and a difference says nothing. */
const sameMatter = 0.4;
/** So many of the nearest passages are searched for a pair. */
const compared = 3;

type Read = { readonly evidence: Evidence; readonly sentence: Sentence; readonly coverage: number };

/**
 * Judges a claim by the passages given. `contradicted` is said only with a pair to show: the first evidence then carries
 * it in `changes` (draft offsets absolute, source offsets absolute). With no evidence at all the verdict is `unsupported`.
 */
export const verifyClaim: ClaimVerifier = (claim, evidence) => verifyClaimBy(supportOf, claim, evidence);

/** Calibrated probability, 0..1, that the passages examined support a claim of which this much is in none of them. */
export type Support = (features: readonly Feature[], gap: Gap) => number;

/** The same with another model than the shipped one: a measurement asks models that never saw the claim's documents. */
export function verifyClaimBy(support: Support, claim: Claim, evidence: readonly Evidence[]): Verdict<ClaimLabel> {
  const own = readClaim(claim.text);
  const reading = readEvidence(evidence);
  // What is quoted has words too: where the source has them, they bear the claim out.
  const examination = examine(readPassage(claim.text), reading);
  const whole = evidence.length === 0 ? 0 : support(features(examination), gapBeside(claim.text, reading.passages));
  const score =
    whole < threshold
      ? Math.max(whole, byClauses(support, claim.text, reading), byReckoning(support, own, reading, evidence))
      : whole;
  const ranked = rank(own, evidence, reading, examination);
  const against = contradiction(claim, own, ranked, opposing);
  if (against) {
    const rest = shownOf(ranked.filter(r => r.evidence.passage !== against.passage));
    return verdict('contradicted', [against, ...rest], Math.min(score, 0.3), own);
  }
  const open =
    contradiction(claim, own, ranked, differing) ?? (score > hopeless ? denial(claim, own, ranked) : undefined);
  if (open) {
    const rest = shownOf(ranked.filter(r => r.evidence.passage !== open.passage));
    return verdict('unsupported', [open, ...rest], Math.min(score, threshold - 0.05), own);
  }
  const isOther = score > withheld && withholdsSupport(own, reading.passages);
  const kept = isOther ? withheld : score;
  const label = isOfSources(claim.text) ? 'not-checked' : kept >= threshold ? 'supported' : 'unsupported';
  return verdict(label, shownOf(ranked), kept, own);
}

/** Two statements joined by "and" or "while" may stand in two sources: each must be borne out on its own. */
function byClauses(support: Support, text: string, reading: Reading): number {
  const clauses = text.split(/[,;] (?:and|but|while|whereas|although|though) (?=\p{L}+(?: \p{L}+){3,})/u);
  if (clauses.length < 2 || reading.sources.length === 0) return 0;
  const read = clauses.map(readPassage);
  if (read.some(clause => clause.content.length < 3)) return 0;
  return Math.min(
    ...read.map(clause => support(features(examine(clause, reading)), gapBeside(clause.text, reading.passages))),
  );
}

/** "For thirteen years she taught there" where she did "from 1921 to 1934": the figure is worked out, the rest is judged. */
function byReckoning(support: Support, claim: Sentence, reading: Reading, evidence: readonly Evidence[]): number {
  const rest = withoutReckoned(claim, evidence);
  return rest === undefined ? 0 : support(features(examine(rest, reading)), gapBeside(rest.text, reading.passages));
}

/** Passages kept in a verdict: what a hover can show. */
const shown = 5;

function verdict(
  label: ClaimLabel,
  evidence: readonly Evidence[],
  score: number,
  claim: Sentence,
): Verdict<ClaimLabel> {
  return { label, evidence: evidence.slice(0, shown), reason: explain(label, evidence, claim), by, score };
}

/** A neighbour of a proposed passage that has no word of the claim helped to read that one, and tells nothing by itself. */
function shownOf(ranked: readonly Read[]): Evidence[] {
  return ranked.filter(r => r.coverage > 0 || r.evidence.score > 0).map(toEvidence);
}

function toEvidence({ evidence, coverage }: Read): Evidence {
  return { ...evidence, score: coverage };
}

/** The passages the examination chose first, in its order, then by how much of the claim they hold. */
function rank(own: Sentence, evidence: readonly Evidence[], { passages }: Reading, { chosen }: Examination): Read[] {
  const place = ({ sentence }: Read) => {
    const at = chosen.indexOf(sentence);
    return at < 0 ? chosen.length : at;
  };
  return evidence
    .flatMap((item, i) => {
      const sentence = passages[i];
      return sentence ? [{ evidence: item, sentence, coverage: coverage(own, [sentence]) }] : [];
    })
    .sort((a, b) => place(a) - place(b) || b.coverage - a.coverage);
}

/** How the nearest passages are searched for a pair. */
type Search = {
  readonly comparer: Comparer;
  /** So much of the claim, 0..1, has to be in a passage. */
  readonly least: number;
  /** So many of the nearest passages are looked at. */
  readonly most: number;
  /** Whether any passage at all may bear the claim out, or only those about the same matter. */
  readonly byAny: boolean;
};

const opposing: Search = { comparer: compare, least: sameMatter, most: compared, byAny: false };
const differing: Search = { comparer: differences, least: sameMatter * 0.75, most: compared, byAny: true };
/** "He refused to pay" shares little with a claim that is full of other things. */
const denying: Search = { comparer: compareDenied, least: sameMatter / 4, most: compared * 4, byAny: true };

/** The first of the nearest passages with a pair that stands against the claim, or leaves it open, as evidence that carries the pair. */
function contradiction(
  claim: Claim,
  own: Sentence,
  ranked: readonly Read[],
  search: Search,
  all: readonly Read[] = ranked,
): Evidence | undefined {
  const least = statesAbsence(claim.text) ? 0 : search.least;
  const related = ranked
    .filter(r => r.coverage >= least || isOfSameMatter(own, r, ranked))
    .sort((a, b) => b.coverage - a.coverage);
  const others = (search.byAny ? all : related).map(r => r.sentence);
  for (const candidate of related.slice(0, search.most)) {
    const { published } = candidate.evidence;
    const before = sentenceBefore(candidate, all);
    const changes = search.comparer({
      claim: own,
      source: candidate.sentence,
      others,
      ...(before ? { before } : {}),
      ...(published ? { published } : {}),
    });
    if (changes.length > 0) {
      return { ...toEvidence(candidate), changes: changes.map(c => place(c, claim, candidate.evidence)) };
    }
  }
  return undefined;
}

/** The same among the passages that deny anything: most do not. */
function denial(claim: Claim, own: Sentence, ranked: readonly Read[]): Evidence | undefined {
  const may = ranked.filter(r => mayNegate(r.sentence));
  return may.length === 0 ? undefined : contradiction(claim, own, may, denying, ranked);
}

/** "Together they employ 23 people": with the sentence that says who they are, it is about the claim's matter. */
function isOfSameMatter(own: Sentence, read: Read, ranked: readonly Read[]): boolean {
  if (read.coverage < sameMatter / 3 || !leansBack(read.sentence)) return false;
  const before = sentenceBefore(read, ranked);
  return before !== undefined && coverage(own, [before, read.sentence]) >= 0.6;
}

/** How far back, in characters, the sentence may stand that says who "he" is. */
const farthestBack = 400;

/** The nearest passage before this one that was proposed too: what a pronoun at its beginning stands for. */
function sentenceBefore({ evidence }: Read, ranked: readonly Read[]): Sentence | undefined {
  const { sourceId, span } = evidence.passage;
  const gap = ({ evidence: { passage } }: Read) =>
    passage.sourceId === sourceId ? span.start - passage.span.end : Number.NaN;
  const near = ranked.filter(r => gap(r) >= 0 && gap(r) <= farthestBack).sort((a, b) => gap(a) - gap(b));
  // "She joined in January. She denied it": the one before may not say who either.
  return (near.find(r => !leansBack(r.sentence)) ?? near[0])?.sentence;
}

function place(change: Change, claim: Claim, evidence: Evidence): Change {
  return {
    ...change,
    draftSpan: shift(change.draftSpan, claim.span.start),
    sourceSpan: shift(change.sourceSpan, evidence.passage.span.start),
    ...(change.remedy ? { remedy: moved(change.remedy, claim.span.start) } : {}),
  };
}

function moved(remedy: Remedy, by: number): Remedy {
  return remedy === 'none' ? remedy : { ...remedy, span: shift(remedy.span, by) };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

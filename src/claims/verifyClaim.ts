/** The built-in claim verifier: what the proposed passages say of a claim, with an explicit pair where they say otherwise. */
import type { Change, Claim, ClaimLabel, ClaimVerifier, Evidence, Span, Verdict } from '../model.ts';
import { pairMarks } from '../text/marks.ts';
import { compareNames } from './compareNames.ts';
import { compareNumbers } from './compareNumbers.ts';
import { explain } from './explain.ts';
import { readSentence, type Sentence } from './tokens.ts';

const by = 'groundwork-words-1';
/** A claim at or above it counts as supported. */
const threshold = 0.5;
/** Below it a passage is not about the same thing, and a difference says nothing. */
const sameMatter = 0.45;

/**
 * Judges a claim by the passages given. `contradicted` is said only with a pair to show: the first evidence then carries
 * it in `changes` (draft offsets absolute, source offsets absolute). With no evidence at all the verdict is `unsupported`.
 */
export const verifyClaim: ClaimVerifier = (claim, evidence) => {
  const own = readSentence(claim.text, quotedWords(claim.text));
  const read = evidence.map(e => ({ evidence: e, sentence: readSentence(e.passage.text) }));
  const ranked = read
    .map(r => ({ ...r, coverage: coverage(own, [r.sentence]) }))
    .sort((a, b) => b.coverage - a.coverage);
  const related = ranked.filter(r => r.coverage >= sameMatter);
  const pools = ranked.slice(0, 3).map(r => r.sentence);
  const score = scoreOf(own, pools);
  for (const candidate of related.slice(0, 3)) {
    const changes = compare(
      own,
      candidate.sentence,
      ranked.map(r => r.sentence),
    );
    if (changes.length > 0) {
      const placed = changes.map(c => place(c, claim, candidate.evidence));
      const first = { ...candidate.evidence, score: candidate.coverage, changes: placed };
      const rest = ranked.filter(r => r !== candidate).map(r => ({ ...r.evidence, score: r.coverage }));
      return verdict('contradicted', [first, ...rest], Math.min(score, 0.2));
    }
  }
  const sorted = ranked.map(r => ({ ...r.evidence, score: r.coverage }));
  return verdict(score >= threshold ? 'supported' : 'unsupported', sorted, score);
};

function verdict(label: ClaimLabel, evidence: readonly Evidence[], score: number): Verdict<ClaimLabel> {
  return { label, evidence: evidence.slice(0, 5), reason: explain(label, evidence), by, score };
}

function compare(claim: Sentence, source: Sentence, all: readonly Sentence[]): Change[] {
  return [...compareNumbers(claim, source, all), ...compareNames(claim, source, all)];
}

function coverage(claim: Sentence, sentences: readonly Sentence[]): number {
  const content = claim.tokens.filter(t => !t.stop);
  if (content.length === 0) return 0;
  return content.filter(t => sentences.some(s => s.stems.has(t.stem))).length / content.length;
}

function scoreOf(claim: Sentence, sentences: readonly Sentence[]): number {
  const covered = coverage(claim, sentences);
  const missing = claim.names.filter(n => !sentences.some(s => holdsName(s, n.text))).length;
  return Math.max(0, Math.min(1, covered + 0.05 - 0.2 * missing));
}

function holdsName(sentence: Sentence, name: string): boolean {
  return readSentence(name).tokens.some(t => !t.stop && sentence.stems.has(t.stem));
}

function place(change: Change, claim: Claim, evidence: Evidence): Change {
  return {
    ...change,
    draftSpan: shift(change.draftSpan, claim.span.start),
    sourceSpan: shift(change.sourceSpan, evidence.passage.span.start),
  };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** What stands between quotation marks in a claim: never checked as the claim's own words. */
function quotedWords(text: string): Span[] {
  return pairMarks(text)
    .filter(pair => pair.depth === 0 && pair.closed)
    .map(pair => pair.inner);
}

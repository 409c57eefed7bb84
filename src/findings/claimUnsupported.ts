import { isWorthTelling } from '../claims/gaps.ts';
import type { Stems } from '../claims/nearest.ts';
import { stemsIn } from '../claims/stemsIn.ts';
import { readPassage, readSentence, type Sentence } from '../claims/tokens.ts';
import type { ClaimItem, Evidence, Finding, Source } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import { once } from '../text/once.ts';
import { type FindingContext, sourcesOf } from './context.ts';

/** `claim-unsupported`: the sources lack what the sentence says; the nearest passage comes along as related. */
export function claimUnsupported(item: ClaimItem, context: Pick<FindingContext, 'store'>): Omit<Finding, 'severity'>[] {
  const { claim, verdict } = item;
  const isOpen = (verdict.evidence[0]?.changes.length ?? 0) > 0;
  if (verdict.label !== 'unsupported' || !(isOpen || isTold(item, context.store))) return [];
  return [
    { code: 'claim-unsupported', span: claim.span, message: verdict.reason, evidence: verdict.evidence, fixes: [] },
  ];
}

type Told = { readonly claim: string; readonly revision: number; readonly isWorth: boolean };

/** What was found out of a verdict: every keystroke asks for all of them, and most stay as they were. */
const told = new WeakMap<ClaimItem['verdict'], Told>();

function isTold({ claim, verdict }: ClaimItem, store: SourceStore): boolean {
  const { revision } = store;
  const before = told.get(verdict);
  if (before?.claim === claim.text && before.revision === revision) return before.isWorth;
  const nearest = {
    words: sourcesOf(verdict.evidence, store).map(wordsOf),
    passages: verdict.evidence.map(e => readPassage(e.passage.text)),
    around: once(() => stretches(verdict.evidence, store)),
    years: verdict.evidence.flatMap(({ published }) => (published ? [Number(published.slice(0, 4))] : [])),
  };
  const isWorth = isWorthTelling(claim.text, verdict.score ?? 0, nearest);
  told.set(verdict, { claim: claim.text, revision, isWorth });
  return isWorth;
}

/** The stems of a source's words; a source's text never changes, so what was found is kept. */
const known = new WeakMap<Source, Stems>();

function wordsOf(source: Source): Stems {
  const words = known.get(source) ?? stemsIn(source.text);
  known.set(source, words);
  return words;
}

/** So many characters before a passage, and behind it, what its figures belong to may stand. */
const [far, near] = [400, 150];

/** The passages with what stands around them in their sources, those that meet as one. */
function stretches(evidence: readonly Evidence[], store: SourceStore): Sentence[] {
  const found: { readonly source: Source; start: number; end: number }[] = [];
  const passages = evidence.map(e => e.passage).sort((a, b) => a.span.start - b.span.start);
  for (const { sourceId, span } of passages) {
    const source = store.get(sourceId);
    if (!source) continue;
    const start = Math.max(source.body?.start ?? 0, span.start - far);
    const last = found.findLast(s => s.source === source);
    if (last && start <= last.end) last.end = Math.max(last.end, span.end + near);
    else found.push({ source, start, end: span.end + near });
  }
  return found.map(({ source, start, end }) => readSentence(source.text.slice(start, end).replace(/\s/g, ' ')));
}

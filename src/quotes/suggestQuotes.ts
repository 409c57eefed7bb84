import type { Evidence, Passage, Source, Span } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import { type Candidate, candidatesAt, plainKey } from './candidates.ts';
import { likeness, otherWordings } from './otherWordings.ts';
import { samePerson } from './samePerson.ts';
import { typedScores } from './typedMatch.ts';

export type QuoteSuggestion = {
  readonly passage: Passage;
  readonly source: Source;
  readonly speaker?: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The whole of what the source quotes, not one sentence of it. */
  readonly whole: boolean;
  /** Where the draft uses these words already. */
  readonly usedAt?: Span;
  /** The same words as other sources print them; spans of their changes are offsets into the passage's text. */
  readonly variants: readonly Evidence[];
};

export type QuoteContext = {
  /** The words behind the opening mark. */
  readonly typed: string;
  /** Who the draft says is speaking. */
  readonly speaker?: string;
  /** The paragraph around, for its subject. */
  readonly paragraph: string;
  readonly used: readonly { readonly text: string; readonly span: Span }[];
};

/** How many passages the index is asked for, by the words typed and again with the speaker's name. */
const proposals = 50;
/** What the parts of a score are worth beside the words typed (see typedMatch.ts). */
const worth = { speaker: 2, otherSpeaker: -1.5, quoted: 1, subject: 0.8, sentence: 0.15, index: 0.5 };

/**
 * Exact passages to put into an open quotation, best first: by the words typed (typing errors forgiven), the named
 * speaker's before others', quotes before plain sentences, by the paragraph's subject. What the draft uses already comes
 * last; the same words in several sources come once.
 */
export function suggestQuotes(context: QuoteContext, store: SourceStore, limit: number): QuoteSuggestion[] {
  const typed = plainKey(context.typed);
  const proposed = propose(context, typed, store);
  const found = bySubject(context, scored(context, typed, proposed), limit);
  const all = [...proposed.keys()];
  return usedBehind(typed, withoutRepeats(found, store, limit)).map(({ candidate, score, usedAt }, at) =>
    suggestion(candidate, score, usedAt, at < mostCompared ? all : []),
  );
}

type Scored = { readonly candidate: Candidate; readonly score: number; readonly usedAt: Span | undefined };

/** What answers the words typed, with a score for all but the paragraph's subject; best first. */
function scored(context: QuoteContext, typed: string, proposed: ReadonlyMap<Candidate, number>): Scored[] {
  const scores = typed === '' ? undefined : typedScores(typed, [...proposed.keys()]);
  const used = context.used.map(use => ({ span: use.span, key: ` ${plainKey(use.text)} ` }));
  const speakers = new Map<string, number>();
  const found: Scored[] = [];
  for (const [candidate, share] of proposed) {
    const base = scores ? scores.get(candidate) : 0;
    if (base === undefined || candidate.key === '') continue;
    const usedAt = used.find(use => use.key.includes(` ${candidate.key} `))?.span;
    const score =
      base +
      speakerScore(context.speaker, candidate, speakers) +
      (candidate.quoted ? worth.quoted : 0) +
      (candidate.whole === (scores === undefined) ? worth.sentence : 0) +
      worth.index * share;
    found.push({ candidate, score, usedAt });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Adds what the subject is worth, which is dear to find out: only to what it can still bring among the first `limit`. */
function bySubject(context: QuoteContext, found: readonly Scored[], limit: number): Scored[] {
  const keys = new Set<string>();
  let least = Number.NEGATIVE_INFINITY;
  for (const { candidate, score } of found) {
    keys.add(candidate.key);
    if (keys.size === limit) {
      least = score - worth.subject;
      break;
    }
  }
  const subject = subjectWords(context);
  return found
    .filter(({ score }) => score >= least)
    .map(({ candidate, score, usedAt }) => ({
      candidate,
      score: score + worth.subject * shareOf(subject, candidate),
      usedAt,
    }))
    .sort((a, b) => b.score - a.score);
}

/** Suggestions whose other wordings are looked up: those a person sees at once. */
const mostCompared = 8;

function suggestion(
  candidate: Candidate,
  score: number,
  usedAt: Span | undefined,
  all: readonly Candidate[],
): QuoteSuggestion {
  const { passage, source, speaker, whole } = candidate;
  return {
    passage,
    source,
    score,
    whole,
    variants: otherWordings(candidate, all),
    ...(speaker === undefined ? {} : { speaker }),
    ...(usedAt === undefined ? {} : { usedAt }),
  };
}

/** Words in common from which a passage and its reprint are one, a printer's correction aside. */
const leastAlike = 0.75;

/** The first `limit`. The same words (another report, a quote of one sentence) are offered once, so are reprints. */
function withoutRepeats(found: readonly Scored[], store: SourceStore, limit: number): Scored[] {
  const kept: Scored[] = [];
  const seen = new Set<string>();
  for (const next of found) {
    if (kept.length === limit) break;
    const { key } = next.candidate;
    if (seen.has(key) || kept.some(({ candidate }) => isReprint(candidate, next.candidate, store))) continue;
    seen.add(key);
    kept.push(next);
  }
  return kept;
}

/** Used ones stand behind the others, but what begins with the words typed (two or more) is what the writer is after, used or not. */
function usedBehind(typed: string, found: readonly Scored[]): Scored[] {
  const place = ({ candidate, usedAt }: Scored) =>
    (typed.includes(' ') && candidate.key.startsWith(typed) ? 0 : 2) + (usedAt ? 1 : 0);
  return [...found].sort((a, b) => place(a) - place(b));
}

/** Characters at either end that a passage has in common with its reprint; spares most comparisons. */
const edge = 8;

/** Asks for origins only of what is nearly the same: the store compares whole texts to answer. */
function isReprint(one: Candidate, other: Candidate, store: SourceStore): boolean {
  return (
    one.source !== other.source &&
    (one.key.slice(0, edge) === other.key.slice(0, edge) || one.key.slice(-edge) === other.key.slice(-edge)) &&
    likeness(one, other) >= leastAlike &&
    store.origin(one.source.id) === store.origin(other.source.id)
  );
}

/** What the index proposes for the words typed and for the speaker, with a share of the best score, 0..1. */
function propose(context: QuoteContext, typed: string, store: SourceStore): Map<Candidate, number> {
  const found = new Map<Candidate, number>();
  const ask = (query: string): void => {
    const hits = store.search(query, { limit: proposals, prefix: typed !== '' });
    const best = hits[0]?.score ?? 1;
    for (const { passage, score } of hits) {
      const source = store.get(passage.sourceId);
      for (const candidate of source ? candidatesAt(source, passage.span) : []) {
        found.set(candidate, Math.max(found.get(candidate) ?? 0, score / best));
      }
    }
  };
  const name = context.speaker?.split(/\s+/).at(-1);
  const words = typed === '' ? context.paragraph : context.typed.trimEnd();
  if (name !== undefined) ask(`${name} ${words}`);
  if (typed !== '' || name === undefined) ask(words);
  const answered = typed === '' || [...found.keys()].some(({ key }) => key.includes(typed));
  if (!answered) for (const beginning of mistyped(typed)) ask(beginning);
  return found;
}

/** The beginnings of the longest words typed: what follows may be a typing error. */
function mistyped(typed: string): string[] {
  const words = typed.split(' ').filter(word => word.length > 4);
  return words
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map(word => word.slice(0, 4));
}

function speakerScore(named: string | undefined, { speaker }: Candidate, known: Map<string, number>): number {
  if (named === undefined || speaker === undefined) return 0;
  const before = known.get(speaker);
  if (before !== undefined) return before;
  const same = samePerson(named, speaker);
  const score = same === true ? worth.speaker : same === false ? worth.otherSpeaker : 0;
  known.set(speaker, score);
  return score;
}

function subjectWords({ paragraph, speaker }: QuoteContext): string[] {
  const name = plainKey(speaker ?? '').split(' ');
  const words = plainKey(paragraph)
    .split(' ')
    .filter(word => word.length > 3 && !name.includes(word));
  return [...new Set(words)].slice(0, 40);
}

function shareOf(words: readonly string[], { setting }: Candidate): number {
  if (words.length === 0) return 0;
  const own = setting();
  return words.filter(word => own.includes(` ${word} `)).length / words.length;
}

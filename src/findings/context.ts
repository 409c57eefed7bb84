import type { Library } from '../citations/library.ts';
import type {
  Change,
  Citation,
  Draft,
  Evidence,
  Fix,
  Gravity,
  Item,
  Passage,
  QuotationItem,
  Source,
  Span,
} from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Prose } from '../text/prose.ts';
import { oneLine, shortened } from '../text/shortened.ts';

/** What a finding may look at besides its item. */
export type FindingContext = {
  readonly draft: Draft;
  readonly prose: Prose;
  readonly store: SourceStore;
  readonly library: Library;
  /** False while a bibliography that the draft names was not read. */
  readonly keysKnown: boolean;
  readonly items: readonly Item[];
  readonly citations: readonly Citation[];
  /** The edits that put a citation of the source behind `at`, in the writer's style; `passage` is what it stands for. */
  readonly cite: (source: Source, at: number, passage?: Passage) => Fix['edits'];
  /** The edits that make an existing citation point at another source. */
  readonly recite: (citation: Citation, source: Source) => Fix['edits'];
};

/** Whether the draft's words stand in a source. */
export function isFound(item: QuotationItem): boolean {
  return item.verdict.label === 'exact';
}

/**
 * “12 sources (1 unreadable, 2 only partly read)”, “120 sources so far (still indexing)”: what was searched, so that silence is
 * never taken for proof.
 */
export function whatWasSearched(store: SourceStore): string {
  const count = store.sources().length;
  const problems = store.problems();
  const files = (partial: boolean): number =>
    new Set(problems.filter(problem => (problem.partial ?? false) === partial).map(problem => problem.uri)).size;
  const [unread, partly] = [files(false), files(true)];
  const gaps = [
    ...(store.pending > 0 ? ['still indexing'] : []),
    ...(unread > 0 ? [`${unread} unreadable`] : []),
    ...(partly > 0 ? [`${partly} only partly read`] : []),
  ];
  const sources = `${count === 1 ? '1 source' : `${count} sources`}${store.pending > 0 ? ' so far' : ''}`;
  return gaps.length === 0 ? sources : `${sources} (${gaps.join(', ')})`;
}

/** A source's words as they go into a draft: a line break inside them is the source's own and becomes a space. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}

/**
 * A passage's words on one line, cut at a word, between the marks of the interface's language. Marks of the passage's own at
 * both ends give way to them, those inside become single ones.
 */
export function shown(text: string, limit = 160): string {
  return `“${shortened(withoutOwnMarks(oneLine(text)), limit)}”`;
}

function withoutOwnMarks(line: string): string {
  const inner = /^["“„«]\s?([^"“”„«»]+)(?:["”“»]\s?)?$/u.exec(line)?.[1] ?? line;
  return inner.trim().replace(/[“„]/g, '‘').replace(/”/g, '’');
}

/** Gravest first; equally grave ones in the order of the draft. */
export function byGravity(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => gravities.indexOf(a.gravity) - gravities.indexOf(b.gravity));
}

const gravities: readonly Gravity[] = ['negation', 'number', 'name', 'omission', 'wording'];

/** The source a passage is from; a passage always has one, but the library may have changed meanwhile. */
export function sourceOf(passage: Passage, store: SourceStore): Source | undefined {
  return store.get(passage.sourceId);
}

/** The distinct sources of some evidence, best first. */
export function sourcesOf(evidence: readonly Evidence[], store: SourceStore): Source[] {
  const ids = new Set(evidence.map(e => e.passage.sourceId));
  return [...ids].flatMap(id => store.get(id) ?? []);
}

/** Reprints of one text count once: of sources of one origin the first is left. */
export function onceAnOrigin<T>(items: readonly T[], sourceId: (item: T) => string, store: SourceStore): T[] {
  const met = new Set<string>();
  return items.filter(item => {
    const origin = store.origin(sourceId(item));
    return !met.has(origin) && met.add(origin);
  });
}

/** A change may be that nothing stands in the draft: then the words on both sides are marked, so that there is something to see. */
export function visible(span: Span, text: string): Span {
  if (span.end > span.start) return span;
  const before = /[\p{L}\p{N}][^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, span.start - 60), span.start));
  const start = before ? wordStart(text, span.start - before[0].length) : span.start;
  const after = /^[^\p{L}\p{N}]*[\p{L}\p{N}'’-]+/u.exec(text.slice(span.start, span.start + 60));
  return { start, end: after ? span.start + after[0].length : span.end };
}

function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[\p{L}\p{N}'’-]/u.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

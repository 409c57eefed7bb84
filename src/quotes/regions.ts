import type { Source, Span } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import { readableText } from './readableText.ts';
import { type Squeezed, squeeze } from './squeeze.ts';

/** A stretch of one source in which a quotation may stand, proposed by the index. */
export type Region = {
  readonly source: Source;
  readonly span: Span;
  readonly score: number;
  /** The region's words, squeezed on the first question. */
  readonly squeezed: () => Squeezed;
};

/** How many passages the index is asked for. */
const proposals = 40;
/** Characters of a quotation that are enough to find its source by; a longer one is looked for by its beginning, middle and end. */
const longestQuery = 600;
/** Characters looked through for one quotation at most, so that a check is never slow, whatever is quoted. */
const mostText = 1_500_000;

/**
 * Stretches of sources in which the quoted words may stand, best first: the index's proposals with enough text around each
 * for a quotation of this length, overlapping ones merged.
 */
export function regions(quoted: string, store: SourceStore): readonly Region[] {
  const { revision } = store;
  const before = last.get(store);
  if (before?.quoted === quoted && before.revision === revision) return before.found;
  const found = propose(quoted, store);
  last.set(store, { quoted, revision, found });
  return found;
}

/** What was asked last, because it is asked again at once: for a quotation's match, then for its variants. */
const last = new WeakMap<SourceStore, { quoted: string; revision: number; found: readonly Region[] }>();

function propose(quoted: string, store: SourceStore): readonly Region[] {
  const room = Math.ceil(quoted.length * 1.5) + 400;
  const bySource = new Map<Source, Proposal[]>();
  for (const query of queries(quoted)) {
    for (const { passage, score } of store.search(query, { limit: proposals })) {
      const source = store.get(passage.sourceId);
      if (!source) continue;
      const start = Math.max(0, passage.span.start - room);
      const end = Math.min(source.text.length, passage.span.end + room);
      const known = bySource.get(source);
      if (known) known.push({ span: { start, end }, score });
      else bySource.set(source, [{ span: { start, end }, score }]);
    }
  }
  const found = [...bySource].flatMap(([source, spans]) => merge(spans).map(proposal => region(source, proposal)));
  return withinBudget(found.sort((a, b) => b.score - a.score));
}

type Proposal = { readonly span: Span; readonly score: number };

function queries(quoted: string): string[] {
  if (quoted.length <= longestQuery) return [quoted];
  const third = Math.floor(longestQuery / 3);
  const middle = Math.floor(quoted.length / 2);
  return [quoted.slice(0, third), quoted.slice(middle, middle + third), quoted.slice(-third)];
}

function merge(proposed: Proposal[]): Proposal[] {
  const merged: Proposal[] = [];
  for (const { span, score } of proposed.sort((a, b) => a.span.start - b.span.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.span.end) {
      const end = Math.max(last.span.end, span.end);
      merged[merged.length - 1] = { span: { start: last.span.start, end }, score: Math.max(last.score, score) };
    } else merged.push({ span, score });
  }
  return merged;
}

function region(source: Source, { span, score }: Proposal): Region {
  let squeezed: Squeezed | undefined;
  return {
    source,
    span,
    score,
    squeezed: () => {
      squeezed ??= squeeze(readableText(source), [span]);
      return squeezed;
    },
  };
}

function withinBudget(found: readonly Region[]): Region[] {
  let total = 0;
  return found.filter(({ span }, at) => {
    total += span.end - span.start;
    return at < 2 || total <= mostText;
  });
}

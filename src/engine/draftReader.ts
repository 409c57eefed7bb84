import type { Draft } from '../model.ts';
import type { Analysis } from './analyse.ts';

/** Drafts whose analysis is kept; an editor shows a handful at a time. */
const mostDrafts = 8;

/**
 * The same draft is asked about many times between two keystrokes; it is read once. A changed one is read with what was read
 * before at hand; `revision` says when the sources are others.
 */
export function createDraftReader(
  read: (draft: Draft, before?: Analysis) => Analysis,
  revision: () => string,
): (draft: Draft) => Analysis {
  const kept = new Map<string, { readonly revision: string; readonly analysis: Analysis }>();
  return draft => {
    const known = kept.get(draft.uri);
    const now = revision();
    if (known?.revision === now && sameDraft(known.analysis.draft, draft)) return known.analysis;
    const analysis = read(draft, known?.analysis);
    kept.delete(draft.uri);
    const oldest = kept.size >= mostDrafts ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(draft.uri, { revision: now, analysis });
    return analysis;
  };
}

function sameDraft(a: Draft, b: Draft): boolean {
  return a.text === b.text && a.language === b.language;
}

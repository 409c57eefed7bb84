import type { Citation, Draft, Source } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Prose } from '../text/prose.ts';
import { footnotes, namesSource } from './footnote.ts';

/**
 * Every citation of the draft, in order: footnotes whose definition names a source or is missing, and links to a source.
 * A footnote that is defined and names no source is a remark, kept without a `sourceId`: whether that is a fault depends
 * on what it stands behind.
 */
export function findCitations(draft: Draft, prose: Prose, store: SourceStore): Citation[] {
  const sources = store.sources();
  return [...footnoteCitations(draft, prose, sources), ...linkCitations(draft, prose, sources)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function footnoteCitations(draft: Draft, prose: Prose, sources: readonly Source[]): Citation[] {
  const named = new Map<string, string | undefined>();
  return footnotes(draft.text, prose).map(({ span, label, definition }) => {
    if (!definition) return { span, key: label };
    if (!named.has(label)) named.set(label, sources.find(source => namesSource(definition.content, source))?.id);
    const sourceId = named.get(label);
    return { span, key: label, definition: definition.span, ...(sourceId === undefined ? {} : { sourceId }) };
  });
}

function linkCitations(draft: Draft, prose: Prose, sources: readonly Source[]): Citation[] {
  const byAddress = new Map<string, string>();
  for (const source of sources) {
    byAddress.set(source.uri, source.id);
    if (source.url) byAddress.set(withoutFragment(source.url), source.id);
  }
  const found: Citation[] = [];
  for (const { span, target } of prose.links) {
    const sourceId = byAddress.get(resolve(target, draft.uri)) ?? byAddress.get(withoutFragment(target));
    if (sourceId !== undefined) found.push({ span, key: target, sourceId });
  }
  return found;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** A link's target as an absolute uri; a target that cannot be one stays as it is. */
function resolve(target: string, base: string): string {
  try {
    return withoutFragment(new URL(target, base).href);
  } catch {
    return target;
  }
}

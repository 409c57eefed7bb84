import type { Citation, CitationParts, CitationStyleName, Draft, Edit, Source } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import type { Library, Named } from './library.ts';

/** What a citation is written into and read from. */
export type CitationContext = { readonly draft: Draft; readonly prose: Prose; readonly library: Library };

export type WrittenCitation = {
  /** What parts the mark from the words before it. */
  readonly gap: string;
  readonly mark: string;
  /** What the mark needs elsewhere in the draft: a footnote's definition, when it is not there yet. */
  readonly edits: readonly Edit[];
};

/**
 * One way to cite. What `write` writes, `find` finds again with the same source and parts; parts that a style has no room
 * for are left out. Writing never fails, whatever a source's title holds.
 */
export type CitationStyle = {
  readonly name: CitationStyleName;
  write(source: Source, parts: CitationParts, context: CitationContext): WrittenCitation;
  /** Every citation of this style in the draft, in order, those that name no known source too. */
  find(context: CitationContext): Citation[];
};

/** The parts that are there, so that an absent one stays absent. */
export function present(parts: { readonly [K in keyof CitationParts]: CitationParts[K] | undefined }): CitationParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}

/** Pandoc takes `@{https://…}` for a key. */
function atAddress(key: string, library: Library): Named | undefined {
  const source = /^https?:/.test(key) ? library.at(key) : undefined;
  return source ? { source } : undefined;
}

/** What a citation key stands for, as a citation says it. */
export function namedBy(key: string, library: Library): Pick<Citation, 'sourceId' | 'entry'> {
  const named = library.keys.get(key) ?? atAddress(key, library);
  return {
    ...(named?.source ? { sourceId: named.source.id } : {}),
    ...(named?.entry ? { entry: key } : {}),
  };
}

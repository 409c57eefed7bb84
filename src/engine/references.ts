import { citedEntries, writeBibliography } from '../citations/bibliography.ts';
import { completeCitation } from '../citations/completeCitation.ts';
import { frontMatterBibliography } from '../citations/frontMatterBibliography.ts';
import { referenceList } from '../citations/referenceList.ts';
import type { Draft } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Analysis } from './analyse.ts';
import type { References } from './types.ts';

/** What the engine answers about citing: completion of citations, what a draft cites, its reference list. */
export function createReferences(read: (draft: Draft) => Analysis, settings: Settings): References {
  return {
    completeCitation: (draft, offset) => {
      if (!settings.completionEnabled) return undefined;
      const analysis = read(draft);
      return completeCitation(analysis, offset, () => citedKeys(analysis));
    },
    citedEntries: draft => citedEntries(read(draft)),
    bibliographyOf: draft => {
      const { files, csl } = frontMatterBibliography(draft);
      const list = referenceList(draft, read(draft).prose);
      // A list keeps its style; the draft's own wish goes before the writer's habit.
      return { files, style: list?.style ?? csl ?? settings.bibliographyStyle, written: list?.inner !== undefined };
    },
    writeBibliography: (draft, style, csl) => writeBibliography(read(draft), style, csl),
  };
}

function citedKeys({ citations, library }: Analysis): Set<string> {
  const ids = new Set(citations.map(citation => citation.sourceId));
  return new Set(library.sources.filter(source => ids.has(source.id)).map(source => library.keyOf(source)));
}

import { frontMatterBibliography } from '../citations/frontMatterBibliography.ts';
import type { CitationStyleName } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Analysis } from './analyse.ts';

/** Styles that are nothing but citations: links lead elsewhere too. */
const own: readonly CitationStyleName[] = ['pandoc', 'author-date', 'numbered'];

/**
 * How new citations of a draft are written: as the settings say; where they say no more than the default, as the draft has
 * them already, when it has no notes, or as Pandoc reads them, when it names a bibliography.
 */
export function ownStyle(
  { draft, citations }: Pick<Analysis, 'draft' | 'citations'>,
  { citationStyle }: Settings,
): CitationStyleName {
  if (citationStyle !== 'footnote' || citations.some(({ style }) => style === 'footnote')) return citationStyle;
  const used = new Set(citations.flatMap(({ style }) => (style !== undefined && own.includes(style) ? [style] : [])));
  const [only] = used;
  if (used.size > 1) return citationStyle;
  if (only) return only;
  const { files, references } = frontMatterBibliography(draft);
  return files.length > 0 || references.length > 0 ? 'pandoc' : citationStyle;
}

import type { BibliographyEdits, Engine } from '../engine.ts';
import type { Draft } from '../model.ts';
import { formatBibTeX, formatCslJson } from './bibTeX.ts';
import { type BibliographyProblem, readBibliographies } from './readBibliography.ts';
import { readCsl } from './readCsl.ts';

export type ExportFormat = 'biblatex' | 'bibtex' | 'csl-json';

/**
 * Insert Bibliography and Update Bibliography: the edits for a draft, in the style that its list has, its front matter names
 * or the settings say; relative paths of a style are below `folder`.
 */
export async function bibliographyEdits(engine: Engine, draft: Draft, folder: string): Promise<BibliographyEdits> {
  await readOwnBibliography(engine, draft);
  const { style } = engine.bibliographyOf(draft);
  const csl = await readCsl(style, folder);
  return 'problem' in csl ? { edits: [], count: 0, ...csl } : engine.writeBibliography(draft, style, csl);
}

/** Export Cited Sources: the text of the file, and how many entries it has. */
export async function exportCited(
  engine: Engine,
  draft: Draft,
  format: ExportFormat,
): Promise<{ readonly text: string; readonly count: number }> {
  await readOwnBibliography(engine, draft);
  const entries = engine.citedEntries(draft);
  const text = format === 'csl-json' ? formatCslJson(entries) : await formatBibTeX(entries, format);
  return { text, count: entries.length };
}

/** Reads the files that a draft's front matter names as its bibliography, unless they were read as they are now; says which could not be. */
export async function readOwnBibliography(engine: Engine, draft: Draft): Promise<readonly BibliographyProblem[]> {
  return readBibliographies(engine.bibliographyOf(draft).files, engine.bibliographies);
}

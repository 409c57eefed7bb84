/** What the tree of sources asks: what there is, who says what in it, and where a draft uses it. */
import type { CheckResult, Engine } from '../engine/types.ts';
import type { Quote, Source, SourceProblem } from '../model.ts';
import type { Client } from './client.ts';
import { toRange } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import type { Folders } from './folders.ts';
import { oneLine, shortened } from './naming.ts';
import { placeInWords } from './placeInWords.ts';
import type { LibraryRow, SpeakerQuotes, UsePlace } from './protocol.ts';

/** Every source of all folders, and what could not be read, each once. */
export function library(folders: Folders): LibraryRow[] {
  return folders.all().flatMap(folder => {
    const { store } = folder.engine();
    const problems = byUri(store.problems());
    const sources = store.sources();
    const read = new Set(sources.map(({ uri }) => uri));
    const unread = [...problems].filter(([uri]) => !read.has(uri)).flatMap(([, of]) => unreadable(of));
    return [...sources.map(source => toRow(source, problems.get(source.uri))), ...unread];
  });
}

function byUri(problems: readonly SourceProblem[]): Map<string, SourceProblem[]> {
  const grouped = new Map<string, SourceProblem[]>();
  for (const problem of problems) grouped.set(problem.uri, [...(grouped.get(problem.uri) ?? []), problem]);
  return grouped;
}

function toRow(source: Source, problems: readonly SourceProblem[] | undefined): LibraryRow {
  const { id, uri, path, title, authors, published, publisher, guessed } = source;
  return {
    id,
    ...(uri === id ? {} : { uri }),
    path,
    title: shortened(title, titleLength),
    authors,
    health: problems ? 'partly' : 'good',
    ...(problems ? { problem: said(problems) } : {}),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(guessed && guessed.length > 0 ? { guessed } : {}),
  };
}

/** Characters of a title in a list; some sources have whole paragraphs for one. */
const titleLength = 200;

function unreadable(problems: readonly SourceProblem[]): LibraryRow[] {
  const [first] = problems;
  if (!first) return [];
  const { uri, path } = first;
  return [{ id: uri, path, title: path, authors: [], health: 'unreadable', problem: said(problems) }];
}

function said(problems: readonly SourceProblem[]): string {
  return problems.map(({ message }) => message).join('; ');
}

/** The engine whose store holds the source. */
export function engineWith(sourceId: string, folders: Folders): Engine | undefined {
  return folders
    .all()
    .map(folder => folder.engine())
    .find(engine => engine.store.get(sourceId) !== undefined);
}

/** Characters of a quote in a list. */
const quoteLength = 300;

export function quotesOf(sourceId: string, folders: Folders, { say }: Client): SpeakerQuotes[] {
  const engine = engineWith(sourceId, folders);
  const source = engine?.store.get(sourceId);
  if (!engine || !source) return [];
  const toQuote = ({ passage }: Quote): SpeakerQuotes['quotes'][number] => ({
    handle: { sourceId, ...passage.span },
    text: shortened(passage.text, quoteLength),
    place: placeInWords(source, passage.span, say),
  });
  return engine.speakers(source).map(({ name, quotes }) => ({
    ...(name === undefined ? {} : { name: oneLine(name) }),
    quotes: quotes.map(toQuote),
  }));
}

export function usesOf({ document, draft, folder }: OpenDraft, { items }: CheckResult): UsePlace[] {
  const engine = folder.engine();
  return engine.uses(draft, items).map(({ sourceId, span, kind }) => ({
    sourceId,
    kind,
    range: toRange(document, span),
    text: shortened(draft.text.slice(span.start, span.end), quoteLength),
  }));
}

/** The quick pick's two questions: which passages fit these words, and which edits insert one. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoundPassage } from '../engine/types.ts';
import { sourceRange, toOffset, toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { inContext, oneLine } from './naming.ts';
import type { DocumentPlace, PassageHandle, PassagePlace, ProposedQuote, Requests } from './protocol.ts';

/** Without words it proposes what fits the paragraph around the position. */
export function findQuotes(open: OpenDraft, params: Requests['groundwork/findQuotes']['params']): ProposedQuote[] {
  const words = params.query.trim() === '' ? paragraphAt(open.document, params.position) : params.query;
  return open.folder.engine().find(words, params.limit).map(proposed);
}

function proposed({ passage, source, speaker, quoted, line }: FoundPassage): ProposedQuote {
  return {
    handle: { sourceId: passage.sourceId, ...passage.span },
    text: oneLine(passage.text),
    quoted,
    title: source.title,
    path: source.path,
    line,
    ...(speaker === undefined ? {} : { speaker }),
    ...(source.published === undefined ? {} : { published: source.published }),
  };
}

/** Characters looked at on each side; a paragraph of prose is shorter. */
const paragraphReach = 2000;

/** The words around the position up to the next empty lines. */
function paragraphAt(document: TextDocument, position: DocumentPlace['position']): string {
  const text = document.getText();
  const offset = toOffset(document, position);
  const emptyLine = /\r?\n[ \t]*\r?\n/;
  const before = text
    .slice(Math.max(0, offset - paragraphReach), offset)
    .split(emptyLine)
    .at(-1);
  const after = text.slice(offset, offset + paragraphReach).split(emptyLine)[0];
  return oneLine(`${before}${after}`);
}

/** The edits that put the passage at the position; none when the source is gone meanwhile. */
export function insertQuote(
  { document, draft, folder }: OpenDraft,
  place: DocumentPlace,
  handle: PassageHandle,
): Requests['groundwork/insertQuote']['result'] {
  const source = folder.engine().store.get(handle.sourceId);
  if (!source) return { edits: [], version: document.version };
  const span = { start: handle.start, end: handle.end };
  const passage = { sourceId: source.id, span, text: source.text.slice(span.start, span.end) };
  const edits = folder.engine().insertQuote(draft, toOffset(document, place.position), passage);
  return { edits: edits.map(edit => toTextEdit(document, edit)), version: document.version };
}

/** Characters around a passage that tell it from another with the same words. */
const choiceReach = 40;

/** The passages that the thing under the position stands on, best first, with a little of what stands around each. */
export function passages({ document, draft, folder }: OpenDraft, place: DocumentPlace): PassagePlace[] {
  const engine = folder.engine();
  return engine.definition(draft, toOffset(document, place.position)).flatMap(({ passage }) => {
    const source = engine.store.get(passage.sourceId);
    if (!source) return [];
    const range = sourceRange(source, passage.span);
    const around = inContext(source.text, passage.span, choiceReach);
    const text = oneLine(source.text.slice(around.start, around.end));
    return { uri: source.uri, range, title: source.title, text, line: range.start.line + 1 };
  });
}

/** The quick pick's two questions: which passages fit these words, and which edits insert one. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine, FoundPassage } from '../engine/types.ts';
import { oneLine } from '../engine.ts';
import type { Passage } from '../model.ts';
import type { Client } from './client.ts';
import { placeOf, toOffset, toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { inContext } from './naming.ts';
import { placeInWords } from './placeInWords.ts';
import type { DocumentPlace, DraftEdits, PassageHandle, PassagePlace, ProposedQuote, Requests } from './protocol.ts';

/** Without words it proposes what fits the paragraph around the position. */
export function findQuotes(
  open: OpenDraft,
  params: Requests['groundwork/findQuotes']['params'],
  client: Client,
): ProposedQuote[] {
  const words = params.query.trim() === '' ? paragraphAt(open.document, params.position) : params.query;
  return open.folder
    .engine()
    .find(words, params.limit)
    .map(found => proposed(found, client));
}

function proposed({ passage, source, speaker, quoted }: FoundPassage, { say }: Client): ProposedQuote {
  return {
    handle: { sourceId: passage.sourceId, ...passage.span },
    text: oneLine(passage.text),
    quoted,
    title: source.title,
    path: source.path,
    place: placeInWords(source, passage.span, say),
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

/** How a passage is written into a draft: at the position, or as a quotation or citation behind the thing there. */
export type Writing = 'insertQuote' | 'quoteBehind' | 'citePassage' | 'citeHere';

/** The edits that write the passage; none when the source is gone meanwhile. */
export function writePassage(
  { document, draft, folder }: OpenDraft,
  place: DocumentPlace,
  handle: PassageHandle,
  writing: Writing,
): DraftEdits {
  const engine = folder.engine();
  const passage = passageOf(handle, engine);
  const edits = passage ? engine[writing](draft, toOffset(document, place.position), passage) : [];
  return { edits: edits.map(edit => toTextEdit(document, edit)), version: document.version };
}

/** The passage a client names again; undefined when its source has changed or is gone, and no such span is in it. */
export function passageOf({ sourceId, start, end }: PassageHandle, engine: Engine): Passage | undefined {
  const source = engine.store.get(sourceId);
  if (!source || !(0 <= start && start <= end && end <= source.text.length)) return undefined;
  return { sourceId, span: { start, end }, text: source.text.slice(start, end) };
}

/** Characters around a short passage that tell it from another with the same words; one of whole sentences needs none. */
const choiceReach = 40;
const wholeSentence = 60;

/** The passages that the thing under the position stands on, best first, with a little of what stands around each. */
export function passages({ document, draft, folder }: OpenDraft, place: DocumentPlace, client: Client): PassagePlace[] {
  const engine = folder.engine();
  return engine.definition(draft, toOffset(document, place.position)).flatMap(({ passage }) => {
    const source = engine.store.get(passage.sourceId);
    if (!source) return [];
    const { uri, range } = placeOf(source, passage.span, client);
    const reach = passage.text.length < wholeSentence ? choiceReach : 0;
    const around = inContext(source.text, passage.span, reach);
    const words = oneLine(source.text.slice(around.start, around.end));
    const text = around.cutBefore && reach > 0 ? `… ${words}` : words;
    return { uri, range, title: source.title, text, place: placeInWords(source, passage.span, client.say) };
  });
}

/** What the tree asks of a source: who says what in it, and where a draft uses it. */

import type { CheckResult, Engine } from '../engine/types.ts';
import { oneLine, shortened } from '../engine.ts';
import type { Quote, Span } from '../model.ts';
import type { Client } from './client.ts';
import { toRange } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import type { Folders } from './folders.ts';
import { placeInWords } from './placeInWords.ts';
import type { SpeakerQuotes, UsePlace } from './protocol.ts';

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
    text: shortened(wordsAt(draft.text, span), quoteLength),
  }));
}

/** A number that a dash stands for, as in `[3–6]`, is not written: all of its brackets are shown. */
function wordsAt(text: string, { start, end }: Span): string {
  if (end > start) return text.slice(start, end);
  return text.slice(Math.max(0, text.lastIndexOf('[', start)), text.indexOf(']', start) + 1);
}

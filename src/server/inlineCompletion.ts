import type { InlineCompletionContext, InlineCompletionItem } from 'vscode-languageserver';
import type { Ghost } from '../engine/types.ts';
import type { Settings } from '../settings.ts';
import type { Client } from './client.ts';
import { toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import type { PassageHandle } from './protocol.ts';

/** The one verbatim rest of the quotation that is being typed; nothing while a list of suggestions shows. */
export function inlineCompletion(
  { document, draft, folder }: OpenDraft,
  offset: number,
  { selectedCompletionInfo }: InlineCompletionContext,
  client: Client,
): InlineCompletionItem[] {
  if (selectedCompletionInfo) return [];
  const engine = folder.engine();
  const ghost = engine.ghost(draft, offset);
  if (!ghost) return [];
  const { range, newText } = toTextEdit(document, ghost.edit);
  return [{ insertText: newText, range, ...citing(ghost, document.uri, engine.settings, client) }];
}

/** Ghost text brings no other edits along: its citation is written by a command, once it was accepted. */
function citing(
  { passage: { sourceId, span } }: Ghost,
  uri: string,
  { completionCite }: Settings,
  { options: { citeCommand }, say }: Client,
): Pick<InlineCompletionItem, 'command'> {
  if (citeCommand === undefined || !completionCite) return {};
  const handle: PassageHandle = { sourceId, ...span };
  return { command: { title: say('Cite'), command: citeCommand, arguments: [uri, handle] } };
}

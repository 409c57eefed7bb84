import type { InlineCompletionContext, InlineCompletionItem } from 'vscode-languageserver';
import { toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';

/** The one verbatim rest of the quotation that is being typed; nothing while a list of suggestions shows. */
export function inlineCompletion(
  { document, draft, folder }: OpenDraft,
  offset: number,
  { selectedCompletionInfo }: InlineCompletionContext,
): InlineCompletionItem[] {
  if (selectedCompletionInfo) return [];
  const ghost = folder.engine().ghost(draft, offset);
  if (!ghost) return [];
  const { range, newText } = toTextEdit(document, ghost.edit);
  return [{ insertText: newText, range }];
}

import type { DocumentLink } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { sourceLink, toRange } from './convert.ts';
import type { OpenDraft } from './documents.ts';

/** Every citation of a known source opens that source at the words it stands for. */
export function documentLinks({ document, draft, folder }: OpenDraft, client: Client): DocumentLink[] {
  return folder
    .engine()
    .links(draft)
    .flatMap(({ span, passage }) => {
      const source = folder.engine().store.get(passage.sourceId);
      if (!source) return [];
      return {
        range: toRange(document, span),
        target: sourceLink(source, passage.span, client),
        ...(client.linkTooltips ? { tooltip: client.say('Open the source at this passage') } : {}),
      };
    });
}

import type { Definition, DefinitionLink } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { placeOf, toLocationLink } from './convert.ts';
import type { OpenDraft } from './documents.ts';

/** From a quotation, claim or citation to the passages it stands on, best first. */
export function definition(open: OpenDraft, offset: number, client: Client): Definition | DefinitionLink[] {
  const { document, draft, folder } = open;
  const links = folder
    .engine()
    .definition(draft, offset)
    .flatMap(({ span, passage }) => {
      const source = folder.engine().store.get(passage.sourceId);
      return source ? [toLocationLink(document, span, placeOf(source, passage.span, client))] : [];
    });
  if (client.definitionLinks) return links;
  return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
}

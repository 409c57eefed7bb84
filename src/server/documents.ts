/** Finds for each request the document, its draft and its folder, or says why there is nothing to answer. */
import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../model.ts';
import { isSource, toDraft } from './drafts.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { Host } from './host.ts';
import type { NoDraft } from './protocol.ts';

/**
 * A draft that is open in the editor, with everything needed to answer a request about it. The document is a copy: the
 * editor's own changes with every keystroke, and what is found in this text must not be placed in a later one.
 */
export type OpenDraft = { readonly document: TextDocument; readonly draft: Draft; readonly folder: Folder };

export type OpenDrafts = {
  /** Waits until the sources and the draft's own bibliography were read once, so that no answer calls something not found too early. */
  get(uri: string): Promise<OpenDraft | NoDraft>;
  /** The same with the sources read so far, for answers that must not wait. */
  now(uri: string): OpenDraft | NoDraft;
  /** A document of any kind that the editor has told of, however it spells the uri. */
  document(uri: string): TextDocument | undefined;
};

/** `named`: a draft names a bibliography that none has named so far. */
export function createOpenDrafts(
  documents: TextDocuments<TextDocument>,
  folders: Folders,
  host: Host,
  named: () => void,
): OpenDrafts {
  const now = (uri: string): OpenDraft | NoDraft => {
    const live = documents.get(uri);
    const document = live && copyOf(live);
    const draft = document && toDraft(document);
    const folder = draft && folders.of(uri);
    if (!document || !draft || !folder) return 'not-a-draft';
    if (isSource(uri, folder, host)) return 'is-source';
    return folder.engine().store.count === 0 ? 'no-sources' : { document, draft, folder };
  };
  return {
    now,
    document: uri => {
      const live = documents.get(uri) ?? documents.all().find(open => host.canonical(open.uri) === uri);
      return live && copyOf(live);
    },
    get: async uri => {
      await folders.of(uri)?.ready;
      for (;;) {
        const open = now(uri);
        if (typeof open === 'string') return open;
        const engine = open.folder.engine();
        const known = engine.bibliographies.files.size;
        await open.folder.references?.read(engine, open.draft);
        if (engine.bibliographies.files.size > known) named();
        // A text that was overtaken while its bibliography was read is nobody's question any more.
        if (documents.get(uri)?.version === open.document.version) return open;
      }
    },
  };
}

/** One copy for each version, so that its lines are counted once. Keyed by the document that the editor changes. */
const copies = new WeakMap<TextDocument, TextDocument>();

function copyOf(live: TextDocument): TextDocument {
  const known = copies.get(live);
  if (known?.version === live.version) return known;
  const copy = TextDocument.create(live.uri, live.languageId, live.version, live.getText());
  copies.set(live, copy);
  return copy;
}

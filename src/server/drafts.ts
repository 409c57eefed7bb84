/** Which documents are drafts, and how the engine sees them. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft, DraftLanguage } from '../model.ts';
import type { Folder } from './folder.ts';
import type { Host } from './host.ts';

/** Language ids of VS Code and file types of Vim; plain TeX is read as LaTeX. */
const languages: Readonly<Record<string, DraftLanguage>> = {
  markdown: 'markdown',
  plaintext: 'plaintext',
  text: 'plaintext',
  latex: 'latex',
  tex: 'latex',
};

/** Plain text to an editor, and nothing that a person writes: our own sheets, which repeat a draft, and tables. */
const noDraft = /\.fact-check\.\w+$|\.[ct]sv$/i;

/** Undefined when the document is in no language that a draft is written in. */
export function toDraft(document: TextDocument): Draft | undefined {
  const language = noDraft.test(document.uri) ? undefined : languages[document.languageId];
  return language && { uri: document.uri, language, text: document.getText() };
}

/** A file among the sources is never checked, also while nothing can be read from it: a new one is empty. */
export function isSource(documentUri: string, folder: Folder, host: Host): boolean {
  return folder.engine().store.held(host.canonical(documentUri)) !== undefined;
}

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { QuoteCompletion, QuoteForm } from '../engine/types.ts';
import { shortened, shortenedToEnds } from '../engine.ts';
import type { Source } from '../model.ts';
import type { Client } from './client.ts';
import { toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { nameOf } from './naming.ts';
import type { Say } from './say.ts';

/**
 * Opening marks, the space that brings the list back inside a quotation, and what begins a citation. Never letters: they
 * silence other lists.
 */
export const triggerCharacters = ['"', '“', '«', "'", '‘', '„', ' ', '@', '^', '{'];

/** What `completionItem/resolve` needs to write the documentation. */
export type CompletionData = {
  readonly uri: string;
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
  /** 1-based line of the draft where these words are quoted already. */
  readonly usedOnLine?: number;
  readonly speaker?: string;
  readonly variants: readonly { readonly sourceId: string; readonly start: number; readonly end: number }[];
};

/**
 * Characters of a row of the list as editors show it first: a longer label pushes what stands beside it out of sight. The
 * whole quote is in the documentation, and what is inserted is never cut.
 */
export const rowLength = 45;
/** Characters of the description beside the label. */
const descriptionLength = 18;

export const noCompletions: CompletionList = { isIncomplete: false, items: [] };

/** Nothing, at once, unless the offset is inside an open quotation; else exact quotes in the engine's order. */
export function completion(open: OpenDraft, offset: number, client: Client): CompletionList {
  const found = open.folder.engine().complete(open.draft, offset);
  if (!found) return noCompletions;
  const rows = labelled(found.completions, client);
  const items = found.completions.map((offered, rank) => toItem(offered, rank, rows[rank], open, client));
  return { isIncomplete: true, items };
}

type Row = Pick<CompletionItem, 'label' | 'labelDetails'>;

/** What stands in each row of the list: of quotes that begin alike the end too, so that one sees which is which. */
function labelled(offers: readonly QuoteCompletion[], client: Client): Row[] {
  const rows = offers.map(offered => toRow(offered, shortened, client));
  const counts = new Map<string, number>();
  const key = ({ label, labelDetails }: Row) => `${label} ${labelDetails?.detail ?? ''}`;
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return offers.map((offered, i) => {
    const row = rows[i] ?? toRow(offered, shortened, client);
    return (counts.get(key(row)) ?? 0) > 1 ? toRow(offered, shortenedToEnds, client) : row;
  });
}

function toRow(offered: QuoteCompletion, cut: (text: string, limit: number) => string, client: Client): Row {
  const name = formName(offered.form, client.say);
  const labelDetails = {
    ...(name === undefined ? {} : { detail: `  ${name}` }),
    description: describe(offered, client.say),
  };
  const beside = client.labelDetails ? `${labelDetails.detail ?? ''} ${labelDetails.description}`.length : 0;
  return { label: cut(offered.passage.text, rowLength - beside), ...(client.labelDetails ? { labelDetails } : {}) };
}

function toItem(
  offered: QuoteCompletion,
  rank: number,
  row: Row | undefined,
  { document }: OpenDraft,
  client: Client,
): CompletionItem {
  const { form, source, speaker } = offered;
  const name = formName(form, client.say);
  return {
    ...(row ?? toRow(offered, shortened, client)),
    kind: CompletionItemKind.Reference,
    // Editors that have more room in a row show all this below the passage, where it wraps between words.
    ...(client.labelDetails ? {} : { detail: factsOf(name, speaker, source) }),
    filterText: offered.filterText,
    sortText: String(rank).padStart(4, '0'),
    ...insertion(offered, document, client),
    additionalTextEdits: offered.additionalEdits.map(edit => toTextEdit(document, edit)),
    data: toData(offered, document),
  };
}

/** Where it is from, in one line. */
export function factsOf(name: string | undefined, speaker: string | undefined, source: Source): string {
  return [name, speaker, nameOf(source)].filter(part => part !== undefined).join(' · ');
}

/** How else the best quote can be put in; a sentence is what one expects and needs no name. */
function formName(form: QuoteForm, say: Say): string | undefined {
  switch (form) {
    case 'sentence':
      return undefined;
    case 'clause':
      return say('first part');
    case 'whole':
      return say('whole quote');
    case 'block':
      return say('block quote');
  }
}

/** Who says it, which decides most; else where it stands, told apart from a speaker. Title and date are in the detail. */
function describe({ source, speaker }: QuoteCompletion, say: Say): string {
  return shortened(speaker ?? say('in {0}', source.title), descriptionLength);
}

/** A snippet only where the cursor must not end behind the text: then everything else in it is literal. */
export function insertion(
  offered: Pick<QuoteCompletion, 'edit' | 'cursor'>,
  document: TextDocument,
  client: Client,
): Partial<CompletionItem> {
  const textEdit = toTextEdit(document, offered.edit);
  const asIs = client.insertTextMode ? { insertTextMode: InsertTextMode.asIs } : {};
  if (offered.cursor === undefined || !client.snippets) {
    return { textEdit, insertTextFormat: InsertTextFormat.PlainText, ...asIs };
  }
  const before = literal(textEdit.newText.slice(0, offered.cursor));
  const after = literal(textEdit.newText.slice(offered.cursor));
  return {
    textEdit: { ...textEdit, newText: `${before}$0${after}` },
    insertTextFormat: InsertTextFormat.Snippet,
    ...asIs,
  };
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function toData(offered: QuoteCompletion, document: TextDocument): CompletionData {
  const { passage, speaker, usedAt, variants } = offered;
  return {
    uri: document.uri,
    sourceId: passage.sourceId,
    ...passage.span,
    ...(speaker === undefined ? {} : { speaker }),
    ...(usedAt === undefined ? {} : { usedOnLine: document.positionAt(usedAt.start).line + 1 }),
    variants: variants.map(({ passage: other }) => ({ sourceId: other.sourceId, ...other.span })),
  };
}

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import type { Engine } from '../engine/types.ts';
import { shortened } from '../engine.ts';
import type { Client } from './client.ts';
import { insertion, rowLength } from './completion.ts';
import { toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { markdown, plain } from './markup.ts';

type Offered = NonNullable<ReturnType<Engine['completeCitation']>>['completions'][number];

/** Sources and bibliography entries for a citation that is being typed; undefined when none is. */
export function citationCompletion(open: OpenDraft, offset: number, client: Client): CompletionList | undefined {
  const found = open.folder.engine().completeCitation(open.draft, offset);
  if (!found) return undefined;
  return { isIncomplete: true, items: found.completions.map((offered, rank) => toItem(offered, rank, open, client)) };
}

/** Characters of authors and date beside the title. */
const factsLength = 22;
/** Characters of the title that are shown whatever would stand beside it. */
const leastTitle = 24;

function toItem(offered: Offered, rank: number, { document }: OpenDraft, client: Client): CompletionItem {
  const { key, title, authors, date } = offered;
  const facts = [authors, date].filter(fact => fact !== '').join(' · ');
  // A footnote's label would say nothing.
  const name = title === '' ? key : title;
  const room = Math.min(factsLength, rowLength - Math.min(name.length, leastTitle) - 1);
  const description = client.labelDetails ? factsWithin(room, authors, date) : '';
  return {
    label: shortened(name, rowLength - description.length - 1),
    ...(description === '' ? {} : { labelDetails: { description } }),
    kind: CompletionItemKind.Reference,
    detail: key,
    filterText: offered.filterText,
    sortText: String(rank).padStart(4, '0'),
    ...insertion(offered, document, client),
    additionalTextEdits: offered.additionalEdits.map(edit => toTextEdit(document, edit)),
    documentation: documentation(offered, facts, client),
  };
}

/** As much of authors and date as there is room for: what is cut in its middle says nothing. */
function factsWithin(room: number, authors: string, date: string): string {
  const year = date.slice(0, 4);
  const choices = [[authors, date], [authors, year], [surnames(authors), year], [date], [authors], [year]];
  const fitting = choices
    .map(facts => facts.filter(fact => fact !== '').join(' · '))
    .find(facts => facts !== '' && facts.length <= room);
  return fitting ?? '';
}

/** `Marsh`, `Okafor et al.`: of names in the order of their parts, with commas between them. */
function surnames(authors: string): string {
  const [first = '', ...others] = authors.split(', ');
  const surname = first.split(' ').at(-1) ?? '';
  return surname !== '' && others.length > 0 ? `${surname} et al.` : surname;
}

function documentation({ key, title, source }: Offered, facts: string, client: Client): MarkupContent {
  const markup = client.completionMarkdown ? markdown : plain;
  const lines = [title === '' ? key : title, facts, source?.publisher ?? '', source?.path ?? ''].filter(
    line => line !== '',
  );
  const value = lines.map((line, i) => (i === 0 ? markup.name(line) : markup.text(line))).join('\n\n');
  return { kind: markup.kind === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

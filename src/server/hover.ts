import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Card } from '../engine/types.ts';
import type { Finding, Source, Span } from '../model.ts';
import { renderCard } from './card.ts';
import type { Client } from './client.ts';
import { placeOf, sourceLink, toRange } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { markdown, plain } from './markup.ts';
import { placeInWords } from './placeInWords.ts';

/** A card on a quotation, claim or citation; its range is that thing, never the line. */
export function hover({ document, draft, folder }: OpenDraft, offset: number, client: Client): Hover | null {
  const engine = folder.engine();
  if (!engine.settings.hoverEnabled) return null;
  const card = engine.hover(draft, offset);
  if (!card) return null;
  const markup = client.hoverMarkdown ? markdown : plain;
  const value = renderCard(card, {
    markup,
    say: client.say,
    told: client.options.hoverShowsFindings === true ? findingsAt(card, offset) : [],
    source: id => engine.store.get(id),
    origin: id => engine.store.origin(id),
    link: (source, span) => openLink(source, span, client, markup),
  });
  const kind = client.hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: toRange(document, card.span) };
}

function findingsAt(card: Card, offset: number): readonly Finding[] {
  if (card.kind === 'citation') return [];
  return card.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
}

/** A command where the client has one for this, else a file link with its line. */
function openLink(source: Source, span: Span, client: Client, markup: typeof markdown): string {
  const label = client.say('Open source, {0}', markup.text(placeInWords(source, span, client.say)));
  const command = client.options.openPassageCommand;
  if (command === undefined) return markup.link(label, sourceLink(source, span, client));
  const { uri, range } = placeOf(source, span, client);
  return markup.link(label, `command:${command}?${encodeURIComponent(JSON.stringify([uri, range]))}`);
}

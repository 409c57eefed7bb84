import { type CompletionItem, MarkupKind } from 'vscode-languageserver';
import type { Engine } from '../engine/types.ts';
import { shortened } from '../engine.ts';
import type { Client } from './client.ts';
import { type CompletionData, factsOf } from './completion.ts';
import { type Markup, markdown, plain } from './markup.ts';
import { nameOf } from './naming.ts';
import { passageInContext } from './passageInContext.ts';

/** Adds the passage in its context, and what else there is to know before using it. */
export function completionDocumentation(item: CompletionItem, engine: Engine, client: Client): CompletionItem {
  const data = item.data as CompletionData;
  const source = engine.store.get(data.sourceId);
  if (!source) return item;
  const markup = client.completionMarkdown ? markdown : plain;
  const lines = [
    // The box beside the list is small: the words come first, at its full width.
    passageInContext(source, data, [data], markup),
    ...(client.labelDetails ? [markup.text(factsOf(undefined, data.speaker, source))] : []),
    ...[...variantLines(data, engine, markup, client), ...usedLines(data, client)],
    markup.text(source.path),
  ];
  const kind = markup.kind === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { ...item, documentation: { kind, value: lines.join('\n\n') } };
}

function variantLines(data: CompletionData, engine: Engine, markup: Markup, { say }: Client): string[] {
  return data.variants.flatMap(span => {
    const source = engine.store.get(span.sourceId);
    if (!source) return [];
    const words = markup.text(shortened(source.text.slice(span.start, span.end), 160));
    return say('{0} in {1}: “{2}”', markup.title(say('Quoted differently')), markup.text(nameOf(source)), words);
  });
}

function usedLines(data: CompletionData, { say }: Client): string[] {
  return data.usedOnLine === undefined ? [] : [say('Already quoted on line {0} of this draft.', data.usedOnLine)];
}

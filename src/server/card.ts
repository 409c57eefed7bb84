/** The card that a hover shows: where the thing stands in the sources, in a few short lines. */
import type { Card } from '../engine/types.ts';
import type { Change, Evidence, Finding, FindingCode, Source, Verdict } from '../model.ts';
import type { Markup } from './markup.ts';
import { nameOf } from './naming.ts';
import { passageInContext } from './passageInContext.ts';

/** What the card needs to know of the sources, and how to link to one. */
export type CardContext = {
  readonly markup: Markup;
  source(id: string): Source | undefined;
  link(source: Source, evidence: { readonly start: number; readonly end: number }): string;
};

const headlines = {
  exact: 'Exact quotation',
  altered: 'Altered quotation',
  'not-found': 'Not found in the sources',
  'not-checked': 'Not checked',
  supported: 'Supported',
  contradicted: 'A source says otherwise',
  unsupported: 'No source supports this',
} as const;

/** Passages on one card; the others are behind Go to Definition. */
const mostPassages = 2;
/** Words that differ, at most, before the list says less than the passage itself. */
const mostChanges = 5;

/** Findings that the verdict of a quotation or a claim does not tell already. */
const besidesVerdict: ReadonlySet<FindingCode> = new Set([
  'quote-misattributed',
  'quote-variant',
  'citation-wrong-source',
  'citation-stale',
]);

export function renderCard(card: Card, context: CardContext): string {
  const paragraphs = card.kind === 'citation' ? citationCard(card, context) : itemCard(card, context);
  return paragraphs.filter(paragraph => paragraph !== '').join('\n\n');
}

function itemCard(card: Exclude<Card, { kind: 'citation' }>, context: CardContext): string[] {
  const { verdict } = card.item;
  const { markup } = context;
  const best = verdict.evidence[0];
  return [
    `${markup.title(headlines[verdict.label])} · ${markup.text(verdict.reason)}`,
    best ? changeLines(best.changes, markup) : '',
    ...verdict.evidence.slice(0, mostPassages).flatMap(evidence => passageLines(evidence, context)),
    ...findingLines(card.findings, markup),
    foot(verdict, markup),
  ];
}

function changeLines(changes: readonly Change[], { struck, strong }: Markup): string {
  return changes
    .slice(0, mostChanges)
    .map(({ draft, source }) => {
      if (draft === '') return `left out: ${strong(source)}`;
      return source === '' ? `added: ${struck(draft)}` : `${struck(draft)} → ${strong(source)}`;
    })
    .join(' · ');
}

function passageLines(evidence: Evidence, context: CardContext): string[] {
  const source = context.source(evidence.passage.sourceId);
  if (!source) return [];
  const { markup } = context;
  const differing = evidence.changes.map(change => change.sourceSpan);
  const said = evidence.speaker === undefined ? '' : `${markup.text(evidence.speaker)} · `;
  return [
    markup.block(passageInContext(source, evidence.passage.span, differing, markup)),
    `${said}${markup.text(nameOf(source))} · ${context.link(source, evidence.passage.span)}`,
  ];
}

function findingLines(findings: readonly Finding[], markup: Markup): string[] {
  return findings.filter(f => besidesVerdict.has(f.code)).map(f => markup.text(f.message));
}

/** Which verifier said so, always, and how sure it is where it can say. */
function foot(verdict: Verdict, markup: Markup): string {
  const sure = verdict.score === undefined ? '' : `, ${Math.round(verdict.score * 100)}% likely supported`;
  return `Checked by ${markup.text(verdict.by)}${sure}`;
}

function citationCard(card: Extract<Card, { kind: 'citation' }>, context: CardContext): string[] {
  const { markup } = context;
  const { citation, passage } = card;
  const source = citation.sourceId === undefined ? undefined : context.source(citation.sourceId);
  if (!source) return [`${markup.title('No known source')} · ${markup.text(citation.key)}`];
  const facts = [source.authors.join(', '), source.publisher, source.published, source.path].filter(fact => fact);
  return [
    markup.strong(source.title),
    facts.map(fact => markup.text(fact ?? '')).join(' · '),
    passage ? markup.block(passageInContext(source, passage.span, [], markup)) : '',
    context.link(source, passage?.span ?? { start: 0, end: 0 }),
  ];
}

/** The card that a hover shows: where the thing stands in the sources, in a few short lines. */
import type { Card } from '../engine/types.ts';
import type { Change, ClaimLabel, Evidence, Finding, FindingCode, QuotationLabel, Source, Verdict } from '../model.ts';
import type { Markup } from './markup.ts';
import { nameOf } from './naming.ts';
import { passageInContext } from './passageInContext.ts';
import type { Say } from './say.ts';

/** What the card needs to know of the sources, and how to link to one. */
export type CardContext = {
  readonly markup: Markup;
  readonly say: Say;
  source(id: string): Source | undefined;
  /** The same for all reprints of one text. */
  origin(id: string): string;
  /** Findings that the reader sees beside the card. */
  readonly told: readonly Finding[];
  link(source: Source, evidence: { readonly start: number; readonly end: number }): string;
};

/** A verdict in a few words. */
export function headline(verdict: QuotationLabel | ClaimLabel, say: Say): string {
  switch (verdict) {
    case 'exact':
      return say('Exact quotation');
    case 'altered':
      return say('Altered quotation');
    case 'not-found':
      return say('Not found in the sources');
    case 'not-checked':
      return say('Not checked');
    case 'supported':
      return say('Supported');
    case 'contradicted':
      return say('A source says otherwise');
    case 'unsupported':
      return say('No source supports this');
  }
}

/** Which verifier said so, which is always told: ours in plain words, another by its name. */
export function judgedBy({ by }: Verdict, say: Say): string {
  if (by === 'comparison') return say('Compared word by word');
  if (by.startsWith('groundwork-')) return say('Judged on this computer, by rules and a small model');
  return say('Checked by {0}', by);
}

/** Passages on one card; the others are behind Go to Definition. Only sources that agree are worth a second one, reprints are not. */
const mostPassages = 2;
/** Words that differ, at most, before the list says less than the passage itself. */
const mostChanges = 5;

/** Findings that the verdict of a quotation or a claim does not tell already. */
const besidesVerdict: ReadonlySet<FindingCode> = new Set([
  'quote-misattributed',
  'quote-variant',
  'citation-unknown',
  'citation-wrong-source',
  'citation-stale',
]);

export function renderCard(card: Card, context: CardContext): string {
  const paragraphs = card.kind === 'citation' ? citationCard(card, context) : itemCard(card, context);
  return paragraphs.filter(paragraph => paragraph !== '').join('\n\n');
}

function itemCard(card: Exclude<Card, { kind: 'citation' }>, context: CardContext): string[] {
  const { verdict } = card.item;
  const { markup, say, told } = context;
  const best = verdict.evidence[0];
  // Words that differ are the reason.
  const changes = best ? changeLines(best.changes, context) : '';
  const by = markup.text(judgedBy(verdict, say));
  const isTold = told.some(({ message }) => message.startsWith(verdict.reason));
  const why = changes === '' ? (isTold ? by : markup.text(verdict.reason)) : changes;
  return [
    `${markup.title(headline(verdict.label, say))} · ${why}`,
    ...shownEvidence(verdict, context).flatMap(evidence => passageLines(evidence, context)),
    ...findingLines(
      card.findings.filter(finding => !told.includes(finding)),
      markup,
    ),
    why === by ? '' : by,
  ];
}

function shownEvidence({ label, evidence }: Verdict, { origin }: CardContext): readonly Evidence[] {
  if (label !== 'exact' && label !== 'supported') return evidence.slice(0, 1);
  const byOrigin = new Map<string, Evidence>();
  for (const found of evidence) {
    const from = origin(found.passage.sourceId);
    if (!byOrigin.has(from)) byOrigin.set(from, found);
    if (byOrigin.size === mostPassages) break;
  }
  return [...byOrigin.values()];
}

function changeLines(changes: readonly Change[], { markup: { struck, strong }, say }: CardContext): string {
  return changes
    .slice(0, mostChanges)
    .map(({ draft, source }) => {
      if (draft === '') return say('left out: {0}', strong(source));
      return source === '' ? say('added: {0}', struck(draft)) : `${struck(draft)} → ${strong(source)}`;
    })
    .join(' · ');
}

function passageLines(evidence: Evidence, context: CardContext): string[] {
  const source = context.source(evidence.passage.sourceId);
  if (!source) return [];
  const { markup } = context;
  // What stands out in a quotation is what was quoted, or where it differs; a passage that is merely related has neither.
  const differing = evidence.changes.map(change => change.sourceSpan);
  const marked = evidence.kind !== 'related' && differing.length === 0 ? [evidence.passage.span] : differing;
  const said = evidence.speaker === undefined ? '' : `${markup.text(evidence.speaker)} · `;
  return [
    markup.block(passageInContext(source, evidence.passage.span, marked, markup)),
    `${said}${markup.text(nameOf(source))} · ${context.link(source, evidence.passage.span)}`,
  ];
}

function findingLines(findings: readonly Finding[], markup: Markup): string[] {
  return findings.filter(f => besidesVerdict.has(f.code)).map(f => markup.text(f.message));
}

/** Cited by an entry of the draft's own bibliography, or by nothing that is known. */
export function unknownSource(description: string | undefined, say: Say): string {
  return description === undefined ? say('No known source') : say('Not among the sources');
}

function citationCard(card: Extract<Card, { kind: 'citation' }>, context: CardContext): string[] {
  const { markup } = context;
  const { citation, passage, description } = card;
  const source = citation.sourceId === undefined ? undefined : context.source(citation.sourceId);
  if (!source)
    return [`${markup.title(unknownSource(description, context.say))} · ${markup.text(description ?? citation.key)}`];
  const facts = [source.authors.join(', '), source.publisher, source.published, source.path].filter(fact => fact);
  return [
    markup.name(source.title),
    facts.map(fact => markup.text(fact ?? '')).join(' · '),
    passage ? markup.block(passageInContext(source, passage.span, [passage.span], markup)) : '',
    context.link(source, passage?.span ?? { start: 0, end: 0 }),
  ];
}

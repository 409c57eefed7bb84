/** The card of the evidence view: plain data, so that nothing a source says can become markup. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Card, Engine } from '../engine/types.ts';
import { oneLine, shortened } from '../engine.ts';
import type { Evidence, Finding, FindingCode, Source, Span } from '../model.ts';
import { headline, judgedBy, unknownSource } from './card.ts';
import type { Client } from './client.ts';
import { placeOf, toOffset, toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';
import { inContext } from './naming.ts';
import { placeInWords } from './placeInWords.ts';
import type { DocumentPlace, EvidenceAnswer, EvidenceCard, EvidencePassage, Piece } from './protocol.ts';

/** Characters of the draft that the view repeats; the writer has them before the eyes. */
const wordsLength = 400;
/** Characters around a passage. */
const reach = 160;
/** A passage longer than this is a whole page: its beginning is shown. */
const longest = 1200;

export function evidence(open: OpenDraft, place: DocumentPlace, client: Client): EvidenceAnswer {
  const { document, draft, folder } = open;
  const engine = folder.engine();
  const offset = toOffset(document, place.position);
  // Who has just written something is right behind it.
  const card = engine.hover(draft, offset) ?? (offset > 0 ? engine.hover(draft, offset - 1) : undefined);
  if (!card) return { state: folder.indexing() ? 'indexing' : 'nothing' };
  const thing = thingOf(card);
  const words = draft.text.slice(thing.start, thing.end);
  const shown = { kind: card.kind, words: shortened(words, wordsLength) };
  if (card.kind === 'citation') return { state: 'card', card: { ...shown, ...cited(card, engine, client) } };
  const { verdict } = card.item;
  return {
    state: 'card',
    card: {
      ...shown,
      verdict: verdict.label,
      headline: headline(verdict.label, client.say),
      reason: reasonOf(card),
      by: judgedBy(verdict, client.say),
      findings: [...messages(card.findings), ...ignored(card.ignored, client)],
      repairs: repairs(card.findings, document),
      passages: shownTogether(verdict.evidence, engine)
        .flatMap(found => toPassage(found, words, engine, client))
        .map(passage => ({ ...passage, cited: passage.handle.sourceId === citedBy(card) })),
    },
  };
}

/** The source that the thing cites. */
function citedBy(card: Exclude<Card, { kind: 'citation' }>): string | undefined {
  return (card.kind === 'quotation' ? card.item.quotation : card.item.claim).citation?.sourceId;
}

/** The cursor may stand beside what the card is about. */
function thingOf(card: Card): Span {
  if (card.kind === 'citation') return card.span;
  return card.kind === 'quotation' ? card.item.quotation.span : card.item.claim.span;
}

/** Of what is not found the finding says where it was looked for. */
function reasonOf({ item, findings }: Exclude<Card, { kind: 'citation' }>): string {
  return findings.find(({ code }) => code === 'quote-not-found')?.message ?? item.verdict.reason;
}

/** Told by the verdict's reason, or by the words marked in the passages. */
const toldAlready: ReadonlySet<FindingCode> = new Set([
  'quote-altered',
  'quote-not-found',
  'claim-contradicted',
  'claim-unsupported',
]);

function messages(findings: readonly Finding[]): EvidenceCard['findings'] {
  const told = findings.filter(({ code }) => !toldAlready.has(code));
  const first = new Map(told.map(({ message, severity }) => [message, { text: message, severity }]));
  return [...first.values()];
}

/** Said once: without it, a verdict that no mark in the draft goes with would look like an oversight. */
function ignored(findings: readonly Finding[], { say }: Client): EvidenceCard['findings'] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.length === 0 ? [] : [{ text: say('Ignored by you: {0}', codes.join(', ')), severity: 'hint' }];
}

/** Mistakes of the writer's; what is merely missing is written by the buttons of a passage. */
const mended: readonly FindingCode[] = [
  'quote-altered',
  'quote-misattributed',
  'citation-wrong-source',
  'claim-contradicted',
];

/** The first fix that all findings of a kind have, which mends them all, else the first one's first. */
function repairs(findings: readonly Finding[], document: TextDocument): EvidenceCard['repairs'] {
  return mended.flatMap(code => {
    const [first, ...others] = findings.filter(finding => finding.code === code);
    if (!first) return [];
    const forAll = first.fixes.find(({ title }) => others.every(({ fixes }) => fixes.some(fix => fix.title === title)));
    const fix = forAll ?? first.fixes[0];
    if (!fix) return [];
    return [{ title: fix.title, edits: fix.edits.map(edit => toTextEdit(document, edit)), version: document.version }];
  });
}

function cited(
  { citation, passage, description }: Extract<Card, { kind: 'citation' }>,
  engine: Engine,
  client: Client,
): Omit<EvidenceCard, 'kind' | 'words'> {
  const source = citation.sourceId === undefined ? undefined : engine.store.get(citation.sourceId);
  const found: Evidence[] = passage ? [{ passage, kind: 'exact', score: 1, changes: [] }] : [];
  return {
    verdict: 'cited',
    headline: source ? client.say('Citation') : unknownSource(description, client.say),
    reason: description ?? (source ? source.title : client.say('“{0}” names none of your sources.', citation.key)),
    findings: [],
    repairs: [],
    passages: found.flatMap(best => toPassage({ best, also: [] }, '', engine, client)),
  };
}

/** Evidence that an editor shows as one passage: the best of it, and what else bears on the same stretch of the source. */
type Shown = { readonly best: Evidence; readonly also: readonly Evidence[] };

/** What stands in view around a passage that is merely related is not shown once more. */
function shownTogether(evidence: readonly Evidence[], { store }: Engine): Shown[] {
  const shown: { best: Evidence; also: Evidence[]; around: Span }[] = [];
  for (const found of evidence) {
    const { sourceId, span } = found.passage;
    const before = shown.find(
      ({ best, around }) =>
        best.passage.sourceId === sourceId && around.start <= span.start && span.end <= around.end && isPlain(found),
    );
    if (before) before.also.push(found);
    else shown.push({ best: found, also: [], around: around(store.get(sourceId)?.text ?? '', span) });
  }
  return shown;
}

/** A passage that differs has its own words to show. */
function isPlain({ kind, changes }: Evidence): boolean {
  return kind === 'related' && changes.length === 0;
}

function around(text: string, span: Span): ReturnType<typeof inContext> {
  return inContext(text, { start: span.start, end: Math.min(span.end, span.start + longest) }, reach);
}

function toPassage({ best, also }: Shown, words: string, engine: Engine, client: Client): EvidencePassage[] {
  const { passage, kind, changes, speaker } = best;
  const source = engine.store.get(passage.sourceId);
  if (!source) return [];
  const differs = changes.some(({ sourceSpan }) => sourceSpan.start < sourceSpan.end);
  const marked = [best, ...(differs ? [] : also)]
    .flatMap(one => engine.bearing(one, words))
    .sort((a, b) => a.start - b.start);
  const mark = differs ? 'differs' : kind === 'related' ? 'shared' : 'same';
  return [
    {
      handle: { sourceId: source.id, ...passage.span },
      ...placeOf(source, passage.span, client),
      pieces: piecesOf(source, passage.span, marked, mark),
      changes: changes.map(change => ({ draft: oneLine(change.draft), source: oneLine(change.source) })),
      title: shortened(source.title, 200),
      place: placeInWords(source, passage.span, client.say),
      cited: true,
      ...(speaker === undefined ? {} : { speaker: oneLine(speaker) }),
      ...(source.published === undefined ? {} : { published: source.published }),
      ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
    },
  ];
}

function piecesOf(source: Source, span: Span, marked: readonly Span[], mark: NonNullable<Piece['mark']>): Piece[] {
  const context = around(source.text, span);
  const pieces: Piece[] = context.cutBefore ? [{ text: '… ' }] : [];
  let at = context.start;
  const put = (end: number, made?: Piece['mark']): void => {
    if (end <= at) return;
    const text = source.text.slice(at, end).replace(/\s+/g, ' ');
    pieces.push(made ? { text, mark: made } : { text });
    at = end;
  };
  for (const { start, end } of marked) {
    put(Math.min(start, context.end));
    put(Math.min(end, context.end), mark);
  }
  put(context.end);
  if (context.cutAfter || span.start + longest < span.end) pieces.push({ text: ' …' });
  return pieces;
}

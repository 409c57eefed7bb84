import { describeEntry, describeSource } from '../citations/describe.ts';
import { tellingEvidence } from '../findings/tellingEvidence.ts';
import type { Citation, Claim, Item, Passage, Quotation, Span } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';
import type { Judge } from './judge.ts';
import type { Card, CheckResult, Target } from './types.ts';

type FindingsOf = (item: Item, analysis: Analysis) => Pick<CheckResult, 'findings' | 'ignored'>;

/**
 * The citation, else the quotation, else the claim under the offset, else the note that names a source, with what the sources
 * say of it. What is wrong with a
 * quotation or a claim may stand beside it, on a speaker's name or a citation: there its own card is shown.
 */
export function hover(
  analysis: Analysis,
  offset: number,
  judge: Judge,
  store: SourceStore,
  findingsOf: FindingsOf,
): Card | undefined {
  const citation = analysis.citations.find(c => holds(c.span, offset));
  if (citation) {
    const flawed = flawedCiting(citation, analysis, judge, findingsOf);
    return flawed
      ? itemCard(flawed, citation.span, findingsOf(flawed, analysis))
      : citationCard(citation, analysis, offset, judge, store);
  }
  const found = itemAt(analysis, offset, judge, findingsOf);
  if (found) return itemCard(found.item, found.span, findingsOf(found.item, analysis));
  return definitionCard(analysis, offset, judge, store);
}

/** A note, or an entry of the reference list, that names a source; with the passage it stands for where that is one only. */
function definitionCard(analysis: Analysis, offset: number, judge: Judge, store: SourceStore): Card | undefined {
  const cited = analysis.citations.filter(({ definition }) => definition && holds(definition, offset));
  const [citation] = cited;
  if (!citation?.definition || (citation.sourceId ?? citation.entry) === undefined) return undefined;
  const card = citationCard(citation, analysis, citation.span.start, judge, store);
  const { passage: _, ...entry } = card;
  return { ...(cited.length === 1 ? card : entry), span: citation.definition };
}

function itemCard(item: Item, span: Span, found: ReturnType<FindingsOf>): Card {
  return item.kind === 'quotation'
    ? { kind: 'quotation', span, item, ...found }
    : { kind: 'claim', span, item, ...found };
}

function citationCard(
  citation: Citation,
  analysis: Analysis,
  offset: number,
  judge: Judge,
  store: SourceStore,
): Extract<Card, { kind: 'citation' }> {
  const passage = citedPassage(analysis, offset, judge, store);
  const description = descriptionOf(citation, analysis, store);
  return {
    kind: 'citation',
    span: citation.span,
    citation,
    ...(passage ? { passage } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

/** Where the thing under the offset stands in the sources: the passages that tell, best first. */
export function definition(
  analysis: Analysis,
  offset: number,
  judge: Judge,
  store: SourceStore,
  findingsOf: FindingsOf,
): Target[] {
  const citation = analysis.citations.find(c => holds(c.span, offset));
  if (citation) {
    const passage = citedPassage(analysis, offset, judge, store);
    return passage ? [{ span: citation.span, passage }] : [];
  }
  const found = itemAt(analysis, offset, judge, findingsOf);
  return found ? tellingEvidence(found.item).map(({ passage }) => ({ span: found.span, passage })) : [];
}

/** Every citation that names a source, with the words it stands for when they are found there, else the source's start. */
export function links(analysis: Analysis, judge: Judge, store: SourceStore): Target[] {
  return analysis.citations.flatMap(({ span }) => {
    const passage = citedPassage(analysis, span.start, judge, store);
    return passage ? [{ span, passage }] : [];
  });
}

/** The entry a citation stands for as one line of plain text, also when only the draft's own bibliography has it. */
function descriptionOf({ sourceId, entry }: Citation, { library }: Analysis, store: SourceStore): string | undefined {
  const source = sourceId === undefined ? undefined : store.get(sourceId);
  if (source) return describeSource(source);
  const known = entry === undefined ? undefined : library.keys.get(entry)?.entry;
  return known && describeEntry(known);
}

type Found = { readonly item: Item; readonly span: Span };

function itemAt(analysis: Analysis, offset: number, judge: Judge, findingsOf: FindingsOf): Found | undefined {
  const quotation = analysis.quotations.find(q => q.parts.some(part => holds(part.span, offset)));
  if (quotation) return { item: judge.quotation(quotation, analysis), span: quotation.span };
  const flawed = flawedBeside(analysis, offset, judge, findingsOf);
  if (flawed) return flawed;
  const claim = analysis.claims.find(c => holds(c.span, offset));
  return claim && { item: judge.claim(claim), span: claim.span };
}

/** The quotation of which something is wrong at the offset, outside its own words: the speaker, the cue between two parts. */
function flawedBeside(analysis: Analysis, offset: number, judge: Judge, findingsOf: FindingsOf): Found | undefined {
  for (const quotation of analysis.quotations) {
    const speaker = quotation.attribution?.speakerSpan;
    if (!holds(quotation.span, offset) && !(speaker && holds(speaker, offset))) continue;
    const item = judge.quotation(quotation, analysis);
    const finding = findingsOf(item, analysis).findings.find(({ span }) => holds(span, offset));
    if (finding) return { item, span: finding.span };
  }
  return undefined;
}

/**
 * What a citation stands behind, when that says more than the citation: something is wrong with the citation, or it names no
 * source and the quoted words are in one.
 */
function flawedCiting(citation: Citation, analysis: Analysis, judge: Judge, findingsOf: FindingsOf): Item | undefined {
  const cites = (one: Quotation | Claim): boolean => one.citation?.span.start === citation.span.start;
  const isUnknown = citation.sourceId === undefined && citation.entry === undefined;
  const items: Item[] = [
    ...analysis.quotations.filter(cites).map(quotation => judge.quotation(quotation, analysis)),
    ...analysis.claims.filter(cites).map(claim => judge.claim(claim)),
  ];
  return items.find(
    item =>
      (isUnknown && item.kind === 'quotation' && item.verdict.evidence.length > 0) ||
      findingsOf(item, analysis).findings.some(
        ({ span }) => citation.span.start <= span.start && span.end <= citation.span.end,
      ),
  );
}

function citedPassage(analysis: Analysis, offset: number, judge: Judge, store: SourceStore): Passage | undefined {
  const citation = analysis.citations.find(c => holds(c.span, offset));
  const source = citation?.sourceId === undefined ? undefined : store.get(citation.sourceId);
  if (!citation || !source) return undefined;
  const quotation = analysis.quotations.find(q => q.citation?.span.start === citation.span.start);
  const claim = analysis.claims.find(c => c.citation?.span.start === citation.span.start);
  const item = quotation ? judge.quotation(quotation, analysis) : claim && judge.claim(claim);
  const held = item?.verdict.evidence.find(e => e.passage.sourceId === source.id);
  return held?.passage ?? store.sentences(source.id)[0];
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

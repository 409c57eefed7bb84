import { describeEntry, describeSource } from '../citations/describe.ts';
import type { Citation, Finding, Item, Passage, Span } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';
import type { Judge } from './judge.ts';
import type { Card, Target } from './types.ts';

/** The citation, else the quotation, else the claim under the offset, with what the sources say of it. */
export function hover(
  analysis: Analysis,
  offset: number,
  judge: Judge,
  store: SourceStore,
  findingsOf: (items: readonly Item[]) => readonly Finding[],
): Card | undefined {
  const citation = analysis.citations.find(c => holds(c.span, offset));
  if (citation) {
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
  const item = itemAt(analysis, offset, judge);
  if (!item) return undefined;
  const found = findingsOf([item]);
  if (item.kind === 'quotation') return { kind: 'quotation', span: item.quotation.span, item, findings: found };
  return { kind: 'claim', span: item.claim.span, item, findings: found };
}

/** Where the thing under the offset stands in the sources: the passages that hold it, best first. */
export function definition(analysis: Analysis, offset: number, judge: Judge, store: SourceStore): Target[] {
  const citation = analysis.citations.find(c => holds(c.span, offset));
  if (citation) {
    const passage = citedPassage(analysis, offset, judge, store);
    return passage ? [{ span: citation.span, passage }] : [];
  }
  const item = itemAt(analysis, offset, judge);
  if (!item) return [];
  const span = item.kind === 'quotation' ? item.quotation.span : item.claim.span;
  return item.verdict.evidence.map(({ passage }) => ({ span, passage }));
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

function itemAt(analysis: Analysis, offset: number, judge: Judge): Item | undefined {
  const quotation = analysis.quotations.find(q => q.parts.some(part => holds(part.span, offset)));
  if (quotation) return judge.quotation(quotation, analysis);
  const claim = analysis.claims.find(c => holds(c.span, offset));
  return claim && judge.claim(claim);
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

import { passageParts } from '../citations/passageParts.ts';
import { cite } from '../citations/styles.ts';
import type { Edit, Passage, Source, Span } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Analysis } from './analyse.ts';
import { insertQuote } from './complete.ts';
import { ownStyle } from './ownStyle.ts';

/** The edits that write a citation of the passage's source behind the quotation, claim or citation at the offset. */
export function citePassage(
  analysis: Analysis,
  offset: number,
  passage: Passage,
  source: Source,
  settings: Settings,
): Edit[] {
  return citeHere(analysis, behindThing(analysis, offset), passage, source, settings);
}

/** The same at the offset itself, whatever begins there: behind words that were just put in. */
export function citeHere(analysis: Analysis, at: number, passage: Passage, source: Source, settings: Settings): Edit[] {
  const { gap, mark, edits } = cite(source, passageParts(passage, source), ownStyle(analysis, settings), analysis);
  return joined({ span: { start: at, end: at }, text: gap + mark }, edits);
}

/** The edits that write the passage as a quotation of its own behind the quotation, claim or citation at the offset. */
export function quoteBehind(
  analysis: Analysis,
  offset: number,
  passage: Passage,
  source: Source,
  settings: Settings,
): Edit[] {
  const at = behindThing(analysis, offset);
  const [first, ...rest] = insertQuote(analysis, at, passage, source, settings);
  if (!first) return [];
  const gap = at === 0 || /\s/.test(analysis.draft.text[at - 1] ?? '') ? '' : ' ';
  return [{ ...first, text: gap + first.text }, ...rest];
}

/** Never inside a thing that is read as one: behind it, and behind the citation that follows it at once. */
function behindThing({ quotations, claims, citations }: Analysis, offset: number): number {
  const isHolding = (span: Span): boolean => span.start <= offset && offset < span.end;
  const holding = [...quotations, ...claims, ...citations].map(({ span }) => span).filter(isHolding);
  // A quotation's card is shown on its speaker's name as well.
  const spoken = quotations.find(({ attribution }) => attribution && isHolding(attribution.speakerSpan));
  const beside = holding.length === 0 ? spoken?.span.end : undefined;
  const end = beside ?? Math.max(offset, ...holding.map(span => span.end));
  return citations.find(({ span }) => span.start === end)?.span.end ?? end;
}

/** A definition that belongs to the very same place becomes part of the one edit there. */
function joined(first: Edit, edits: readonly Edit[]): Edit[] {
  const touching = edits.filter(({ span }) => span.start === first.span.end);
  const rest = edits.filter(edit => !touching.includes(edit));
  return [{ ...first, text: first.text + touching.map(({ text }) => text).join('') }, ...rest];
}

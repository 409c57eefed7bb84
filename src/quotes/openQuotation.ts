import type { Draft, Span } from '../model.ts';
import { pairMarks } from '../text/marks.ts';
import type { Prose } from '../text/prose.ts';
import { paragraphs, sentences } from '../text/segment.ts';
import { clauseTokens } from './clauseTokens.ts';
import { cueBefore } from './cueBefore.ts';
import { mainSubject } from './subject.ts';

/** A quotation that is being typed. */
export type OpenQuotation = {
  readonly open: Span;
  /** The words between the opening mark and the cursor. */
  readonly typed: string;
  /** The closing mark that the editor put behind the cursor by itself. */
  readonly close?: Span;
  readonly openMark: string;
  readonly closeMark: string;
  /** Who the draft names as speaking before the mark. */
  readonly speaker?: string;
  /** The paragraph without the words typed. */
  readonly paragraph: string;
};

/**
 * The innermost quotation that is open at `offset`: its closing mark is missing, or is the one the editor put directly
 * behind the cursor. Undefined where nothing is open, and in code, links, math and front matter.
 */
export function openQuotationAt(draft: Draft, prose: Prose, offset: number): OpenQuotation | undefined {
  if (offset > draft.text.length || prose.masked(offset)) return undefined;
  const paragraph = paragraphs(prose.text).find(p => p.start <= offset && offset <= endOfLine(prose.text, p.end));
  if (!paragraph) return undefined;
  const before = prose.text.slice(paragraph.start, offset);
  const pair = pairMarks(before).findLast(p => !p.closed);
  if (!pair) return undefined;
  const open = { start: pair.span.start + paragraph.start, end: pair.inner.start + paragraph.start };
  const closeMark = partnerOf(pair.open);
  const follows = draft.text.startsWith(closeMark, offset);
  const speaker = speakerBefore(before.slice(0, pair.span.start));
  return {
    open,
    typed: draft.text.slice(open.end, offset),
    ...(follows ? { close: { start: offset, end: offset + closeMark.length } } : {}),
    openMark: pair.open,
    closeMark,
    ...(speaker === undefined ? {} : { speaker }),
    paragraph: `${before.slice(0, pair.span.start)} ${prose.text.slice(offset, paragraph.end)}`,
  };
}

/** A paragraph ends with its last word; a writer who has just typed a space behind that is still in it. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function partnerOf(mark: string): string {
  const partners: Record<string, string> = {
    '“': '”',
    '„': '“',
    '‘': '’',
    '‚': '‘',
    '«': '»',
    '»': '«',
    '‹': '›',
    '›': '‹',
    '「': '」',
    '『': '』',
    '``': "''",
  };
  return partners[mark] ?? mark;
}

/** Who is named before the mark in its sentence, or in the one before when that one leads no quotation in. */
function speakerBefore(before: string): string | undefined {
  const spans = sentences(before);
  const last = spans.at(-1);
  if (!last) return undefined;
  const ended = /[.!?…]["”’»)\]]*\s*$/.test(before);
  const cue = ended ? undefined : cueBefore(before, { start: last.start, end: before.length });
  const mention = cue?.mention ?? mainSubject(clauseTokens(before, last), before);
  if (mention?.kind === 'name') return mention.text;
  if (mention?.kind !== 'pronoun') return mention?.text;
  const named = spans
    .slice(0, -1)
    .reverse()
    .map(span => mainSubject(clauseTokens(before, span), before))
    .find(subject => subject?.kind === 'name');
  return named?.text;
}

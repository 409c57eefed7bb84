import type { Draft, Span } from '../model.ts';
import { pairMarks } from '../text/marks.ts';
import type { Prose } from '../text/prose.ts';
import { paragraphs } from '../text/segment.ts';
import { speechVerbs } from './cues.ts';

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

const namedSpeaker = new RegExp(
  String.raw`(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]+)*)[^.!?]{0,80}?\s(?:${speechVerbs.join('|')})\b`,
  'u',
);

function speakerBefore(before: string): string | undefined {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
  return namedSpeaker.exec(sentence)?.[1];
}

import type { Attribution, Draft, Quotation, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import { attribute } from './attribute.ts';
import type { SpeechMemory } from './speechMemory.ts';
import { type QuotedStretch, quotedStretches } from './stretches.ts';

/**
 * The quotations of a draft, in order: words between quotation marks, and block quotes. Citations are filled in elsewhere.
 * Marks in code, links, math and front matter are not looked at. `memory` is what earlier readings of the draft left.
 */
export function findQuotations(draft: Draft, prose: Prose, memory?: SpeechMemory): Quotation[] {
  const stretches = quotedStretches(prose.text);
  const blocks = blockQuotes(draft, prose, stretches);
  const all = [...stretches.filter(stretch => !blocks.some(block => holds(block.span, stretch.span))), ...blocks];
  all.sort((a, b) => a.span.start - b.span.start);
  const attributions = attribute(prose.text, all, memory);
  const isBlock = new Set(blocks);
  return all.map((stretch, at) => quotation(draft, prose, stretch, attributions[at], isBlock.has(stretch)));
}

function quotation(
  draft: Draft,
  prose: Prose,
  stretch: QuotedStretch,
  attribution: Attribution | undefined,
  block: boolean,
): Quotation {
  const { span, parts, closed } = stretch;
  const text = parts.map(({ inner }) => quotedWords(draft.text, prose.text, inner)).join(' ');
  const found: Quotation = { span, parts, text, form: block ? 'block' : 'marks', closed };
  return attribution ? { ...found, attribution } : found;
}

/** The words as they are written; where more than markup is hidden among them (a link's target, a note) as they are read. */
function quotedWords(written: string, read: string, { start, end }: Span): string {
  const own = written.slice(start, end);
  const shown = read.slice(start, end);
  return own === shown || lettersOf(own) === lettersOf(shown) ? own : shown;
}

function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Block quotes as stretches. One whose words stand in marks from end to end is those marks' quotation. */
function blockQuotes(draft: Draft, prose: Prose, stretches: readonly QuotedStretch[]): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (const [at, { kind, span }] of prose.blocks.entries()) {
    if (kind !== 'blockquote') continue;
    // `> — Anna Lind` in a paragraph of its own says whose words stand above.
    if (prose.blocks[at - 1]?.kind === 'blockquote' && signing.test(prose.text.slice(span.start, span.end))) continue;
    const inner = withoutSignature(prose.text, trimBlock(draft.text, span));
    const marked = stretches.some(s => s.span.start <= inner.start + 2 && s.span.end >= inner.end - 2);
    const own = { start: span.start, end: Math.min(span.end, inner.end) };
    if (!marked && inner.end > inner.start) found.push({ span: own, parts: [{ span: own, inner }], closed: true });
  }
  return found;
}

function trimBlock(text: string, { start, end }: Span): Span {
  const leading = /^[\s>]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const trailing = /\s*$/.exec(text.slice(start + leading, end))?.[0].length ?? 0;
  return { start: start + leading, end: end - trailing };
}

const signing = /^[\s>\u200b]*(?:[—–―]|--?)[ \u200b]?\p{Lu}[^\n.!?]{1,80}\s*$/u;

/** A last line `— Anna Lind` says whose words the lines above are. */
function withoutSignature(text: string, { start, end }: Span): Span {
  const signature = /\n[\s>\u200b]*(?:[—–―]|--?)[ \u200b]?\p{Lu}[^\n.!?]{1,80}$/u.exec(text.slice(start, end));
  const last = signature ? start + signature.index : end;
  return { start, end: start + text.slice(start, last).trimEnd().length };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

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
  return all.map((stretch, at) => quotation(draft, stretch, attributions[at], blocks.includes(stretch)));
}

function quotation(
  draft: Draft,
  stretch: QuotedStretch,
  attribution: Attribution | undefined,
  block: boolean,
): Quotation {
  const text = stretch.parts.map(({ inner }) => draft.text.slice(inner.start, inner.end)).join(' ');
  const { span, parts, closed } = stretch;
  const found: Quotation = { span, parts, text, form: block ? 'block' : 'marks', closed };
  return attribution ? { ...found, attribution } : found;
}

/** Block quotes as stretches. One whose words stand in marks from end to end is those marks' quotation. */
function blockQuotes(draft: Draft, prose: Prose, stretches: readonly QuotedStretch[]): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (const { kind, span } of prose.blocks) {
    if (kind !== 'blockquote') continue;
    const inner = trimBlock(draft.text, span);
    const marked = stretches.some(s => s.span.start <= inner.start + 2 && s.span.end >= inner.end - 2);
    if (!marked && inner.end > inner.start) found.push({ span, parts: [{ span, inner }], closed: true });
  }
  return found;
}

function trimBlock(text: string, { start, end }: Span): Span {
  const leading = /^[\s>]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const trailing = /\s*$/.exec(text.slice(start + leading, end))?.[0].length ?? 0;
  return { start: start + leading, end: end - trailing };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

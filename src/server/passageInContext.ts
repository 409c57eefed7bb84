import type { Source, Span } from '../model.ts';
import type { Markup } from './markup.ts';
import { inContext } from './naming.ts';

/** Characters of context on each side. */
const reach = 140;

/** The passage with what stands around it in the source, its own words untouched; `marked` spans of the source stand out. */
export function passageInContext(source: Source, span: Span, marked: readonly Span[], markup: Markup): string {
  const around = inContext(source.text, span, reach);
  const within = marked.filter(s => around.start <= s.start && s.end <= around.end && s.start < s.end);
  const standing = [...within].sort((a, b) => a.start - b.start);
  let written = around.cutBefore ? '… ' : '';
  let at = around.start;
  for (const { start, end } of standing) {
    if (start < at) continue;
    written += text(source, at, start, markup) + markup.strong(source.text.slice(start, end));
    at = end;
  }
  written += text(source, at, around.end, markup);
  return (around.cutAfter ? `${written} …` : written).trim();
}

function text(source: Source, start: number, end: number, markup: Markup): string {
  return start < end ? markup.text(source.text.slice(start, end)) : '';
}

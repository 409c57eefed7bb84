import type { Passage, Source, Span } from '../model.ts';
import { sentences } from '../text/segment.ts';

/** The sentences of a source's body, in order. Front matter and header fields are none. */
export function passagesOf(source: Source): Passage[] {
  return passageSpans(source).map(span => passageAt(source, span));
}

/** Where the passages are, without cutting their text out: what the index needs. */
export function passageSpans(source: Source): Span[] {
  return sentences(source.text, source.body);
}

/** The passage at a span of the source's text. A span beyond the text is cut to it. */
export function passageAt(source: Source, span: Span): Passage {
  const start = Math.max(0, Math.min(span.start, source.text.length));
  const end = Math.max(start, Math.min(span.end, source.text.length));
  const same = start === span.start && end === span.end;
  return { sourceId: source.id, span: same ? span : { start, end }, text: source.text.slice(start, end) };
}

/** The line an offset stands on, 1-based; CRLF and a lone CR end a line as LF does. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  const end = Math.min(offset, text.length);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) line++;
  }
  return line;
}

import type { Quote, Source, Span } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import { speakerTurn } from '../sources/transcript/speakerTurn.ts';

/**
 * What each person says in a transcript, in order, without the labels before the words (`LIND: `): one quote for each paragraph
 * of a turn. None where a source names no speakers.
 */
export function turnsOf(source: Source): Quote[] {
  const turns: { speaker: string; span: Span }[] = [];
  for (const { span, speaker } of source.locators ?? []) {
    const last = turns.at(-1);
    if (speaker === undefined) continue;
    // Subtitles name the speaker of every few words.
    const goesOn = last?.speaker === speaker && last.span.end >= span.start - 1 && !hasLabel(source.text, span);
    if (last && goesOn) last.span = { start: last.span.start, end: span.end };
    else turns.push({ speaker, span });
  }
  return turns.flatMap(({ speaker, span }) => spoken(source, speaker, span));
}

function spoken(source: Source, speaker: string, turn: Span): Quote[] {
  const words = withoutLabel(source.text, turn);
  const label = { start: turn.start, end: words.start };
  return paragraphs(source.text, words).map(span => ({
    passage: passageAt(source, span),
    outer: span,
    attribution: { speaker, speakerSpan: label },
  }));
}

/** Words of a transcript without the label that they may begin with. */
export function withoutLabel(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const [heading = ''] = /^.*\n\s*/.exec(words) ?? [];
  if (speakerTurn(heading.trim())?.text === '') return { start: start + heading.length, end };
  const said = speakerTurn(words.replace(/\s+/g, ' '))?.text ?? '';
  // The label is as long as what is said leaves of the words.
  const first = said === '' ? 0 : Math.max(0, words.indexOf(said.slice(0, 12)));
  return { start: start + first, end };
}

function hasLabel(text: string, span: Span): boolean {
  return withoutLabel(text, span).start > span.start;
}

function paragraphs(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\S(?:(?!\n[ \t\r]*\n)[\s\S])*/g)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.trimEnd().length,
  }));
}

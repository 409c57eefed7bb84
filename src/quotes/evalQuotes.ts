import { attribute } from './attribute.ts';
import { isDirect } from './isDirect.ts';
import { quotedStretches } from './stretches.ts';

/** One direct quotation of a text, as `groundwork eval quotes` prints it. */
export type EvaluatedQuote = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly cue: string | null;
};

/** Every direct quotation of a text, from its first mark to its last one. */
export function evalQuotes(text: string): EvaluatedQuote[] {
  const stretches = quotedStretches(text).filter(stretch => isDirect(text, stretch));
  const attributions = attribute(text, stretches);
  return stretches.map(({ span }, at) => ({
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    speaker: attributions[at]?.speaker ?? null,
    cue: attributions[at]?.cue ?? null,
  }));
}

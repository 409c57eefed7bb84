import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** Open elements. No document that was not made to be slow nests as deep, and the parser's time grows with the square. */
const deepest = 500;

/**
 * Runs htmlparser2 over a text. Where elements nest too deeply it begins anew behind the last one, as if none were open:
 * words are lost nowhere, and `restarted` is told; elements that were open then are never closed. `ended` is told before
 * those that are open at the very end are closed.
 */
export function parseInPieces(
  text: string,
  handler: Partial<Handler>,
  options: ParserOptions,
  { restarted, ended }: { readonly restarted?: () => void; readonly ended?: () => void } = {},
): void {
  let from = 0;
  while (from < text.length) {
    const stop = parsePiece(from === 0 ? text : text.slice(from), handler, options, ended);
    if (stop === undefined) return;
    from += stop;
    restarted?.();
  }
  ended?.();
}

/** Answers where it gave up, if it did. */
function parsePiece(
  text: string,
  handler: Partial<Handler>,
  options: ParserOptions,
  ended: (() => void) | undefined,
): number | undefined {
  let depth = 0;
  let stop: number | undefined;
  const parser: Parser = new Parser(
    {
      ...handler,
      onopentag: (name, attributes, implied) => {
        handler.onopentag?.(name, attributes, implied);
        if (++depth <= deepest || stop !== undefined) return;
        stop = parser.endIndex + 1;
        parser.pause();
      },
      onclosetag: (name, implied) => {
        depth--;
        handler.onclosetag?.(name, implied);
      },
    },
    options,
  );
  parser.write(text);
  if (stop !== undefined) return stop;
  ended?.();
  parser.end();
  return undefined;
}

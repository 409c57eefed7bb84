import type { Span } from '../model.ts';

/** A word or punctuation mark of the words around a quotation. */
export type ClauseToken = {
  readonly text: string;
  readonly span: Span;
  readonly kind: 'word' | 'comma' | 'colon' | 'break';
};

/**
 * The tokens of a stretch of text, without what stands in brackets (`(R-Ohio)`), in order. Semicolons, dashes and quotation
 * marks are breaks; a full stop stays on its abbreviation.
 */
export function clauseTokens(text: string, within: Span): ClauseToken[] {
  const found: ClauseToken[] = [];
  token.lastIndex = within.start;
  for (let match = token.exec(text); match && match.index < within.end; match = token.exec(text)) {
    const { word, comma, colon, bracket, stop, and } = match.groups ?? {};
    if (bracket !== undefined || stop !== undefined) continue;
    const kind =
      word !== undefined || and !== undefined
        ? 'word'
        : comma !== undefined
          ? 'comma'
          : colon !== undefined
            ? 'colon'
            : 'break';
    const whole = match[0];
    const abbreviated =
      kind !== 'word' ||
      /^(?:\p{L}\.)+$|^(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Jr|Sr|Adm|Maj|Messrs)\.$/u.test(
        whole,
      );
    const kept = abbreviated ? whole : withoutStop(whole);
    const span = { start: match.index, end: match.index + kept.length };
    token.lastIndex = Math.max(span.end, match.index + 1);
    if (span.end <= within.end) found.push({ text: kept, span, kind });
  }
  return found;
}

/** A full stop at the end is the sentence's, and so is one before a capital whose space is missing: `said.Trump`. */
function withoutStop(word: string): string {
  return (/^(.*?\p{Ll}{2})\.\p{Lu}/u.exec(word)?.[1] ?? word).replace(/\.+$/, '');
}

const token =
  /(?<bracket>[([][^)\]\n]{0,80}[)\]])|(?<word>[\p{L}\p{N}\p{Sc}@#](?:[\p{L}\p{N}\p{M}.'’&@%_-]|(?<=\p{N}),(?=\p{N}{3}))*(?:(?<=[sS])['’])?)|(?<and>&(?=\s))|(?<stop>\.(?!\p{Lu}))|(?<comma>,)|(?<colon>:)|(?<other>[^\s])/gu;

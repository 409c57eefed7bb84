/** What a sentence gives as the cause of what: "closed because of a leak", "blamed the delay on the rain". */
import type { Span } from '../../../model.ts';
import { hasWord } from '../../hasWord.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';

export type Cause = { readonly span: Span; readonly cause: readonly Token[]; readonly effect: readonly Token[] };

/** One of these is in each of them. */
const words =
  /because|due to|owing to|thanks to|as a result of|on account of|caused|brought (?:about|on)|triggered|delayed|blam|attribut|down to|the result of/i;

const mayCause = hasWord(({ text }) =>
  /^(?:because|due|owing|thanks|result|account|caused|brought|triggered|delayed|blam\w+|attribut\w+|down)$/i.test(text),
);

const behind =
  /(?:, )?\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|on account of|(?:is|are|was|were|been|being|,) (?:caused|brought about|brought on|triggered|delayed) by|the result of)\s/giu;
const blaming = /\bblam(?:es?|ed|ing) (.+?) (on|for) /iu;
const ascribing = /\b(?:attribut(?:es?|ed|ing)|puts?|putting) (.*?)\b(?:down )?to /iu;

/** The one cause that a sentence gives; undefined where it gives none, or several, or tells that something is none. */
export const causeIn = ofSentence((sentence): Cause | undefined => {
  const { text } = sentence;
  if (
    !mayCause(sentence) ||
    !words.test(text) ||
    /\bnot\b|n[’']t\b|\bnever\b|\bno longer because|["“”]/.test(before(text))
  )
    return undefined;
  const blamed = blaming.exec(text);
  if (blamed?.[1] !== undefined) {
    const first = span(blamed.index + blamed[0].indexOf(' ') + 1, blamed[1].length);
    const second = { start: blamed.index + blamed[0].length, end: clauseEnd(text, blamed.index + blamed[0].length) };
    return blamed[2] === 'on' ? made(sentence, second, [first]) : made(sentence, first, [second]);
  }
  const ascribed = /attribut|down to/i.test(text) ? ascribing.exec(text) : null;
  if (ascribed) {
    const from = ascribed.index + ascribed[0].length;
    const told = { start: ascribed.index, end: from };
    return made(sentence, { start: from, end: clauseEnd(text, from) }, [
      /\p{L}{3}/u.test(ascribed[1] ?? '') ? told : { start: 0, end: ascribed.index },
    ]);
  }
  const [link, ...more] = text.matchAll(behind);
  if (!link || more.length > 0) return undefined;
  const from = link.index + link[0].length;
  // "Because enrolment has dropped, the school will lose a teacher".
  const isFirst = link.index === 0;
  const end = isFirst ? text.indexOf(', ', from) : clauseEnd(text, from);
  if (end < 0) return undefined;
  return made(sentence, { start: from, end }, [
    // "Had been delayed by": the delay is what it caused.
    isFirst ? { start: end, end: text.length } : { start: 0, end: /delayed/i.test(link[0]) ? from : link.index },
  ]);
});

/** What stands before the first cause: a denial there makes it none. */
function before(text: string): string {
  const at = words.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 12), at);
}

function span(start: number, length: number): Span {
  return { start, end: start + length };
}

/** To the next comma or the end; who says so is no part of it. */
function clauseEnd(text: string, from: number): number {
  const end = /[,;:]|\.?$| (?:while|whereas|although|but|which|and that) /u.exec(text.slice(from));
  return from + (end?.index ?? 0);
}

function made({ content }: Sentence, cause: Span, effects: readonly Span[]): Cause | undefined {
  const within = (s: Span) => content.filter(t => t.span.start >= s.start && t.span.end <= s.end);
  const [own, effect] = [within(cause), effects.flatMap(within)];
  return own.length > 0 && effect.length > 0 ? { span: cause, cause: own, effect } : undefined;
}

/** The words that deny, and what they deny. */
import { hasWord } from '../../hasWord.ts';
import { ofForm } from '../../ofForm.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { clauseAt } from './clauses.ts';

const negators = /^(?:not|never|no|neither|nor|cannot|without|hardly|nobody|none|nothing|\p{L}+n['’]t)$/iu;
export const refusals = new Set(['refus', 'deni', 'deny', 'fail', 'declin', 'reject', 'avoid', 'prevent']);
/** Whether any verb of a sentence can be denied: most sentences have no word for it. */
export const mayNegate = hasWord(({ text, stem }) => negators.test(text) || refusals.has(stem));
export const isNegator = ofForm(({ text }) => negators.test(text));
const between =
  /^(?:be|been|being|to|yet|have|has|had|ever|longer|even|also|the|a|an|any|that|it|he|she|they|is|was|were|are|will|would|did|do|does|could|can|by|one|of|them|themselves|himself|herself|\p{L}+ly)$/iu;
const isBetween = ofForm(({ text }) => between.test(text));

/** The word that negates a verb: before it, with nothing but helping words between; two of them undo each other. */
export function negator(sentence: Sentence, verb: Token): Token | undefined {
  if (!mayNegate(sentence)) return undefined;
  let found: Token | undefined;
  let count = 0;
  for (let i = sentence.tokens.indexOf(verb) - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const token = sentence.tokens[i];
    if (!token || /[,;:.]/.test(sentence.text.slice(token.span.end, token.span.end + 1))) break;
    const only = /^only$/i.test(sentence.tokens[i + 1]?.text ?? '');
    if ((isNegator(token) && !only) || (refusals.has(token.stem) && /^to$/i.test(sentence.tokens[i + 1]?.text ?? ''))) {
      found = token;
      count++;
    } else if (!isBetween(token)) {
      const none = noneBefore(sentence, i);
      found = none ?? found;
      if (none) count++;
      break;
    }
  }
  return count % 2 === 1 ? found : undefined;
}

/** The "no" at the beginning that the subject of a verb takes: "No homes will be demolished", "Neither the mayor nor Lind came". */
function noneBefore({ tokens }: Sentence, subject: number): Token | undefined {
  const [first] = tokens;
  if (!first) return undefined;
  if (/^no$/i.test(first.text))
    return subject <= 2 && tokens.slice(1, subject + 1).every(t => !t.stop) ? first : undefined;
  const isPair = /^neither$/i.test(first.text) && tokens.slice(1, subject + 1).some(t => /^nor$/i.test(t.text));
  return isPair && subject <= 8 ? first : undefined;
}

const denial =
  /^(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|hardly|barely|little|few|unable|unlikely|unwilling|lack\p{L}*|fail\p{L}*|refus\p{L}*|den(?:y|ie[sd]|ying)|declin\p{L}*|reject\p{L}*|avoid\p{L}*|prevent\p{L}*|hoax\p{L}*|myth\p{L}*|false\p{L}*|rather|instead|yet|unless|until|\p{L}+n['’]t)$/iu;

export const isDenial = ofForm(({ text }) => denial.test(text));
/** Whether a sentence has any such word. */
export const hasDenial = hasWord(({ text }) => denial.test(text));

/** How many words of denial stand in the clause of a word up to its object, the word itself apart. */
export function denials(sentence: Sentence, apart: Token): number {
  const { text, tokens } = sentence;
  const whole = clauseAt(sentence, apart.span);
  // "Had no convictions and had made a loss": the second verb is not denied.
  const second = text
    .slice(whole.start, apart.span.start)
    .search(/ and (?:has|have|had|was|were|is|are|will|would|did|does) (?!.* and )/);
  const clause = second < 0 ? whole : { ...whole, start: whole.start + second };
  const end = Math.min(clause.end, tokens[tokens.indexOf(apart) + 4]?.span.end ?? clause.end);
  const here = tokens.filter(t => t !== apart && clause.start <= t.span.start && t.span.end <= end && isDenial(t));
  // "Banned until November" is banned.
  return here.filter(t => t.span.start < apart.span.start || !/^un(?:til|less)$/i.test(t.text)).length;
}

const restriction =
  /\b(?:except|only|just|solely|until|till|unless|fully|entirely|completely|always|necessarily|immediately|alone|enough|because of|every|everyone|all|as \p{L}+ as|more than|less than)\b/iu;

/** "Did not exist except on paper", "will not open until June", "not all were sold". */
export function isDeniedInPart(sentence: Sentence, verb: Token): boolean {
  const negation = negator(sentence, verb);
  if (!negation) return false;
  const clause = clauseAt(sentence, verb.span);
  const [from, to] = [Math.min(negation.span.end, verb.span.start), verb.span.end];
  return (
    restriction.test(sentence.text.slice(from, to)) ||
    /\b(?:except|until|till|unless|but|enough|alone|entirely|fully|all|every|everything|both|as \p{L}+ as)\b/iu.test(
      sentence.text.slice(to, clause.end),
    )
  );
}

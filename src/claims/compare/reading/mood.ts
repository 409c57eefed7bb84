/** Whether a sentence tells a deed as done, or only as wanted, planned, possible or named. */
import { baseForm, stem } from '../../../text/stem.ts';
import { ofForm } from '../../ofForm.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { isPastForm } from '../alike/opposites.ts';

export type Mood = {
  /** `open`: nothing is said to have happened yet; `named`: a noun, as in "the planned meeting". */
  readonly kind: 'done' | 'open' | 'named';
  /** The word that leaves it open: "may", "plans", "talks". */
  readonly by?: Token;
};

const modal =
  /^(?:(?:will|would|shall|should|may|might|can|could|must|ought)(?:n['’]t)?|cannot|(?:ca|wo)n['’]t|['’]ll|['’]d)$/i;
/** Not these: what one managed or began to do is done. */
const carriedOut =
  /^(?:manage|begin|began|begun|start|continu|help|proceed|tend|use|used|have|has|had|go|come|get|prov|turn|seem|appear|happen|able)$/i;
const adverb = /ly$|^(?:still|yet|also|soon|now|then|first|always|again|already|even|ever|never|later)$/i;
const leading = /^(?:consider|weigh|plan|propos|mull|discuss|contemplat|without|before|avoid|suggest|recommend)/i;
const determiner = /^(?:a|an|the|his|her|its|their|our|my|own|this|that|these|those|no|any|some|another|each|every)$/i;

/** The mood of the verb at a token, by what stands before it in its clause. */
export function moodOf(sentence: Sentence, verb: Token): Mood {
  const { tokens, text } = sentence;
  const at = tokens.indexOf(verb);
  const before = tokens[at - 1];
  if (!before || /[,;:.]/.test(text.slice(before.span.end, verb.span.start))) return { kind: 'done' };
  if (determiner.test(before.text) || isNoun(sentence, at)) return { kind: 'named' };
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i];
    if (!token || /[,;:.]/.test(text.slice(token.span.end, token.span.end + 1))) break;
    // "The recall in May was caused by a label".
    if (token.text !== 'May' && modal.test(token.text)) return { kind: 'open', by: token };
    if (/^to$/i.test(token.text)) return infinitive(sentence, i);
    if (leading.test(token.text) && /ing$/.test(verb.text)) return { kind: 'open', by: token };
    if (!token.stop && !adverb.test(token.text) && !isAdverbial(sentence, i)) break;
  }
  return { kind: 'done' };
}

/** "Will in return lift". */
function isAdverbial({ tokens }: Sentence, i: number): boolean {
  return /^in (?:return|turn|future|effect|fact|part|practice|principle|addition)$/i.test(
    `${tokens[i - 1]?.text} ${tokens[i]?.text}`,
  );
}

/** "Planned meeting", "for sale", "its selling of": a form in -ing or a noun behind an adjective or a preposition. */
function isNoun({ tokens }: Sentence, at: number): boolean {
  const [verb, before, earlier] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (!verb || !before || !/ing$/.test(verb.text)) return false;
  return /^(?:of|in|on|for|with|about|after|before|from|against|at)$/i.test(before.text)
    ? true
    : !before.stop && earlier !== undefined && (determiner.test(earlier.text) || /['’]s?$/.test(earlier.text));
}

/** "Is urging him to approve": open by the word that governs the infinitive. */
function infinitive({ tokens }: Sentence, to: number): Mood {
  const governor = tokens.slice(Math.max(0, to - 4), to).findLast(t => !t.stop && !t.name && !t.number);
  if (governor && carriedOut.test(governor.stem)) return { kind: 'done' };
  const helper = tokens[to - 1];
  if (helper && /^(?:had|has|have|having|used)$/i.test(helper.text)) return { kind: 'done' };
  return { kind: 'open', ...(governor ? { by: governor } : {}) };
}

/** Whether a word form is a past form or participle of a verb: "sold", "approved". */
export function isPast(token: Token): boolean {
  return mayBePast(token) && !token.name && !token.number;
}

const mayBePast = ofForm(({ text, word }) => {
  if (/(?:ing|s)$/.test(text)) return false;
  const own = text.toLowerCase();
  const parts = word.partsOfSpeech;
  if (isPastForm(own)) return true;
  if (/^(?:cut|put|set|hit|let|quit|shut|split|led|laid)$/.test(own)) return true;
  if (/[^e]ed$/.test(own) && own.length > 4)
    return stem(own) !== own && (parts.length === 0 || parts.some(p => p !== 'n'));
  return own !== word.base && parts[0] === 'v' && baseForm(own) !== undefined;
});

/** "A fire in 1951 destroyed the hall": a past form right behind a date, which counts nothing of it. */
export function isAfterDate({ dates }: Sentence, token: Token): boolean {
  return isPast(token) && dates.some(d => d.span.end + 1 === token.span.start);
}

/** Whether a word is more often a verb than anything else, and none of "the votes", "a nurse". */
export function isVerb({ text }: Sentence, { word, span }: Token): boolean {
  return (
    word.partsOfSpeech[0] === 'v' &&
    !/\b(?:of|the|an?|in|for|to|on|his|her|its|their) $/i.test(text.slice(Math.max(0, span.start - 7), span.start))
  );
}

/** Whether what stands behind a form in -ing is done to something: "of hiding the survey". */
export function takesObject({ tokens }: Sentence, i: number): boolean {
  const next = tokens[i + 1];
  return next !== undefined && (next.name || /^(?:a|an|the|his|her|its|their|that|it|him|them)$/i.test(next.text));
}

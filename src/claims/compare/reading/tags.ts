/** What part each word of a sentence has in its phrases: by its form, and what stands around it. */
import { baseForm } from '../../../text/stem.ts';
import { ofForm } from '../../ofForm.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Closed, closedWord } from './closedWords.ts';
import { isAfterDate, isPast, takesObject } from './mood.ts';

/** The words that join phrases, or part them. */
export type Joint = 'preposition' | 'relative' | 'and' | 'comma' | 'border';

export type Tag = 'det' | 'num' | 'adj' | 'noun' | 'name' | 'pron' | 'verb' | 'help' | 'adverb' | 'to' | Joint;

/** One for each token. */
export function tagsOf(sentence: Sentence): readonly Tag[] {
  const tags: Tag[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) tags.push(tagAt(sentence, i, tags));
  return tags;
}

/** What the marks before a word set off. */
export function gap({ tokens, text }: Sentence, i: number): 'comma' | 'border' | undefined {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token) return undefined;
  const { end } = before.span;
  const { start } = token.span;
  if (start === end + 1 && text.charCodeAt(end) === blank) return undefined;
  const between = text.slice(end, start);
  return /[.;:?!()“”"]| [-–—] |—/.test(between) ? 'border' : /,/.test(between) ? 'comma' : undefined;
}

const blank = 0x20;

/** What a word tells by itself. */
const factsOf = ofForm(({ text, word }) => ({
  closed: closedWord(text),
  isParticle: particle.test(text),
  isHer: /^her$/i.test(text),
  endsInEd: /ed$/.test(text),
  isAdverb: /[a-z]{3}ly$/.test(text),
  mayBeVerb: word.partsOfSpeech.includes('v') || (word.partsOfSpeech.length === 0 && /(?<!th)ing$/i.test(text)),
}));

function tagAt(sentence: Sentence, i: number, tags: readonly Tag[]): Tag {
  const token = sentence.tokens[i];
  if (!token) return 'border';
  const before = gap(sentence, i) ? undefined : tags[i - 1];
  if (isTimeOrBound(sentence, i)) return 'num';
  if (token.name && !token.number) return 'name';
  if (isHyphened(sentence, i)) return nominal(sentence, i);
  const { closed: own, isParticle, isHer, endsInEd, isAdverb } = factsOf(token);
  if (isParticle && before !== 'noun' && isPartOf(sentence, i)) return 'verb';
  if (own && !(own === 'preposition' && token.number)) return closedTag(sentence, i, own, before);
  if (isHer) return isHers(sentence, i + 1) ? 'det' : 'pron';
  if (token.number && !endsInEd) return 'num';
  if (isAdverb) return 'adverb';
  return isVerbHere(sentence, i, before) ? 'verb' : nominal(sentence, i);
}

function closedTag(sentence: Sentence, i: number, own: Closed, before: Tag | undefined): Tag {
  const text = sentence.tokens[i]?.text.toLowerCase();
  switch (text) {
    case 'to':
      return isBareVerb(sentence, i + 1) ? 'to' : 'preposition';
    case 'that':
      if (before === 'noun' || before === 'name') return 'relative';
      // "Ruled on Friday that the brewery must pay".
      return before === 'verb' || (before === 'num' && isInDate(sentence, i - 1)) ? 'border' : 'det';
    case 'neither':
      return isNominal(sentence, i + 1) ? 'det' : 'pron';
    case 'more':
    case 'less':
    case 'most':
      return isNominal(sentence, i + 1) ? 'det' : 'adverb';
    case 'first':
    case 'only':
      // "The first draft", "the only copy".
      return before === 'det' ? 'adj' : own;
    default:
      return own;
  }
}

/** "Face-to-face": no infinitive; "co-founded" still is a verb. */
function isHyphened({ tokens, text }: Sentence, i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!token) return false;
  const isSecond = text[token.span.start - 1] === '-' && (before?.text.length ?? 0) > 3;
  return isSecond || (text[token.span.end] === '-' && token.text.length > 3);
}

/** A day or month, and "more than", "over" before a figure, which belong to it. */
function isTimeOrBound({ tokens, dates, numbers }: Sentence, i: number): boolean {
  if (numbers.length === 0 && dates.length === 0) return false;
  const [before, token, next, second] = [tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!token) return false;
  if (isInDate({ tokens, dates }, i)) return true;
  if (next?.number === undefined && second?.number === undefined) return false;
  if (/^(?:over|under|about|around|almost|nearly|some|roughly|only)$/i.test(token.text))
    return next?.number !== undefined;
  const two = (a: Token | undefined, b: Token | undefined) =>
    /^(?:(?:more|less|fewer) than|up to|at least)$/i.test(`${a?.text} ${b?.text}`);
  if (second?.number !== undefined && two(token, next)) return true;
  return next?.number !== undefined && two(before, token);
}

/** Whether a word belongs to a day, month or year. */
export function isInDate({ tokens, dates }: Pick<Sentence, 'tokens' | 'dates'>, i: number): boolean {
  const token = tokens[i];
  return token !== undefined && dates.some(d => d.span.start <= token.span.start && token.span.end <= d.span.end);
}

/** "Turned down": whether a particle belongs to the verb before it. */
function isPartOf({ tokens }: Sentence, i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return (
    before !== undefined &&
    token !== undefined &&
    !before.stop &&
    before.word.partsOfSpeech.includes('v') &&
    before.span.end + 1 === token.span.start
  );
}

function isBareVerb({ tokens }: Sentence, i: number): boolean {
  const token = tokens[i];
  if (!token || token.name || token.number) return false;
  if (/^(?:be|have|do|not)$/i.test(token.text)) return true;
  const parts = token.word.partsOfSpeech;
  return (
    token.word.base === token.text.toLowerCase() &&
    parts.includes('v') &&
    (parts[0] === 'v' || isNominal({ tokens } as Sentence, i + 1) || !/^n$/.test(parts[0] ?? ''))
  );
}

/** "Her house", not "taught her Latin", "lent her $150,000". */
function isHers(sentence: Sentence, i: number): boolean {
  const token = sentence.tokens[i];
  return token !== undefined && !token.name && !token.number && isNominal(sentence, i);
}

/** Whether a noun phrase may go on or begin at a word. */
function isNominal({ tokens }: Sentence, i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.name || token.number || factsOf(token).closed === 'det') return true;
  return !token.stop && !/\p{L}{3}ly$/u.test(token.text);
}

const afterNoun: readonly (Tag | undefined)[] = ['noun', 'name', 'pron', 'num', 'relative'];

function isVerbHere(sentence: Sentence, i: number, before: Tag | undefined): boolean {
  const token = sentence.tokens[i];
  if (!token || !(factsOf(token).mayBeVerb || isPast(token))) return false;
  const own = token.text.toLowerCase();
  const parts = token.word.partsOfSpeech;
  if (before === 'to' || before === 'help') return before === 'to' || !isPredicate(token);
  // "In spring": not every word in -ing is a form in -ing.
  const isDoing = /ing$/.test(own) && own !== token.word.base;
  if (isDoing && before === 'preposition' && takesObject(sentence, i)) return true;
  if (isDoing) return before !== 'det' && before !== 'adj' && before !== 'num' && parts[0] !== 'n';
  if (before === 'det' || before === 'adj' || (before === 'num' && !isAfterDate(sentence, token))) return false;
  const next = sentence.tokens[i + 1];
  if (isPast(token) || baseForm(own) !== undefined || (/ed$/.test(own) && own !== token.word.base))
    return before !== 'preposition' || next?.text === 'by';
  if (before === 'preposition' || (next && factsOf(next).closed === 'help')) return false;
  if (own !== token.word.base && /s$/.test(own))
    return parts[0] === 'v'
      ? before === 'and' || afterNoun.includes(before)
      : before !== 'noun' && afterNoun.includes(before);
  if (unchanged.test(own))
    return (
      (before !== undefined && afterNoun.includes(before) && isNominal(sentence, i + 1)) ||
      /^(?:by|forward|up|down|out|off)$/i.test(next?.text ?? '')
    );
  const previous = sentence.tokens[i - 1]?.text ?? '';
  // "Helped Arber flee": a word that is nothing but a verb.
  if (own === token.word.base && parts.length === 1 && before === 'name') return true;
  return (
    own === token.word.base &&
    parts[0] === 'v' &&
    /^(?:they|we|i|you|who|people|\p{L}{2,}[^s]s)$/iu.test(previous) &&
    !isNothingButVerb(next)
  );
}

/** "The fisheries board expects". */
function isNothingButVerb(token: Token | undefined): boolean {
  if (!token || !/s$/.test(token.text)) return false;
  const { base, partsOfSpeech } = token.word;
  return base !== token.text && partsOfSpeech.length === 1 && partsOfSpeech[0] === 'v';
}

/** Past forms that look like the present. */
const unchanged = /^(?:beat|bet|cost|cut|hit|hurt|put|set|shut|split|spread)$/;

/** An adjective behind a helping word is what is said, as a verb is. */
const isPredicate = ({ word }: Token): boolean => word.partsOfSpeech[0] === 'n';

function nominal({ tokens }: Sentence, i: number): Tag {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token?.word.partsOfSpeech[0] === 'a' && next && !next.stop && next.span.start - token.span.end <= 1) return 'adj';
  return 'noun';
}

const particle = /^(?:up|down|out|off|away|back|over|forward)$/i;

/** "Down" in "turned down". */
export function isParticle(token: Token | undefined): boolean {
  return token !== undefined && factsOf(token).isParticle;
}

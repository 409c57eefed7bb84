/** The noun phrases and verbs of a sentence, by word forms and what stands around them: no grammar, but enough of one. */
import type { Span } from '../../model.ts';
import type { NameMention } from '../../text/names.ts';
import { baseForm } from '../../text/stem.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence, Token } from '../tokens.ts';
import { type Closed, closedWord } from './closedWords.ts';
import { isAfterDate, isPast, takesObject } from './mood.ts';

/** Places among the sentence's tokens: `from` the first word, `to` behind the last. */
type Stretch = { readonly from: number; readonly to: number };

/** "The owner of the shop": words of content, with the name in it where it has one. */
export type Noun = Stretch & {
  readonly kind: 'noun';
  readonly span: Span;
  /** The words that say what it is, without what an "of" hangs on. */
  readonly head: readonly Token[];
  readonly content: readonly Token[];
  readonly name?: NameMention;
  /** He, it, they: somebody named elsewhere. */
  readonly isPronoun: boolean;
};

/** "Had not been told": a verb with its helping words. */
export type Verb = Stretch & {
  readonly kind: 'verb';
  readonly span: Span;
  readonly token: Token;
  readonly helpers: readonly string[];
  readonly form: 'finite' | 'ing' | 'infinitive' | 'participle';
};

export type Link = Stretch & {
  readonly kind: 'preposition' | 'relative' | 'and' | 'comma' | 'border';
  readonly word: string;
};
export type Phrase = Noun | Verb | Link;

type Tag = 'det' | 'num' | 'adj' | 'noun' | 'name' | 'pron' | 'verb' | 'help' | 'adverb' | Link['kind'] | 'to';

/** The phrases of a sentence in order. */
export const phrases = ofSentence((sentence): readonly Phrase[] => {
  const tags: Tag[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) tags.push(tagAt(sentence, i, tags));
  const found: Phrase[] = [];
  for (let i = 0; i < tags.length; ) {
    const phrase = nounAt(sentence, tags, i) ?? verbAt(sentence, tags, i) ?? linkAt(sentence, tags, i);
    const before = gap(sentence, i);
    if (before) found.push({ kind: before, from: i, to: i, word: '' });
    if (phrase) found.push(phrase);
    i = phrase?.to ?? i + 1;
  }
  return found;
});

/** What the marks before a word set off. */
function gap({ tokens, text }: Sentence, i: number): 'comma' | 'border' | undefined {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (!before || !token) return undefined;
  const between = text.slice(before.span.end, token.span.start);
  if (between === ' ') return undefined;
  return /[.;:?!()“”"]| [-–—] |—/.test(between) ? 'border' : /,/.test(between) ? 'comma' : undefined;
}

function tagAt(sentence: Sentence, i: number, tags: readonly Tag[]): Tag {
  const token = sentence.tokens[i];
  if (!token) return 'border';
  const before = gap(sentence, i) ? undefined : tags[i - 1];
  const { text } = token;
  if (isTimeOrBound(sentence, i)) return 'num';
  if (token.name && !token.number) return 'name';
  if (isHyphened(sentence, i)) return nominal(sentence, i);
  if (isPartOf(sentence, i)) return 'verb';
  const own = closedWord(text);
  if (own && !(own === 'preposition' && token.number)) return closedTag(sentence, i, own, before);
  if (/^her$/i.test(text)) return isHers(sentence, i + 1) ? 'det' : 'pron';
  if (token.number && !/ed$/.test(text)) return 'num';
  if (/[a-z]{3}ly$/.test(text)) return 'adverb';
  return isVerbHere(sentence, i, before) ? 'verb' : nominal(sentence, i);
}

function closedTag(sentence: Sentence, i: number, own: Closed, before: Tag | undefined): Tag {
  const text = sentence.tokens[i]?.text.toLowerCase();
  switch (text) {
    case 'to':
      return isBareVerb(sentence, i + 1) ? 'to' : 'preposition';
    case 'that':
      return before === 'noun' || before === 'name' ? 'relative' : before === 'verb' ? 'border' : 'det';
    case 'neither':
      return isNominal(sentence, i + 1) ? 'det' : 'pron';
    case 'more':
    case 'less':
    case 'most':
      return isNominal(sentence, i + 1) ? 'det' : 'adverb';
    default:
      return own;
  }
}

/** "Face-to-face": no infinitive; "co-founded" still is a verb. */
function isHyphened({ tokens, text }: Sentence, i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (!token) return false;
  const isSecond = text[token.span.start - 1] === '-' && (before?.text.length ?? 0) > 3;
  return isSecond || (text[token.span.end] === '-' && token.text.length > 3);
}

/** A day or month, and "more than", "over" before a figure, which belong to it. */
function isTimeOrBound({ tokens, dates }: Sentence, i: number): boolean {
  const [before, token, next, second] = [tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!token) return false;
  if (dates.some(d => d.span.start <= token.span.start && token.span.end <= d.span.end)) return true;
  if (next?.number === undefined && second?.number === undefined) return false;
  if (/^(?:over|under|about|around|almost|nearly|some|roughly|only)$/i.test(token.text))
    return next?.number !== undefined;
  const two = (a: Token | undefined, b: Token | undefined) =>
    /^(?:(?:more|less|fewer) than|up to|at least)$/i.test(`${a?.text} ${b?.text}`);
  if (second?.number !== undefined && two(token, next)) return true;
  return next?.number !== undefined && two(before, token);
}

/** "Turned down": a particle that belongs to the verb before it. */
function isPartOf({ tokens }: Sentence, i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return (
    before !== undefined &&
    token !== undefined &&
    particle.test(token.text) &&
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
  if (token.name || token.number || closedWord(token.text) === 'det') return true;
  return !token.stop && !/\p{L}{3}ly$/u.test(token.text);
}

const afterNoun: readonly (Tag | undefined)[] = ['noun', 'name', 'pron', 'num', 'relative'];

function isVerbHere(sentence: Sentence, i: number, before: Tag | undefined): boolean {
  const token = sentence.tokens[i];
  if (!token) return false;
  const own = token.text.toLowerCase();
  const parts = token.word.partsOfSpeech;
  const may = parts.includes('v') || isPast(token) || (parts.length === 0 && /(?<!th)ing$/.test(own));
  if (!may) return false;
  if (before === 'to' || before === 'help') return before === 'to' || !isPredicate(token);
  // "In spring": not every word in -ing is a form in -ing.
  const isDoing = /ing$/.test(own) && own !== token.word.base;
  if (isDoing && before === 'preposition' && takesObject(sentence, i)) return true;
  if (isDoing) return before !== 'det' && before !== 'adj' && before !== 'num' && parts[0] !== 'n';
  if (before === 'det' || before === 'adj' || (before === 'num' && !isAfterDate(sentence, token))) return false;
  const next = sentence.tokens[i + 1];
  if (isPast(token) || baseForm(own) !== undefined || (/ed$/.test(own) && own !== token.word.base))
    return before !== 'preposition' || next?.text === 'by';
  if (before === 'preposition' || (next && closedWord(next.text) === 'help')) return false;
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
    own === token.word.base && parts[0] === 'v' && /^(?:they|we|i|you|who|people|\p{L}{2,}[^s]s)$/iu.test(previous)
  );
}

/** Past forms that look like the present. */
const unchanged = /^(?:beat|bet|cost|cut|hit|hurt|put|set|shut|split|spread)$/;

/** An adjective behind a helping word is what is said, as a verb is. */
const isPredicate = ({ word }: Token): boolean => word.partsOfSpeech[0] === 'n';

function nominal({ tokens }: Sentence, i: number): Tag {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token && token.word.partsOfSpeech[0] === 'a' && next && !next.stop && next.span.start - token.span.end <= 1)
    return 'adj';
  return 'noun';
}

/** Determiners, figures, adjectives and nouns in a row; "of" joins another row to it. */
function nounAt(sentence: Sentence, tags: readonly Tag[], from: number): Noun | undefined {
  const isPronoun = tags[from] === 'pron';
  const first = isPronoun ? from + 1 : rowEnd(sentence, tags, from);
  if (first === from) return undefined;
  const to = isPronoun ? first : withOf(sentence, tags, first);
  const { tokens, names } = sentence;
  const [start, end] = [tokens[from]?.span.start ?? 0, tokens[to - 1]?.span.end ?? 0];
  const headEnd = tokens[first - 1]?.span.end ?? end;
  const name = names.findLast(n => n.span.start >= start && n.span.end === headEnd);
  const content = tokens.slice(from, to).filter(t => !t.stop);
  const row = tokens.slice(from, first).filter(t => !t.stop && !t.number);
  const head = name ? row.filter(t => t.name) : row.slice(-1);
  return { kind: 'noun', from, to, span: { start, end }, head, content, isPronoun, ...(name ? { name } : {}) };
}

function rowEnd(sentence: Sentence, tags: readonly Tag[], from: number): number {
  let to = from;
  while (to < tags.length && isInRow(tags[to]) && (to === from || (!gap(sentence, to) && !beginsAnew(tags, to)))) to++;
  return to;
}

/** "The owner the council": an article behind a noun begins another phrase. */
function beginsAnew(tags: readonly Tag[], to: number): boolean {
  const before = tags[to - 1];
  // "Lend San Alver 120 million", "fined it three times": a figure behind a noun counts something else.
  return (
    (tags[to] === 'det' && (before === 'noun' || before === 'name')) ||
    (tags[to] === 'num' && (before === 'name' || before === 'noun'))
  );
}

function withOf(sentence: Sentence, tags: readonly Tag[], first: number): number {
  if (!/^of$/i.test(sentence.tokens[first]?.text ?? '') || gap(sentence, first)) return first;
  // "Accused the nurse of lying".
  const next = sentence.tokens[first + 1];
  if (next && /ing$/.test(next.text) && next.word.partsOfSpeech.includes('v')) return first;
  const to = rowEnd(sentence, tags, first + 1);
  return to > first + 1 && !gap(sentence, first + 1) ? withOf(sentence, tags, to) : first;
}

function isInRow(tag: Tag | undefined): boolean {
  return tag === 'det' || tag === 'num' || tag === 'adj' || tag === 'noun' || tag === 'name';
}

function verbAt(sentence: Sentence, tags: readonly Tag[], from: number): Verb | undefined {
  const { tokens } = sentence;
  let at = from;
  while (
    (at === from || !gap(sentence, at)) &&
    (tags[at] === 'help' || tags[at] === 'to' || (tags[at] === 'adverb' && at > from))
  )
    at++;
  const isSaid = tags[at] === 'verb' || (at > from && (tags[at] === 'adj' || tags[at] === 'noun'));
  // "Had three children", "was a baker": the helping word itself tells it.
  const place = isSaid ? at : mainHelper(tokens, from, at);
  const token = tokens[place];
  if (!token || place < from || (!isSaid && at === from)) return undefined;
  const to =
    isSaid && tags[at + 1] === 'verb' && particle.test(tokens[at + 1]?.text ?? '') ? at + 2 : isSaid ? at + 1 : at;
  const helpers = tokens.slice(from, at).flatMap((t, i) => (from + i === place ? [] : [t.text.toLowerCase()]));
  const span = { start: tokens[from]?.span.start ?? 0, end: tokens[to - 1]?.span.end ?? token.span.end };
  return { kind: 'verb', from, to, span, token, helpers, form: formOf(token, helpers) };
}

const particle = /^(?:up|down|out|off|away|back|over|forward)$/i;

function mainHelper(tokens: readonly Token[], from: number, to: number): number {
  return tokens.slice(0, to).findLastIndex((t, i) => i >= from && !/^(?:not|never)$|ly$|^to$/i.test(t.text));
}

function formOf(token: Token, helpers: readonly string[]): Verb['form'] {
  if (helpers.includes('to')) return 'infinitive';
  if (helpers.length > 0) return 'finite';
  if (/ing$/.test(token.text)) return 'ing';
  return isPast(token) ? 'participle' : 'finite';
}

function linkAt({ tokens }: Sentence, tags: readonly Tag[], i: number): Link | undefined {
  const tag = tags[i];
  const word = tokens[i]?.text.toLowerCase() ?? '';
  if (tag === 'preposition' || tag === 'relative' || tag === 'and' || tag === 'border')
    return { kind: tag, from: i, to: i + 1, word };
  return undefined;
}

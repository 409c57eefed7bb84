/** The noun phrases and verbs of a sentence, by word forms and what stands around them: no grammar, but enough of one. */
import type { Span } from '../../../model.ts';
import type { NameMention } from '../../../text/names.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { isPast } from './mood.ts';
import { gap, isInDate, isParticle, type Joint, type Tag, tagsOf } from './tags.ts';

/** Places among the sentence's tokens: `from` the first word, `to` behind the last. */
type Stretch = { readonly from: number; readonly to: number };

/** "The owner of the shop": words of content, with the name in it where it has one. */
export type Noun = Stretch & {
  readonly kind: 'noun';
  readonly span: Span;
  /** The words that say what it is, without what an "of" hangs on. */
  readonly head: readonly Token[];
  readonly content: readonly Token[];
  readonly name: NameMention | undefined;
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
  readonly kind: Joint;
  readonly word: string;
};
export type Phrase = Noun | Verb | Link;

/** The phrases of a sentence in order. */
export const phrases = ofSentence((sentence): readonly Phrase[] => {
  const tags = tagsOf(sentence);
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
  const content: Token[] = [];
  const row: Token[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || token.stop) continue;
    content.push(token);
    if (i < first && !token.number) row.push(token);
  }
  const head = name ? row.filter(t => t.name) : row.slice(-1);
  return { kind: 'noun', from, to, span: { start, end }, head, content, isPronoun, name };
}

function rowEnd(sentence: Sentence, tags: readonly Tag[], from: number): number {
  let to = from;
  while (
    to < tags.length &&
    isInRow(tags[to]) &&
    (to === from || (!gap(sentence, to) && !beginsAnew(sentence, tags, to)))
  )
    to++;
  return to;
}

/** "The owner the council", "last year the council": an article behind a noun or a time begins another phrase. */
function beginsAnew(sentence: Sentence, tags: readonly Tag[], to: number): boolean {
  const before = tags[to - 1];
  if (before === 'num') return tags[to] === 'det' && isInDate(sentence, to - 1);
  // "Lend San Alver 120 million", "fined it three times": a figure behind a noun counts something else.
  return (
    (tags[to] === 'det' && (before === 'noun' || before === 'name')) ||
    (tags[to] === 'num' && (before === 'name' || before === 'noun'))
  );
}

function withOf(sentence: Sentence, tags: readonly Tag[], first: number): number {
  const link = sentence.tokens[first];
  if (link?.text.toLowerCase() !== 'of' || gap(sentence, first)) return first;
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
  const first = tags[from];
  if (first !== 'verb' && first !== 'help' && first !== 'to') return undefined;
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
  const to = isSaid && tags[at + 1] === 'verb' && isParticle(tokens[at + 1]) ? at + 2 : isSaid ? at + 1 : at;
  const helpers: string[] = [];
  for (let i = from; i < at; i++) if (i !== place) helpers.push(tokens[i]?.text.toLowerCase() ?? '');
  const span = { start: tokens[from]?.span.start ?? 0, end: tokens[to - 1]?.span.end ?? token.span.end };
  return { kind: 'verb', from, to, span, token, helpers, form: formOf(token, helpers) };
}

function mainHelper(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (!/^(?:not|never)$|ly$|^to$/i.test(tokens[i]?.text ?? '')) return i;
  return -1;
}

function formOf(token: Token, helpers: readonly string[]): Verb['form'] {
  if (helpers.includes('to')) return 'infinitive';
  if (helpers.length > 0) return 'finite';
  if (/ing$/.test(token.text)) return 'ing';
  return isPast(token) ? 'participle' : 'finite';
}

function linkAt({ tokens }: Sentence, tags: readonly Tag[], i: number): Link | undefined {
  const tag = tags[i];
  if (tag === 'preposition' || tag === 'relative' || tag === 'and' || tag === 'border')
    return { kind: tag, from: i, to: i + 1, word: tokens[i]?.text.toLowerCase() ?? '' };
  return undefined;
}

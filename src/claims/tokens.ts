/** A sentence as the checks see it: words with stems and lexical knowledge, names and numbers, each with its place. */
import type { Span } from '../model.ts';
import { type DateMention, dates } from '../text/dates.ts';
import { type NameMention, names } from '../text/names.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import { isStopWord, stem as stemOf } from '../text/stem.ts';
import { lexiconSize, lookUp, type Word } from './lexicon/lexicon.ts';

export type Token = {
  readonly span: Span;
  readonly text: string;
  readonly stem: string;
  /** Carries no content of its own: article, pronoun, auxiliary, preposition. */
  readonly stop: boolean;
  readonly word: Word;
  /** 0..1: how much it tells that a passage holds this word; rare words tell most. */
  readonly weight: number;
  readonly name: boolean;
  /** The number it belongs to. */
  readonly number?: NumberMention;
};

export type Sentence = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly content: readonly Token[];
  /** Places in `tokens` of each stem. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly numbers: readonly NumberMention[];
  readonly names: readonly NameMention[];
  readonly dates: readonly DateMention[];
};

/** Reads one sentence; `hidden` stretches (quoted words) yield no names and numbers, and their tokens are left out. */
export function readSentence(text: string, hidden: readonly Span[] = []): Sentence {
  const open = <Found extends { readonly span: Span }>(found: readonly Found[]): readonly Found[] =>
    hidden.length === 0
      ? found
      : found.filter(({ span }) => !hidden.some(h => h.start < span.end && span.start < h.end));
  const named = open(names(text));
  const counted = open(numbers(text));
  const tokens = open(tokenize(text, named, counted));
  const places = new Map<string, number[]>();
  tokens.forEach((token, i) => {
    const known = places.get(token.stem);
    if (known) known.push(i);
    else places.set(token.stem, [i]);
  });
  return {
    text,
    tokens,
    content: tokens.filter(t => !t.stop),
    places,
    numbers: counted,
    names: named,
    dates: open(dates(text)),
  };
}

/** Passages are proposed again and again while a draft is checked; what was read of them is kept, the oldest forgotten. */
const mostKept = 4000;
const kept = new Map<string, Sentence>();

/** Reads a passage of a source: the same as `readSentence`, remembered by its text. */
export function readPassage(text: string): Sentence {
  const known = kept.get(text);
  if (known) return known;
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  const made = readSentence(text);
  kept.set(text, made);
  return made;
}

/** A word or a figure. */
export const wordPattern = /\p{L}(?:\.\p{L})+\.?|\p{L}+(?:['’]\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Words and figures; the parts of a hyphened word stand alone. */
export function tokenize(
  text: string,
  named: readonly NameMention[] = [],
  counted: readonly NumberMention[] = [],
): Token[] {
  const found: Token[] = [];
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const own = match[0];
    const start = match.index;
    const end = start + own.length;
    const number = counted.find(n => n.span.start <= start && end <= n.span.end + 1);
    const base = describe(own);
    const name = named.some(n => n.span.start <= start && end <= n.span.end) && !base.stop;
    const { stem, stop, word, weight } = base;
    // Written out: this is done for each word there is, and spreading objects takes most of it.
    const token = { span: { start, end }, text: own, stem, stop, word, weight, name };
    found.push(number ? { ...token, number } : token);
  }
  return found;
}

type Described = Pick<Token, 'stem' | 'stop' | 'word' | 'weight'>;

/** What is known of a word form never changes; reading it from the tables each time would be most of the work. */
const described = new Map<string, Described>();

function describe(own: string): Described {
  const known = described.get(own);
  if (known) return known;
  const word = lookUp(own.replace(/['’].*$/, ''));
  const stop = isStopWord(own);
  const weight = stop ? 0 : Math.log(20 + word.rank) / Math.log(20 + lexiconSize());
  const made = { stem: stemOf(own), stop, word, weight };
  if (described.size < 100_000) described.set(own, made);
  return made;
}

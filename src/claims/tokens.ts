/** A sentence as the checks see it: words with stems and lexical knowledge, names and numbers, each with its place. */
import type { Span } from '../model.ts';
import { type DateMention, dates } from '../text/dates.ts';
import { type NameMention, names } from '../text/names.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import type { Word } from './lexicon/lexicon.ts';
import { type WordForm, wordFormAt } from './wordForms.ts';
import { eachWord } from './words.ts';

export type Token = {
  readonly span: Span;
  readonly text: string;
  readonly form: WordForm;
  readonly stem: string;
  /** Carries no content of its own: article, pronoun, auxiliary, preposition. */
  readonly stop: boolean;
  readonly word: Word;
  /** 0..1: how much it tells that a passage holds this word; rare words tell most. */
  readonly weight: number;
  readonly name: boolean;
  /** The number it belongs to. */
  readonly number: NumberMention | undefined;
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

/**
 * Reads one sentence; `hidden` stretches (quoted words) yield no names and numbers, and their tokens are left out. Names,
 * numbers and dates are looked for when they are first asked for: of most passages nothing but the words ever is.
 */
export function readSentence(text: string, hidden: readonly Span[] = []): Sentence {
  return new ReadSentence(text, hidden);
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

/** Words and figures, as if the text named and counted nothing; the parts of a hyphened word stand alone. */
export function tokenize(text: string): Token[] {
  return cut(text, { names: [], numbers: [] });
}

type Mentions = Pick<Sentence, 'names' | 'numbers'>;

function cut(text: string, mentions: Mentions): ReadToken[] {
  const found: ReadToken[] = [];
  eachWord(text, (start, end) => {
    found.push(new ReadToken({ start, end }, wordFormAt(text, start, end), mentions));
  });
  return found;
}

/** A class, like the next, for the sake of its getters: an object written with getters takes as long to make as they spare. */
class ReadToken implements Token {
  readonly text: string;
  readonly stem: string;
  readonly stop: boolean;
  private isName: boolean | undefined = undefined;
  private ownNumber: NumberMention | 'none' | undefined = undefined;

  constructor(
    readonly span: Span,
    readonly form: WordForm,
    private readonly mentions: Mentions,
  ) {
    this.text = form.own;
    this.stem = form.stem;
    this.stop = form.stop;
  }

  get word(): Word {
    return this.form.word;
  }

  get weight(): number {
    return this.form.weight;
  }

  get name(): boolean {
    this.isName ??= !this.stop && around(this.span, this.mentions.names, 0) !== undefined;
    return this.isName;
  }

  get number(): NumberMention | undefined {
    this.ownNumber ??= around(this.span, this.mentions.numbers, 1) ?? 'none';
    return this.ownNumber === 'none' ? undefined : this.ownNumber;
  }
}

/** The first mention that a token stands in, or ends so many units behind. */
function around<Mention extends { readonly span: Span }>(
  { start, end }: Span,
  mentions: readonly Mention[],
  behind: number,
): Mention | undefined {
  return mentions.find(({ span }) => span.start <= start && end <= span.end + behind);
}

class ReadSentence implements Sentence {
  /** Private in the strict sense: a copy with other words must not take over what was read out of these. */
  readonly #kept: unknown[] = [];
  readonly tokens: readonly Token[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  private readonly counting: readonly Span[];
  private readonly timing: readonly Span[];
  private ownContent: readonly Token[] | undefined = undefined;
  private ownNames: readonly NameMention[] | undefined = undefined;
  private ownNumbers: readonly NumberMention[] | undefined = undefined;
  private allDates: readonly DateMention[] | undefined = undefined;

  constructor(
    readonly text: string,
    private readonly hidden: readonly Span[],
  ) {
    const all = cut(text, this);
    this.counting = spansOf(all, form => form.mayCount);
    this.timing = spansOf(all, form => form.mayDate);
    this.tokens = this.open(all);
    this.places = placesOf(this.tokens);
  }

  static keptWith(sentence: Sentence): unknown[] | undefined {
    return #kept in sentence ? sentence.#kept : undefined;
  }

  get content(): readonly Token[] {
    this.ownContent ??= this.tokens.filter(t => !t.stop);
    return this.ownContent;
  }

  get names(): readonly NameMention[] {
    this.ownNames ??= this.open(names(this.text));
    return this.ownNames;
  }

  get numbers(): readonly NumberMention[] {
    this.ownNumbers ??=
      this.counting.length > 0 ? this.open(numbers(this.text, undefined, this.datesOfAll(), this.counting)) : [];
    return this.ownNumbers;
  }

  get dates(): readonly DateMention[] {
    return this.open(this.datesOfAll());
  }

  private datesOfAll(): readonly DateMention[] {
    this.allDates ??= this.timing.length > 0 ? dates(this.text, undefined, this.timing) : [];
    return this.allDates;
  }

  private open<Found extends { readonly span: Span }>(found: readonly Found[]): readonly Found[] {
    const { hidden } = this;
    if (hidden.length === 0) return found;
    return found.filter(({ span }) => !hidden.some(h => h.start < span.end && span.start < h.end));
  }
}

/** Where what is read out of a sentence is kept (ofSentence.ts); undefined for a copy that somebody put together. */
export function keptWith(sentence: Sentence): unknown[] | undefined {
  return ReadSentence.keptWith(sentence);
}

function spansOf(tokens: readonly ReadToken[], isWanted: (form: WordForm) => boolean): readonly Span[] {
  let spans: Span[] | undefined;
  for (const { form, span } of tokens) {
    if (!isWanted(form)) continue;
    if (spans) spans.push(span);
    else spans = [span];
  }
  return spans ?? nowhere;
}

const nowhere: readonly Span[] = [];

function placesOf(tokens: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { stem }] of tokens.entries()) {
    const known = places.get(stem);
    if (known) known.push(i);
    else places.set(stem, [i]);
  }
  return places;
}

/** What is known of each form of a word, whatever sentence it stands in. */
import { timeWord } from '../text/dates.ts';
import { countingWord } from '../text/numbers.ts';
import { stemAndStop } from '../text/stem.ts';
import { lexiconSize, lookUp, type Word } from './lexicon/lexicon.ts';

export type WordForm = {
  readonly stem: string;
  /** Carries no content of its own: article, pronoun, auxiliary, preposition. */
  readonly stop: boolean;
  readonly word: Word;
  /** 0..1: how much it tells that a passage holds this word; rare words tell most. */
  readonly weight: number;
  /** Whether a text may hold a number, or a date, because it has this word; one without any such word has none. */
  readonly mayCount: boolean;
  readonly mayDate: boolean;
};

/** What is known of a word form never changes; reading it from the tables each time would be most of the work. */
const known = new Map<string, WordForm>();
const mostKnown = 100_000;

/** What is known of a word as it is written. */
export function wordForm(own: string): WordForm {
  const before = known.get(own);
  if (before) return before;
  const form = new ReadForm(own);
  if (known.size < mostKnown) known.set(own, form);
  return form;
}

/** Most words of the passages proposed are only looked for: what the lexicon has of one is looked up when it is first asked for. */
class ReadForm implements WordForm {
  readonly stem: string;
  readonly stop: boolean;
  readonly mayCount: boolean;
  readonly mayDate: boolean;
  private ownWord: Word | undefined = undefined;
  private ownWeight: number | undefined = undefined;

  constructor(private readonly own: string) {
    const { stem, stop } = stemAndStop(own);
    this.stem = stem;
    this.stop = stop;
    this.mayCount = countingWord.test(own);
    this.mayDate = timeWord.test(own);
  }

  get word(): Word {
    const { own } = this;
    this.ownWord ??= lookUp(/['’]/.test(own) ? own.replace(/['’].*$/, '') : own);
    return this.ownWord;
  }

  get weight(): number {
    this.ownWeight ??= this.stop ? 0 : Math.log(20 + this.word.rank) / Math.log(20 + lexiconSize());
    return this.ownWeight;
  }
}

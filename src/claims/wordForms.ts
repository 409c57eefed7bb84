/** What is known of each form of a word, whatever sentence it stands in. */
import { timeWord } from '../text/dates.ts';
import { countingWord } from '../text/numbers.ts';
import { stemAndStop } from '../text/stem.ts';
import { lexiconSize, lookUp, type Word } from './lexicon/lexicon.ts';

export type WordForm = {
  /** The word as it is written. */
  readonly own: string;
  readonly stem: string;
  /** Carries no content of its own: article, pronoun, auxiliary, preposition. */
  readonly stop: boolean;
  readonly word: Word;
  /** 0..1: how much it tells that a passage holds this word; rare words tell most. */
  readonly weight: number;
  /** Whether a text may hold a number, or a date, because it has this word; one without any such word has none. */
  readonly mayCount: boolean;
  readonly mayDate: boolean;
  /** What others read out of it (ofForm.ts), once they have. */
  kept: unknown[] | undefined;
};

/** What is known of a word form never changes; reading it from the tables each time would be most of the work. */
const known = createForms();
const mostKnown = 100_000;

/** What is known of the word that stands in a text from `start` to before `end` (UTF-16 offsets). */
export function wordFormAt(text: string, start: number, end: number): WordForm {
  const before = known.at(text, start, end);
  if (before) return before;
  const form = new ReadForm(text.slice(start, end));
  if (known.size() < mostKnown) known.add(form);
  return form;
}

/**
 * A hash table that is asked with a stretch of a text: cutting the word out first, for a map to take it in hand letter by
 * letter again, was half of reading a sentence.
 */
function createForms() {
  const forms: WordForm[] = [];
  let slots = new Int32Array(1 << 12).fill(-1);
  /** Where the word is, or the empty slot where it would go. */
  const slotOf = (text: string, start: number, end: number): number => {
    for (let slot = hash(text, start, end) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const form = forms[slots[slot] ?? -1];
      if (form === undefined || isAt(form.own, text, start, end)) return slot;
    }
  };
  const place = (form: WordForm, number: number): void => {
    slots[slotOf(form.own, 0, form.own.length)] = number;
  };
  return {
    size: () => forms.length,
    at: (text: string, start: number, end: number) => forms[slots[slotOf(text, start, end)] ?? -1],
    add: (form: WordForm): void => {
      place(form, forms.push(form) - 1);
      if (forms.length * 2 < slots.length) return;
      slots = new Int32Array(slots.length * 2).fill(-1);
      forms.forEach(place);
    },
  };
}

/** FNV-1a of the UTF-16 units, with its upper bits folded into the lower ones that choose a slot. */
function hash(text: string, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let i = start; i < end; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum ^ (sum >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** Most words of the passages proposed are only looked for: what the lexicon has of one is looked up when it is first asked for. */
class ReadForm implements WordForm {
  readonly stem: string;
  readonly stop: boolean;
  readonly mayCount: boolean;
  readonly mayDate: boolean;
  kept: unknown[] | undefined = undefined;
  private ownWord: Word | undefined = undefined;
  private ownWeight: number | undefined = undefined;

  constructor(readonly own: string) {
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

import type { Gravity } from '../model.ts';
import { numbers } from './numbers.ts';
import { isStopWord } from './stem.ts';
import type { WordToken } from './wordTokens.ts';

/** The words of one side of a change, and the text they stand in. */
export type ChangedWords = { readonly text: string; readonly words: readonly WordToken[] };

/**
 * How grave it is that the draft's words stand where the source's do. A negation on one side only comes first, then
 * another number, another name, words left out, other wording.
 */
export function gravityOf(draft: ChangedWords, source: ChangedWords): Gravity {
  const leftOut = isOmission(draft.words.length, source.words.length);
  if (leftOut && source.words.length > FEW_WORDS) return 'omission';
  if (negations(draft.words) !== negations(source.words) || isNegatedForm(draft.words, source.words)) return 'negation';
  if (leftOut) return source.words.some(({ key }) => isSign(key)) ? 'number' : 'omission';
  if (differInNumber(draft, source)) return 'number';
  if (namesAmong(draft, source) || namesAmong(source, draft)) return 'name';
  return 'wording';
}

/** Left out words with a negation among them still read as an omission when there are more of them than this. */
const FEW_WORDS = 3;

/** Nothing stands for the source's words, or one or two words for a whole stretch of them. */
function isOmission(draftWords: number, sourceWords: number): boolean {
  return draftWords === 0 || (sourceWords > FEW_WORDS && sourceWords >= 3 * draftWords);
}

const NEGATION = new RegExp(
  `^(?:${[
    "not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|unable|.+n't|ain't",
    'dont|doesnt|didnt|isnt|wasnt|arent|werent|wont|cant|wouldnt|couldnt|shouldnt|hasnt|havent|hadnt',
    'refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?',
    'nicht|kein(?:e[nmrs]?)?|niemals|jamais|nunca|jamás|aucune?',
  ].join('|')})$`,
  'i',
);

function negations(words: readonly WordToken[]): number {
  return words.filter(({ key }) => NEGATION.test(key)).length;
}

/** `likely` and `unlikely`, `legal` and `illegal`. */
function isNegatedForm(draft: readonly WordToken[], source: readonly WordToken[]): boolean {
  const [a, b] = [draft[0]?.key.toLowerCase(), source[0]?.key.toLowerCase()];
  if (draft.length !== 1 || source.length !== 1 || a === undefined || b === undefined) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && /^(?:un|in|im|il|ir|dis|non)$/.test(long.slice(0, -short.length)) && long.endsWith(short);
}

function isSign(key: string): boolean {
  return /^(?:percent|\p{Sc})$/u.test(key);
}

/** The same value in figures and in words is a matter of wording. */
function differInNumber(draft: ChangedWords, source: ChangedWords): boolean {
  const ours = amounts(draft);
  const theirs = amounts(source);
  return ours.join(' ') !== theirs.join(' ');
}

function amounts({ text, words }: ChangedWords): string[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const changed = text.slice(first.start, last.end);
  if (!/\d|\p{Sc}|%/u.test(changed) && !NUMBER_WORD.test(changed)) return [];
  const signs = words.filter(({ key }) => isSign(key)).map(({ key }) => key);
  const values = numbers(changed).map(({ value, high }) => (high === undefined ? `${value}` : `${value}-${high}`));
  const figures = words.filter(({ key }) => /\d/.test(key)).map(({ key }) => key);
  return [...(values.length > 0 ? values : figures), ...signs].sort();
}

const NUMBER_WORD =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|first|second|third|\w+th)\b/i;

/**
 * A capitalised word that is no mere beginning of a sentence. At the beginning of one, a word that is capitalised on
 * both sides counts, unless it is one of the words that begin any sentence.
 */
function namesAmong(side: ChangedWords, other: ChangedWords): boolean {
  const otherCapital = other.words.some(word => isCapitalised(wordIn(other, word)));
  return side.words.some(word => {
    const own = wordIn(side, word);
    if (!isCapitalised(own)) return false;
    return !beginsSentence(side.text, word.start) || /^\p{Lu}{2}/u.test(own) || (otherCapital && !isStopWord(own));
  });
}

function wordIn({ text }: ChangedWords, { start, end }: WordToken): string {
  return text.slice(start, end);
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !/^I(?:['’]\p{L}+)?$/u.test(word);
}

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).replace(/[\s(*_[\u200b]+$/u, '');
  return before === '' || /[.!?:;…"“”„«»‘]$/u.test(before);
}

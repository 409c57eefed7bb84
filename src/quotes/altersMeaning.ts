import { foldKey } from '../text/fold.ts';
import { numbers } from '../text/numbers.ts';

/**
 * Whether words in brackets (`[they]`, `allow[ed]`), or an omission (`''`), turn what the source's words at that place say: a
 * negation on one side only, another number, a stem that is not the source's word. An editor's brackets explain; these do not.
 */
export function altersMeaning(instead: string, original: string): boolean {
  const stem = /^\p{L}+(?=\[)/u.exec(instead)?.[0];
  if (stem !== undefined) return !foldKey(original).trim().startsWith(foldKey(stem)) || /\s/.test(original.trim());
  if (negation.test(foldKey(instead)) !== negation.test(foldKey(original))) return true;
  const theirs = numbers(original).map(({ value }) => value);
  const ours = numbers(instead).map(({ value }) => value);
  return ours.length > 0 && theirs.length > 0 && ours.some(value => !theirs.includes(value));
}

/**
 * Whether brackets at the end of a quotation may stand for the word beside it in the source. How much they stand for is not
 * known, so only a stem that is not the word's and a figure for another figure tell against them.
 */
export function mayReplace(instead: string, word: string): boolean {
  const figure = /^\[\d[\d.,]*\]$/.test(instead) && /\d/.test(word);
  return figure || /^\p{L}/u.test(instead) ? !altersMeaning(instead, word) : true;
}

/** More words left out than these are a passage, whose sense nobody takes from its ends. */
const shortOmission = 2;

/** Whether an omission, though marked, leaves out a negation and hardly anything else: `was … meant` for `was never meant`. */
export function hidesNegation(leftOut: string): boolean {
  return leftOut.trim().split(/\s+/).length <= shortOmission && altersMeaning('', leftOut);
}

const negation =
  /(?<!\p{L})(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|\p{L}+n['’]t|nicht|kein\p{L}*|niemals|jamais|nunca)(?!\p{L})/u;

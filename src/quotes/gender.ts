import { men, women } from './firstNames.ts';
import { personNouns, titles } from './wordLists.ts';

export type Pronoun = 'he' | 'she';

/** The names behind `Mr`, `Mrs` and the like in a text, full names and surnames, and what the title says of their sex. */
export function titledIn(text: string): ReadonlyMap<string, Pronoun> {
  const found = new Map<string, Pronoun>();
  for (const [, title = '', name = '', more = ''] of text.matchAll(titled)) {
    const gender = /^(?:Mr|Sir|Lord|King|Prince)$/.test(title) ? 'he' : 'she';
    found.set(name + more, gender);
    found.set((name + more).split(' ').at(-1) ?? name, gender);
  }
  return found;
}

const titled =
  /\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|King|Queen|Prince|Princess)\.? (\p{Lu}[\p{L}’'-]+)((?: \p{Lu}[\p{L}’'-]+)?)/gu;

/**
 * Whether a person is a `he` or a `she`, by a first name or by the title a text gives them; undefined when neither tells.
 * Only ever used to keep a pronoun from naming the wrong person.
 */
export function genderOf(name: string, titledNames: ReadonlyMap<string, Pronoun>): Pronoun | undefined {
  const words = name.split(' ');
  const first = words[0]?.toLowerCase() ?? '';
  if (words.length > 1 && women.has(first)) return 'she';
  if (words.length > 1 && men.has(first)) return 'he';
  return titledNames.get(name);
}

/** Whether a word is a first name that tells its bearer's sex. */
export function isGivenName(word: string): boolean {
  return women.has(word.toLowerCase()) || men.has(word.toLowerCase());
}

/** Which pronoun a description takes (`his wife`, `a spokesman`), if it tells. */
export function genderOfRole(description: string): Pronoun | undefined {
  const last = description.toLowerCase().split(' ').at(-1) ?? '';
  if (/(?:woman|women|girl|wife|widow|mother|mom|daughter|sister|aunt|niece|grandmother|actress|lady)$/.test(last))
    return 'she';
  return /(?:man|boy|husband|father|dad|son|brother|uncle|nephew|widower)$/.test(last) ? 'he' : undefined;
}

/** Whether a description (`the mayor`, `her sister`) is a person's, not a thing's. */
export function isPersonRole(description: string): boolean {
  const last = description.toLowerCase().split(' ').at(-1) ?? '';
  return personNouns.has(last) || titles.has(last) || person.test(last);
}

const person =
  /(?:m[ae]n|wom[ae]n|person|people|boy|girl|guy|wife|widow|husband|partner|star|chief|fianc[eé]e?|niece|nephew|cousin|pal|voter|mother|father|mom|dad|parent|sons?|daughter|brother|sister|uncle|aunt|child|friend|neighbou?r|colleague|boss|owner|worker|manager|driver|lawyer|teacher|leader|player|singer|writer|minister|ist|ian|eer|or)$/;

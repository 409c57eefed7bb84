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

/** Whether a description (`the mayor`, `her sister`) is a person's, not a thing's. */
export function isPersonRole(description: string): boolean {
  const last = description.toLowerCase().split(' ').at(-1) ?? '';
  return personNouns.has(last) || titles.has(last) || person.test(last);
}

const person =
  /(?:m[ae]n|wom[ae]n|person|people|boy|girl|guy|wife|husband|mother|father|mom|dad|parent|sons?|daughter|brother|sister|uncle|aunt|child|friend|neighbou?r|colleague|boss|owner|worker|manager|driver|lawyer|teacher|leader|player|singer|writer|minister|ist|ian|eer|or)$/;

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

const women = set(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah sara karen lisa nancy betty margaret sandra ashley kimberly
  emily donna michelle carol carla amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela anna anne ann
  shirley ruth brenda pamela nicole katherine catherine kathryn christine helen janet rachel carolyn maria heather diane olivia
  julie joyce victoria kelly christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa theresa janice
  grace sophia sophie isabella emma charlotte amelia julia jill jane alice eva eve ingrid petra heike ursula claire marie nora rosa
  elena olga irina natasha hillary melania michelle ivanka nikki angelique theresa`,
);
const men = set(
  `james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
  andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
  justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry
  douglas zachary peter kyle ethan walter noah jeremy keith roger carl hugo hugh martin marcus luke simon oliver jim bob rob bill tom
  tim joe mike dave steve dan jeff greg ted bernie barack vladimir volodymyr emmanuel boris hans jürgen klaus wolfgang pierre luc
  jacques juan carlos luis miguel pavel ivan sergei pete ben sam ron ken brad chad todd craig doug philip phillip harold arthur
  albert roy ralph eugene louis bruce wayne alan allan ian neil colin graham nigel trevor`,
);

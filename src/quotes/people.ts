import { foldKey } from '../text/fold.ts';
import type { Mention } from './mention.ts';

/** The people a text names, to tell whom a surname or a pronoun stands for. */
export type People = {
  /** The fullest name of the person in the text; the name itself when it could be several people's. */
  fullest(name: string): string;
};

const fullName =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\.)?(?: (?:de|del|della|di|da|la|le|van|von|der|den|bin|al|el|ibn))*(?: \p{Lu}[\p{L}\p{M}’'-]+){1,2}/gu;

const notFirstNames = new Set(
  `the mr mrs ms dr sen rep gov president senator representative governor secretary former republican democratic vice prime minister
  chairman speaker judge justice general gen attorney in on at as for and but when while if after before since from with by new north
  south east west united white supreme state national american us u.s fox news meet mayor king queen pope professor said says asked
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december`.split(/\s+/),
);

/** Reads the people of a text; the text is looked through once, on the first question. */
export function peopleOf(text: string): People {
  let bySurname: Map<string, Map<string, number>> | undefined;
  return {
    fullest(name) {
      const words = name.split(/\s+/);
      if (words.length > 1) return name;
      bySurname ??= surnames(text);
      const known = bySurname.get(foldKey(name));
      if (!known) return name;
      const firsts = new Set([...known.keys()].map(full => foldKey(full.split(' ')[0] ?? '')));
      if (firsts.size !== 1) return name;
      return [...known].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? name;
    },
  };
}

function surnames(text: string): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const [raw] of text.matchAll(fullName)) {
    const words = raw.replace(/[’']s?$/u, '').split(' ');
    while (words.length > 1 && notFirstNames.has(foldKey(words[0] ?? '').replace(/\.$/, ''))) words.shift();
    const last = words.at(-1);
    if (words.length < 2 || !last) continue;
    const key = foldKey(last);
    const full = words.join(' ');
    const known = found.get(key) ?? new Map<string, number>();
    known.set(full, (known.get(full) ?? 0) + 1);
    found.set(key, known);
  }
  return found;
}

/** Whether a mention can stand for a person at all: names do, descriptions may. */
export function isPersonal(mention: Mention): boolean {
  return mention.kind !== 'pronoun' || /^(?:he|she)$/i.test(mention.text);
}

/** What words tell by themselves, kept with their form: the same few thousand make up most sentences. */
import type { Token } from './tokens.ts';

/** As much of a token as is the same wherever its word is written so. */
export type Form = Pick<Token, 'text' | 'stem' | 'word'>;

const kept = new Map<string, unknown[]>();
const mostKept = 50_000;
let readings = 0;

/** The same as `read`, done once for each form of a word; must not find `undefined`. */
export function ofForm<Found extends object | string | number | boolean>(
  read: (form: Form) => Found,
): (form: Form) => Found {
  const own = readings++;
  return form => {
    let facts = kept.get(form.text);
    if (!facts) {
      facts = [];
      if (kept.size < mostKept) kept.set(form.text, facts);
    }
    const known = facts[own];
    if (known !== undefined) return known as Found;
    const found = read(form);
    facts[own] = found;
    return found;
  };
}

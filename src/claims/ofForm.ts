/** What words tell by themselves, kept with their form: the same few thousand make up most sentences. */
import type { Token } from './tokens.ts';

/** As much of a token as is the same wherever its word is written so. */
export type Form = Pick<Token, 'text' | 'stem' | 'word' | 'form'>;

let readings = 0;

/** The same as `read`, done once for each form of a word; must not find `undefined`. */
export function ofForm<Found extends object | string | number | boolean>(
  read: (form: Form) => Found,
): (form: Form) => Found {
  const own = readings++;
  return token => {
    const { form } = token;
    form.kept ??= [];
    const known = form.kept[own];
    if (known !== undefined) return known as Found;
    const found = read(token);
    form.kept[own] = found;
    return found;
  };
}

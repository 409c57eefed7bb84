import { digitUnit, kindAt, letterUnit, otherUnit, unitsAt, unspacedUnit } from './characters.ts';

/** Where a word ends that begins with the letter or digit at `start`. */
export function wordEnd(text: string, start: number, limit: number): number {
  const acronym = acronymEnd(text, start, limit);
  if (acronym > 0) return acronym;
  let at = start;
  while (at < limit) {
    const kind = kindAt(text, at);
    if (kind === letterUnit || kind === digitUnit) at += unitsAt(text, at);
    else if (kind === otherUnit && joins(text, at, limit)) at++;
    else break;
  }
  return Math.min(at, limit);
}

/** Whether an apostrophe, a hyphen, or a point between digits holds two parts of a word together at `at`. */
function joins(text: string, at: number, limit: number): boolean {
  const unit = text[at] ?? '';
  const next = at + 1 < limit ? kindAt(text, at + 1) : otherUnit;
  if (/['’‐‑-]/.test(unit)) return next === letterUnit || next === digitUnit;
  return /[.,:]/.test(unit) && next === digitUnit && kindAt(text, at - 1) === digitUnit;
}

/** The end of letters with a full stop behind each (`U.S.`, `a.m.`); 0 where there are none. */
function acronymEnd(text: string, start: number, limit: number): number {
  let at = start;
  let letters = 0;
  while (at + 1 < limit && kindAt(text, at) === letterUnit && text[at + 1] === '.') {
    at += 2;
    letters++;
  }
  if (letters === 0) return 0;
  const next = at < limit ? kindAt(text, at) : otherUnit;
  const behind = at + 1 < limit ? kindAt(text, at + 1) : otherUnit;
  // `U.S`, its last full stop missing: one letter more.
  if (next === letterUnit && behind !== letterUnit && behind !== digitUnit) return at + 1;
  if (letters < 2 || next === letterUnit || next === digitUnit) return 0;
  return at;
}

/** Where a run of a script without spaces ends that begins at `start`. */
export function unspacedEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && (kindAt(text, at) === unspacedUnit || /\p{M}/u.test(text[at] ?? ''))) at += unitsAt(text, at);
  return Math.min(Math.max(at, start + unitsAt(text, start)), limit);
}

import { allUnits } from './basicPlane.ts';

/** What kind of character a UTF-16 unit is, as far as finding words goes. */
export const otherUnit = 0;
/** Letters and the marks that combine with them. */
export const letterUnit = 1;
export const digitUnit = 2;
/** Letters of scripts without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
export const unspacedUnit = 3;
/** Half of a character beyond the basic plane. */
export const surrogateUnit = 4;

/** The kind of every unit, for loops over whole libraries in which a regular expression would be too slow. */
export const unitKinds: Readonly<Uint8Array> = kindsOfUnits();

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const all = allUnits();
  const set = (pattern: RegExp, kind: number): void => {
    for (const match of all.matchAll(pattern)) kinds.fill(kind, match.index, match.index + match[0].length);
  };
  set(/[\p{L}\p{M}]+/gu, letterUnit);
  set(/\p{N}+/gu, digitUnit);
  set(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}ー]+/gu, unspacedUnit);
  kinds.fill(surrogateUnit, 0xd800, 0xe000);
  return kinds;
}

/** Like `unitKinds`, for the character that begins at `at`, surrogate pairs included. */
export function kindAt(text: string, at: number): number {
  const kind = unitKinds[text.charCodeAt(at)] ?? otherUnit;
  if (kind !== surrogateUnit) return kind;
  const character = text.slice(at, at + 2);
  if (/^\p{sc=Han}/u.test(character)) return unspacedUnit;
  return /^[\p{L}\p{M}]/u.test(character) ? letterUnit : /^\p{N}/u.test(character) ? digitUnit : otherUnit;
}

/** Units of the character that begins at `at`: 2 for a surrogate pair. */
export function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

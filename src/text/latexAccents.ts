/** Accent commands of LaTeX: what they put on a letter, and the letters that have a command of their own. */

const MARKS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  quotedblbase: '„',
  glqq: '„',
  grqq: '“',
  guillemotleft: '«',
  guillemotright: '»',
  flqq: '«',
  frqq: '»',
  pounds: '£',
  euro: '€',
  S: '§',
};

/** A character written as a command, and how much of the text it takes. */
export type WrittenCharacter = { readonly character: string; readonly length: number };

const ACCENTED =
  /\\(?:([`'^~=."])\s*(?:\{\s*(\\?\p{L})\s*\}|(\\?\p{L}))|([urHvdck])(?:\{\s*(\\?\p{L})\s*\}|\s+(\p{L})))/uy;
const LETTER = /\\([A-Za-z]+)(?:\{\}|\s+(?!\n)|(?![A-Za-z]))/y;

/** Reads `\'e`, `\"{o}`, `\c{c}`, `\ss{}`, `\ldots` at the backslash; undefined for any other command. */
export function writtenCharacter(text: string, at: number): WrittenCharacter | undefined {
  ACCENTED.lastIndex = at;
  const accented = ACCENTED.exec(text);
  if (accented !== null) {
    const mark = MARKS[accented[1] ?? accented[4] ?? ''] ?? '';
    const letter = (accented[2] ?? accented[3] ?? accented[5] ?? accented[6] ?? '').replace(/^\\/, '');
    return { character: `${letter}${mark}`.normalize('NFC'), length: accented[0].length };
  }
  LETTER.lastIndex = at;
  const named = LETTER.exec(text);
  const name = named?.[1] ?? '';
  if (named === null || !Object.hasOwn(LETTERS, name)) return undefined;
  return { character: LETTERS[name] ?? '', length: named[0].endsWith('{}') ? named[0].length : name.length + 1 };
}

/** Where the words and figures of a text stand; for whole sources too, so texts of common letters need no pattern. */

/** A word or a figure; abbreviations keep their points, the parts of a hyphened word stand alone. */
const word = /\p{L}(?:\.\p{L})+\.?|\p{L}+(?:['’]\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Calls `take` with each word or figure of a text, in order. */
export function eachWord(text: string, take: (start: number, end: number) => void): void {
  if (uncommon.test(text)) {
    for (const match of text.matchAll(word)) take(match.index, match.index + match[0].length);
    return;
  }
  for (let at = 0; at < text.length; ) {
    const kind = kinds[text.charCodeAt(at)];
    const end = kind === letter ? wordEnd(text, at) : kind === digit ? figureEnd(text, at) : at + 1;
    if (kind !== other) take(at, end);
    at = end;
  }
}

const point = 0x2e;

/** Like the pattern: "U.S." first, then letters with apostrophes inside. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  if (text.charCodeAt(at) === point && isLetter(text, at + 1)) {
    while (text.charCodeAt(at) === point && isLetter(text, at + 1)) at += 2;
    return text.charCodeAt(at) === point ? at + 1 : at;
  }
  for (;;) {
    while (isLetter(text, at)) at++;
    const unit = text.charCodeAt(at);
    if ((unit !== 0x27 && unit !== 0x2019) || !isLetter(text, at + 1)) return at;
    at += 2;
  }
}

function figureEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    while (isDigit(text, at)) at++;
    const unit = text.charCodeAt(at);
    if ((unit !== point && unit !== 0x2c) || !isDigit(text, at + 1)) return at;
    at += 2;
  }
}

function isLetter(text: string, at: number): boolean {
  return kinds[text.charCodeAt(at)] === letter;
}

function isDigit(text: string, at: number): boolean {
  return kinds[text.charCodeAt(at)] === digit;
}

const other = 0;
const letter = 1;
const digit = 2;

/** The units below are letters of most scripts with spaces, and punctuation; a text with any above is left to the pattern. */
const firstUncommon = 0x2100;
const uncommon = /[\u2100-\uffff]/;
const kinds = Uint8Array.from({ length: firstUncommon }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /\p{L}/u.test(character) ? letter : /\p{N}/u.test(character) ? digit : other;
});

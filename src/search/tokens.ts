import { allUnits } from '../text/basicPlane.ts';

/**
 * Index keys of a text: lower-case words without diacritics. Written for speed (a library is tokenised whole at every
 * start): one pass over character codes with a table, no regular expression per word. It need not agree with
 * text/segment.ts about what a word is: it only has to cut texts and queries alike.
 *
 * - `don't` -> `dont`, `Putin's` -> `putin`, `U.S.` -> `us`, `1,000` -> `1000`, `3.5` -> `3.5`, `long-range` -> two.
 * - Scripts written without spaces (Chinese, Japanese, Thai, …) give overlapping pairs of characters.
 */
export function tokensOf(text: string): string[] {
  const found: string[] = [];
  const lower = fold(text);
  let at = 0;
  while (at < lower.length) {
    const kind = kindAt(lower, at);
    if (kind === space) at++;
    else if (kind === unspaced) at = takePairs(lower, at, found);
    else at = takeWord(lower, at, found);
  }
  return found;
}

/** Whether the text ends within a word, so that its last token may be the beginning of one. */
export function endsInWord(text: string): boolean {
  const lower = fold(text.slice(-8));
  return lower.length > 0 && kindAt(lower, lower.length - 1) !== space;
}

const space = 0;
const word = 1;
const unspaced = 2;
/** Half of a character beyond the table, which has to be looked at itself. */
const half = 3;
const kinds = characterKinds();

function characterKinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const all = allUnits();
  const set = (pattern: RegExp, kind: number): void => {
    for (const match of all.matchAll(pattern)) table.fill(kind, match.index, match.index + match[0].length);
  };
  set(/[\p{L}\p{N}]+/gu, word);
  set(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+/gu, unspaced);
  table.fill(half, 0xd800, 0xe000);
  return table;
}

function kindAt(text: string, at: number): number {
  const kind = kinds[text.charCodeAt(at)] ?? space;
  return kind === half ? kindBeyondTable(text, at) : kind;
}

/** Rare Han and old scripts stay findable, as if written without spaces; emoji and lone halves part words. */
function kindBeyondTable(text: string, at: number): number {
  const start = at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
  return /^[\p{L}\p{N}]$/u.test(String.fromCodePoint(text.codePointAt(start) ?? 0)) ? unspaced : space;
}

/** Lower case; diacritics, ligatures, soft hyphens and full-width forms undone. Plain English text takes the short way. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!/[\u00ad\u00c0-\uffff]/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .normalize('NFC');
}

const apostrophe = 0x27;
const comma = 0x2c;
const point = 0x2e;

/** Reads the word that begins at `at`; gives the offset behind it. */
function takeWord(text: string, at: number, found: string[]): number {
  let end = at + 1;
  let plain = true;
  for (; end < text.length; end++) {
    const kind = kindAt(text, end);
    if (kind === word) continue;
    if (kind === unspaced || !joins(text, at, end)) break;
    plain = false;
  }
  const raw = text.slice(at, end);
  found.push(plain ? raw : withoutJoints(raw));
  // The last point of an initialism (`U.S.`) is no character of the next word.
  return end;
}

/** Whether a mark inside a word belongs to it: apostrophes, points of initialisms, points and commas of figures. */
function joins(text: string, start: number, at: number): boolean {
  if (kindAt(text, at + 1) !== word) return false;
  const code = text.charCodeAt(at);
  if (code === apostrophe) return true;
  if (code !== point && code !== comma) return false;
  if (isDigit(text, at - 1) && isDigit(text, at + 1)) return code === point || partsThousands(text, at);
  const single = (before: number) => before < start || text.charCodeAt(before) === point;
  return code === point && single(at - 2) && kindAt(text, at + 2) !== word;
}

/** `1,000` is one figure, `2024,2025` are two. */
function partsThousands(text: string, at: number): boolean {
  return isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);
}

function withoutJoints(raw: string): string {
  const figure = isDigit(raw, 0);
  return raw.replace(/'s$/, '').replace(figure ? /[',]/g : /[',.]/g, '');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Reads a run without spaces as overlapping pairs; a lone character stands for itself. */
function takePairs(text: string, at: number, found: string[]): number {
  const characters: string[] = [];
  let end = at;
  while (end < text.length && kindAt(text, end) === unspaced) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
    characters.push(character);
    end += character.length;
  }
  if (characters.length === 1) found.push(characters[0] ?? '');
  for (let i = 1; i < characters.length; i++) found.push(`${characters[i - 1]}${characters[i]}`);
  return end;
}

import type { Span } from '../model.ts';
import { digitUnit, kindAt, letterUnit, otherUnit, unitsAt } from '../text/characters.ts';

/**
 * Calls `take` with each word that a comparison looks at, in order: letters with the apostrophes inside them, a figure with
 * its points and commas and its minus, one letter of a script without spaces, and the signs that change a value. Hyphens
 * part words. Linear.
 */
export function eachComparedWord(text: string, within: Span, take: (start: number, end: number) => void): void {
  for (let at = within.start; at < within.end; ) {
    const kind = kindAt(text, at);
    let end = at + unitsAt(text, at);
    if (kind === letterUnit) end = lettersEnd(text, end, within.end);
    else if (kind === digitUnit) end = figureEnd(text, end, within.end);
    else if (kind === otherUnit && !isSign(text, at)) {
      at = end;
      continue;
    } else if (kind === otherUnit && isDash(text, at) && kindAt(text, end) === digitUnit)
      end = figureEnd(text, end, within.end);
    take(at, Math.min(end, within.end));
    at = end;
  }
}

function lettersEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const kind = kindAt(text, at);
    if (kind === letterUnit || isDropped(text.charCodeAt(at))) at += unitsAt(text, at);
    else if (isApostrophe(text.charCodeAt(at)) && kindAt(text, at + 1) === letterUnit) at++;
    else break;
  }
  return at;
}

function figureEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    if (kindAt(text, at) === digitUnit) at += unitsAt(text, at);
    else if (/[.,:]/.test(text[at] ?? '') && kindAt(text, at + 1) === digitUnit) at++;
    else break;
  }
  return at;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
}

/** Soft hyphens and zero width characters, which stand inside words and are no part of them. */
function isDropped(unit: number): boolean {
  return unit === 0xad || (unit >= 0x200b && unit <= 0x200d) || unit === 0xfeff;
}

/** Signs of currency, percent and the like; a dash is one only as a minus before a figure. */
function isSign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0x20 || unit === 0x2e || unit === 0x2c || unit === 0x0a) return false;
  if (isDash(text, at)) {
    const before = text[at - 1] ?? ' ';
    return /^\p{Sc}?\p{N}/u.test(text.slice(at + 1, at + 3)) && !/[\p{L}\p{N}.,;:!?)\]"'%”’]/u.test(before);
  }
  return unit < 0x80 ? /[$%#+=<>]/.test(text[at] ?? '') : /^[\p{Sc}‰°§×÷]/u.test(text.slice(at, at + 1));
}

function isDash(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x2d || unit === 0x2013 || unit === 0x2212;
}

import { OPS } from 'unpdf/pdfjs';

/** What a page without words is drawn with, as pdf.js lists it. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

type Matrix = readonly number[];
type Frame = { readonly matrix: Matrix; readonly placed: boolean };

/** Of the page's area: a logo on an empty page is no page of words. */
const leastPicture = 0.1;
/** Numbers in outlines: some fifty letters drawn as curves. A frame, a rule, a page's white ground have a few dozen. */
const leastOutlines = 5000;
const outlinesOfLetter = 100;

const images: ReadonlySet<number> = new Set([
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);
const letters: ReadonlySet<number> = new Set([OPS.showText, OPS.showSpacedText]);

/**
 * Whether a page shows something that could be words: pictures over a good part of it, or many curves. `area` is the
 * page's in square points. Pictures are not decoded, pdf.js leaves them out: what is left of one is the place that was
 * made for it (a picture is one unit wide and high, so its place is as large as the page), on which nothing is painted.
 */
export function isDrawn({ fnArray, argsArray }: Drawing, area: number): boolean {
  let [pictures, outlines] = [0, 0];
  let frame: Frame = { matrix: [1, 0, 0, 1, 0, 0], placed: false };
  const outer: Frame[] = [];
  const leave = (): void => {
    if (frame.placed) pictures += areaOf(frame.matrix);
    frame = outer.pop() ?? { ...frame, placed: false };
  };
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) {
      outer.push({ ...frame, placed: false });
      frame = { matrix: operation === OPS.save ? frame.matrix : moved(frame.matrix, first(args)), placed: false };
    } else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) leave();
    else if (operation === OPS.transform) frame = { matrix: moved(frame.matrix, args), placed: true };
    else if (images.has(operation)) {
      pictures += areaOf(frame.matrix);
      frame = { ...frame, placed: false };
    } else if (letters.has(operation)) outlines += outlinesOfLetter * lettersIn(first(args));
    else if (operation === OPS.constructPath && first(args) !== OPS.endPath) {
      outlines += numbersIn(args);
      frame = { ...frame, placed: false };
    }
  }
  leave();
  return pictures >= leastPicture * area || outlines >= leastOutlines;
}

function first(args: unknown): unknown {
  return Array.isArray(args) ? args[0] : undefined;
}

function areaOf([a = 0, b = 0, c = 0, d = 0]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** Lengths are all that counts, so where it is moved to is left out. */
function moved(outer: Matrix, inner: unknown): Matrix {
  if (!isList(inner)) return outer;
  const [a = 1, b = 0, c = 0, d = 1] = outer;
  const [e = 1, f = 0, g = 0, h = 1] = Array.from(inner, Number);
  return [a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h];
}

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** pdf.js gives the operation that paints the path (`endPath`: it only clips), all its numbers in a list, and its bounds. */
function numbersIn(args: unknown): number {
  const numbers = first(Array.isArray(args) ? args[1] : undefined);
  return isList(numbers) ? numbers.length : 0;
}

/** Letters that no text came of; a page that was left empty often has a space. */
function lettersIn(glyphs: unknown): number {
  if (!Array.isArray(glyphs)) return 0;
  return glyphs.filter(
    (glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && !('unicode' in glyph && /^\s+$/.test(String(glyph.unicode))),
  ).length;
}

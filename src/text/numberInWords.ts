import type { Span } from '../model.ts';

const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const units =
  '(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)';
const counts = '(?:one|two|three|four|five|six|seven|eight|nine)';
const parts = '(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?';
const hyphen = '[-\\u2010\\u2011]';

/** The place of the hyphen in `forty-two` or `two-thirds`. */
const inside = new RegExp(
  `(?:(?<=\\b${tens})${hyphen}(?=${units}\\b)|(?<=\\b${counts})${hyphen}(?=${parts}\\b))`,
  'iuy',
);

/** Whether a text has the hyphen of a number in words at this place: what stands beside it is no number by itself. */
export function isInsideNumber(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== 0x2d && unit !== 0x2010 && unit !== 0x2011) return false;
  inside.lastIndex = at;
  return inside.test(text);
}

/** Whether a stretch of a text begins or ends within a number in words: `forty` of `forty-two`. */
export function cutsNumber(text: string, { start, end }: Span): boolean {
  return isInsideNumber(text, end) || isInsideNumber(text, start - 1);
}

/** The number in words around the hyphen at a place. */
export function wholeNumber(text: string, hyphen: number): Span {
  const before = /\p{L}+$/u.exec(text.slice(Math.max(0, hyphen - 20), hyphen))?.[0].length ?? 0;
  const behind = /^\p{L}+/u.exec(text.slice(hyphen + 1, hyphen + 21))?.[0].length ?? 0;
  return { start: hyphen - before, end: hyphen + 1 + behind };
}

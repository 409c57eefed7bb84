/** What number words are worth: cardinals, ordinals, fractions and magnitudes. */

export const ones = 'one|two|three|four|five|six|seven|eight|nine';
export const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
export const tens = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
export const ordinalOnes = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
export const ordinalRest =
  'tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth|thousandth';

const units = new Map<string, number>(
  [['zero'], ...`${ones}|${teens}`.split('|').map(w => [w])].map(([w], i) => [w ?? '', i] as const),
);
const tensValues = new Map<string, number>(
  tens.split('|').map((word, i) => [word, i < 3 ? 20 + i * 10 : 10 + i * 10] as const),
);
export const scales = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

export function spelledValue(words: string): number | undefined {
  let total = 0;
  let current = 0;
  for (const word of words.split(/[- ]+/)) {
    const amount = units.get(word) ?? tensValues.get(word);
    if (amount !== undefined) current += amount;
    else if (word === 'half') current = 0.5;
    else if (word === 'dozen') current = Math.max(current, current === 0.5 ? 0.5 : 1) * 12;
    else if (word === 'hundred') current = Math.max(current, current === 0.5 ? 0.5 : 1) * 100;
    else if (scales.has(word)) {
      total += (current || 1) * (scales.get(word) ?? 1);
      current = 0;
    } else if (word !== 'a' && word !== 'an' && word !== 'and') return undefined;
  }
  // "half a dozen" multiplies: 0.5 met a scale above.
  return total + current;
}

export function fractionValue(words: string): number {
  const parts = words.split(/[- ]+/);
  const last = (parts.at(-1) ?? '').replace(/s$/, '');
  if (/ (?:in|out of) /.test(words)) {
    const share = (spelledValue(parts[0] ?? '') ?? 1) / (spelledValue(last) || Number(last) || 1);
    return share < 1 ? share : Number.NaN;
  }
  const below = last === 'half' ? 2 : last === 'quarter' ? 4 : ordinalValue(last) || 1;
  return (parts.length > 1 ? (units.get(parts[0] ?? '') ?? 1) : 1) / below;
}

const ordinalUnits = [...ordinalOnes.split('|'), ...ordinalRest.split('|').slice(0, 10)];
export function ordinalValue(word: string): number {
  const [left, right] = word.includes('-') ? word.split('-') : ['', word];
  const unit = ordinalUnits.indexOf(right ?? '') + 1;
  if (unit > 0) return (tensValues.get(left ?? '') ?? 0) + unit;
  if (right === 'hundredth') return 100;
  if (right === 'thousandth') return 1000;
  return tensValues.get((right ?? '').replace('ieth', 'y')) ?? 0;
}

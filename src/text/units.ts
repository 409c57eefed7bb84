/** What a number counts, in one spelling and number: `km` and `kilometers` are `kilometre`, `women` are `woman`. */
export function singularOf(word: string): string {
  const known = unitNames.get(word);
  if (known) return known;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/(?<=(?:sh|ch|x|ss))es$/, '').replace(/s$/, '');
}

const unitNames = new Map<string, string>([
  ['km', 'kilometre'],
  ['kilometer', 'kilometre'],
  ['kilometers', 'kilometre'],
  ['kms', 'kilometre'],
  ['meters', 'metre'],
  ['meter', 'metre'],
  ['m', 'metre'],
  ['cm', 'centimetre'],
  ['mm', 'millimetre'],
  ['kg', 'kilogram'],
  ['g', 'gram'],
  ['t', 'tonne'],
  ['ha', 'hectare'],
  ['persons', 'people'],
  ['person', 'people'],
  ['yrs', 'year'],
  ['mins', 'minute'],
  ['hrs', 'hour'],
  ['times', 'time'],
  ['occasion', 'time'],
  ['occasions', 'time'],
  ['feet', 'foot'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
]);

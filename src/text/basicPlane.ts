/** Every UTF-16 unit below the surrogates as one string, so that a pattern can be asked about all of them at once. */
export function basicPlane(): string {
  return units(0, 0xd800);
}

/** The same for all units, with a space in place of each surrogate: the place of a unit is its number. */
export function allUnits(): string {
  return basicPlane() + ' '.repeat(0x800) + units(0xe000, 0x10000);
}

function units(start: number, end: number): string {
  const chunks: string[] = [];
  for (let first = start; first < end; first += chunk) {
    const numbers = Uint16Array.from({ length: Math.min(chunk, end - first) }, (_, at) => first + at);
    chunks.push(String.fromCharCode(...numbers));
  }
  return chunks.join('');
}

/** Few enough to be handed over as arguments. */
const chunk = 0x1000;

/** Every UTF-16 unit below the surrogates as one string, so that a pattern can be asked about all of them at once. */
export function basicPlane(): string {
  const units = Uint16Array.from({ length: 0x1000 }, (_, at) => at);
  const chunks: string[] = [];
  for (let first = 0; first < 0xd800; first += units.length) {
    chunks.push(String.fromCharCode(...units));
    for (let at = 0; at < units.length; at++) units[at] = first + units.length + at;
  }
  return chunks.join('').slice(0, 0xd800);
}

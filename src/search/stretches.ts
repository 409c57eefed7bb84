/** Where the passages of each source stand in a segment, and how many words they have together: found without a search. */
export type Stretches = {
  /** Sources that have passages there. */
  readonly count: number;
  /** The first passage of this source or, if it has none, of the next; its end is where the next number begins. */
  begin(source: number): number;
  words(source: number): number;
};

/** The sources of a segment's passages ascend. Takes eight bytes for each number between the first and the last. */
export function createStretches(sources: Uint32Array, lengths: Uint16Array): Stretches {
  const lowest = sources[0] ?? 0;
  const numbers = sources.length > 0 ? (sources.at(-1) ?? 0) - lowest + 1 : 0;
  const begins = new Uint32Array(numbers);
  const words = new Uint32Array(numbers);
  let count = 0;
  let next = 0;
  for (let row = 0; row < sources.length; row++) {
    const place = (sources[row] ?? 0) - lowest;
    if (place >= next) count++;
    for (; next <= place; next++) begins[next] = row;
    words[place] = (words[place] ?? 0) + (lengths[row] ?? 0);
  }
  return {
    count,
    begin: source => (source <= lowest ? 0 : (begins[source - lowest] ?? sources.length)),
    words: source => words[source - lowest] ?? 0,
  };
}

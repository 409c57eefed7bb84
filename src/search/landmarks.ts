/** Where a common word's passages stand in their list: one place for each stretch of the segment's passages. */
export type Landmarks = {
  /** Passages of a stretch, as a power of two. */
  readonly width: number;
  /** The first place of each stretch, and the end of the last. */
  readonly places: Uint32Array;
};

/** Words that a thirty-second of the passages hold: some sixty, which nearly every query asks for. */
const commonShare = 1 / 32;
/** Shorter lists are looked through as quickly. */
const fewestHeld = 1024;
const narrowest = 8;
const mostStretches = 2048;

/** Whether a word is, of which so many passages hold it. */
export function isCommon(held: number, passages: number): boolean {
  return held >= Math.max(fewestHeld, passages * commonShare);
}

/** Of the word whose list stands from one place to before another. Looks at all of it. */
export function createLandmarks(passages: Uint32Array, from: number, to: number, rows: number): Landmarks {
  let width = narrowest;
  while (rows >>> width > mostStretches) width++;
  const places = new Uint32Array((rows >>> width) + 2);
  let at = from;
  for (let stretch = 0; stretch < places.length; stretch++) {
    while (at < to && (passages[at] ?? 0) >>> width < stretch) at++;
    places[stretch] = at;
  }
  return { width, places };
}

/** The first place that holds `passage` or a later one. A common word is spread evenly within a stretch: a few steps are left. */
export function placeBy({ width, places }: Landmarks, passages: Uint32Array, passage: number): number {
  const stretch = passage >>> width;
  const low = places[stretch] ?? 0;
  const high = places[stretch + 1] ?? low;
  let at = low + (((passage - (stretch << width)) * (high - low)) >>> width);
  while (at < high && (passages[at] ?? 0) < passage) at++;
  while (at > low && (passages[at - 1] ?? 0) >= passage) at--;
  return at;
}

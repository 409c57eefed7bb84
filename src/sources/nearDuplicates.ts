import { createBandTable } from './bandTable.ts';
import { likeness, resemblance, type Sketch, sketchSize } from './sketch.ts';

/** Which of many texts are reprints of each other. */
export type NearDuplicates = {
  /**
   * A text that comes; what the id had before goes. A sketch that is undefined (a short text) is like no other. It is
   * asked for, and compared, when an origin is.
   */
  add(id: string, sketch: () => Sketch | undefined): void;
  remove(id: string): void;
  /** Compares in small steps what is to be compared before the next origin is told. */
  tidy(): Generator<void>;
  /** The same id for all reprints of one text: the first of theirs in the alphabet. Its own for a text that is alone. */
  origin(id: string): string;
};

/**
 * From this share of common word triples (Jaccard) two texts are one. A reprint with a headline and byline of its own
 * stays above; two reports of one event, or a form filled in twice, stay well below.
 */
const leastResemblance = 0.8;
/** What the sketches must promise before the texts are compared: three standard errors below. */
const leastLikeness = 0.64;
/**
 * Sketches are cut into bands of this many numbers; texts with a band in common are compared (locality-sensitive
 * hashing). Of pairs at the threshold one in 4,000 is missed, of pairs that share a fifth of their triples one in 40 is
 * looked at.
 */
const rowsOfBand = 4;

/** Pairs are sure: each is confirmed on the texts. `textOf` gives the text of an id that was added. */
export function createNearDuplicates(textOf: (id: string) => string | undefined): NearDuplicates {
  const waiting = new Map<string, () => Sketch | undefined>();
  const candidates = createCandidates();
  const families = createFamilies();

  const areOne = (id: string, other: string): boolean => {
    const [text, otherText] = [textOf(id), textOf(other)];
    return text !== undefined && otherText !== undefined && resemblance(text, otherText) >= leastResemblance;
  };
  const compareWaiting = function* (): Generator<void> {
    for (const [id, sketchOf] of waiting) {
      waiting.delete(id);
      const sketch = sketchOf();
      if (!sketch) continue;
      for (const other of candidates.add(id, sketch)) if (areOne(id, other)) families.join(id, other);
      yield;
    }
  };
  const remove = (id: string): void => {
    waiting.delete(id);
    candidates.remove(id);
    families.remove(id);
  };
  return {
    add: (id, sketch) => {
      remove(id);
      waiting.set(id, sketch);
    },
    remove,
    tidy: compareWaiting,
    origin: id => {
      for (const _ of compareWaiting());
      return families.first(id);
    },
  };
}

/** Finds, for a text that is added, those that were added before and may be like it. */
function createCandidates(): { add(id: string, sketch: Sketch): string[]; remove(id: string): void } {
  const numbers = new Map<string, number>();
  const added: (Added | undefined)[] = [];
  const table = createBandTable(number => added[number] === undefined);
  return {
    add: (id, sketch) => {
      const bands = bandsOf(sketch);
      const met = new Set<number>();
      for (const band of bands) table.each(band, number => met.add(number));
      const number = added.push({ id, sketch }) - 1;
      numbers.set(id, number);
      for (const band of bands) table.put(band, number);
      const others = [...met].flatMap(candidate => added[candidate] ?? []);
      return others.filter(other => likeness(sketch, other.sketch) >= leastLikeness).map(other => other.id);
    },
    remove: id => {
      const number = numbers.get(id);
      if (number === undefined) return;
      numbers.delete(id);
      added[number] = undefined;
    },
  };
}

type Added = { readonly id: string; readonly sketch: Sketch };

/** Pairs put together: a reprint of a reprint is of the same origin. */
function createFamilies(): { join(a: string, b: string): void; remove(id: string): void; first(id: string): string } {
  const reprints = new Map<string, Set<string>>();
  let firsts = new Map<string, string>();
  const link = (from: string, to: string): void => {
    reprints.set(from, (reprints.get(from) ?? new Set()).add(to));
  };
  return {
    join: (a, b) => {
      link(a, b);
      link(b, a);
      firsts = new Map();
    },
    remove: id => {
      for (const other of reprints.get(id) ?? []) reprints.get(other)?.delete(id);
      if (reprints.delete(id)) firsts = new Map();
    },
    first: id => {
      if (!reprints.has(id)) return id;
      const known = firsts.get(id);
      if (known !== undefined) return known;
      const family = reachableFrom(id, reprints);
      for (const member of family) firsts.set(member, family[0] ?? id);
      return family[0] ?? id;
    },
  };
}

/** In the order of the alphabet. */
function reachableFrom(id: string, reprints: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const family = new Set([id]);
  for (const member of family) for (const other of reprints.get(member) ?? []) family.add(other);
  return [...family].sort();
}

/** One number for each band: its place and its rows. */
function bandsOf(sketch: Sketch): number[] {
  const bands: number[] = [];
  for (let from = 0; from < sketchSize; from += rowsOfBand) {
    let hash = from + 1;
    for (let i = from; i < from + rowsOfBand; i++)
      hash = Math.imul(hash ^ (sketch[i] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    bands.push(hash >>> 0);
  }
  return bands;
}

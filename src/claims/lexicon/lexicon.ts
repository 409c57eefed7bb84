/**
 * What is known of English words without any text at hand: how common a word is, which words mean the same, the
 * opposite, something broader or something beside it, and which keep the same company.
 */
import { once } from '../../text/once.ts';
import { baseForm } from '../../text/stem.ts';
import { formations, opposites, parents, senses } from './relations.ts';
import { dimensions, vectors } from './vectors.ts';
import { words } from './words.ts';

/** How two words stand to each other, the nearer relation first. `sibling`: kinds of the same thing (red, green). */
export type Relation = 'same' | 'formed' | 'opposite' | 'synonym' | 'broader' | 'narrower' | 'sibling' | 'none';

export type PartOfSpeech = 'n' | 'v' | 'a' | 'r';

export type Word = {
  /** Place in the list of words by frequency; the list's length for words it lacks. */
  readonly rank: number;
  readonly senses: readonly number[];
  /** What each sense is a kind of. */
  readonly parents: readonly number[];
  /** The form a dictionary lists. */
  readonly base: string;
  /** The list places of the word and its base form. */
  readonly places: readonly number[];
  /** The parts of speech it can be, the likeliest first as far as its senses tell. */
  readonly partsOfSpeech: readonly PartOfSpeech[];
  /** The list places of words with the opposite meaning, and of words formed from it or that it is formed from. */
  readonly opposites: readonly number[];
  readonly formations: readonly number[];
};

/** How many words the lexicon holds: the rank of a word it does not know. */
export function lexiconSize(): number {
  return tables().size;
}

/** Looks a word up by its form or its base form. Case does not matter. */
export function lookUp(word: string): Word {
  const { place, senses: bySense, parent, opposite, formed, size } = tables();
  const own = american(word.toLowerCase());
  const base = baseOf(own, place, bySense);
  const [ownPlace, basePlace] = [place.get(own), own === base ? undefined : place.get(base)];
  const places = [ownPlace, basePlace].filter(p => p !== undefined);
  if (places.length === 0) return { ...unlisted, rank: size, base };
  const found = [...new Set(places.flatMap(p => bySense[p] ?? []))];
  return {
    rank: Math.min(size, ...places),
    senses: found,
    parents: found.map(s => parent[s] ?? -1).filter(s => s >= 0),
    base,
    places,
    partsOfSpeech: partsOf(found),
    opposites: places.flatMap(p => opposite.get(p) ?? []),
    formations: places.flatMap(p => formed.get(p) ?? []),
  };
}

const unlisted = { senses: [], parents: [], places: [], partsOfSpeech: [], opposites: [], formations: [] };

/** The nearest relation between two words. Asked for each pair of words of two sentences: plain loops, which cost least. */
export function relation(a: Word, b: Word): Relation {
  if (a.places.length === 0 || b.places.length === 0) return 'none';
  if (meet(a.places, b.places)) return 'same';
  if (meet(a.opposites, b.places)) return 'opposite';
  if (meet(a.formations, b.places)) return 'formed';
  if (meet(a.senses, b.senses)) return 'synonym';
  if (meet(b.parents, a.senses)) return 'broader';
  if (meet(a.parents, b.senses)) return 'narrower';
  // Adjectives hang on a head that stands for the meaning itself, so neighbours there are near-synonyms.
  return meet(a.parents, b.parents) ? sibling(a, b) : 'none';
}

/** Whether `relation` of the two is "opposite", asked for many pairs of which nearly none are. */
export function areOpposite(a: Word, b: Word): boolean {
  return a.opposites.length > 0 && meet(a.opposites, b.places) && !meet(a.places, b.places);
}

/** Whether one word may stand for the other: the same, formed from it, a synonym, broader or narrower. */
export function areAkin(a: Word, b: Word): boolean {
  return akin.has(relation(a, b));
}

const akin: ReadonlySet<Relation> = new Set(['same', 'formed', 'synonym', 'narrower', 'broader']);

/** So far up the more general senses are followed. */
const mostSteps = 12;

/** Whether a word can mean a kind of what another can mean: "shepherd" of "person". */
export function isKindOf(word: Word, broader: Word): boolean {
  const { parent } = tables();
  return word.senses.some(sense => {
    for (let [at, step] = [sense, 0]; at >= 0 && step < mostSteps; at = parent[at] ?? -1, step++)
      if (broader.senses.includes(at)) return true;
    return false;
  });
}

/** The first sense that has a parent in common decides. */
function sibling(a: Word, b: Word): Relation {
  const { parent, part } = tables();
  const shared = a.senses.find(s => b.parents.includes(parent[s] ?? -1));
  return shared !== undefined && part[shared] === 'a' ? 'synonym' : 'sibling';
}

function meet(a: readonly number[], b: readonly number[]): boolean {
  for (const one of a) for (const other of b) if (one === other) return true;
  return false;
}

function partsOf(found: readonly number[]): readonly PartOfSpeech[] {
  const { part } = tables();
  const counts = new Map<PartOfSpeech, number>();
  for (const s of found) counts.set(part[s] ?? 'n', (counts.get(part[s] ?? 'n') ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([p]) => p);
}

/** Cosine of the two words' vectors, -1 to 1; 0 when one has none. */
export function likeness(a: Word, b: Word): number {
  const [x, y] = [a.places[0], b.places[0]];
  if (x === undefined || y === undefined) return 0;
  const { vector } = tables();
  let [sum, xx, yy] = [0, 0, 0];
  for (let d = 0; d < dimensions; d++) {
    const p = vector[x * dimensions + d] ?? 0;
    const q = vector[y * dimensions + d] ?? 0;
    sum += p * q;
    xx += p * p;
    yy += q * q;
  }
  return sum / Math.sqrt(xx * yy || 1);
}

type Tables = {
  readonly size: number;
  readonly place: ReadonlyMap<string, number>;
  readonly senses: readonly (readonly number[])[];
  readonly parent: Int32Array;
  readonly part: readonly PartOfSpeech[];
  readonly opposite: ReadonlyMap<number, readonly number[]>;
  readonly formed: ReadonlyMap<number, readonly number[]>;
  readonly vector: Int8Array;
};

/** Unpacked on first use and kept: the tables never change. */
const tables = once((): Tables => {
  const list = words.split(' ');
  const above = parents.split(' ');
  return {
    size: list.length,
    place: new Map(list.map((word, i) => [word, i])),
    senses: senses.split(' ').map(ids => (ids === '' ? [] : ids.split(',').map(id => Number.parseInt(id, 36)))),
    parent: Int32Array.from(above, p => (p.length > 1 ? Number.parseInt(p.slice(1), 36) : -1)),
    part: above.map(p => p[0] as PartOfSpeech),
    opposite: pairTable(opposites),
    formed: pairTable(formations),
    vector: unpackVectors(),
  };
});

function pairTable(text: string): Map<number, number[]> {
  const table = new Map<number, number[]>();
  const add = (a: number, b: number) => {
    const known = table.get(a);
    if (known) known.push(b);
    else table.set(a, [b]);
  };
  for (const pair of text.split(' ')) {
    const [a = 0, b = 0] = pair.split('-').map(x => Number.parseInt(x, 36));
    add(a, b);
    add(b, a);
  }
  return table;
}

function unpackVectors(): Int8Array {
  const bytes = atob(vectors);
  const values = new Int8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    values[i * 2] = (byte & 15) - 8;
    values[i * 2 + 1] = (byte >> 4) - 8;
  }
  return values;
}

/** What a word that may be spelt the British way holds: most do not, and need no closer look. */
const britishEnding = /is[eia]|our|ence|re|programme/;

/** The word list spells the American way. */
function american(word: string): string {
  if (!britishEnding.test(word)) return word;
  return word
    .replace(/(?<=[a-z]{3})is(e|es|ed|ing|ation|ations)$/, (ending, rest: string) =>
      /^(?:prom|surpr|exerc|adv|rev|superv|comprom|enterpr|otherw|prec|exped|adver|disgu|dev|conc|televis|ar|ra|pra|cru|no|po|pha|clo|cho|appra|increa|purcha|relea|decrea|relea)$/.test(
        word.slice(0, -ending.length),
      )
        ? ending
        : `iz${rest}`,
    )
    .replace(/(?<=[a-z]{2})our(s|ed|ing|ite|able)?$/, (ending: string, rest = '') =>
      word.length > 5 && /(?:col|fav|hon|lab|neighb|behavi|hum|rum|harb|vap|vig|sav|arm)our/.test(word)
        ? `or${rest}`
        : ending,
    )
    .replace(/^(def|off|lic)ence(s?)$/, '$1ense$2')
    .replace(/^(cent|theat|met|lit|kilomet)re(s?)$/, '$1er$2')
    .replace(/^programme(s?)$/, 'program$1');
}

/** The form the dictionary lists: by the table of irregular words, else by cutting endings until a listed word remains. */
function baseOf(word: string, place: ReadonlyMap<string, number>, bySense: readonly (readonly number[])[]): string {
  const irregular = baseForm(word);
  if (irregular !== undefined) return irregular;
  for (const [ending, instead] of endings.get(word.at(-1) ?? '') ?? []) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
    const cut = word.slice(0, -ending.length);
    for (const form of [cut + instead, undoubled(cut)]) {
      const at = form === undefined ? undefined : place.get(form);
      if (form !== undefined && at !== undefined && (bySense[at]?.length ?? 0) > 0) return form;
    }
  }
  return word;
}

/** Endings and what stands in their place, by the last letter: most words have none of them. */
const endings: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map(
  ['ies:y sses:ss es:e es: s:', 'ied:y ed:e ed:', 'ing:e ing:', 'er:e er:', 'est:e est:'].map(line => {
    const all = line.split(' ').map((pair): [string, string] => {
      const [ending = '', instead = ''] = pair.split(':');
      return [ending, instead];
    });
    return [all[0]?.[0].at(-1) ?? '', all] as const;
  }),
);

function undoubled(cut: string): string | undefined {
  return /([bdfgklmnprtvz])\1$/.test(cut) ? cut.slice(0, -1) : undefined;
}

/** Reads the WordNet database files into the small tables of src/claims/lexicon. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const parts = [
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adj'],
  ['r', 'adv'],
] as const;
/** Rarer senses connect words that no reader would connect. */
const sensesKept = { n: 3, v: 4, a: 3, r: 2 };

type Synset = {
  id: string;
  part: string;
  words: string[];
  parent?: string;
  similar?: string;
  links: [string, string, number, number][];
};

export type Relations = { senses: string; parents: string; opposites: string; formations: string };

/** `words` in the order of the word list; words that WordNet does not know have no senses. */
export function readWordNet(folder: string, words: readonly string[]): Relations {
  const place = new Map(words.map((word, i) => [word, i]));
  const synsets = new Map<string, Synset>();
  for (const [part, file] of parts) for (const s of readData(join(folder, `data.${file}`), part)) synsets.set(s.id, s);
  const senseLists = words.map(() => [] as string[]);
  for (const [part, file] of parts) {
    for (const [lemma, ids] of readIndex(join(folder, `index.${file}`), part)) {
      const at = place.get(lemma);
      if (at !== undefined) senseLists[at]?.push(...ids.slice(0, sensesKept[part]));
    }
  }
  const numbering = new Map<string, number>();
  const number = (id: string): number => {
    const known = numbering.get(id) ?? numbering.size;
    numbering.set(id, known);
    return known;
  };
  const senses = senseLists.map(ids => ids.map(id => number(id).toString(36)).join(',')).join(' ');
  for (const id of [...numbering.keys()]) {
    const parent = synsets.get(id)?.parent;
    if (parent) number(parent);
  }
  const parents = [...numbering.keys()].map(id => {
    const synset = synsets.get(id);
    const parent = synset?.parent === undefined ? undefined : numbering.get(synset.parent);
    return `${synset?.part ?? 'n'}${parent === undefined ? '' : parent.toString(36)}`;
  });
  return { senses, parents: parents.join(' '), ...wordPairs(synsets, senseLists, place) };
}

function wordPairs(
  synsets: ReadonlyMap<string, Synset>,
  senseLists: readonly string[][],
  place: ReadonlyMap<string, number>,
) {
  const opposites = new Set<string>();
  const formations = new Set<string>();
  const add = (set: Set<string>, a: string, b: string) => {
    const [x, y] = [place.get(a), place.get(b)];
    if (x !== undefined && y !== undefined && x !== y)
      set.add(`${Math.min(x, y).toString(36)}-${Math.max(x, y).toString(36)}`);
  };
  for (const id of new Set(senseLists.flat())) {
    const synset = synsets.get(id);
    for (const [symbol, target, own, other] of synset?.links ?? []) {
      const a = synset?.words[own - 1];
      const b = synsets.get(target)?.words[other - 1];
      if (!a || !b) continue;
      if (symbol === '!') add(opposites, a, b);
      // Words with a shared beginning are caught by their stems.
      if ((symbol === '+' || symbol === '\\' || symbol === '<') && a.slice(0, 5) !== b.slice(0, 5))
        add(formations, a, b);
      if ((symbol === '+' || symbol === '\\' || symbol === '<') && a.slice(0, 5) === b.slice(0, 5))
        add(formations, a, b);
    }
  }
  return { opposites: [...opposites].join(' '), formations: [...formations].join(' ') };
}

function* readData(file: string, part: string): Generator<Synset> {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = (line.split(' | ')[0] ?? '').trim().split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, i) =>
      (fields[4 + i * 2] ?? '').toLowerCase().replace(/\(.*\)/, ''),
    );
    let at = 4 + count * 2;
    const pointers = Number(fields[at++]);
    const links: [string, string, number, number][] = [];
    let parent: string | undefined;
    for (let i = 0; i < pointers; i++, at += 4) {
      const [symbol, offset, pos, ends] = [fields[at] ?? '', fields[at + 1], fields[at + 2], fields[at + 3] ?? '0000'];
      const target = `${pos === 's' ? 'a' : pos}${offset}`;
      if (symbol === '@' || symbol === '@i' || symbol === '&') parent ??= target;
      links.push([symbol, target, Number.parseInt(ends.slice(0, 2), 16), Number.parseInt(ends.slice(2), 16)]);
    }
    yield { id: `${part}${fields[0]}`, part, words, links, ...(parent === undefined ? {} : { parent }) };
  }
}

function* readIndex(file: string, part: string): Generator<[string, string[]]> {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith(' ') || line.length === 0) continue;
    const fields = line.trim().split(' ');
    const count = Number(fields[2]);
    yield [fields[0] ?? '', fields.slice(-count).map(offset => `${part}${offset}`)];
  }
}

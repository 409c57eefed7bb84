export type SourceNumbers = {
  add(id: string, passages: number): number;
  /** How many passages went with it. */
  remove(id: string): number;
  idOf(source: number): string;
  /** Undefined for an id that is not there. */
  numberOf(id: string): number | undefined;
  isLive(source: number): boolean;
  /** Whose passages may be found: by source number, 1 for those that may; of named sources their numbers, ascending. */
  allowed(ids: ReadonlySet<string> | undefined): {
    readonly allowed: Uint8Array | undefined;
    readonly only: readonly number[] | undefined;
  };
  livePassages(): number;
  /** The ids that are there, in the order of their numbers. */
  liveIds(): string[];
  /** What is there, numbered anew without gaps; `renumber[source]` is a live source's new number. */
  packed(): { readonly ids: string[]; readonly passages: Uint32Array; readonly renumber: Uint32Array };
};

/** Each added source gets a number of its own, the same id added again a new one: removing is one flag. */
export function createSourceNumbers(): SourceNumbers {
  const ids: string[] = [];
  const numbers = new Map<string, Known>();
  let live = new Uint8Array(64);
  let passagesLive = 0;
  const add = (id: string, passages: number): number => {
    const source = ids.length;
    ids.push(id);
    numbers.set(id, { source, passages });
    if (source >= live.length) {
      const larger = new Uint8Array(live.length * 2);
      larger.set(live);
      live = larger;
    }
    live[source] = 1;
    passagesLive += passages;
    return source;
  };
  return {
    add,
    remove: id => {
      const known = numbers.get(id);
      if (!known) return 0;
      numbers.delete(id);
      live[known.source] = 0;
      passagesLive -= known.passages;
      return known.passages;
    },
    idOf: source => ids[source] ?? '',
    numberOf: id => numbers.get(id)?.source,
    isLive: source => live[source] === 1,
    allowed: wanted => {
      if (!wanted) return { allowed: numbers.size === ids.length ? undefined : live, only: undefined };
      const only = [...wanted].flatMap(id => numbers.get(id)?.source ?? []);
      return { allowed: undefined, only: only.sort((a, b) => a - b) };
    },
    livePassages: () => passagesLive,
    liveIds: () => ids.filter((_, source) => live[source] === 1),
    packed: () => pack(ids, numbers),
  };
}

type Known = { readonly source: number; readonly passages: number };

function pack(ids: readonly string[], numbers: ReadonlyMap<string, Known>): ReturnType<SourceNumbers['packed']> {
  const kept = [...numbers].sort(([, x], [, y]) => x.source - y.source);
  const renumber = new Uint32Array(ids.length);
  kept.forEach(([, { source }], i) => {
    renumber[source] = i;
  });
  return {
    ids: kept.map(([id]) => id),
    passages: Uint32Array.from(kept, ([, { passages }]) => passages),
    renumber,
  };
}

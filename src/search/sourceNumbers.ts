export type SourceNumbers = {
  add(id: string, passages: number): number;
  /** How many passages went with it. */
  remove(id: string): number;
  idOf(source: number): string;
  isLive(source: number): boolean;
  allowed(ids: ReadonlySet<string> | undefined): Uint8Array;
  livePassages(): number;
};

/** Each added source gets a number of its own, the same id added again a new one: removing is one flag. */
export function createSourceNumbers(): SourceNumbers {
  const ids: string[] = [];
  const numbers = new Map<string, { readonly source: number; readonly passages: number }>();
  let live = new Uint8Array(64);
  let passagesLive = 0;
  return {
    add: (id, passages) => {
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
    },
    remove: id => {
      const known = numbers.get(id);
      if (!known) return 0;
      numbers.delete(id);
      live[known.source] = 0;
      passagesLive -= known.passages;
      return known.passages;
    },
    idOf: source => ids[source] ?? '',
    isLive: source => live[source] === 1,
    allowed: wanted => {
      if (!wanted) return live;
      const allowed = new Uint8Array(ids.length);
      for (const id of wanted) {
        const known = numbers.get(id);
        if (known) allowed[known.source] = 1;
      }
      return allowed;
    },
    livePassages: () => passagesLive,
  };
}

/** Which numbers were put under a hash: a table in typed arrays, 12 bytes an entry, since a library has a million. */
export type BandTable = {
  put(hash: number, value: number): void;
  /** Values under a hash, dead ones left out. */
  each(hash: number, visit: (value: number) => void): void;
};

const none = -1;

/** `isDead` values are dropped when the table grows. */
export function createBandTable(isDead: (value: number) => boolean): BandTable {
  let heads = new Int32Array(1024).fill(none);
  let entries = createEntries(512);
  let count = 0;

  const insert = (hash: number, value: number): void => {
    const drawer = hash & (heads.length - 1);
    entries.hashes[count] = hash;
    entries.values[count] = value;
    entries.next[count] = heads[drawer] ?? none;
    heads[drawer] = count++;
  };
  const grow = (): void => {
    const old = entries;
    const oldCount = count;
    let alive = 0;
    for (let i = 0; i < oldCount; i++) if (!isDead(old.values[i] ?? 0)) alive++;
    const room = Math.max(512, alive * 2);
    heads = new Int32Array(2 ** Math.ceil(Math.log2(room))).fill(none);
    entries = createEntries(room);
    count = 0;
    for (let i = 0; i < oldCount; i++) {
      if (!isDead(old.values[i] ?? 0)) insert(old.hashes[i] ?? 0, old.values[i] ?? 0);
    }
  };
  return {
    put: (hash, value) => {
      if (count === entries.values.length) grow();
      insert(hash | 0, value);
    },
    each: (hash, visit) => {
      for (let at = heads[(hash | 0) & (heads.length - 1)] ?? none; at !== none; at = entries.next[at] ?? none) {
        const value = entries.values[at] ?? 0;
        if (entries.hashes[at] === (hash | 0) && !isDead(value)) visit(value);
      }
    },
  };
}

function createEntries(room: number) {
  return { hashes: new Int32Array(room), values: new Int32Array(room), next: new Int32Array(room) };
}

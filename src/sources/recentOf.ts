/** What was found out of objects that never change, kept for those that were asked for lately. */
export type RecentOf<Key, Value> = (key: Key, make: () => Value) => Value;

/**
 * For what takes more room than finding it out anew takes time. What was not asked for lately is let go: what belongs to
 * the last `most` objects stays, to at most twice as many; nothing outlives its object.
 */
export function createRecentOf<Key extends object, Value>(most: number): RecentOf<Key, Value> {
  let now = new WeakMap<Key, { readonly value: Value }>();
  let before = now;
  let count = 0;
  return (key, make) => {
    const known = now.get(key);
    if (known) return known.value;
    const kept = before.get(key) ?? { value: make() };
    if (count === most) {
      before = now;
      now = new WeakMap();
      count = 0;
    }
    now.set(key, kept);
    count++;
    return kept.value;
  };
}

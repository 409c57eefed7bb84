/** Chance by a seeded generator, so that the same seed draws the same. */

export function pickOne<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}

export function sample<T>(list: readonly T[], count: number, next: () => number): T[] {
  return shuffle(list, next).slice(0, count);
}

export function shuffle<T>(list: readonly T[], next: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

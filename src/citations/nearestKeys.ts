import { foldKey } from '../text/fold.ts';
import type { Library } from './library.ts';

/**
 * The known keys that a mistyped one most likely stands for, nearest first: at most a quarter of its letters differ (two at
 * least are always allowed from six letters on). None for a key that is like no other.
 */
export function nearestKeys(key: string, library: Library, limit: number): string[] {
  const typed = foldKey(key);
  const most = typed.length < 4 ? 0 : typed.length < 6 ? 1 : Math.max(2, Math.floor(typed.length / 4));
  const near: { readonly key: string; readonly distance: number }[] = [];
  for (const known of library.keys.keys()) {
    if (Math.abs(known.length - typed.length) > most) continue;
    const distance = editDistance(typed, foldKey(known), most);
    if (distance <= most) near.push({ key: known, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(found => found.key);
}

/** Letters to insert, delete, replace or swap with their neighbour; gives up above `most`. */
function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

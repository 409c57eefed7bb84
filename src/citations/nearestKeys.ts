import { distanceFrom } from '../text/editDistance.ts';
import { foldKey } from '../text/fold.ts';
import type { Library } from './library.ts';

/**
 * The known keys that a mistyped one most likely stands for, nearest first: one letter may differ in a short key, three in a
 * long one. None for a key that is like no other, such as somebody's name elsewhere (`@nobody`).
 */
export function nearestKeys(key: string, library: Library, limit: number): readonly string[] {
  const kept = library.remember(keptAnswers);
  const known = kept.get(key) ?? near(key, library);
  kept.set(key, known);
  return known.slice(0, limit);
}

/** The same unknown keys are asked about at every keystroke. */
function keptAnswers(): Map<string, readonly string[]> {
  return new Map();
}

/** More are never shown. */
const mostKept = 10;

function near(key: string, library: Library): string[] {
  const typed = foldKey(key);
  const most = typed.length < 4 ? 0 : typed.length < 6 ? 1 : typed.length < 12 ? 2 : 3;
  const distanceTo = distanceFrom(typed, most, false);
  const pieces = piecesOf(typed, most + 1);
  const found: { readonly key: string; readonly distance: number }[] = [];
  for (const { key: known, folded } of library.remember(foldedKeys)) {
    if (Math.abs(folded.length - typed.length) > most || !pieces.some(piece => folded.includes(piece))) continue;
    const distance = distanceTo(folded);
    if (distance <= most) found.push({ key: known, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
    .slice(0, mostKept)
    .map(({ key: known }) => known);
}

/** Of `count` pieces at least one is untouched by fewer mistakes: what holds none of them need not be compared. */
function piecesOf(text: string, count: number): string[] {
  const size = Math.max(1, Math.floor(text.length / count));
  return Array.from({ length: count }, (_, i) => text.slice(i * size, i === count - 1 ? undefined : (i + 1) * size));
}

function foldedKeys({ keys }: Library): { readonly key: string; readonly folded: string }[] {
  return [...keys.keys()].map(key => ({ key, folded: foldKey(key) }));
}

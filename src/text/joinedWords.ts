import type { JoinedWords } from './wordAlignment.ts';

/** Most words that are looked at as one torn word: "de fi nite ly". */
const MOST_PIECES = 4;

/**
 * Where words of one text, written together, are a word of the other: `long range` and `longrange`, `inter-` and
 * `national` on two lines, `de fi nitely` out of a PDF. Figures are joined only as thousands (`1 000`).
 */
export function joinedWords(
  draftKeys: readonly string[],
  sourceKeys: readonly string[],
  ids: ReadonlyMap<string, number>,
): JoinedWords {
  return { draft: joinsOf(draftKeys, new Set(sourceKeys), ids), source: joinsOf(sourceKeys, new Set(draftKeys), ids) };
}

function joinsOf(
  keys: readonly string[],
  others: ReadonlySet<string>,
  ids: ReadonlyMap<string, number>,
): JoinedWords['draft'] {
  const joins = new Map<number, (readonly [number, number])[]>();
  let longest = 0;
  for (const key of others) longest = Math.max(longest, key.length);
  for (let start = 0; start + 1 < keys.length; start++) {
    let whole = keys[start] ?? '';
    for (let end = start + 2; end <= Math.min(start + MOST_PIECES, keys.length); end++) {
      const piece = keys[end - 1] ?? '';
      if (!joinable(whole, piece)) break;
      whole += piece;
      if (whole.length > longest) break;
      const id = others.has(whole) ? ids.get(whole) : undefined;
      if (id === undefined) continue;
      const list = joins.get(end);
      if (list === undefined) joins.set(end, [[end - start, id]]);
      else list.push([end - start, id]);
    }
  }
  return joins;
}

function joinable(whole: string, piece: string): boolean {
  const figures = /\d$/.test(whole) || /^-?\d/.test(piece);
  return !figures || (/^-?\d{1,3}(?:\d{3})*$/.test(whole) && /^\d{3}$/.test(piece));
}

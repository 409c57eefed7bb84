import { median, type Run } from './page.ts';

/** In sizes of the words beside it: how far above and below their base line a small sign may stand, how far before them, and how far behind, where a space may be. */
const [highest, lowest, beside, behind] = [0.6, 0.35, 0.35, 0.65];
const smaller = 0.82;
/** Points: runs are looked up by the square of the page that they end or begin in. */
const square = 16;
/** Runs of one square and of one page; beyond, nobody could read it. */
const [mostInSquare, mostWords] = [40, 20_000];

/** Puts raised and lowered signs (marks of footnotes, `m²`, `H₂O`) on the base line of the words that they stand at. */
export function withRaised(runs: readonly Run[]): Run[] {
  const usual = median(runs.map(run => run.size));
  const words = runs.filter(run => run.text.trim() !== '');
  if (words.length > mostWords) return [...runs];
  const ends = squares(words, run => run.x + run.width);
  const starts = squares(words, run => run.x);
  const moved = new Map<Run, Run>();
  for (const run of [...words].sort((a, b) => a.x - b.x)) {
    if (run.size > smaller * usual) continue;
    const before = ends(run.x, run.y).find(
      host => isHost(host, run) && isNear(run.x - host.x - host.width, host, behind),
    );
    const host =
      before ??
      starts(run.x + run.width, run.y).find(
        other => isHost(other, run) && isNear(other.x - run.x - run.width, other, beside),
      );
    if (host) moved.set(run, { ...run, y: host.y, ...(host.y - run.y > 0.12 * host.size ? { raised: true } : {}) });
  }
  return moved.size === 0 ? [...runs] : runs.map(run => moved.get(run) ?? run);
}

function isHost(host: Run, run: Run): boolean {
  const up = host.y - run.y;
  // What stands on the base line itself needs no help.
  return (
    run.size <= smaller * host.size && up <= highest * host.size && up >= -lowest * host.size && Math.abs(up) > 0.02
  );
}

function isNear(gap: number, { size }: Run, widest: number): boolean {
  return gap > -0.3 * size && gap < widest * size;
}

/** The runs of which a point lies near another point. */
function squares(runs: readonly Run[], xOf: (run: Run) => number): (x: number, y: number) => Run[] {
  const found = new Map<number, Run[]>();
  const keyOf = (x: number, y: number): number => Math.floor(x / square) * 4096 + Math.floor(y / square);
  for (const run of runs) {
    const key = keyOf(xOf(run), run.y);
    const some = found.get(key);
    if (!some) found.set(key, [run]);
    else if (some.length < mostInSquare) some.push(run);
  }
  const around = [-1, 0, 1];
  return (x, y) => around.flatMap(dx => around.flatMap(dy => found.get(keyOf(x + dx * square, y + dy * square)) ?? []));
}

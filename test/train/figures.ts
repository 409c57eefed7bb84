/** Figures for scored claims. */

export type Scored = { readonly dataset: string; readonly supported: boolean; readonly score: number };

/** Mean of the shares of each class that fall on their side of the threshold, 0..100. */
export function balancedAccuracy(rows: readonly Scored[], threshold: number): number {
  const right = (supported: boolean) => {
    const own = rows.filter(r => r.supported === supported);
    return own.filter(r => r.score >= threshold === supported).length / Math.max(1, own.length);
  };
  return 50 * (right(true) + right(false));
}

/** Chance that a supported claim scores above an unsupported one, ties half, 0..100. */
export function areaUnderCurve(rows: readonly Scored[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let [ranks, positives] = [0, 0];
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j < sorted.length && sorted[j]?.score === sorted[i]?.score) j++;
    for (let k = i; k < j; k++) {
      if (!sorted[k]?.supported) continue;
      ranks += (i + j + 1) / 2;
      positives++;
    }
    i = j;
  }
  const negatives = rows.length - positives;
  return positives && negatives ? (100 * (ranks - (positives * (positives + 1)) / 2)) / (positives * negatives) : 50;
}

/** Of the flagged (below the threshold) the share not supported, and of the not supported the share flagged, 0..100. */
export function flags(rows: readonly Scored[], threshold: number): { precision: number; recall: number } {
  const flagged = rows.filter(r => r.score < threshold);
  const right = flagged.filter(r => !r.supported).length;
  const all = rows.filter(r => !r.supported).length;
  return { precision: (100 * right) / Math.max(1, flagged.length), recall: (100 * right) / Math.max(1, all) };
}

/** Expected calibration error over ten bins, 0..100, with both classes weighed alike. */
export function calibrationError(rows: readonly Scored[]): number {
  const positives = rows.filter(r => r.supported).length;
  const weight = (r: Scored) => (r.supported ? 0.5 / positives : 0.5 / (rows.length - positives));
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const own = rows.filter(r => Math.min(9, Math.floor(r.score * 10)) === bin);
    const mass = own.reduce((sum, r) => sum + weight(r), 0);
    if (mass === 0) continue;
    const said = own.reduce((sum, r) => sum + weight(r) * r.score, 0) / mass;
    const was = own.reduce((sum, r) => sum + (r.supported ? weight(r) : 0), 0) / mass;
    error += mass * Math.abs(said - was);
  }
  return 100 * error;
}

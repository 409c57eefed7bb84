/** Eigenvectors of a symmetric matrix by Jacobi rotations, largest eigenvalue first. Small matrices only. */
export function eigenvectors(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const a = matrix.map(row => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30 && offDiagonal(a) > 1e-12; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
  }
  return a
    .map((row, i) => ({ value: row[i] ?? 0, vector: v.map(line => line[i] ?? 0) }))
    .sort((x, y) => y.value - x.value)
    .map(e => e.vector);
}

function offDiagonal(a: readonly Float64Array[]): number {
  return a.reduce((sum, row, i) => sum + row.reduce((s, x, j) => (i === j ? s : s + x * x), 0), 0);
}

function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const at = (i: number, j: number) => a[i]?.[j] ?? 0;
  const apq = at(p, q);
  if (Math.abs(apq) < 1e-15) return;
  const theta = (at(q, q) - at(p, p)) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const row = a[k];
    if (row) [row[p], row[q]] = [c * (row[p] ?? 0) - s * (row[q] ?? 0), s * (row[p] ?? 0) + c * (row[q] ?? 0)];
  }
  const [rp, rq] = [a[p], a[q]];
  if (!rp || !rq) return;
  for (let k = 0; k < a.length; k++)
    [rp[k], rq[k]] = [c * (rp[k] ?? 0) - s * (rq[k] ?? 0), s * (rp[k] ?? 0) + c * (rq[k] ?? 0)];
  for (const row of v)
    [row[p], row[q]] = [c * (row[p] ?? 0) - s * (row[q] ?? 0), s * (row[p] ?? 0) + c * (row[q] ?? 0)];
}

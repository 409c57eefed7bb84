/** Figures for labelled records, printed by `groundwork eval`: how good the verdicts are. All shares in percent. */
export type LabelledVerdict = {
  readonly label: string;
  readonly verdict: string;
  readonly score: number;
  readonly dataset?: string;
};
type QuoteRow = {
  readonly start: number;
  readonly end: number;
  readonly speaker?: string | null;
  readonly type?: string;
};
export type LabelledQuotes = { readonly gold: readonly QuoteRow[]; readonly found: readonly QuoteRow[] };

/** One line a dataset: balanced accuracy, area under the curve, precision and recall of flags. None without labels. */
export function claimFigures(rows: readonly LabelledVerdict[]): string[] {
  const sets = new Map<string, LabelledVerdict[]>();
  for (const row of rows) sets.set(row.dataset ?? 'all', [...(sets.get(row.dataset ?? 'all') ?? []), row]);
  return [...sets].map(([name, set]) => {
    const { balancedAccuracy, auc, precision, recall } = flagFigures(set);
    return `${name}: ${set.length} records, balanced accuracy ${percent(balancedAccuracy)}, AUC ${percent(auc)}, flags: precision ${percent(precision)}, recall ${percent(recall)}`;
  });
}

/** A flag is a verdict other than `supported`; right when the label is another than `supported` too. */
export function flagFigures(rows: readonly LabelledVerdict[]) {
  const good = rows.filter(row => row.label === 'supported');
  const bad = rows.filter(row => row.label !== 'supported');
  const flagged = rows.filter(row => row.verdict !== 'supported');
  const caught = bad.filter(row => row.verdict !== 'supported').length;
  const passed = good.filter(row => row.verdict === 'supported').length;
  return {
    balancedAccuracy: (share(caught, bad.length) + share(passed, good.length)) / 2,
    auc: areaUnderCurve(good, bad),
    precision: share(caught, flagged.length),
    recall: share(caught, bad.length),
  };
}

/** The share of pairs (one good, one bad) in which the good one has the higher score; ties count half (Mann-Whitney). */
function areaUnderCurve(good: readonly LabelledVerdict[], bad: readonly LabelledVerdict[]): number {
  const ranked = [...good.map(r => ({ s: r.score, good: 1 })), ...bad.map(r => ({ s: r.score, good: 0 }))].sort(
    (a, b) => a.s - b.s,
  );
  let rankSum = 0;
  for (let i = 0; i < ranked.length; ) {
    let j = i;
    while (j < ranked.length && ranked[j]?.s === ranked[i]?.s) j += 1;
    for (let k = i; k < j; k += 1) rankSum += ranked[k]?.good ? (i + j + 1) / 2 : 0;
    i = j;
  }
  return share(rankSum - (good.length * (good.length + 1)) / 2, good.length * bad.length);
}

/** F1 of direct quotations, at 80% overlap and exact. None without labels. */
export function quoteFigures(rows: readonly LabelledQuotes[]): string[] {
  if (rows.length === 0) return [];
  const counted = (same: (a: QuoteRow, b: QuoteRow) => boolean) => {
    let hits = 0;
    let gold = 0;
    let found = 0;
    for (const row of rows) {
      const direct = row.gold.filter(quote => (quote.type ?? 'direct') === 'direct');
      gold += direct.length;
      found += row.found.length;
      hits += direct.filter(quote => row.found.some(other => same(quote, other))).length;
    }
    return share(2 * hits, gold + found);
  };
  const loose = counted((a, b) => overlap(a, b) >= 0.8);
  const exact = counted((a, b) => a.start === b.start && a.end === b.end);
  return [`${rows.length} texts, direct quotations: F1 ${percent(loose)} at 80% overlap, ${percent(exact)} exact`];
}

/** Intersection over union of two spans, 0..1. */
export function overlap(a: QuoteRow, b: QuoteRow): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

function percent(value: number): string {
  return Number.isNaN(value) ? '–' : (value * 100).toFixed(1);
}

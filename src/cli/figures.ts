import { plural } from './output.ts';

/** Figures for labelled records, printed by `groundwork eval`: how good the verdicts are. All shares in percent. */
export type LabelledVerdict = {
  readonly label: string;
  readonly verdict: string;
  readonly score: number;
  readonly dataset?: string;
};

/** One line a dataset: balanced accuracy, area under the curve, precision and recall of flags. None without labels. */
export function claimFigures(rows: readonly LabelledVerdict[]): string[] {
  const sets = new Map<string, LabelledVerdict[]>();
  for (const row of rows) sets.set(row.dataset ?? 'all', [...(sets.get(row.dataset ?? 'all') ?? []), row]);
  return [...sets].map(([name, set]) => {
    const { balancedAccuracy, auc, precision, recall } = flagFigures(set);
    return `${name}: ${plural(set.length, 'record')}, balanced accuracy ${percent(balancedAccuracy)}, AUC ${percent(auc)}, flags: precision ${percent(precision)}, recall ${percent(recall)}`;
  });
}

/** A flag is a verdict other than `supported`; right when the label is another than `supported` too. */
function flagFigures(rows: readonly LabelledVerdict[]) {
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

export function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

export function percent(value: number): string {
  return Number.isNaN(value) ? '–' : (value * 100).toFixed(1);
}

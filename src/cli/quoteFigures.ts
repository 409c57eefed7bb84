import { percent, share } from './figures.ts';
import { plural } from './output.ts';

type Stretch = { readonly start: number; readonly end: number };
type Run = Stretch & { readonly speaker?: string | null };

/** A labelled quotation: `spans` are its pieces where a cue interrupts it; `type` is `direct` unless it says otherwise. */
export type QuoteLabel = Run & { readonly type?: string; readonly spans?: readonly (readonly [number, number])[] };
export type LabelledQuotes = {
  readonly text: string;
  readonly gold: readonly QuoteLabel[];
  readonly found: readonly Run[];
};

/** Spans that share so much are the same quotation. */
const leastOverlap = 0.8;

/** F1 of direct quotations in percent, at 80% overlap and exact. No line without labels. */
export function quoteFigures(rows: readonly LabelledQuotes[]): string[] {
  if (rows.length === 0) return [];
  let gold = 0;
  let found = 0;
  let near = 0;
  let exact = 0;
  for (const row of rows) {
    const compared = compareQuotes(row);
    gold += compared.runs.length;
    found += compared.matches.length + compared.extra.length;
    near += compared.matches.length;
    exact += compared.matches.filter(({ run, quote }) => run.start === quote.start && run.end === quote.end).length;
  }
  const f1 = (hits: number) => percent(share(2 * hits, gold + found));
  return [`${plural(rows.length, 'text')}, direct quotations: F1 ${f1(near)} at 80% overlap, ${f1(exact)} exact`];
}

/**
 * What was found against the labels, run by run of quoted words. What was found inside words that the labels call mixed or
 * indirect speech is neither right nor wrong: a quotation all the same, but woven into the writer's sentence.
 */
export function compareQuotes<Found extends Run, Label extends QuoteLabel>({
  text,
  gold,
  found,
}: {
  readonly text: string;
  readonly gold: readonly Label[];
  readonly found: readonly Found[];
}) {
  const runs = gold.filter(isDirect).flatMap(label => runsOf(label, text));
  const woven = gold.filter(label => !isDirect(label));
  const free = new Set(found);
  const matches: { readonly run: (typeof runs)[number]; readonly quote: Found }[] = [];
  const missed: (typeof runs)[number][] = [];
  for (const run of runs) {
    const quote = [...free].find(other => overlap(other, run) >= leastOverlap);
    if (!quote) missed.push(run);
    else matches.push({ run, quote });
    if (quote) free.delete(quote);
  }
  const extra = [...free].filter(
    quote => !woven.some(label => common(quote, label) >= leastOverlap * (quote.end - quote.start)),
  );
  return { runs, matches, missed, extra };
}

function isDirect({ type }: QuoteLabel): boolean {
  return type === undefined || type === 'direct';
}

/** The label's pieces; those with nothing but white space and no mark between them are one run. */
function runsOf<Label extends QuoteLabel>(label: Label, text: string): (Stretch & { readonly label: Label })[] {
  const runs: { start: number; end: number; label: Label }[] = [];
  for (const [start, end] of [...(label.spans ?? [[label.start, label.end] as const])].sort((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    if (last && text.slice(last.end, start).trim() === '' && !/["”]/.test(text[last.end - 1] ?? '')) last.end = end;
    else runs.push({ start, end, label });
  }
  return runs;
}

/** Intersection over union of two spans, 0..1. */
function overlap(a: Stretch, b: Stretch): number {
  return common(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function common(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

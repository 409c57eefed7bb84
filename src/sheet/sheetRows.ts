import { oneLine } from '../citations/escape.ts';
import type { Draft, Evidence, Finding, Item, Source, Span } from '../model.ts';
import { lineOf } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';

/** One quotation or claim as the fact-checker's sheet lists it. */
export type SheetRow = {
  readonly number: number;
  readonly kind: Item['kind'];
  readonly span: Span;
  readonly line: number;
  /** The draft's words, on one line. */
  readonly text: string;
  readonly speaker?: string;
  readonly verdict: string;
  /** What was found wrong, or the verdict's reason when nothing was. */
  readonly remarks: readonly string[];
  readonly evidence: readonly SheetEvidence[];
};

export type SheetEvidence = {
  readonly title: string;
  readonly path: string;
  readonly published?: string;
  readonly url?: string;
  /** Page, time or chapter where the source has one, else the line. */
  readonly locator: string;
  readonly text: string;
  readonly speaker?: string;
};

export type Sheet = {
  readonly path: string;
  readonly draft: Draft;
  readonly rows: readonly SheetRow[];
  /** How many items have each verdict, in words: `2 claims contradicted`. */
  readonly figures: readonly { readonly count: number; readonly what: string }[];
  readonly searched: { readonly sources: number; readonly problems: readonly string[] };
};

/** Passages shown for one item: enough to judge by, few enough to read. */
const mostEvidence = 3;

/** Everything a check found, as a fact-checker goes through it: numbered in the order of the draft. */
export function sheetOf(
  path: string,
  draft: Draft,
  items: readonly Item[],
  findings: readonly Finding[],
  store: SourceStore,
): Sheet {
  const rows = items.map((item, i) => row(item, i + 1, draft, findings, store));
  const problems = store.problems().map(problem => `${problem.path} ${problem.message}`);
  return { path, draft, rows, figures: figuresOf(rows), searched: { sources: store.sources().length, problems } };
}

function figuresOf(rows: readonly SheetRow[]): Sheet['figures'] {
  const counts = new Map<string, { kind: string; verdict: string; count: number }>();
  for (const { kind, verdict } of rows) {
    const known = counts.get(`${kind} ${verdict}`);
    if (known) known.count += 1;
    else counts.set(`${kind} ${verdict}`, { kind, verdict, count: 1 });
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, verdict, count }]) => ({ count, what: `${kind}${count === 1 ? '' : 's'} ${inWords(verdict)}` }));
}

/** `not-found` as people write it. */
export function inWords(verdict: string): string {
  return verdict.replaceAll('-', ' ');
}

function row(item: Item, number: number, draft: Draft, findings: readonly Finding[], store: SourceStore): SheetRow {
  const { span } = item.kind === 'quotation' ? item.quotation : item.claim;
  const speaker = item.kind === 'quotation' ? item.quotation.attribution?.speaker : undefined;
  const own = findings.filter(f => belongs(f, item, span));
  return {
    number,
    kind: item.kind,
    span,
    line: lineOf(draft.text, span.start),
    text: oneLine(draft.text.slice(span.start, span.end)),
    verdict: item.verdict.label,
    remarks: own.length > 0 ? own.map(f => f.message) : [item.verdict.reason],
    evidence: item.verdict.evidence.slice(0, mostEvidence).flatMap(e => evidenceRow(e, store)),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** Findings about an item stand within it, or on the speaker or the citation beside it. */
function belongs(finding: Finding, item: Item, span: Span): boolean {
  if (finding.code.startsWith('claim-') !== (item.kind === 'claim')) return false;
  if (span.start <= finding.span.start && finding.span.start < span.end) return true;
  if (item.kind === 'claim') return false;
  const { attribution, citation } = item.quotation;
  return [attribution?.speakerSpan, citation?.span].some(beside => beside?.start === finding.span.start);
}

function evidenceRow({ passage, speaker }: Evidence, store: SourceStore): SheetEvidence[] {
  const source = store.get(passage.sourceId);
  if (!source) return [];
  const { title, path, published, url } = source;
  return [
    {
      title,
      path,
      locator: locatorOf(source, passage.span),
      text: oneLine(passage.text),
      ...(published === undefined ? {} : { published }),
      ...(url === undefined ? {} : { url }),
      ...(speaker === undefined ? {} : { speaker }),
    },
  ];
}

function locatorOf({ text, locators }: Source, span: Span): string {
  const at = locators?.findLast(l => l.span.start <= span.start && span.start < l.span.end);
  return at ? `${at.kind} ${at.label}` : `line ${lineOf(text, span.start)}`;
}

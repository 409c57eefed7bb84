import { oneLine } from '../citations/escape.ts';
import { isAbout } from '../findings/isAbout.ts';
import type { Draft, Evidence, Finding, FindingCode, Item, Source, Span } from '../model.ts';
import { hasOwnLines } from '../sources/hasOwnLines.ts';
import { locate, namesItself } from '../sources/locate.ts';
import { lineOf } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import { foldKey } from '../text/fold.ts';
import type { Prose } from '../text/prose.ts';
import { type Markup, markupOf, withoutMarkup } from './readableDraft.ts';

/** How a row looks: a checked one with a warning never looks like one that is right. */
export type Tone = 'good' | 'notice' | 'warning' | 'open';

/** One quotation or claim as the fact-checker's sheet lists it. */
export type SheetRow = {
  readonly number: number;
  readonly kind: Item['kind'];
  readonly span: Span;
  readonly line: number;
  /** The draft's words, on one line, without markup. */
  readonly text: string;
  readonly speaker?: string;
  /** In words; what is wrong with the speaker or the citation comes before the words being right: `misattributed (words exact)`. */
  readonly verdict: string;
  readonly tone: Tone;
  /** What was found wrong, gravest first, or the verdict's reason when nothing was. */
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
  readonly markup: readonly Markup[];
  readonly headings: readonly Span[];
  readonly rows: readonly SheetRow[];
  /** How many items have each verdict, in words: `2 claims contradicted`. */
  readonly figures: readonly { readonly count: number; readonly what: string }[];
  readonly searched: { readonly sources: number; readonly problems: readonly string[] };
};

/**
 * Passages shown for one item: enough to judge by, few enough to read. Those a quotation stands on may come from several
 * sources; of a claim the best one is shown, and the next where that says something of it that the best does not.
 */
function shownOf({ verdict, ...item }: Item): readonly Evidence[] {
  if (item.kind === 'quotation') return verdict.evidence.slice(0, 3);
  const [best, next] = verdict.evidence;
  if (!best || !next || verdict.label !== 'supported') return best ? [best] : [];
  const said = tellingWords(best.passage.text);
  const more = tellingWords(next.passage.text);
  return [...tellingWords(item.claim.text)].some(word => more.has(word) && !said.has(word)) ? [best, next] : [best];
}

/** Figures, and words too long to stand everywhere. */
function tellingWords(text: string): Set<string> {
  return new Set(foldKey(text).match(/\p{N}+|\p{L}{5,}/gu));
}

/** Everything a check found, as a fact-checker goes through it: numbered in the order of the draft. */
export function sheetOf(
  path: string,
  { draft, prose }: { readonly draft: Draft; readonly prose: Prose },
  items: readonly Item[],
  findings: readonly Finding[],
  store: SourceStore,
): Sheet {
  const markup = markupOf(draft, prose);
  const headings = prose.blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span);
  const rows = items.map((item, i) => row(item, i + 1, { draft, markup }, findings, store));
  const problems = store.problems().map(problem => `${problem.path} ${problem.message}`);
  const searched = { sources: store.sources().length, problems };
  return { path, draft, markup, headings, rows, figures: figuresOf(rows), searched };
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
    .map(([, { kind, verdict, count }]) => ({ count, what: `${kind}${count === 1 ? '' : 's'} ${verdict}` }));
}

function row(
  item: Item,
  number: number,
  { draft, markup }: Pick<Sheet, 'draft' | 'markup'>,
  findings: readonly Finding[],
  store: SourceStore,
): SheetRow {
  const { span } = item.kind === 'quotation' ? item.quotation : item.claim;
  const speaker = item.kind === 'quotation' ? item.quotation.attribution?.speaker : undefined;
  const own = findings.filter(f => isAbout(f, item, draft.text)).sort((a, b) => gravity(a) - gravity(b));
  return {
    number,
    kind: item.kind,
    span,
    line: lineOf(draft.text, span.start),
    text: oneLine(withoutMarkup(draft.text, span, markup)),
    ...verdictOf(item, own),
    remarks: own.length > 0 ? own.map(f => f.message) : [item.verdict.reason],
    evidence: shownOf(item).flatMap(e => evidenceRow(e, store)),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

const tones: Readonly<Record<Item['verdict']['label'], Tone>> = {
  exact: 'good',
  supported: 'good',
  altered: 'warning',
  'not-found': 'warning',
  contradicted: 'warning',
  unsupported: 'notice',
  'not-checked': 'open',
};

/** What a finding says of an item whose words may all be right. */
const besides: Partial<Readonly<Record<FindingCode, string>>> = {
  'quote-misattributed': 'misattributed',
  'quote-variant': 'worded differently elsewhere',
  'quote-uncited': 'uncited',
  'citation-unknown': 'with an unknown citation',
  'citation-wrong-source': 'wrongly cited',
  'citation-stale': 'with a changed source',
  'claim-uncited': 'uncited',
  'draft-inconsistent': 'inconsistent',
};

/** A finding that warns comes before a verdict about the words alone. */
function verdictOf({ kind, verdict }: Item, own: readonly Finding[]): Pick<SheetRow, 'verdict' | 'tone'> {
  const words = verdict.label.replaceAll('-', ' ');
  const warning = own.filter(f => gravity(f) <= warns);
  const named = [...new Set(warning.flatMap(({ code }) => besides[code] ?? []))].join(', ');
  return {
    verdict: named === '' ? words : `${named} (${kind === 'quotation' ? 'words ' : ''}${words})`,
    tone: warning.length > 0 ? 'warning' : tones[verdict.label],
  };
}

const severities: readonly Finding['severity'][] = ['error', 'warning', 'information', 'hint'];
const warns = severities.indexOf('warning');

function gravity({ severity }: Finding): number {
  return severities.indexOf(severity);
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

/** A line of the text that was read from a web page is a line of nothing: there paragraphs are counted. */
function locatorOf(source: Source, span: Span): string {
  const inText =
    hasOwnLines(source) &&
    !source.locators?.some(({ span: { start, end } }) => start <= span.start && span.start < end);
  const at = inText ? undefined : locate(source, span);
  if (at && namesItself(at)) return at.label;
  return at ? `${at.kind} ${at.label}` : `line ${lineOf(source.text, span.start)}`;
}

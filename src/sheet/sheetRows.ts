import { oneLine } from '../citations/escape.ts';
import type { Findings } from '../findings/findings.ts';
import { isAbout } from '../findings/isAbout.ts';
import { tellingEvidence } from '../findings/tellingEvidence.ts';
import type { Draft, Evidence, Finding, FindingCode, Item, Source, Span } from '../model.ts';
import { namesItself, placesOf } from '../sources/locate.ts';
import { lineOf } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Prose } from '../text/prose.ts';
import { momentInWords } from './momentInWords.ts';
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
  /** As everywhere: the line of a text file, of others page, time, chapter or paragraph. */
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
  readonly searched: { readonly sources: readonly SheetSource[]; readonly problems: readonly string[] };
  /** When the check was made, in words. */
  readonly checked: string;
};

/** One source that was searched, whether or not it was found to say anything. */
export type SheetSource = Pick<Source, 'title' | 'authors' | 'publisher' | 'published' | 'path' | 'url'>;

/** Everything a check found, as a fact-checker goes through it: numbered in the order of the draft. */
export function sheetOf(
  path: string,
  { draft, prose }: { readonly draft: Draft; readonly prose: Prose },
  { items, ...found }: { readonly items: readonly Item[] } & Findings,
  store: SourceStore,
  at: Date,
): Sheet {
  const markup = markupOf(draft, prose);
  const headings = prose.blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span);
  const rows = items.map((item, i) => row(item, i + 1, { draft, markup }, found, store));
  const problems = store.problems().map(problem => `${problem.path} ${problem.message}`);
  const figures = [...figuresOf(rows), ...ignoredFigure(found.ignored.length)];
  const searched = { sources: store.sources(), problems };
  return { path, draft, markup, headings, rows, figures, searched, checked: momentInWords(at) };
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

function ignoredFigure(count: number): Sheet['figures'] {
  return count === 0 ? [] : [{ count, what: `finding${count === 1 ? '' : 's'} ignored by the writer` }];
}

function row(
  item: Item,
  number: number,
  { draft, markup }: Pick<Sheet, 'draft' | 'markup'>,
  found: Findings,
  store: SourceStore,
): SheetRow {
  const { span } = item.kind === 'quotation' ? item.quotation : item.claim;
  const speaker = item.kind === 'quotation' ? item.quotation.attribution?.speaker : undefined;
  const [own = [], ignored = []] = [found.findings, found.ignored].map(some =>
    some.filter(f => isAbout(f, item, draft.text)).sort((a, b) => gravity(a) - gravity(b)),
  );
  return {
    number,
    kind: item.kind,
    span,
    line: lineOf(draft.text, span.start),
    text: oneLine(withoutMarkup(draft.text, span, markup)),
    ...verdictOf(item, own, ignored),
    remarks: [
      ...(own.length > 0 ? own.map(f => f.message) : ignored.length > 0 ? [] : [item.verdict.reason]),
      ...ignored.map(f => `Ignored by the writer: ${f.message}`),
    ],
    evidence: tellingEvidence(item).flatMap(e => evidenceRow(e, store)),
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
function verdictOf(
  { kind, verdict }: Item,
  own: readonly Finding[],
  ignored: readonly Finding[],
): Pick<SheetRow, 'verdict' | 'tone'> {
  const words = verdict.label.replaceAll('-', ' ');
  const passedOver = ignored.length === 0 ? '' : ', finding ignored';
  const warning = own.filter(f => gravity(f) <= warns);
  const named = [...new Set(warning.flatMap(({ code }) => besides[code] ?? []))].join(', ');
  return {
    verdict: (named === '' ? words : `${named} (${kind === 'quotation' ? 'words ' : ''}${words})`) + passedOver,
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
      locator: placeOf(source, passage.span),
      text: oneLine(passage.text),
      ...(published === undefined ? {} : { published }),
      ...(url === undefined ? {} : { url }),
      ...(speaker === undefined ? {} : { speaker }),
    },
  ];
}

function placeOf(source: Source, span: Span): string {
  return placesOf(source, span)
    .map(place => (namesItself(place) ? place.label : `${place.kind} ${place.label}`))
    .join(', ');
}

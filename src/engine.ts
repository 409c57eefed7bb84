/**
 * The engine: the only door for the server and the command line. It holds no sources of its own (those are the store's)
 * and no editor positions; it keeps the last analysis of each draft and the verdicts, so that an edit costs its own sentence.
 */
import { type Bibliographies, createBibliographies } from './citations/bibliographies.ts';
import { passageParts } from './citations/passageParts.ts';
import { cite, recite } from './citations/styles.ts';
import { verifyClaim } from './claims/verifyClaim.ts';
import { type Analysis, analyse } from './engine/analyse.ts';
import { createCompanion } from './engine/companion.ts';
import { complete, insertQuote } from './engine/complete.ts';
import { createDraftMemory } from './engine/draftMemory.ts';
import { createDraftReader } from './engine/draftReader.ts';
import { find } from './engine/find.ts';
import { definition, hover, links } from './engine/hover.ts';
import { ignoreEntry, ignoring } from './engine/ignoreList.ts';
import { createJudge, judgeAll } from './engine/judge.ts';
import { ownStyle } from './engine/ownStyle.ts';
import { createPractice } from './engine/practice.ts';
import { createReferences } from './engine/references.ts';
import { writeSheet } from './engine/sheet.ts';
import type { Engine } from './engine/types.ts';
import { warm } from './engine/warm.ts';
import { type Findings, findings } from './findings/findings.ts';
import { isAbout } from './findings/isAbout.ts';
import type {
  Citation,
  CitationStyleName,
  ClaimVerifier,
  Finding,
  FindingCode,
  Fix,
  Item,
  Passage,
  Source,
} from './model.ts';
import { defaultSettings, defaultSeverity, type Settings } from './settings.ts';
import type { SourceStore } from './sources/store.ts';

export { type Bibliographies, createBibliographies } from './citations/bibliographies.ts';
export type { BibliographyEdits } from './citations/bibliography.ts';
export { type Findable, foldedWords, matchingRows } from './citations/citationRows.ts';
export { entriesIn } from './citations/entriesIn.ts';
export type { Entry } from './citations/entry.ts';
export type { CslFiles } from './citations/renderEntries.ts';
export { evaluateClaim, evaluateQuotes } from './engine/evaluate.ts';
export type * from './engine/types.ts';
export { unflagged } from './engine/unflagged.ts';
export { decodeText } from './sources/decodeText.ts';
export { hasOwnLines } from './sources/hasOwnLines.ts';
export { namesItself, type Place, placesOf } from './sources/locate.ts';
export { readSource, type SourceFile } from './sources/readSource.ts';
export { createSourceStore, type SourceStore } from './sources/store.ts';
export { oneLine, shortened, shortenedToEnds } from './text/shortened.ts';

export type EngineParts = {
  readonly store: SourceStore;
  readonly settings?: Settings;
  /** The offline verifier unless another is plugged in. */
  readonly verifier?: ClaimVerifier;
  /** Entries of the files that drafts name as their bibliography, put in by whoever reads files. */
  readonly bibliographies?: Bibliographies;
};

export function createEngine({
  store,
  settings = defaultSettings,
  verifier = verifyClaim,
  bibliographies = createBibliographies(),
}: EngineParts): Engine {
  const judge = createJudge(store, verifier);
  const revision = () => `${store.revision} ${bibliographies.revision}`;
  const reading = { store, settings, bibliographies, memory: createDraftMemory() };
  const read = createDraftReader((draft, before) => analyse(draft, reading, before), revision);
  const severityOf = (code: FindingCode) => settings.findings[code] ?? defaultSeverity[code];
  const report = (analysis: Citing, items: readonly Item[], severity = severityOf): Findings =>
    findings(
      { ...citingOf(analysis), store, items, ...citing(analysis, settings) },
      severity,
      ignoring(analysis, settings.ignore),
    );
  // The whole draft's notes and list need not be gone through for one item.
  const severityOfOne = (code: FindingCode) => (code === 'citation-unused' ? 'off' : severityOf(code));
  const about = (item: Item, analysis: Analysis): Findings =>
    ofItem(item, analysis, report(citedBy(item, analysis), [item], severityOfOne));
  const check: Engine['check'] = async (draft, signal) => {
    signal?.throwIfAborted();
    const analysis = read(draft);
    const items = await judgeAll(analysis, judge, signal);
    return { items, ...report(analysis, items) };
  };
  return {
    store,
    settings,
    bibliographies,
    ...createReferences(read, settings),
    ...createCompanion(read, store, settings),
    check,
    warm: signal => warm(store, signal),
    practise: signal => practise(store, signal),
    sheet: async (path, draft, format, at) => writeSheet(path, draft, await check(draft), store, { format, at }),
    complete: (draft, offset) =>
      settings.completionEnabled ? complete(read(draft), offset, store, settings) : undefined,
    hover: (draft, offset) => hover(read(draft), offset, judge, store, about),
    definition: (draft, offset) => definition(read(draft), offset, judge, store, about),
    links: draft => links(read(draft), judge, store),
    find: (words, limit) => find(words, limit, store),
    insertQuote: (draft, offset, passage) => {
      const source = store.get(passage.sourceId);
      return source ? insertQuote(read(draft), offset, passage, source, settings) : [];
    },
    ignoreEntry: (draft, finding) => ignoreEntry(read(draft), finding),
    withSettings: changed => createEngine({ store, settings: changed, verifier, bibliographies }),
  };
}

/** What is compiled is compiled for all engines of the process. */
const practice = createPractice();

/** Never by a verifier that was plugged in: it may count or charge for what it is asked. */
async function practise(store: SourceStore, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await practice(store, few => {
    const { check } = createEngine({ store: few });
    return { check: draft => check(draft, signal) };
  });
}

function ofItem(item: Item, { draft }: Analysis, { findings: told, ignored }: Findings): Findings {
  const isOf = (finding: Finding): boolean => isAbout(finding, item, draft.text);
  return { findings: told.filter(isOf), ignored: ignored.filter(isOf) };
}

/** The draft without the unknown citations that other items have. */
function citedBy(item: Item, analysis: Analysis): Citing {
  const { citation } = item.kind === 'quotation' ? item.quotation : item.claim;
  const citations = analysis.citations.filter(
    ({ span, sourceId, entry }) => sourceId !== undefined || entry !== undefined || span.start === citation?.span.start,
  );
  return { ...citingOf(analysis), citations };
}

/** What findings look at besides their item: nothing that has to be looked for in the whole draft first. */
type Citing = Omit<Analysis, 'quotations' | 'claims'>;

function citingOf({ draft, prose, library, keysKnown, citations }: Citing): Citing {
  return { draft, prose, library, keysKnown, citations };
}

/** How fixes write citations: new ones in the style of the draft or the settings, others in their own. */
function citing(analysis: Citing, settings: Settings) {
  // Many findings may offer the same source; what its citation looks like is worked out once.
  const written = new Map<string, ReturnType<typeof cite>>();
  let own: CitationStyleName | undefined;
  const style = () => {
    own ??= ownStyle(analysis, settings);
    return own;
  };
  const write = (source: Source, passage?: Passage) => {
    const key = `${source.id} ${passage?.span.start} ${passage?.span.end}`;
    const parts = passage ? passageParts(passage, source) : {};
    const known = written.get(key) ?? cite(source, parts, style(), analysis);
    written.set(key, known);
    return known;
  };
  return {
    cite: (source: Source, at: number, passage?: Passage): Fix['edits'] => {
      const { gap, mark, edits } = write(source, passage);
      return joined([{ span: { start: at, end: at }, text: gap + mark }, ...edits]);
    },
    recite: (citation: Citation, source: Source): Fix['edits'] => recite(citation, source, style(), analysis),
  };
}

/** Two insertions at one place are one edit: editors do not promise their order. */
function joined(edits: readonly Fix['edits'][number][]): Fix['edits'] {
  const [first, ...rest] = edits;
  if (!first) return [];
  const touching = rest.filter(edit => edit.span.start === first.span.end);
  const text = first.text + touching.map(edit => edit.text).join('');
  return [{ ...first, text }, ...rest.filter(edit => !touching.includes(edit))];
}

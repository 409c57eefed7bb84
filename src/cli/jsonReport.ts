import type { CheckResult, SourceStore } from '../engine.ts';
import type { Draft, Evidence, Finding, Item, SourceProblem } from '../model.ts';
import { lineIndex } from './lineIndex.ts';

export type CheckedFile = { readonly path: string; readonly draft: Draft; readonly result: CheckResult };

/** The JSON contract of `check --format json`, version 1. */
export function jsonReport(files: readonly CheckedFile[], store: SourceStore): object {
  return {
    version: 1,
    sources: { indexed: store.sources().length, problems: store.problems().map(problemRow) },
    files: files.map(({ path, draft, result }) => {
      const place = lineIndex(draft.text);
      return {
        path,
        items: result.items.map(item => itemRow(item, store, place)),
        findings: result.findings.map(finding => findingRow(finding, store, place)),
        ignored: result.ignored.map(finding => findingRow(finding, store, place)),
      };
    }),
  };
}

export function problemRow({ path, message }: SourceProblem): object {
  return { path, message };
}

type Placing = ReturnType<typeof lineIndex>;

function itemRow(item: Item, store: SourceStore, place: Placing): object {
  const { kind, verdict } = item;
  const { span, text } = kind === 'quotation' ? item.quotation : item.claim;
  return {
    kind,
    text,
    ...span,
    ...place(span.start),
    verdict: verdict.label,
    speaker: (kind === 'quotation' ? item.quotation.attribution?.speaker : undefined) ?? null,
    reason: verdict.reason,
    by: verdict.by,
    ...(verdict.score === undefined ? {} : { score: verdict.score }),
    evidence: verdict.evidence.map(e => evidenceRow(e, store)),
  };
}

function findingRow(finding: Finding, store: SourceStore, place: Placing): object {
  const { code, severity, message, span, evidence, fixes } = finding;
  const end = place(span.end);
  return {
    code,
    severity,
    message,
    ...span,
    ...place(span.start),
    endLine: end.line,
    endColumn: end.column,
    evidence: evidence.map(e => evidenceRow(e, store)),
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map(edit => ({ ...edit.span, text: edit.text })) })),
  };
}

function evidenceRow({ passage, kind, score, speaker }: Evidence, store: SourceStore): object {
  const source = store.get(passage.sourceId);
  return {
    source: source?.path ?? passage.sourceId,
    title: source?.title ?? '',
    ...passage.span,
    text: passage.text,
    speaker: speaker ?? null,
    kind,
    score,
  };
}

/** Findings as the editor shows them, pulled by clients that can, else pushed. */

import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../engine/types.ts';
import { shortened } from '../engine.ts';
import type { Finding, Severity } from '../model.ts';
import type { Client } from './client.ts';
import { placeOf, toRange, toTextEdit } from './convert.ts';
import type { OpenDraft } from './documents.ts';

export const diagnosticSource = 'groundwork';

/** Travels with the diagnostic and comes back with the request for its code actions. */
export type DiagnosticData = {
  /** Of the document that the edits were made for. */
  readonly version: number;
  readonly fixes: readonly FixData[];
};
export type FixData = { readonly title: string; readonly edits: readonly TextEdit[]; readonly preferred?: boolean };

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** How many passages a finding points at; more would push the card out of the hover. */
const mostRelated = 3;

export function toDiagnostics(result: CheckResult, open: OpenDraft, client: Client): Diagnostic[] {
  return result.findings.map(finding => toDiagnostic(finding, open, client));
}

export function toDiagnostic(finding: Finding, open: OpenDraft, client: Client): Diagnostic {
  const { document } = open;
  const data: DiagnosticData = { version: document.version, fixes: toFixes(finding, document) };
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: diagnosticSource,
    message: finding.message,
    ...(client.codeDescription && client.options.readme !== undefined
      ? { codeDescription: { href: `${client.options.readme}#${finding.code}` } }
      : {}),
    ...(client.relatedInformation ? { relatedInformation: relatedInformation(finding, open, client) } : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}

export function toFixes(finding: Finding, document: TextDocument): FixData[] {
  return finding.fixes.map(fix => ({
    title: fix.title,
    edits: fix.edits.map(edit => toTextEdit(document, edit)),
    ...(fix.preferred === undefined ? {} : { preferred: fix.preferred }),
  }));
}

function relatedInformation(finding: Finding, { folder }: OpenDraft, client: Client): DiagnosticRelatedInformation[] {
  // Of passages that are merely related one is enough: what a finding is about are the words that differ.
  const telling = finding.evidence.filter(({ kind }, rank) => rank === 0 || kind !== 'related');
  return telling.slice(0, mostRelated).flatMap(({ passage }) => {
    const source = folder.engine().store.get(passage.sourceId);
    if (!source) return [];
    return {
      location: placeOf(source, passage.span, client),
      message: `“${shortened(passage.text, 160)}”`,
    };
  });
}

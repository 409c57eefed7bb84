import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../engine/types.ts';
import type { Edit, Finding } from '../model.ts';
import type { Client } from './client.ts';
import { toTextEdit } from './convert.ts';

/** The code action kind under which editors repair a draft in one go, on saving too when somebody sets that. */
export const fixAllKind = 'source.fixAll.groundwork';

/** Below this likeness a quotation may be meant for other words than those it is nearest to. */
const leastAlike = 0.7;

type Repair = { readonly title: string; readonly edits: readonly Edit[]; readonly about: 'words' | 'citation' };

/** The source's own words for altered ones: what needs no choice of the writer's. */
export function exactWordEdits(result: CheckResult, document: TextDocument): TextEdit[] {
  return repairs(result)
    .filter(({ about }) => about === 'words')
    .flatMap(({ edits }) => edits.map(edit => toTextEdit(document, edit)));
}

/**
 * The same, and citations that can only mean one other source, as an edit each part of which the writer confirms.
 * Undefined when there is nothing to repair.
 */
export function previewedRepairs(
  result: CheckResult,
  document: TextDocument,
  client: Client,
): { readonly edit: WorkspaceEdit; readonly count: number } | undefined {
  const found = repairs(result);
  if (found.length === 0) return undefined;
  const annotated = found.flatMap(({ edits, about }) =>
    edits.map((edit): AnnotatedTextEdit => ({ ...toTextEdit(document, edit), annotationId: about })),
  );
  const textDocument = { uri: document.uri, version: document.version };
  const edit: WorkspaceEdit = client.changeAnnotations
    ? { documentChanges: [{ textDocument, edits: annotated }], changeAnnotations: annotations(client) }
    : { documentChanges: [{ textDocument, edits: annotated.map(({ range, newText }) => ({ range, newText })) }] };
  return { edit, count: found.length };
}

function annotations({ say }: Client): NonNullable<WorkspaceEdit['changeAnnotations']> {
  return {
    words: {
      label: say("Use the source's words"),
      needsConfirmation: true,
      description: say('words of a quotation that no source has: tick what is to be changed'),
    },
    citation: {
      label: say('Cite the source that has the words'),
      needsConfirmation: true,
      description: say('citations of a source that does not: tick what is to be changed'),
    },
  };
}

/** In the order of the draft; what would touch a repair before it is left for the next run. */
function repairs({ findings }: CheckResult): Repair[] {
  const taken: Edit[] = [];
  return findings.flatMap(finding => {
    const repair = repairOf(finding);
    if (!repair || repair.edits.some(edit => taken.some(other => touches(edit, other)))) return [];
    taken.push(...repair.edits);
    return [repair];
  });
}

function repairOf(finding: Finding): Repair | undefined {
  const preferred = finding.fixes.filter(fix => fix.preferred === true);
  const [fix] = preferred;
  if (!fix || preferred.length > 1) return undefined;
  const alike = (finding.evidence[0]?.score ?? 0) >= leastAlike;
  if (finding.code === 'quote-altered' && alike) return { ...fix, about: 'words' };
  return finding.code === 'citation-wrong-source' && finding.fixes.length === 1
    ? { ...fix, about: 'citation' }
    : undefined;
}

function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

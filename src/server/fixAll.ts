import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../engine/types.ts';
import type { Edit, Finding, FindingCode } from '../model.ts';
import type { Client } from './client.ts';
import { toTextEdit } from './convert.ts';

/** The code action kind under which editors repair a draft in one go, on saving too when somebody sets that. */
export const fixAllKind = 'source.fixAll.groundwork';

/** Below this likeness a quotation may be meant for other words than those it is nearest to. */
const leastAlike = 0.7;

type About = 'words' | 'citation' | 'uncited' | 'claim';
type Repair = { readonly title: string; readonly edits: readonly Edit[]; readonly about: About };

/** The source's own words for altered ones: what needs no choice of the writer's. */
export function exactWordEdits(result: CheckResult, document: TextDocument): TextEdit[] {
  return repairs(result)
    .filter(({ about }) => about === 'words')
    .flatMap(({ edits }) => edits.map(edit => toTextEdit(document, edit)));
}

/**
 * The same, and whatever else has one fix only (the citation that can mean one other source, the one source of quoted words, a
 * source's value in a claim), as an edit each part of which the writer confirms.
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

function annotations({ say }: Client): Record<About, ChangeAnnotation> {
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
    uncited: {
      label: say('Add the citation'),
      needsConfirmation: true,
      description: say('of quotations that one source has: tick what is to be added'),
    },
    claim: {
      label: say("Use the source's value"),
      needsConfirmation: true,
      description: say('where a source says otherwise: tick what is to be changed'),
    },
  };
}

/** In the order of the draft; what would touch a repair before it is left for the next run. */
function repairs({ findings }: CheckResult): Repair[] {
  const taken: Edit[] = [];
  return findings.flatMap(finding => {
    const repair = repairOf(finding);
    if (!repair) return [];
    // The note of a source is written once, however many citations come to point at it.
    const edits = repair.edits.filter(edit => !taken.some(other => isSame(edit, other)));
    if (edits.length === 0 || edits.some(edit => taken.some(other => touches(edit, other)))) return [];
    taken.push(...edits);
    return [{ ...repair, edits }];
  });
}

const kinds: Partial<Readonly<Record<FindingCode, About>>> = {
  'quote-altered': 'words',
  'citation-wrong-source': 'citation',
  'quote-uncited': 'uncited',
  'claim-contradicted': 'claim',
};

/** An altered quotation has other fixes too, of which one is certain; all other findings must have no more than one. */
function repairOf({ code, fixes, evidence }: Finding): Repair | undefined {
  const about = kinds[code];
  const preferred = fixes.filter(fix => fix.preferred === true);
  const [fix] = preferred;
  if (about === undefined || !fix || preferred.length > 1) return undefined;
  const isCertain = about === 'words' ? (evidence[0]?.score ?? 0) >= leastAlike : fixes.length === 1;
  return isCertain ? { title: fix.title, edits: fix.edits, about } : undefined;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

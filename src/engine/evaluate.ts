import { findEvidence } from '../claims/findEvidence.ts';
import { verifyClaim } from '../claims/verifyClaim.ts';
import type { ClaimLabel, ClaimVerifier, Verdict } from '../model.ts';
import { evalQuotes } from '../quotes/evalQuotes.ts';
import { contentHash } from '../sources/contentHash.ts';
import { createSourceStore } from '../sources/store.ts';

/** The verdict on a claim when these documents are all the sources there are; for measuring on labelled records. */
export function evaluateClaim(
  documents: readonly string[],
  text: string,
  verify: ClaimVerifier = verifyClaim,
): Verdict<ClaimLabel> {
  const store = createSourceStore();
  documents.forEach((document, i) => {
    const uri = `record:${i}`;
    const hash = contentHash(new TextEncoder().encode(document));
    const source = { id: uri, uri, path: uri, title: '', authors: [], text: document, hash };
    store.put(uri, { sources: [source], problems: [] });
  });
  const claim = { span: { start: 0, end: text.length }, text };
  return verify(claim, findEvidence(claim, store));
}

/** Every direct quotation of a text with its speaker and cue, spans with the marks. */
export const evaluateQuotes = evalQuotes;

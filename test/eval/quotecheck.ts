/**
 * Measures the check of quotations: real ones, given rightly or altered by rule, each in a draft of its own against the
 * article it comes from.
 */
import { visible } from '../../src/findings/context.ts';
import type { Draft, Evidence, Source } from '../../src/model.ts';
import { findQuotations } from '../../src/quotes/findQuotations.ts';
import { matchQuotation } from '../../src/quotes/matchQuotation.ts';
import { samePerson } from '../../src/quotes/samePerson.ts';
import { createSourceStore } from '../../src/sources/store.ts';
import { readProse } from '../../src/text/readProse.ts';

export type CheckedRow = {
  readonly id: string;
  readonly doc_id: string;
  readonly kind: string;
  readonly ok: boolean;
  readonly draft_quote: string;
  readonly source_quote: string;
  readonly speaker: string | null;
};
type Article = { readonly id: string; readonly text: string };
type Tally = { rows: number; accepted: number; accused: number; inside: number; located: number };

/** Prints, by kind, how many were accepted, accused of a wrong speaker, and had the altered word inside the marked range. */
export function evaluateChecks(articles: readonly Article[], rows: readonly CheckedRow[], report: boolean): void {
  const texts = new Map(articles.map(article => [article.id, article.text]));
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const text = texts.get(row.doc_id);
    if (text === undefined) continue;
    for (const write of [before, behind]) {
      const key = row.kind;
      const tally = tallies.get(key) ?? { rows: 0, accepted: 0, accused: 0, inside: 0, located: 0 };
      tallies.set(key, tally);
      check(row, text, write(row), tally, report);
    }
  }
  for (const [kind, { rows: count, accepted, accused, inside, located }] of tallies) {
    const share = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(2));
    console.log(
      `${kind.padEnd(18)} ${String(count).padStart(4)} accepted ${share(accepted, count)} accused ${share(accused, count)} altered word inside ${share(inside, located)}`,
    );
  }
}

/** The quotation with its cue before and behind it. Marks are straight or curly, whichever the words do not hold. */
const before = ({ speaker, draft_quote }: CheckedRow): string =>
  `${speaker ?? 'It'} said, ${marked(draft_quote, '')}\n`;
const behind = ({ speaker, draft_quote }: CheckedRow): string =>
  `${marked(draft_quote.replace(/[.]$/, ''), /[?!,.…]$/.test(draft_quote.replace(/[.]$/, '')) ? '' : ',')} ${speaker ?? 'it'} said.\n`;

function marked(words: string, end: string): string {
  return `“${words}${end}”`;
}

function check(row: CheckedRow, text: string, written: string, tally: Tally, report: boolean): void {
  const source: Source = { id: 'a', uri: 'a', path: 'a.txt', title: '', authors: [], text, hash: row.doc_id };
  const store = createSourceStore();
  store.put('a', { sources: [source], problems: [] });
  const draft: Draft = { uri: 'd', language: 'plaintext', text: written };
  const quotations = findQuotations(draft, readProse(written, 'plaintext'));
  const quotation = quotations.find(({ span }) => span.end - span.start > row.draft_quote.length / 2) ?? quotations[0];
  tally.rows++;
  if (!quotation) {
    if (report) console.log(`NO QUOTATION ${row.kind} ${written}`);
    return;
  }
  const verdict = matchQuotation(quotation, draft, store);
  const accepted = verdict.label === 'exact';
  const accused = accepted && isAccused(quotation.attribution?.speaker, verdict.evidence);
  if (accepted) tally.accepted++;
  if (accused) tally.accused++;
  if (accepted !== row.ok && row.kind !== 'misattributed' && report) {
    console.log(
      `${verdict.label} ${row.kind}\n   ${written.trim()}\n   ${row.source_quote}\n   ${JSON.stringify(verdict.evidence[0])?.slice(0, 500)}`,
    );
  }
  if (report && row.ok === accused && (accused || row.kind === 'misattributed')) {
    console.log(
      `${accused ? 'FALSELY ACCUSED' : 'NOT ACCUSED'} ${row.kind} ${quotation.attribution?.speaker} / ${verdict.evidence.map(e => e.speaker).join('; ')} | ${row.speaker} | ${written.trim()}`,
    );
  }
  const words = row.ok || row.kind === 'misattributed' ? undefined : alteredRange(row, quotation.span.start + 1);
  if (!words || accepted) return;
  tally.located++;
  const changes = verdict.evidence[0]?.changes ?? [];
  const marks = changes.length > 0 ? changes.map(change => visible(change.draftSpan, written)) : [quotation.span];
  const inside = marks.some(mark => mark.start <= words.end + 1 && words.start - 1 <= mark.end);
  if (inside) tally.inside++;
  else if (report)
    console.log(`OUTSIDE ${row.kind} ${JSON.stringify(changes)}\n   ${written.trim()}\n   ${row.source_quote}`);
}

function isAccused(speaker: string | undefined, evidence: readonly Evidence[]): boolean {
  const verbatim = evidence.filter(({ kind }) => kind === 'exact' || kind === 'typographic');
  return (
    speaker !== undefined &&
    verbatim.length > 0 &&
    verbatim.every(other => other.speaker !== undefined && samePerson(speaker, other.speaker) === false)
  );
}

/** Where the altered words stand in the draft: what is left when the words that both begin and end with are taken off. */
function alteredRange({ draft_quote, source_quote }: CheckedRow, offset: number): { start: number; end: number } {
  const keys = (words: string): string[] =>
    words.split(/\s+/).map(word => word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase());
  const source = keys(source_quote.replace(/^["“]|["”]$/g, ''));
  const draft = keys(draft_quote);
  let first = 0;
  while (first < draft.length && draft[first] === source[first]) first++;
  let back = 0;
  while (back < draft.length - first && draft.at(-1 - back) === source.at(-1 - back)) back++;
  const words = [...draft_quote.matchAll(/\S+/g)];
  const start = words[first]?.index ?? draft_quote.length;
  const last = words[draft.length - back - 1];
  return { start: offset + start, end: offset + Math.max(start, last ? last.index + last[0].length : 0) };
}

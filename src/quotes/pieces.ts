import type { Quotation, Span } from '../model.ts';

/** A run of quoted words that must stand in the source as it is, and what may stand in the source before it. */
export type Piece = {
  readonly span: Span;
  /** `start`: nothing; `part`: a cue; `omission`: whatever was left out; `insertion`: the words a bracket stands for. */
  readonly after: 'start' | 'part' | 'omission' | 'insertion';
  /** The brackets before it, with the stem of a word that they end (`allow[ed]`) if such a stem was cut. */
  readonly instead?: string;
  /** The brackets behind the last piece. */
  readonly insteadBehind?: string;
};

/**
 * The quotation's words in pieces, cut where the writer marked an omission (…, ..., [...], (…)), where a cue interrupts, and
 * at those brackets (`[they]`, `[sic]`) that `isWriters` takes for the writer's own. `withStems` cuts `allow[ed]` as a whole:
 * the writer changed the word's ending. Spans are offsets into the draft.
 */
export function pieces(
  quotation: Quotation,
  draft: string,
  isWriters: (bracket: string) => boolean,
  withStems = false,
): Piece[] {
  const cut = withStems ? cutWithStems : cutPlain;
  const found: Piece[] = [];
  for (const [index, { inner }] of quotation.parts.entries()) {
    let start = inner.start;
    let after: Piece['after'] = index === 0 ? 'start' : 'part';
    let instead = '';
    cut.lastIndex = start;
    for (let match = cut.exec(draft); match && match.index < inner.end; match = cut.exec(draft)) {
      const omitted = omission.test(match[0]);
      if (!omitted && !isWriters(match[0])) continue;
      push(found, draft, { span: { start, end: match.index }, after, instead });
      start = Math.min(match.index + match[0].length, inner.end);
      after = omitted ? 'omission' : 'insertion';
      instead = omitted ? '' : match[0];
    }
    push(found, draft, { span: { start, end: inner.end }, after, instead });
    const last = found.at(-1);
    if (last && instead !== '' && last.span.end < start) found[found.length - 1] = { ...last, insteadBehind: instead };
  }
  return found;
}

const cutPlain = /\[[^\][\n]{0,80}\]|\(\s*(?:…|\.{3,}|\. \. \.)\s*\)|…|\.(?:\s?\.){2,}/g;
const cutWithStems = new RegExp(`\\p{L}+\\[\\p{Ll}{1,4}\\]|${cutPlain.source}`, 'gu');
const omission = /^[[(]?\s*(?:…|\.(?:\s?\.)+)\s*[\])]?$/;

function push(found: Piece[], draft: string, piece: Piece): void {
  if (!/[\p{L}\p{N}\p{Sc}]/u.test(draft.slice(piece.span.start, piece.span.end))) return;
  found.push(found.length === 0 ? { ...piece, after: 'start' } : piece);
}

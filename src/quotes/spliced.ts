import type { Draft, Evidence, Quotation } from '../model.ts';
import { evidenceAt } from './evidence.ts';
import type { Region } from './regions.ts';
import { figureGap, occurrences, type Squeezed, squeeze } from './squeeze.ts';

/** Each piece of a splice has at least this many words: fewer stand together by chance. */
const fewestWords = 4;

/**
 * Two real pieces joined as one quotation, perhaps by a word or two of the writer's: the passages of its longest beginning
 * that some source has and of the rest, when a source has that too. Empty when it is no splice.
 */
export function splicedEvidence(quotation: Quotation, draft: Draft, proposed: readonly Region[]): Evidence[] {
  const whole = squeeze(
    draft.text,
    quotation.parts.map(({ inner }) => inner),
  );
  const count = whole.words.length;
  if (count < 2 * fewestWords) return [];
  let low = fewestWords;
  let high = count - fewestWords;
  if (!find(stretch(whole, 0, low), proposed)) return [];
  // The longest beginning that stands somewhere: if a beginning stands there, every shorter one does.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (find(stretch(whole, 0, middle), proposed)) low = middle;
    else high = middle - 1;
  }
  const beginning = find(stretch(whole, 0, low), proposed);
  const joint = [0, 1, 2].find(
    skipped => count - low - skipped >= fewestWords && find(stretch(whole, low + skipped, count), proposed),
  );
  const rest = joint === undefined ? undefined : find(stretch(whole, low + joint, count), proposed);
  return beginning && rest ? [beginning, rest] : [];
}

function stretch({ text, starts, words }: Squeezed, from: number, to: number): Squeezed {
  const start = starts[from] ?? 0;
  const end = starts[to] ?? text.length;
  const cut = text.slice(start, end);
  const key = cut.endsWith(figureGap) ? cut.slice(0, -1) : cut;
  return {
    text: key,
    words: words.slice(from, to),
    starts: [...starts.slice(from, to).map(at => at - start), key.length],
  };
}

function find(piece: Squeezed, proposed: readonly Region[]): Evidence | undefined {
  for (const region of proposed) {
    const hay = region.squeezed();
    const [place] = occurrences(hay, piece, 1);
    const first = place && hay.words[place.first];
    const last = place && hay.words[place.last];
    if (first && last) return evidenceAt(region.source, { start: first.start, end: last.end }, 'altered', 0.5);
  }
  return undefined;
}

/** A claim told in a passage's own words, one stretch exchanged: "works as a train driver", "works as a bus driver". */
import type { Span } from '../../../model.ts';
import { holds } from '../../examine/examination.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';

export type Exchange = {
  /** The words of the claim that the passage has others for, articles left out. */
  readonly own: readonly Token[];
  /** What stands in the very place of them. */
  readonly other: readonly Token[];
};

/** So many words of content must stand in both, and in the same order. */
const fewest = 3;
/** A longer stretch is told in other words, not exchanged. */
const longest = 4;

/**
 * The one stretch of a claim that a passage has other words for, where all else that the claim tells stands in the passage in
 * the same order, and the words right beside the stretch are the same. Undefined where more differs, or nothing does.
 */
export function exchangeIn(claim: Sentence, source: Sentence): Exchange | undefined {
  if (!mayBeExchanged(claim, source)) return undefined;
  const [mine, theirs] = [worded(claim), worded(source)];
  const places = align(mine, source);
  const gap = gapOf(mine, places, source);
  if (!gap) return undefined;
  const own = mine.slice(gap.from, gap.to);
  const matched = mine.filter((t, i) => !t.stop && places[i] !== undefined).length;
  if (matched < fewest || own.length > longest || isApart(claim.text, own)) return undefined;
  const [left, right] = [places[gap.from - 1], places[gap.to]];
  const other =
    left !== undefined && right !== undefined ? theirs.slice(left + 1, right) : atEdge(source, theirs, left, right);
  if (other.length === 0 || other.length > longest || isApart(source.text, other)) return undefined;
  if (other.every(t => t.stop) || [...own, ...other].some(isTelling)) return undefined;
  return haveOneSide(places, gap) ? { own, other } : undefined;
}

/** Words without content that a claim must not add or lose. */
const telling =
  /^(?:not|no|never|none|nor|neither|without|cannot|may|might|could|would|should|if|unless|than|n['’]t)$/i;

const isTelling = ofForm(({ text }) => telling.test(text));

const article = /^(?:an?|the)$/i;

const isArticle = ofForm(({ text }) => article.test(text));
const worded = ofSentence(({ tokens }): readonly Token[] => tokens.filter(t => !isArticle(t)));

/**
 * What can be told without laying the one along the other. Words that the passage lacks never find a place in it: so they
 * must stand in one short stretch, none of them may be telling, and enough must be left.
 */
function mayBeExchanged(claim: Sentence, source: Sentence): boolean {
  const mine = worded(claim);
  let [first, last, strange] = [-1, -1, 0];
  for (let i = 0; i < mine.length; i++) {
    const token = mine[i];
    if (!token || source.places.has(token.stem)) continue;
    if (isTelling(token)) return false;
    if (token.stop || holds(source, token)) continue;
    if (first < 0) first = i;
    last = i;
    strange++;
    if (last - first >= longest) return false;
  }
  return claim.content.length - strange >= fewest;
}

/**
 * The one stretch that the passage does not hold, or else the one that it holds only elsewhere. What stands there in another
 * order ("was postponed", "postponed a decision") is nothing exchanged.
 */
function gapOf(mine: readonly Token[], places: readonly (number | undefined)[], source: Sentence): Gap | undefined {
  if (mine.some((t, i) => places[i] === undefined && isTelling(t))) return undefined;
  const has = ({ from, to }: Gap, isMeant: (token: Token) => boolean) => mine.slice(from, to).some(isMeant);
  const full = gapsOf(places).filter(gap => has(gap, t => !t.stop));
  const strange = full.filter(gap => has(gap, t => !t.stop && !holds(source, t)));
  const [gap, ...more] = strange.length > 0 ? strange : full;
  if (!gap || more.length > 0) return undefined;
  // Which of several figures is meant, only the order tells.
  return full.length > 1 && has(gap, t => t.number !== undefined) ? undefined : gap;
}

type Gap = { readonly from: number; readonly to: number };

function gapsOf(places: readonly (number | undefined)[]): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i < places.length; i++) {
    if (places[i] !== undefined) continue;
    const from = i;
    while (i + 1 < places.length && places[i + 1] === undefined) i++;
    gaps.push({ from, to: i + 1 });
  }
  return gaps;
}

/** The same words right beside: one on both sides, or two on the one that there is. */
function haveOneSide(places: readonly (number | undefined)[], { from, to }: Gap): boolean {
  const [left, right] = [places[from - 1], places[to]];
  if (left !== undefined && right !== undefined) return true;
  return left !== undefined ? places[from - 2] === left - 1 : right !== undefined && places[to + 1] === right + 1;
}

/** At the end or the beginning of a claim: the words up to the next that has no content, in the same clause. */
function atEdge(
  { text }: Sentence,
  theirs: readonly Token[],
  left: number | undefined,
  right: number | undefined,
): Token[] {
  const found: Token[] = [];
  const step = left !== undefined ? 1 : -1;
  for (let at = (left ?? right ?? 0) + step; at >= 0 && at < theirs.length; at += step) {
    const [token, last] = [theirs[at], theirs[at - step]];
    if (!token || !last) break;
    const between = text.slice(Math.min(token.span.end, last.span.end), Math.max(token.span.start, last.span.start));
    if (/[,;:()“”"–—]|\.\s/.test(between) || token.stop) break;
    found.push(token);
  }
  return step > 0 ? found : found.reverse();
}

/** Whether a mark parts the words: they are then no one stretch. */
function isApart(text: string, tokens: readonly Token[]): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    /[,;:](?!\d)|[()“”"–—]/.test(text.slice(first.span.start, last.span.end))
  );
}

export function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]?.span.start ?? 0, end: tokens.at(-1)?.span.end ?? 0 };
}

/** Where a passage has a word, among those that are laid beside a claim's. */
const wordPlaces = ofSentence((sentence): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [i, { stem, number }] of worded(sentence).entries()) {
    if (number) continue;
    const same = found.get(stem);
    if (same) same.push(i);
    else found.set(stem, [i]);
  }
  return found;
});

const nowhere: readonly number[] = [];

/** The places of what may stand for a claim's token, in order. */
function placesOf({ number: own, stem }: Token, source: Sentence): readonly number[] {
  if (!own) return wordPlaces(source).get(stem) ?? nowhere;
  // "Million" is no word of its own.
  return worded(source).flatMap(({ number }, i) =>
    number !== undefined && own.kind === number.kind && agrees(own, number) ? [i] : [],
  );
}

/** Words that follow each other in both are worth more than the same words apart. */
const together = 1.5;

/** For each of the claim's words its place in the passage: the heaviest way to lay the one along the other, in order. */
function align(mine: readonly Token[], source: Sentence): (number | undefined)[] {
  const width = worded(source).length + 1;
  /** Best up to a place, matched there or not; and best with the two words there matched. */
  const best = new Float64Array((mine.length + 1) * width);
  const met = new Float64Array((mine.length + 1) * width);
  for (let i = 1; i <= mine.length; i++) {
    const own = mine[i - 1];
    const same = own ? placesOf(own, source) : nowhere;
    const row = i * width;
    if (!own || same.length === 0) {
      best.copyWithin(row, row - width, row);
      continue;
    }
    for (let j = 1, next = 0; j < width; j++) {
      const at = row + j;
      if (same[next] === j - 1) {
        next++;
        met[at] = Math.max(best[at - width - 1] ?? 0, runBefore(met[at - width - 1] ?? 0)) + (own.stop ? 1 : 3);
      }
      best[at] = Math.max(met[at] ?? 0, best[at - 1] ?? 0, best[at - width] ?? 0);
    }
  }
  return traced(mine, width, best, met);
}

function runBefore(met: number): number {
  return met > 0 ? met + together : 0;
}

function traced(mine: readonly Token[], width: number, best: Float64Array, met: Float64Array): (number | undefined)[] {
  const places: (number | undefined)[] = mine.map(() => undefined);
  let [i, j, inRun] = [mine.length, width - 1, false];
  while (i > 0 && j > 0) {
    const at = i * width + j;
    const own = met[at] ?? 0;
    if (own > 0 && (inRun || own === best[at])) {
      places[i - 1] = j - 1;
      const before = at - width - 1;
      inRun = runBefore(met[before] ?? 0) > (best[before] ?? 0);
      i--;
      j--;
    } else if ((best[at - 1] ?? 0) >= (best[at - width] ?? 0)) j--;
    else i--;
  }
  return places;
}

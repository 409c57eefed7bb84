import { ofSentence } from '../ofSentence.ts';
import type { Sentence } from '../tokens.ts';
import type { Examination } from './examination.ts';
import type { Feature } from './feature.ts';
import { type Fragment, fragments } from './fragments.ts';
import { spliceFeatures } from './spliceFeatures.ts';

/**
 * How far the claim is pieced together from the source's own stretches of words (extractive fragments, Grusky, Naaman
 * & Artzi 2018), and the longest common subsequence with the best passage.
 */
export function fragmentFeatures(x: Examination): Feature[] {
  const { claim, chosen, source } = x;
  const own = stems(claim);
  const n = Math.max(1, own.length);
  const pieces = fragments(own, source, x.standing);
  const common = chosen[0] ? longestCommon(own, stems(chosen[0])) : 0;
  const lengths = pieces.map(p => p.length).sort((a, b) => b - a);
  const used = new Set(pieces.filter(p => p.length > 1).map(p => p.passage));
  return [
    ['fragmentCoverage', pieces.reduce((sum, p) => sum + p.length, 0) / n],
    ['fragmentDensity', pieces.reduce((sum, p) => sum + p.length * p.length, 0) / n / n],
    ['fragmentLongest', (lengths[0] ?? 0) / n],
    ['fragmentSecond', (lengths[1] ?? 0) / n],
    ['fragmentLongestCount', lengths[0] ?? 0],
    ['fragments', pieces.length],
    ['fragmentsPerWord', pieces.length / n],
    ['fragmentPassages', used.size],
    ['common', common / n],
    ['firstFragment', (pieces[0]?.at === 0 ? pieces[0].length : 0) / n],
    ...joints(pieces, n),
    ...contentOrder(claim, chosen, source),
    ...spliceFeatures(x, pieces),
  ];
}

/** Where one fragment follows another: a little further on in the same passage (words left out), or elsewhere. */
function joints(pieces: readonly Fragment[], n: number): Feature[] {
  let [near, back, far, strange] = [0, 0, 0, 0];
  for (let i = 1; i < pieces.length; i++) {
    const [a, b] = [pieces[i - 1], pieces[i]];
    if (!a || !b) continue;
    if (b.at > a.at + a.length) strange++;
    else if (a.passage !== b.passage) far++;
    else if (b.start >= a.start + a.length && b.start - a.start - a.length <= 12) near++;
    else back++;
  }
  return [
    ['jointsNear', near / n],
    ['jointsBack', back],
    ['jointsFar', far],
    ['jointsStrange', strange / n],
    ['jointsBad', (far + back) / n],
  ];
}

/** Content words in the order of one passage: the longest common subsequence, best passage and best of all. */
function contentOrder(claim: Sentence, chosen: readonly Sentence[], source: readonly Sentence[]): Feature[] {
  const own = contentStems(claim);
  const n = Math.max(1, own.length);
  const of = (p: Sentence | undefined) => (p ? longestCommon(own, contentStems(p)) / n : 0);
  const all = source
    .slice(0, 8)
    .map(of)
    .sort((a, b) => b - a);
  return [
    ['order1', of(chosen[0])],
    ['orderBest', all[0] ?? 0],
    ['orderNext', all[1] ?? 0],
  ];
}

const stems = ofSentence(({ tokens }) => tokens.map(f => f.stem));
const contentStems = ofSentence(({ tokens }) => tokens.filter(f => !f.stop).map(f => f.stem));

/** The length of the longest common subsequence, by one row of the table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = new Uint16Array(b.length + 1);
  for (const word of a) {
    let before = 0;
    for (let j = 1; j < row.length; j++) {
      const above = row[j] ?? 0;
      row[j] = word === b[j - 1] ? before + 1 : Math.max(above, row[j - 1] ?? 0);
      before = above;
    }
  }
  return row[b.length] ?? 0;
}

/** What is told as rising or falling, where a passage says that it stayed as it was. */
import { stem } from '../../../text/stem.ts';
import { tokenize } from '../../tokens.ts';
import { speaksOf } from '../alike/sameName.ts';
import { type Comparer, pair } from '../pair.ts';
import { isMixed, ways, waysIn } from './compareTrends.ts';

const still =
  /\b(?:(?:did|do|does|has|have|had) not (?:\p{L}+ly )?changed?|(?:did|do|does|has|have|had)n['’]t changed?|(?:was|were|remained|stayed) (?:\p{L}+ly )?unchanged|(?:remained|stayed|held) (?:\p{L}+ly )?(?:flat|steady|stable|the same))\b/iu;
/** One of these words is in every such phrase; most passages have none, and need no closer look. */
const mayStay = /change|remained|stayed|held/iu;
/** What something is measured by: with or without it the same is meant. */
const measures = new Set('level amount number concentration rate volume total share'.split(' ').map(stem));
const partly = /\b(?:until|till|at first|initially|before|since|while|but|although)\b/i;

/** "Levels of ozone fell" against "Ozone did not change". */
export const compareStill: Comparer = x => {
  const { claim, source } = x;
  const [way] = waysIn(claim);
  const stayed = way && mayStay.test(source.text) ? still.exec(source.text) : null;
  if (!stayed || !way || isMixed(claim) || waysIn(source).length > 0) return [];
  if (partly.test(source.text) || still.test(claim.text) || /\b(?:not|no|never)\b|n['’]t\b/i.test(claim.text))
    return [];
  if (claim.dates.some(d => !source.dates.some(e => e.text === d.text)) || source.dates.length > claim.dates.length)
    return [];
  // "Fares did not change in Ulm": they may have elsewhere.
  if (source.names.some(n => n.span.start > stayed.index && !speaksOf(claim, n.text))) return [];
  const [mine, theirs] = [subject(claim.text, way.index), subject(source.text, stayed.index)];
  const isSame = theirs.length > 0 && theirs.every(s => mine.includes(s)) && mine.every(s => theirs.includes(s));
  if (!isSame || x.others.some(s => s !== source && moves(s.text, mine))) return [];
  const span = { start: way.index, end: way.index + way[0].length };
  return [pair(x, span, { start: stayed.index, end: stayed.index + stayed[0].length }, 'wording')];
};

/** The stems of what stands before a verb, an aside and measures left out. */
function subject(text: string, at: number): string[] {
  const before = text.slice(0, at).replace(/,[^,]*, (?:\p{L}+ )?$/u, '');
  const own = before.slice(before.lastIndexOf(',') + 1);
  return tokenize(own).flatMap(t => (t.stop || measures.has(t.stem) || /ly$/.test(t.text) ? [] : [t.stem]));
}

/** Whether a passage tells of the same as moving: which of the two is meant cannot be told then. */
function moves(text: string, of: readonly string[]): boolean {
  const words = new Set(tokenize(text).map(t => t.stem));
  return of.every(s => words.has(s)) && text.search(ways) >= 0;
}

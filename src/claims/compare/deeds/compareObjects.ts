/** What was done to which of two things: "destroyed the tower" where it "destroyed the hall but spared the tower". */
import type { Change } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { isAkin } from '../alike/isAkin.ts';
import { sidesWith } from '../alike/opposites.ts';
import { type Comparer, type Comparison, pair, shared } from '../pair.ts';
import { type Frame, frames, framesOf } from '../reading/frames.ts';
import { light, meet } from '../reading/parties.ts';

export const compareObjects: Comparer = x => {
  const mayExchange = contrast.test(x.source.text);
  if (!mayExchange && (x.claim.numbers.length === 0 || x.source.numbers.length < 2)) return [];
  for (const own of frames(x.claim)) {
    if (own.target.length === 0 || light.test(own.key) || !x.source.places.has(own.verb.token.stem)) continue;
    const found = (mayExchange ? exchangedObject(own, x) : undefined) ?? otherFigure(own, x);
    if (found) return [found];
  }
  return [];
};

const contrast = /\b(?:but|while|whereas|instead|yet)\b/i;

/** Both deeds and both objects stand in the passage, each with the other's. */
function exchangedObject(own: Frame, x: Comparison): Change | undefined {
  const all = frames(x.source);
  const same = all.filter(f => f.key === own.key);
  const [rival, ...more] = all.filter(f => f.key !== own.key && meet(own.target, f.target) === 'same');
  const [mine, ...rest] = same;
  if (!mine || !rival || more.length + rest.length > 0 || !isObject(mine) || !isObject(rival) || !isObject(own))
    return undefined;
  if ([own, mine, rival].some(f => f.isDenied) || own.mood !== rival.mood) return undefined;
  if (isTold(own, mine) || sidesWith(own.key, rival.key) || isAkin(own.verb.token, rival.verb.token)) return undefined;
  const [first, second] = [mine, rival].sort((a, b) => a.verb.from - b.verb.from);
  const between = x.source.text.slice(first?.verb.span.end, second?.verb.span.start);
  if (!contrast.test(between) || x.claim.places.has(rival.verb.token.stem) || shared(x, own.verb.span) < 0.6)
    return undefined;
  if (x.others.some(s => s !== x.source && framesOf(s, own.key).some(f => meet(own.target, f.target) === 'same')))
    return undefined;
  return pair(x, own.verb.token.span, rival.verb.token.span, 'wording');
}

function isObject({ target, verb }: Frame): boolean {
  const [noun, ...more] = target;
  return noun !== undefined && more.length === 0 && !noun.isPronoun && noun.content.length > 0 && noun.from >= verb.to;
}

/** Whether something of what the claim says was done to is there too: "the tower and the hall". */
function isTold(own: Frame, { target }: Frame): boolean {
  return own.target.some(n => n.content.some(t => target.some(m => m.content.some(u => u.stem === t.stem))));
}

/** "Rejected 94 applications" where it rejected 31, and paid something to 94. */
function otherFigure(own: Frame, x: Comparison): Change | undefined {
  const mine = figureOf(x.claim, own);
  if (!mine || own.isDenied || own.doer.length === 0) return undefined;
  const same = (s: Sentence) =>
    framesOf(s, own.key).flatMap(f => {
      const figure = !f.isDenied && f.mood === own.mood ? figureOf(s, f) : undefined;
      return figure && meet(own.doer, f.doer) !== 'apart' && isOfOne(mine.noun, figure.noun) ? [figure] : [];
    });
  const [theirs, ...more] = same(x.source);
  if (!theirs || more.length > 0 || x.others.some(s => same(s).some(f => agrees(mine.figure, f.figure))))
    return undefined;
  // Elsewhere in the passage the claim's figure stands for something else: that is how the two were exchanged.
  const isThere = x.source.numbers.some(n => n !== theirs.figure && n.value === mine.figure.value);
  if (!isThere || shared(x, mine.figure.span) < 0.75) return undefined;
  return pair(x, mine.figure.span, theirs.figure.span, 'number');
}

type Noun = Frame['target'][number];

function figureOf(
  sentence: Sentence,
  { target }: Frame,
): { readonly figure: NumberMention; readonly noun: Noun } | undefined {
  const [noun, ...more] = target;
  if (!noun || more.length > 0 || noun.head.length === 0) return undefined;
  const [figure, ...rest] = sentence.numbers.filter(
    n => n.kind === 'count' && noun.span.start <= n.span.start && n.span.end <= noun.span.end,
  );
  return figure && rest.length === 0 ? { figure, noun } : undefined;
}

function isOfOne(a: Noun, b: Noun): boolean {
  return a.head.every(t => b.head.some(u => u.stem === t.stem));
}

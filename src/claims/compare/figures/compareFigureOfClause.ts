/** A figure that the passage gives in another clause, of something else: "a profit of 410 million" where that is the turnover. */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { bears, type Comparer, likeness, pair } from '../pair.ts';
import { type Frame, frames, type Party } from '../reading/frames.ts';
import { light, stands } from '../reading/parties.ts';
import { phrases } from '../reading/phrases.ts';

/** A claim's figure that stands beside another deed, where the claim's own deed has a figure of the same kind. */
export const compareFigureOfClause: Comparer = x => {
  if (x.claim.numbers.length === 0 || x.source.numbers.length < 2 || likeness(x) < 0.75) return [];
  const theirs = figures(x.source);
  if (theirs.length < 2 || figures(x.claim).length === 0 || former.test(x.claim.text)) return [];
  return figures(x.claim).flatMap(own => {
    const [same, ...more] = theirs.filter(f => agrees(own.figure, f.figure));
    const frame = frames(x.claim).find(f => holds(f, own.figure));
    if (!same || more.length > 0 || !frame || frame.isDenied || isToldIn(same, frame, x.source)) return [];
    const [rival, ...others] = theirs.filter(f => f !== same && isToldIn(f, frame, x.source));
    if (
      !rival ||
      others.length > 0 ||
      !areOfOneKind(own.figure, rival.figure) ||
      !tellsOfAnother(same, frame, x.source)
    )
      return [];
    if (hasOwnWord(x.claim, same, rival, x.source) || agrees(own.figure, rival.figure)) return [];
    if (x.claim.numbers.some(n => agrees(n, rival.figure))) return [];
    if (
      x.others.some(s => s !== x.source && bears(x, s, own.figure.span) && s.numbers.some(n => agrees(own.figure, n)))
    )
      return [];
    return [pair(x, own.figure.span, rival.figure.span, 'number')];
  });
};

/** What was so at another time stands in another clause, too. */
const former = /\b(?:used to|once|former|formerly|previous|previously|earlier|before|had|(?:1[89]|20)\d\d)\b/i;

type Told = { readonly figure: NumberMention; readonly clause: Span };

const border = /[,;:] | (?:and|but|while|whereas|although|though|compared (?:with|to)|against|versus) /giu;

/** The figures of a sentence, each with the clause it stands in. */
const figures = ofSentence(({ numbers, text }): readonly Told[] => {
  const own = numbers.filter(n => (n.kind === 'count' && n.value > 3) || n.kind === 'money' || n.kind === 'percent');
  if (own.length === 0) return [];
  const edges = [...text.matchAll(border)].map(m => ({ start: m.index, end: m.index + m[0].length }));
  return own.map(figure => ({
    figure,
    clause: {
      start: edges.findLast(e => e.end <= figure.span.start)?.end ?? 0,
      end: edges.find(e => e.start >= figure.span.end)?.start ?? text.length,
    },
  }));
});

/** "410 million euros" and "12 million": the currency is said once. */
function areOfOneKind(a: NumberMention, b: NumberMention): boolean {
  const isSum = ({ kind, value }: NumberMention) => kind === 'money' || (kind === 'count' && value >= 10_000);
  return a.kind === b.kind || (isSum(a) && isSum(b));
}

function holds({ target, others }: Frame, { span }: NumberMention): boolean {
  return [...target, ...[...others.values()].flat()].some(n => n.span.start <= span.start && span.end <= n.span.end);
}

function subjectOf({ doer, target, verb }: Frame): Party {
  return doer.length > 0 ? doer : target.filter(n => n.to <= verb.from);
}

/** Whether the clause of a figure tells the claim's deed: its verb, or what it is said of where the verb says little. */
function isToldIn({ clause }: Told, frame: Frame, source: Sentence): boolean {
  const isWithin = ({ start, end }: Span) => clause.start <= start && end <= clause.end;
  if (!light.test(frame.key)) return source.tokens.some(t => t.stem === frame.verb.token.stem && isWithin(t.span));
  return phrases(source).some(p => p.kind === 'noun' && isWithin(p.span) && stands(subjectOf(frame), [p]));
}

/** A word of the claim that only the clause of its figure has: "those given placebo". */
function hasOwnWord(claim: Sentence, same: Told, rival: Told, source: Sentence): boolean {
  const isIn = (stem: string, { clause }: Told) =>
    source.tokens.some(t => t.stem === stem && clause.start <= t.span.start && t.span.end <= clause.end);
  const units = new Set([same.figure.unit, rival.figure.unit].map(unit => unit && stem(unit)));
  return claim.content.some(t => !t.number && !units.has(t.stem) && isIn(t.stem, same) && !isIn(t.stem, rival));
}

/** The clause has a deed of its own, or sets what it tells against the other: "7 percent in June" may go on with it. */
function tellsOfAnother({ clause }: Told, frame: Frame, source: Sentence): boolean {
  if (/(?:compared (?:with|to)|against|versus) $/i.test(source.text.slice(0, clause.start)))
    return /\b(?:for|in|among|of|on) /i.test(source.text.slice(clause.start, clause.end));
  return frames(source).some(
    f =>
      clause.start <= f.verb.span.start &&
      f.verb.span.end <= clause.end &&
      f.key !== frame.key &&
      (!light.test(frame.key) || (subjectOf(f).length > 0 && !f.isUnderstood)) &&
      !light.test(f.key),
  );
}

/** One time on its two sides: "after October" where it is "by October". */
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';
import { isCompatible } from './compareDates.ts';

type Bound = { readonly isBefore: boolean; readonly date: Sentence['dates'][number]; readonly start: number };

export const compareDeadline: Comparer = x =>
  bounds(x.claim).flatMap(own => {
    const same = (s: Sentence) => bounds(s).filter(b => isCompatible(own.date, b.date, x.published));
    const [other, ...more] = same(x.source);
    if (!other || more.length > 0 || other.isBefore === own.isBefore) return [];
    const { end } = own.date.span;
    if (
      x.others.some(s => same(s).some(b => b.isBefore === own.isBefore)) ||
      shared(x, { start: own.start, end }) < 0.6
    )
      return [];
    return [pair(x, { start: own.start, end }, { start: other.start, end: other.date.span.end }, 'wording')];
  });

const lead =
  /\b(?:(by|before|until|till|no later than)|(after|from|since)) (?:the (?:end|start|beginning|middle) of )?$/i;

const bounds = ofSentence((sentence): readonly Bound[] =>
  sentence.dates.flatMap(date => {
    const match = lead.exec(sentence.text.slice(0, date.span.start));
    return match ? [{ isBefore: match[1] !== undefined, date, start: match.index }] : [];
  }),
);

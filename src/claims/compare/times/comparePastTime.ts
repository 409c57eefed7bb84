/** How long a time that is told of reaches: "in the past year" where it is "in the past decade". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import { type Comparer, pair, shared } from '../pair.ts';

type Time = { readonly unit: string; readonly side: string; readonly span: Span };

export const comparePastTime: Comparer = x =>
  times(x.claim).flatMap(own => {
    const [other, ...more] = times(x.source).filter(t => t.side === own.side);
    if (!other || more.length > 0 || other.unit === own.unit || shared(x, own.span) < 0.6) return [];
    if (x.others.some(s => times(s).some(t => t.side === own.side && t.unit === own.unit))) return [];
    return [pair(x, own.span, other.span, 'number')];
  });

const past = /\bthe (past|coming|next) (day|week|fortnight|month|quarter|season|year|decade|century)\b/giu;

const mayTell = /the (?:past|coming|next) /i;

const times = ofSentence(({ text }): readonly Time[] =>
  (mayTell.test(text) ? [...text.matchAll(past)] : []).map(match => {
    const unit = match[2] ?? '';
    const end = match.index + match[0].length;
    return { unit, side: /past/i.test(match[1] ?? '') ? 'past' : 'coming', span: { start: end - unit.length, end } };
  }),
);

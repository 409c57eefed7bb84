/** Figures that a passage gives one after the other: "The state pays 25 million, the city pays 17 million". */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { type Comparer, type Comparison, pair } from '../pair.ts';

type Row = { readonly subject: string; readonly verb: string; readonly figure: NumberMention };

/** A claim that gives one of the row the figure of another. */
export const compareRows: Comparer = x => {
  // The row has the claim's figure for another of the things, and another for its own.
  if (x.claim.numbers.length === 0 || x.source.numbers.length < 2) return [];
  const [own, ...more] = rows(x.claim);
  if (!own || more.length > 0) return [];
  const alike = rows(x.source).filter(r => r.verb === own.verb);
  const [rival, ...rest] = alike.filter(r => r.subject === own.subject);
  if (!rival || rest.length > 0 || rival.figure.value === own.figure.value) return [];
  if (!alike.some(r => r !== rival && r.figure.value === own.figure.value)) return [];
  const known = x.others.some(s =>
    rows(s).some(r => r.subject === own.subject && r.verb === own.verb && r.figure.value === own.figure.value),
  );
  return known ? [] : [pair(x, without(own.figure, rival.figure), rival.figure.span, 'number')];
};

/** Whether two figures stand in such a row for two things, or the claim's for one that the row has no figure of. */
export function areOfTwoRows(own: NumberMention, other: NumberMention, { claim, source }: Comparison): boolean {
  if (source.numbers.length < 2) return false;
  const mine = rows(claim).find(r => r.figure === own);
  const alike = rows(source).filter(r => r.verb === mine?.verb);
  const theirs = alike.find(r => r.figure === other);
  if (!mine || !theirs || alike.length < 2) return false;
  return !theirs.subject.split(' ').some(s => mine.subject.split(' ').includes(s));
}

/** "20 million" stands beside "25 million dollars" for dollars too. */
function without({ span, text, kind }: NumberMention, other: NumberMention): Span {
  const currency = kind === 'money' && other.kind === 'count' ? (/[- ]\p{L}+$/u.exec(text)?.[0].length ?? 0) : 0;
  return { start: span.start, end: span.end - currency };
}

const loosely = /^(?:about|around|nearly|almost|over|some|just|roughly|more|less|than|an?|the|\p{Sc})$/iu;

/** Subject, verb and figure of each clause that has just these; a comma and "and" set the clauses off. */
const rows = ofSentence(({ text, tokens, numbers }: Sentence): Row[] => {
  return numbers.flatMap(figure => {
    if (figure.kind !== 'count' && figure.kind !== 'money' && figure.kind !== 'percent') return [];
    const left = text.slice(0, figure.span.start);
    const start = /(?:^|[,;] (?:and |while |but )?| and )(?!.*(?:[,;] | and ))/iu.exec(left);
    const from = start ? start.index + start[0].length : 0;
    const before = tokens.filter(t => t.span.start >= from && t.span.end <= figure.span.start && !loosely.test(t.text));
    const verb = before.at(-1);
    const subject = before.slice(0, -1).filter(t => !t.stop);
    if (!verb || verb.stop || !verb.word.partsOfSpeech.includes('v') || subject.length === 0) return [];
    return [{ subject: subject.map(t => t.stem).join(' '), verb: verb.stem, figure }];
  });
});

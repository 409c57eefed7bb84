/** A figure given to another of its kind: "operating costs of 40 million" where 40 million are the construction costs. */
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Token } from '../../tokens.ts';
import { isAkin } from '../alike/isAkin.ts';
import { type Comparer, pair } from '../pair.ts';
import { phrases } from '../reading/phrases.ts';

/** What a figure tells of: "construction" and "costs". */
type Attribute = { readonly figure: NumberMention; readonly kind: Token; readonly of: Token };

export const compareAttributes: Comparer = x => {
  if (!x.claim.numbers.some(n => x.source.numbers.some(m => m.value === n.value))) return [];
  return attributes(x.claim).flatMap(own => {
    const isSame = (a: Attribute) => a.of.stem === own.of.stem && isOneFigure(own.figure, a.figure);
    const [other, ...more] = attributes(x.source).filter(isSame);
    if (!other || more.length > 0 || isAkin(own.kind, other.kind)) return [];
    // The passages know both kinds, and give this figure to the other alone.
    const isKnown = x.others.some(s => bigrams(s).has(`${own.kind.stem} ${own.of.stem}`));
    const isBorneOut = x.others.some(s => attributes(s).some(a => isSame(a) && a.kind.stem === own.kind.stem));
    return isKnown && !isBorneOut ? [pair(x, own.kind.span, other.kind.span, 'name')] : [];
  });
};

function isOneFigure(a: NumberMention, b: NumberMention): boolean {
  const isAlike = a.kind === b.kind || a.kind === 'money' || b.kind === 'money';
  return isAlike && a.value === b.value && a.high === b.high;
}

/** The noun right before each figure with the word before it in the same phrase. */
const attributes = ofSentence((sentence): readonly Attribute[] => {
  const nouns = phrases(sentence).flatMap(p => (p.kind === 'noun' && !p.isPronoun ? [p] : []));
  return sentence.numbers.flatMap(figure => {
    if (!/^(?:money|percent|count)$/.test(figure.kind) || (figure.kind === 'count' && figure.value < 20)) return [];
    const last = nouns.findLast(n => n.span.end <= figure.span.start && n.content.every(t => !t.number));
    const between = last ? sentence.text.slice(last.span.end, figure.span.start) : '';
    const head = last?.head.at(-1);
    // "Operating costs": what could be a verb tells the kind too.
    const kind = head ? sentence.tokens[sentence.tokens.indexOf(head) - 1] : undefined;
    if (
      !head ||
      !kind ||
      kind.stop ||
      kind.number ||
      (kind.name && kind.span.start > 1) ||
      head.name ||
      /[,;:.]/.test(between)
    )
      return [];
    return kind.span.end + 1 === head.span.start ? [{ figure, kind, of: head }] : [];
  });
});

const bigrams = ofSentence(
  ({ tokens }): ReadonlySet<string> =>
    new Set(tokens.flatMap((t, i) => (i > 0 ? [`${tokens[i - 1]?.stem} ${t.stem}`] : []))),
);

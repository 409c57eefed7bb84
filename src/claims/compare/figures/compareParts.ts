/** A whole and a part of it in one breath: "16 people, 11 of them passengers of a bus". */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { bears, type Comparer, type Comparison, pair } from '../pair.ts';

type Division = {
  readonly whole: NumberMention;
  readonly part: NumberMention;
  /** What is counted there, as far as the words differ. */
  readonly wholeOf: readonly Token[];
  readonly partOf: readonly Token[];
};

/** A claim that gives the part the figure of the whole. */
export const compareParts: Comparer = x => {
  if (x.claim.numbers.length === 0) return [];
  return divisions(x.source).flatMap(division => {
    const [own, ...more] = x.claim.numbers.filter(n => n.kind === 'count' && n.value === division.whole.value);
    if (
      !own ||
      more.length > 0 ||
      /\bof (?:the |its |their |all )*$/i.test(x.claim.text.slice(0, own.span.start)) ||
      x.claim.numbers.some(n => n.value === division.part.value)
    )
      return [];
    const counted = countedBy(x.claim, own);
    const isPart = division.partOf.every(t => counted.some(c => c.stem === t.stem));
    const isWhole = division.wholeOf.some(t => x.claim.places.has(t.stem));
    if (!isPart || isWhole || isKnown(x, own, division)) return [];
    return [pair(x, own.span, division.part.span, 'number')];
  });
};

/** Another passage counts as many of the part. */
function isKnown(x: Comparison, own: NumberMention, { partOf }: Division): boolean {
  return x.others.some(
    s =>
      s !== x.source &&
      s.numbers.some(n => n.value === own.value && partOf.every(t => countedBy(s, n).some(c => c.stem === t.stem))) &&
      bears(x, s, own.span),
  );
}

/** The words of content right behind a figure, up to a verb or a mark. */
function countedBy({ tokens, text }: Sentence, { span }: NumberMention): Token[] {
  const found: Token[] = [];
  for (const token of tokens) {
    if (token.span.start < span.end) continue;
    const last = found.at(-1)?.span.end ?? span.end;
    if (found.length >= 3 || /[,;:.]/.test(text.slice(last, token.span.start)) || helper.test(token.text)) break;
    if (!token.stop) found.push(token);
  }
  return found;
}

const helper =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|who|which|that|and|in|at|on|from|to|for|with|by|under|over)$/i;
const joint = /^(?: \p{L}+){0,8}, (?:at least |about |some )?$/iu;
const among = /^(?: \p{L}+){1,4},? (?:including|among them|amongst them) (?:at least |about |some )?$/iu;
const ofThem = /^ of (?:them|whom|which)\b(?: (?:are|were|was|is|being))?/i;
const mayDivide = /\bof (?:them|whom|which)\b|includ|among/i;

const divisions = ofSentence((sentence): readonly Division[] => {
  const { text, numbers } = sentence;
  if (numbers.length < 2 || !mayDivide.test(text)) return [];
  return numbers.flatMap((whole, i) => {
    const part = numbers[i + 1];
    if (!part || whole.kind !== 'count' || part.kind !== 'count' || part.value >= whole.value) return [];
    const between = text.slice(whole.span.end, part.span.start);
    const them = ofThem.exec(text.slice(part.span.end));
    if (!(them && joint.test(between)) && !among.test(between)) return [];
    const from: Span = { start: part.span.end, end: part.span.end + (them?.[0].length ?? 0) };
    const [wholeOf, all] = [countedBy(sentence, whole), countedBy(sentence, { ...part, span: from })];
    const partOf = all.slice(0, 1);
    const isApart = partOf.length > 0 && !wholeOf.some(t => partOf.some(p => p.stem === t.stem));
    return isApart ? [{ whole, part, wholeOf, partOf }] : [];
  });
});

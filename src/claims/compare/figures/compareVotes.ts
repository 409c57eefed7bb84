/** Results of votes and matches: "7 to 4" is not "4 to 7". */
import type { Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import { isOpposed, sidesWith } from '../alike/opposites.ts';
import { type Comparer, pair, shared } from '../pair.ts';

type Result = {
  readonly span: Span;
  readonly deed: string;
  readonly deedAt: number;
  readonly first: number;
  readonly second: number;
};

/** The same two figures of the same deed, the other way round; or a vote of one mind that was none. */
export const compareVotes: Comparer = x => {
  if (x.claim.numbers.length === 0 && !unanimous.test(x.claim.text)) return [];
  return [...turnedOver(x), ...exchanged(x), ...other(x), ...ofOneMind(x)];
};

/** "Rejected by seven votes to two" where it was "approved by five votes to four": the deed and the figures together. */
const turnedOver: Comparer = x =>
  results(x.claim).flatMap(own => {
    const [rival, ...more] = results(x.source).filter(r => isOpposed(own.deed, r.deed));
    if (!rival || more.length > 0 || x.others.some(s => results(s).some(r => sidesWith(r.deed, own.deed)))) return [];
    // With the same figures the deed alone is at issue.
    if (own.first === rival.first && own.second === rival.second) return [];
    const [mine, theirs] = [fromDeed(own), fromDeed(rival)];
    const isShort = [mine, theirs].every(s => s.end - s.start <= longest);
    return isShort && shared(x, mine) >= 0.4 ? [pair(x, mine, theirs, 'wording')] : [];
  });

/** Longer stretches tell a writer less than the figures. */
const longest = 70;

function fromDeed({ deedAt, span }: Result): Span {
  return { start: deedAt, end: span.end };
}

const unanimous = /\bunanimous(?:ly)?\b/i;

/** "Voted unanimously" where the passage has votes on both sides. */
const ofOneMind: Comparer = x => {
  const own = unanimous.exec(x.claim.text);
  if (!own || x.others.some(s => unanimous.test(s.text))) return [];
  const span = { start: own.index, end: own.index + own[0].length };
  const rival = results(x.source).find(r => r.deed === stem('voted') && r.first > 0 && r.second > 0);
  return rival && shared(x, span) >= 0.5 ? [pair(x, span, rival.span, 'wording')] : [];
};

const exchanged: Comparer = x =>
  results(x.claim).flatMap(own => {
    const known = x.others.some(s => results(s).some(r => r.first === own.first && r.second === own.second));
    const rival = results(x.source).find(
      r => r.deed === own.deed && r.first === own.second && r.second === own.first && r.first !== r.second,
    );
    return !known && rival && shared(x, own.span) >= 0.5 ? [pair(x, own.span, rival.span, 'number')] : [];
  });

/** "28 to 13" where the one result that is told is "23 to 18": both figures differ, so neither alone would mend it. */
const other: Comparer = x =>
  results(x.claim).flatMap(own => {
    const [rival, ...more] = results(x.source).filter(r => r.deed === own.deed);
    const figures = (r: Result) => [r.first, r.second];
    if (
      !rival ||
      more.length > 0 ||
      x.others.some(s => results(s).some(r => r.first === own.first && r.second === own.second))
    )
      return [];
    const isApart = !figures(own).some(n => figures(rival).includes(n));
    return isApart && shared(x, own.span) >= 0.7 ? [pair(x, own.span, rival.span, 'number')] : [];
  });

const deeds =
  /\b(vot\p{L}+|won|lost|beat|defeat\p{L}*|pass\p{L}*|carried|approv\p{L}+|adopt\p{L}+|back\p{L}+|reject\p{L}+|fail\p{L}+|block\p{L}+)(?: (?!by\b)\p{L}+){0,4}?(?: by)?,? (?:a vote of )?$/iu;

const results = ofSentence((sentence): readonly Result[] => {
  const { text, numbers } = sentence;
  return numbers.flatMap((number, i) => {
    if (number.kind !== 'count') return [];
    const next = numbers[i + 1];
    const joined =
      next?.kind === 'count' && /^(?: to | votes to | ?[-–] ?)$/.test(text.slice(number.span.end, next.span.start));
    const end = number.high === undefined ? (joined ? next.span.end : undefined) : number.span.end;
    const second = number.high ?? next?.value;
    const match = end === undefined ? null : deeds.exec(text.slice(0, number.span.start));
    if (end === undefined || second === undefined || !match) return [];
    const deed = stem(match[1] ?? '');
    return [{ span: { start: number.span.start, end }, deed, deedAt: match.index, first: number.value, second }];
  });
});

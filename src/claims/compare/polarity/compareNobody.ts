/** Nobody on one side and so many on the other: "nobody was rescued" against "14 people were rescued", "killed none". */
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { bears, type Comparer, type Comparison, pair, shared } from '../pair.ts';
import { type Frame, frames, type Party } from '../reading/frames.ts';

/** Somebody to whom or by whom a thing was done, counted or told to be nobody. */
type Headcount = {
  readonly key: string;
  readonly role: 'doer' | 'target';
  readonly none: boolean;
  readonly noun: Party[number];
};

export const compareNobody: Comparer = x => {
  if (!tellsOfNone(x.claim) && !tellsOfNone(x.source)) return [];
  return headcounts(x.claim)
    .flatMap(own => {
      const alike = (s: Sentence) => headcounts(s).filter(h => h.key === own.key && h.role === own.role);
      const [other, ...more] = alike(x.source);
      if (!other || more.length > 0 || other.none === own.none || !isOfOneTime(x) || !haveOneMatter(x, own)) return [];
      if (x.others.some(s => s !== x.source && alike(s).some(h => h.none === own.none) && bears(x, s, own.noun.span)))
        return [];
      return [pair(x, own.noun.span, other.noun.span, 'negation', 'none')];
    })
    .slice(0, 1);
};

const tellsOfNone = ofSentence(({ text }): boolean => mayBeNone.test(text));
const some = /^(?:several|many|some|dozens|hundreds|a few|a number|scores|most|all)\b/i;
const mayBeNone = /\b(?:nobody|no one|none|no-one|neither)\b/i;

/** What else the claim tells is told there too. */
function haveOneMatter(x: Comparison, { noun }: Headcount): boolean {
  const content = x.claim.content.filter(t => t.span.end <= noun.span.start || t.span.start >= noun.span.end);
  return content.length > 1 && shared({ ...x, claim: { ...x.claim, content } }, { start: -1, end: -1 }) >= 0.55;
}

/** "In 2009 nobody died" says nothing against "16 people died": what dates the one dates the other. */
function isOfOneTime({ claim, source }: Comparison): boolean {
  const years = ({ dates }: Sentence) =>
    dates
      .flatMap(d => (d.year === undefined ? [] : [d.year]))
      .sort()
      .join();
  return years(claim) === years(source);
}

const headcounts = ofSentence((sentence): readonly Headcount[] => {
  return frames(sentence).flatMap(frame => {
    if (frame.mood !== 'done' || /^(?:is|was|were|are|be|has|have|had)$/.test(frame.key)) return [];
    const found: Headcount[] = [];
    for (const role of ['doer', 'target'] as const) {
      const noun = countedIn(sentence, frame, role);
      if (noun) found.push({ key: frame.key, role, ...noun });
    }
    return found;
  });
});

function countedIn(
  sentence: Sentence,
  frame: Frame,
  role: 'doer' | 'target',
): Pick<Headcount, 'none' | 'noun'> | undefined {
  const [noun, ...more] = frame[role];
  if (!noun || more.length > 0) return undefined;
  const words = sentence.text.slice(noun.span.start, noun.span.end);
  const none = /^(?:nobody|no one|no-one|none|neither)$/i.test(words);
  const figure = sentence.numbers.find(n => noun.span.start <= n.span.start && n.span.end <= noun.span.end);
  // "Nobody was not told": two denials say the contrary.
  const isOddlyDenied = frame.isDenied !== (none && noun.to <= frame.verb.from);
  const isSome = some.test(words) || (figure?.kind === 'count' && figure.value >= 1 && figure.approximate !== 'atMost');
  if (isOddlyDenied || (!none && !isSome)) return undefined;
  return { none, noun };
}

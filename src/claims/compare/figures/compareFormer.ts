/** The old figure told as the new: "4.8 million passengers, compared with 5.2 million in 2019". */
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import { agrees } from '../alike/agrees.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';

type Change = { readonly now: NumberMention; readonly once: NumberMention; readonly behind: string };

export const compareFormer: Comparer = x => {
  if (x.claim.numbers.length === 0 || x.source.numbers.length < 2 || former.test(x.claim.text)) return [];
  return changes(x.source).flatMap(change => {
    const [own, ...more] = x.claim.numbers.filter(n => n.kind === change.once.kind && n.value === change.once.value);
    if (!own || more.length > 0 || x.claim.numbers.some(n => agrees(n, change.now))) return [];
    // "In 2019", said of the old figure.
    if (x.claim.dates.some(d => change.behind.includes(d.text)) || shared(x, own.span) < 0.4) return [];
    // "Ten years earlier" may be the year that the claim gives.
    const year = /\b(?:1[5-9]|20)\d\d\b/.exec(x.claim.text)?.[0];
    if (year && !x.source.text.includes(year) && /\b(?:earlier|ago|before)\b/i.test(change.behind)) return [];
    const isKnown = x.others.some(
      s =>
        s !== x.source &&
        s.numbers.some(n => agrees(own, n)) &&
        !changes(s).some(c => c.once.value === own.value) &&
        bears(x, s, own.span),
    );
    return isKnown ? [] : [pair(x, own.span, change.now.span, 'number')];
  });
};

/** A claim that speaks of an earlier time, or of a change. */
const former =
  /\b(?:before|earlier|previous\w*|former\w*|prior|from|compared|than|until|used to|once|instead|had|old|original\w*|initial\w*|ago|rather|against|so far|still|first|usual\w*|normal\w*|average)\b/i;
const comparing =
  /, (?:compared (?:with|to)|up from|down from|against|instead of|after) (?:(?:the|its|about|around|some|nearly|a|an) )*$|^ (?:\p{L}+ ){0,4}(?:compared (?:with|to)|up from|down from|instead of|rather than) (?:(?:the|its|about|around|some|nearly|a|an) )*$/iu;
const mayCompare = /compared|up from|down from|against|instead of|rather than|, after /i;

const changes = ofSentence(({ text, numbers }): readonly Change[] => {
  if (numbers.length < 2 || !mayCompare.test(text)) return [];
  return numbers.flatMap((once, i) => {
    const now = numbers[i - 1];
    if (!now || now.kind !== once.kind || once.kind === 'ordinal' || once.kind === 'year' || once.kind === 'date')
      return [];
    if (now.value === once.value || !comparing.test(text.slice(now.span.end, once.span.start))) return [];
    return [{ now, once, behind: text.slice(once.span.end, once.span.end + 40) }];
  });
});

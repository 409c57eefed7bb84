/** Which way something goes: "the bus to Valdora" against "the bus from Valdora". */
import type { Span } from '../../../model.ts';
import type { NameMention } from '../../../text/names.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { sameName } from '../alike/sameName.ts';
import { type Comparer, type Comparison, neighbours, pair, shared } from '../pair.ts';

type End = { readonly isStart: boolean; readonly name: NameMention; readonly span: Span };

/** A place that the claim has at one end of a way and the passage at the other. */
export const compareDirection: Comparer = x => {
  const mine = ends(x.claim);
  if (mine.length === 0) return [];
  return mine
    .flatMap(own => {
      const same = (s: Sentence) => ends(s).filter(e => sameName(e.name.text, own.name.text));
      const [other, ...more] = same(x.source);
      if (
        !other ||
        more.length > 0 ||
        !haveOneTraveller(x, own, other) ||
        same(x.claim).length > 1 ||
        other.isStart === own.isStart
      )
        return [];
      if (x.others.some(s => same(s).some(e => e.isStart === own.isStart)) || shared(x, own.span) < 0.5) return [];
      // With both ends told, the other would have to be turned too.
      return [pair(x, own.span, other.span, 'name', mine.length > 1 ? 'none' : undefined)];
    })
    .slice(0, 1);
};

/** "The bus to Valdora" and "the bus from Valdora": two ways of two things may well be told of one place. */
function haveOneTraveller(x: Comparison, own: End, other: End): boolean {
  const [mine, theirs] = [neighbours(x.claim, own.span, 7).left, neighbours(x.source, other.span, 7).left];
  return mine.some(t => !t.number && !t.name && t.word.partsOfSpeech[0] === 'n' && theirs.some(u => u.stem === t.stem));
}

const motion =
  /\b(?:head(?:s|ed|ing)?|bound|travel\w*|fl(?:y|ies|ew|own|ying)|sail\w*|driv(?:e|es|ing|en)|drove|way|route|road|mov(?:e|es|ed|ing)|shift\w*|transfer\w*|relocat\w*|march\w*|went|go(?:es|ing|ne)?|return\w*|export\w*|import\w*|ship(?:s|ped|ping|ment|ments)?|sen[dt]s?|transport\w*|trips?|journeys?|trains?|flights?|bus|buses|ferry|ferries|fled|flee(?:s|ing)?|production|convoys?|smuggl\w*|deport\w*|tak(?:e|es|en|ing)|took|br(?:ing|ings|ought)|carr(?:y|ies|ied)|extradit\w*)\b/i;
const lead = /\b(from|to|for|towards?|into) (?:the )?(?:(?:city|town|village|port|island|capital) of )?$/i;

const ends = ofSentence((sentence): readonly End[] => {
  const { text, names } = sentence;
  if (names.length === 0 || !motion.test(text)) return [];
  return names.flatMap(name => {
    const match = lead.exec(text.slice(0, name.span.start));
    const before = match ? text.slice(Math.max(0, match.index - 45), match.index).replace(/^.*[.;:]/, '') : '';
    if (!match || !motion.test(before)) return [];
    const span = { start: match.index, end: name.span.end };
    return [{ isStart: /^from$/i.test(match[1] ?? ''), name, span }];
  });
});

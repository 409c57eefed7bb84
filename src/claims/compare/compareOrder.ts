/** The same words the other way round: "stronger in men than in women", "from yellow to red". */
import type { Span } from '../../model.ts';
import { stem } from '../../text/stem.ts';
import { ofSentence } from '../ofSentence.ts';
import { letter } from './letter.ts';
import { bears, type Comparer, pair, shared } from './pair.ts';

type Couple = { readonly by: string; readonly first: string; readonly second: string; readonly span: Span };

const word = `${letter}+`;
const fewer = `(?:more|less|fewer|${letter}{3,}er|better|worse)`;
const than = new RegExp(
  `(?<by>${fewer}(?: ${word}){0,2}?) (?:in|for|among|of|with|on) (?:the )?(?<first>${word}) than (?:in|for|among|of|with|on) (?:the )?(?<second>${word})`,
  'giu',
);
const more = new RegExp(
  `(?<first>${word}) (?:${word} ){0,2}(?<by>${fewer})(?: ${word}){0,2}? than (?:the )?(?<second>${word})`,
  'giu',
);
const fromTo = new RegExp(`(?<by>from) (?:the )?(?<first>${word}) to (?:the )?(?<second>${word})`, 'giu');

/** Two words exchanged around the same comparison, or the same way from one to the other. */
export const compareOrder: Comparer = x => {
  for (const own of couples(x.claim)) {
    const rival = couples(x.source).find(
      c => c.by === own.by && c.first === own.second && c.second === own.first && c.first !== c.second,
    );
    const known = x.others.some(s =>
      couples(s).some(
        c => c.by === own.by && c.first === own.first && c.second === own.second && bears(x, s, own.span),
      ),
    );
    if (rival && !known && shared(x, own.span) >= 0.6) return [pair(x, own.span, rival.span, 'wording')];
  }
  return [];
};

const couples = ofSentence(({ text }): Couple[] => {
  // Few sentences compare anything: a look for the one word all of these hold costs a hundredth of the patterns.
  const patterns = [...(/than/i.test(text) ? [than, more] : []), ...(/from/i.test(text) ? [fromTo] : [])];
  return patterns.flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => {
      const { by = '', first = '', second = '' } = match.groups ?? {};
      const start = match.index + match[0].indexOf(first);
      const end = match.index + match[0].length;
      return { by: by.toLowerCase(), first: stem(first), second: stem(second), span: { start, end } };
    }),
  );
});

type Measure = { readonly up: boolean; readonly of: string; readonly span: Span };

const measured = /\b(?:(more)|(less|fewer)) (\p{L}{3,})/giu;

/** "Napped more often" where the passage has "napped less often". */
export const compareComparatives: Comparer = x => {
  for (const own of measures(x.claim)) {
    const all = measures(x.source).filter(m => m.of === own.of);
    const [rival] = all;
    if (!rival || all.some(m => m.up === own.up) || shared(x, own.span) < 0.7) continue;
    if (x.others.some(s => measures(s).some(m => m.of === own.of && m.up === own.up) && bears(x, s, own.span)))
      continue;
    return [pair(x, own.span, rival.span, 'wording')];
  }
  return [];
};

const measures = ofSentence(({ text }): Measure[] => {
  return [...text.matchAll(measured)].flatMap(match => {
    const of = match[3] ?? '';
    if (/^than$/i.test(of)) return [];
    const word = match[1] ?? match[2] ?? '';
    return [{ up: match[1] !== undefined, of: stem(of), span: { start: match.index, end: match.index + word.length } }];
  });
});

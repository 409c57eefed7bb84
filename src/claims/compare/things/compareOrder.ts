/** The same words the other way round: "stronger in men than in women", "from yellow to red". */
import type { Change, Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Token } from '../../tokens.ts';
import { areTurned } from '../alike/areTurned.ts';
import { bears, type Comparer, type Comparison, pair, shared } from '../pair.ts';
import { verbBefore } from '../reading/governed.ts';
import { letter } from '../reading/letter.ts';

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
  return comparedOtherwise(x);
};

type Ranking = {
  readonly by: string;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly span: Span;
};

/** "The rules mattered more to members than the pay": the two sides of a comparison by a verb, each a few words long. */
function comparedOtherwise(x: Comparison): Change[] {
  const own = ranking(x.claim);
  const other = own && ranking(x.source);
  if (!own || !other || own.by !== other.by || own.right.length * other.right.length === 0) return [];
  const within = (a: readonly Token[], b: readonly Token[]) => a.every(t => b.some(u => u.stem === t.stem));
  if (!within(own.right, other.left) || !within(other.right, own.left)) return [];
  // What stands on the same side in both is compared with nothing else.
  if (own.right.some(t => own.left.some(u => u.stem === t.stem)) || within(own.right, other.right)) return [];
  if (x.others.some(s => isRanked(ranking(s), own)) || shared(x, own.span) < 0.75) return [];
  // One side put right alone would compare a thing with itself.
  return [pair(x, own.span, other.span, 'wording', 'none')];
}

function isRanked(other: Ranking | undefined, own: Ranking): boolean {
  return other?.by === own.by && own.right.every(t => other.right.some(u => u.stem === t.stem));
}

/** The verb with "more" or "less" behind it, and what stands before and behind "than". */
const ranking = ofSentence(({ text, content }): Ranking | undefined => {
  if (!/ than /i.test(text)) return undefined;
  const match = /(\p{L}+) (more|less)(?: \p{L}+){0,4}? than ([^,;:.]*)/iu.exec(text);
  if (!match || /\b(?:not|no|never)\b|n['’]t\b/i.test(text)) return undefined;
  const end = match.index + match[0].length;
  const start = end - (match[3]?.length ?? 0);
  return {
    by: `${stem(match[1] ?? '')} ${match[2]?.toLowerCase()}`,
    left: content.filter(t => t.span.end <= match.index),
    // "Older ones": what they are was said before.
    right: content.filter(t => t.span.start >= start && t.span.end <= end && !/^ones?$/i.test(t.text)),
    span: { start, end },
  };
});

const couples = ofSentence(({ text }): Couple[] => {
  // Few sentences compare anything: a look for the one word all of these hold costs a hundredth of the patterns.
  const patterns = [
    ...(/than/i.test(text) ? [than, more] : []),
    ...(/from/i.test(text) && / to /i.test(text) ? [fromTo] : []),
  ];
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
  if (measures(x.claim).length === 0 || areTurned(x)) return [];
  for (const own of measures(x.claim)) {
    const all = measures(x.source).filter(m => m.of === own.of);
    const [rival] = all;
    if (!rival || all.some(m => m.up === own.up) || shared(x, own.span) < 0.7) continue;
    if (!haveOneVerb(x, own, rival)) continue;
    if (x.others.some(s => measures(s).some(m => m.of === own.of && m.up === own.up) && bears(x, s, own.span)))
      continue;
    return [pair(x, own.span, rival.span, 'wording')];
  }
  return [];
};

/** "Had fewer plants" says nothing against "lost more plants". */
function haveOneVerb({ claim, source }: Comparison, own: Measure, rival: Measure): boolean {
  const [mine, theirs] = [verbBefore(claim, own.span, 0), verbBefore(source, rival.span, 0)];
  return mine === undefined || theirs === undefined || mine.stem === theirs.stem;
}

const measures = ofSentence(({ text }): readonly Measure[] => {
  if (!/more|less|fewer/i.test(text)) return [];
  return [...text.matchAll(measured)].flatMap(match => {
    const of = match[3] ?? '';
    if (/^than$/i.test(of)) return [];
    const word = match[1] ?? match[2] ?? '';
    return [{ up: match[1] !== undefined, of: stem(of), span: { start: match.index, end: match.index + word.length } }];
  });
});

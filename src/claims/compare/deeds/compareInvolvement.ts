/** Somebody told as taking part in what a passage says they had no part in. */
import type { Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { sameName } from '../alike/sameName.ts';
import { type Comparer, pair } from '../pair.ts';
import { letter } from '../reading/letter.ts';

/** Words that deny a part in something, and in what. */
export const apart =
  /(?:(?:\bnot|\bnever|n['’]t) (?:\p{L}+ly )?(?:(?:been )?involved in|part of|tak(?:e|en) part in|participated? in|work(?:ed)? on)|\b(?:had|played|took|taken|has|have) no (?:part|role|hand) in) (?:the |this |that |its |their )?(\p{L}+)|(?:\bnot|\bnever|n['’]t) (?:\p{L}+ly )?(?:been )?involved(?=[.,;])/iu;
/** Every such denial has one of these words; most passages have none, and need no closer look. */
const mayDeny = /\b(?:not|never|no)\b|n['’]t/iu;
const deed = '(?:led|headed|directed|ran|run|conducted|carried out|(?:co-)?(?:wrote|written|authored)|designed)';
const joined = '(?:took part in|participated in|worked on|(?:was|were) (?:involved in|part of))';
const before = new RegExp(`(?:^|[ ,])(?:${deed}|${joined}) (?:the |this |that )?(${letter}+)`, 'iu');
/** "Reyes, one of the authors of the study". */
const author = new RegExp(
  `^, ((?:(?:one of )?the|an?) (?:${letter}+ )?(?:co-)?(?:authors?|leaders?|initiators?|architects?|organisers?) of) (?:the |this )?(${letter}+)`,
  'iu',
);
const behind = new RegExp(
  `^(?:the |this |that )?(${letter}+) (?:was|is) (?:${letter}+ly )?${deed} by (?:the )?(?:${letter}+ ){0,3}$`,
  'iu',
);

/** One of these words is in all that gives somebody a part in something. */
const mayTakePart = ofSentence(({ text }) =>
  /led|headed|directed|ran |run |conducted|carried out|wr(?:ote|itten)|author|designed|part|worked on|involved in|leader|initiator|architect|organiser/i.test(
    text,
  ),
);

/** "The study was led by Reyes" against "Reyes, a physician who was not involved in the study". */
export const compareInvolvement: Comparer = x => {
  const { claim, source } = x;
  if (claim.names.length === 0 || !mayTakePart(claim)) return [];
  const denied = mayDeny.test(source.text) ? apart.exec(source.text) : null;
  const outsider = denied ? outsiderOf(source, denied.index) : undefined;
  if (!denied || !outsider || /\b(?:not|never|no|nor|another|other|earlier|previous)\b|n['’]t\b/i.test(claim.text))
    return [];
  const own = claim.names.find(n => sameName(n.text, outsider));
  const part = own ? partOf(claim.text, own.span) : undefined;
  if (!part || (denied[1] !== undefined && stem(part.of) !== stem(denied[1]))) return [];
  const helper = /\b(?:was|were|is|are|has|have|had|did) $/.exec(source.text.slice(0, denied.index))?.[0].length ?? 0;
  return [pair(x, part.span, { start: denied.index - helper, end: denied.index + denied[0].length }, 'negation')];
};

/** Whose part is denied: the name right before, or the one whose aside it ends, or the one right behind. */
function outsiderOf(sentence: Sentence, at: number): string | undefined {
  return nameBefore(sentence, at) ?? nameBehind(sentence, at);
}

/** "A geologist who was not part of the study, Emeka Bassett, called it strong". */
function nameBehind({ names, text }: Sentence, at: number): string | undefined {
  if (
    !/(?:^|[ ,])(?:an?|the|another|one) (?:\p{L}+ ){1,4}(?:who|that) (?:(?:was|were|is|are|has|have|had|did) )?$/iu.test(
      text.slice(0, at),
    )
  )
    return undefined;
  const end = text.indexOf(',', at);
  return end < 0 ? undefined : names.find(n => n.span.start === end + 2)?.text;
}

function nameBefore({ names, text }: Sentence, at: number): string | undefined {
  return names.find(
    n =>
      // "A physician at St. Mary's who was not involved": the place is not meant.
      !/\b(?:at|of|in|for|from|with) (?:the )?$/i.test(text.slice(0, n.span.start)) &&
      /^(?:(?: of| from| at) (?:the )?[^,;]{2,50}|,[^,;]*?)?,? (?:who (?:\p{L}+ )?)?(?:(?:was|were|is|are|has|have|had|did) )?$/u.test(
        text.slice(n.span.end, at),
      ),
  )?.text;
}

/** The words that say a name had a part, and in what. */
function partOf(text: string, name: Span): { readonly span: Span; readonly of: string } | undefined {
  const passive = behind.exec(text.slice(0, name.start));
  if (passive) return { span: { start: 0, end: name.end }, of: passive[1] ?? '' };
  const own = author.exec(text.slice(name.end));
  if (own) return { span: { start: name.end + 2, end: name.end + own[0].length }, of: own[2] ?? '' };
  const active = before.exec(text.slice(name.end));
  if (!active || !/^(?:,[^,]*,|, who)?$/.test(text.slice(name.end, name.end + active.index))) return undefined;
  return {
    span: { start: name.end + active.index + 1, end: name.end + active.index + active[0].length },
    of: active[1] ?? '',
  };
}

/** A thing told without the condition that the passage ties it to: "work will begin" for "if the grant comes, work would begin". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { isAkin } from '../alike/isAkin.ts';
import { type Comparer, likeness, pair, shared } from '../pair.ts';
import { light } from '../reading/parties.ts';

/** Too little to contradict the claim, as the condition may have been met since. */
export const compareCondition: Comparer = x => {
  const tied = tiedIn(x.source);
  if (!tied || isTied(x.claim) || likeness(x) < 0.4) return [];
  const own = x.claim.content.find(t => isDeed(t) && isAkin(t, tied.deed));
  if (!own || shared(x, own.span) < 0.4 || !haveOneMatter(x.claim, x.source, tied)) return [];
  const isPlain = (s: Sentence) =>
    !isTied(s) && shared({ ...x, source: s }, own.span) >= 0.5 && s.content.some(t => isAkin(t, own));
  return x.others.some(isPlain) ? [] : [pair(x, own.span, tied.span, 'wording')];
};

type Tied = { readonly deed: Token; readonly span: Span; readonly told: Span };

const condition = /\b(?:if|unless|provided(?: that)?|as long as|on condition that|subject to)\b/i;
const isTied = ofSentence(({ text }): boolean =>
  /\b(?:if|unless|provided|long as|condition\w*|subject to|depend\w*|in case|were to|once|should|could|may|might|hop\w+|propos\w+|whether)\b/i.test(
    text,
  ),
);

/** "Would begin" of "if both are granted, work would begin next summer". */
const tiedIn = ofSentence((sentence): Tied | undefined => {
  const { text, tokens } = sentence;
  const match = / (?:would|will) /.test(text) ? condition.exec(text) : null;
  if (!match || /\b(?:even|as|ask\w*|wonder\w*|what|see|not|only|know|knew|sure) $/i.test(text.slice(0, match.index)))
    return undefined;
  const comma = text.indexOf(', ', match.index);
  // The condition stands first and ends at a comma, or last.
  const isFirst = text.slice(0, match.index).split(' ').length <= 4;
  if (isFirst && comma < 0) return undefined;
  const told = isFirst ? { start: comma + 2, end: text.length } : { start: 0, end: match.index };
  const modal = tokens.findIndex(
    t => t.span.start >= told.start && t.span.end <= told.end && /^(?:would|will)$/i.test(t.text),
  );
  const isOfTold =
    modal >= 0 &&
    !/[([]|\b(?:that|which|who|otherwise|also)\b/i.test(text.slice(told.start, tokens[modal + 1]?.span.end));
  const deed = !isOfTold ? undefined : tokens.slice(modal + 1, modal + 5).find(isDeed);
  if (!deed) return undefined;
  const from = tokens[modal]?.span.start ?? deed.span.start;
  return {
    deed,
    told,
    span: isFirst
      ? { start: match.index, end: deed.span.end }
      : { start: from, end: text.replace(/[.”"]+$/, '').length },
  };
});

function isDeed(token: Token): boolean {
  return !token.stop && !token.name && !light.test(token.stem) && token.word.partsOfSpeech.includes('v');
}

/** Something besides the deed is told in both: in the passage where the condition is not. */
function haveOneMatter(claim: Sentence, source: Sentence, { told, deed }: Tied): boolean {
  const there = source.content.filter(t => t !== deed && t.span.start >= told.start && t.span.end <= told.end);
  return there.filter(t => claim.places.has(t.stem)).length >= 1;
}

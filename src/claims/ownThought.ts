/** What a writer thinks, rather than tells: general truths, suppositions, forecasts, talk about the piece. */
import type { NameMention } from '../text/names.ts';
import { isStopWord } from '../text/stem.ts';
import { isPast } from './compare/reading/mood.ts';
import { lexiconSize } from './lexicon/lexicon.ts';
import { ofSentence } from './ofSentence.ts';
import { readPassage, type Sentence, type Token, tokenize } from './tokens.ts';

/**
 * Whether a sentence speaks in the writer's own voice, so that no source could bear it out or stand against it: "Trust, once
 * lost, is hard to rebuild", "Two things deserve attention". Not when it says whose words or findings it gives.
 */
export function isOwnVoice(sentence: string): boolean {
  return speaksForItself(readTrimmed(sentence));
}

/** The sentence on one line: what is found out of it is asked again when it is judged. */
function readTrimmed(sentence: string): Sentence {
  return readPassage(sentence.trim().replace(/\s+/g, ' '));
}

const speaksForItself = ofSentence((sentence): boolean => {
  const { text } = sentence;
  if (/\b(?:I|me|[Mm]y|[Ww]e|[Oo]ur|ours|us)\b/.test(text)) return true;
  if (ageless.test(text)) return true;
  if (isAttributed(text)) return false;
  if ([guess, counted, verdict, opinion].some(pattern => pattern.test(text))) return true;
  return !namesSomething(sentence) && (moral.test(text) || presence.test(text) || isGeneral(text));
});

/** Whether a sentence is the writer's own thought besides: "If it fails, the story changes", "That could take years". */
export function isOwnThought(sentence: string): boolean {
  const read = readTrimmed(sentence);
  const { text } = read;
  if (speaksForItself(read)) return true;
  if (isAttributed(text)) return false;
  if (praise.test(text) && !hasFigure(read)) return true;
  if (condition.test(text)) return !hasFigure(read);
  return supposition.test(text) && !namesSomething(read);
}

/** Names a person, place, day or figure; a capital that only begins the sentence is none. */
export function isParticular(text: string): boolean {
  return namesSomething(readPassage(text));
}

const namesSomething = ofSentence(
  (sentence): boolean => sentence.dates.length > 0 || namesOf(sentence).length > 0 || hasFigure(sentence),
);

/** Small counts and ordinals order a text as often as they tell how many. */
function hasFigure({ numbers }: Sentence): boolean {
  return numbers.some(n => (n.kind !== 'ordinal' && n.value > 3) || n.kind === 'percent' || n.kind === 'money');
}

/** Names without a common word at the beginning: "Diplomacy has …", "Readers ask …". */
export function namesIn(text: string): string[] {
  return namesOf(readPassage(text)).map(name => name.text);
}

/** The same, with their places. */
export function namesOf({ names }: Sentence): NameMention[] {
  return names.filter(({ span, text }) => {
    const [first, ...more] = span.start <= 1 && !text.includes(' ') ? tokenize(text) : [];
    return first === undefined || more.length > 0 || first.word.rank === lexiconSize();
  });
}

function isAttributed(text: string): boolean {
  return /\b(?:(?<!\b(?:was|were|be|been|is|to) )(?:said|says|say|told)|tells (?:the|a|reporters|them|him|her)|according to|argue[sd]?|wrote|writes|warn(?:s|ed)?|expects?|expected|announced|reported|claim(?:s|ed)?|believes?|predict(?:s|ed)|estimate[sd]?|called|calls)\b/i.test(
    text,
  );
}

const guess =
  /^(?:(?:and|but|so|yet|still|then),? )?(?:perhaps|maybe|surely|arguably|no wonder|presumably) |\b(?:time|history) will (?:tell|judge|decide|show)|\b(?:nobody|no one|who) (?:really )?knows\b/i;
const counted =
  /^(?:(?:and|but|so),? )?(?:one|two|three|four|several|some|a few|many|another|the first|the second) (?:more |other |last |final )?(?:things?|points?|questions?|details?|lessons?|reasons?|aspects?|issues?|words?|facts?|problems?)\b|\bhere (?:is|are)\b|^one of (?:them|these|those) is\b/i;
const verdict =
  /\b(?:is|are|was|were|be|been|seems?|remains?) (?:(?:also|still|only|not|too|so|very|much|rather|even|hardly|scarcely|never) )*(?:hard|harder|difficult|easy|easier|tempting|impossible|fair|wrong|right|worth|odd|strange|telling) (?:to \p{L}+|if|that|\p{L}+ing)\b|\bcould (?:hardly|scarcely|not) have been\b|\b(?:as far as|for all) (?:is|anyone)\b/iu;
const ageless =
  /\bone['’]s own\b|\b(?:the|that) (?:kind|sort) of \p{L}+ (?:that|which|who) [^.]*\b(?:you|your|one)\b|\bas long as (?:(?:any|every)(?:one|body)|people|most) (?:here )?(?:can|could) remember\b/iu;
const condition =
  /^(?:(?:and|but|so|yet),? )?(?:if|whether|whoever|whatever|unless|suppose|imagine|what (?:matters|counts|remains|stands)|in (?:their|his|her|its) (?:view|eyes|opinion))\b|\bif (?:one|you) /i;
/** "One of the great architects of her generation": how good or bad, without anybody who says so. */
const praise =
  /\b(?:is|are|was|were|remains?|became) one of the (?:great|greatest|finest|best|worst|sharpest|brightest)\b/i;
const supposition = /\b(?:would|could|may|might|should|must|ought to|will depend|depends? on)\b/i;
/** "Her story deserves to be better known", "Whether others should copy it is a political question": what nobody could look up. */
const opinion =
  /\bdeserves? (?:to be (?:better|more|widely|told|heard|seen|read|remembered|known)|better|credit|praise|attention|more)\b|^whether [^,;]+ (?:is|remains) (?:(?:another|a different|an open|as much|a) )(?:\p{L}+ )?(?:question|matter|issue)\b|^looking back,/iu;
/** "Both stories show how often warnings go unheeded": what a writer takes from what was told. */
const moral =
  /^(?:taken together,? |together,? )?(?:both|the two|these|those|all (?:of )?(?:these|this|three)) (?:\p{L}+ )?(?:stories|cases|episodes|examples|accounts|tales|incidents|events|reports|histories|lives) (?:all )?(?:show|teach|remind|illustrate|suggest|tell us|raise|prove|say|make (?:it )?clear)\b/iu;
const presence =
  /^(?:(?:and|but|so|yet|still),? )?there (?:is|are|will be|may be|can be) (?:(?:also|still|always|often|only|been|be) )*(?:a|an|another|no|one|two|many|few|some|several|more|plenty|little|good|other|\p{L}+s)\b/iu;

/** "Wars do not end because …", "A stick that is never used …": the plain present of no definite thing. */
function isGeneral(text: string): boolean {
  const tokens = tokenize(text);
  const start = tokens.findIndex(t => !/^(?:and|but|so|yet|still|nor|or|for|in|as|such|also)$/i.test(t.text));
  const first = tokens[start];
  if (!first || definite.test(first.text)) return isRemark(text, tokens);
  return !tellsOfDeed(text);
}

const definite = /^(?:the|this|that|these|those|he|she|it|they|his|her|its|their|both|most|all|each|neither)$/i;

/** A short sentence in the present that only says how something is. */
function isRemark(text: string, tokens: readonly Token[]): boolean {
  const content = tokens.filter(t => !isStopWord(t.text));
  if (
    /\b(?:is|are) (?:(?:not|now|also|still|being|already) )*(?:\p{L}+(?:ing|ed)|s?old|known|built|held|paid)\b/iu.test(
      text,
    )
  )
    return false;
  return (
    content.length <= 4 && /\b(?:is|are|seems?|remains?|looks?|sounds?|feels?)\b/i.test(text) && !/\bbeen\b/i.test(text)
  );
}

const underWay = /\b(?:is|are) (?:(?:not|now|also|still|being|already) )*\p{L}+(?:ing|ed)\b/iu;

/** Whether a sentence tells of something that was, has been or will be done. */
export function tellsOfDeed(text: string): boolean {
  const tokens = tokenize(text);
  return underWay.test(text) || tokens.some((t, i) => tellsOfPast(t, tokens.slice(Math.max(0, i - 2), i)));
}

/** A past form with no helping verb before it, or a helping verb of the past, the perfect or the future. */
function tellsOfPast(token: Token, before: readonly Token[]): boolean {
  if (/^(?:was|were|did|had|will|has|have)$/i.test(token.text)) {
    return !/^(?:to|not)$/i.test(before.at(-1)?.text ?? '') && !(/^ha/i.test(token.text) && before.length < 2);
  }
  if (/^(?:a|an|the|once|when|if)$/i.test(before.at(-1)?.text ?? '')) return false;
  // "It spread": of one thing the present would end in s.
  if (/^(?:spread|burst|cost|hurt|beat|shed)$/i.test(token.text) && /^(?:it|he|she)$/i.test(before.at(-1)?.text ?? ''))
    return true;
  return isPast(token) && !before.some(t => /^(?:is|are|be|been|being)$/i.test(t.text));
}

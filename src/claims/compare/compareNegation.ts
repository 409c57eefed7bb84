/** The same deed said on one side and denied on the other. */
import type { Change, Span } from '../../model.ts';
import { hasWord } from '../hasWord.ts';
import { ofForm } from '../ofForm.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence, Token } from '../tokens.ts';
import { agrees } from './agrees.ts';
import { clauseAt } from './clauses.ts';
import { meet } from './compareFrames.ts';
import { isStance } from './compareStance.ts';
import { formsIn } from './formsIn.ts';
import { frames } from './frames.ts';
import { moodOf } from './mood.ts';
import { phraseAt } from './opposites.ts';
import { isDatedBefore, isOnAnotherDay } from './otherDays.ts';
import { bears, type Comparer, type Comparison, neighbours, pair, shared } from './pair.ts';
import { sameName } from './sameName.ts';
import { isFraction } from './shares.ts';

/**
 * A verb or adjective that both sentences share, negated on one side only. The change names the negating word and the
 * verb behind it, on the side that has none the verb alone.
 */
export const compareNegation: Comparer = x => {
  if (!mayNegate(x.claim) && !mayNegate(x.source)) return [];
  for (const own of x.claim.content) {
    if (!isPredicate(own) || own.name || own.number) continue;
    const places = formsIn(x.source, own);
    if (places.length === 0 || isStance(x.claim, own.span)) continue;
    const denied = negator(x.claim, own) !== undefined;
    // The passage that has the claim's own sign somewhere says nothing against it.
    if (places.some(t => (negator(x.source, t) !== undefined) === denied)) continue;
    const other = places.find(t => (isPredicate(t) || t.word.senses.length === 0) && standAgainst(x, own, t));
    if (!other || !(areOneStatement(x, own) || isWhollyDenied(x, own, other)) || isBorneOut(x, own, denied)) continue;
    return [pair(x, phrase(x.claim, own), told(x.source, other), 'negation')];
  }
  return [];
};

/** The deed that one of the two says plainly and the other denies, in whatever mood: too little to call the claim wrong. */
export function denialOf(x: Comparison, claim: Sentence, source: Sentence): Change | undefined {
  if (!mayNegate(claim) && !mayNegate(source)) return undefined;
  // Two denials may say the same; what is left out is denied elsewhere in the sentence.
  if ([claim, source].every(s => hasDenial(s) || isOpen(s)) || elliptic.test(source.text)) return undefined;
  for (const own of claim.content) {
    if (!isPredicate(own) || own.name || own.number) continue;
    const places = formsIn(source, own);
    if (places.length === 0 || isStance(claim, own.span)) continue;
    const denied = negator(claim, own) !== undefined;
    if (part.test(claim.text.slice(0, own.span.start))) continue;
    const isMet = (s: Sentence) => formsIn(s, own).some(t => (negator(s, t) !== undefined) === denied);
    const [other] = places;
    if (!other || x.others.some(s => isMet(s) && shared({ ...x, source: s }, own.span) >= 0.4)) continue;
    // What was not done may still be wanted: only the deed itself stands against that.
    if (
      denied &&
      (speech.test(own.stem) || /^no$/i.test(negator(claim, own)?.text ?? '') || moodOf(source, other).kind !== 'done')
    )
      continue;
    const plain = denied ? source : claim;
    const [sentence, verb] = denied ? [claim, own] : [source, other];
    if (denials(plain, denied ? other : own) > 0 || isDeniedInPart(sentence, verb) || shared(x, own.span) < 0.6)
      continue;
    return pair(x, phrase(claim, own), told(source, other), 'negation');
  }
  return undefined;
}

export const isDenial = ofForm(({ text }) => denial.test(text));
/** Whether a sentence has any such word. */
export const hasDenial = hasWord(({ text }) => denial.test(text));

/** Much of the claim stands in the source; or all of a short source in the claim, which only adds a word to it. */
function areOneStatement(x: Comparison, own: Token): boolean {
  // "Refused to apologise": the word that denies is at issue too.
  const refusal = negator(x.claim, own);
  const content = x.claim.content.filter(t => t !== refusal);
  const likeness = shared({ ...x, claim: { ...x.claim, content } }, own.span);
  if (likeness >= 0.7) return true;
  const { claim, source } = x;
  if (likeness < 0.35 || source.content.length < 2 || claim.content.length > source.content.length + 1) return false;
  // Of whom "he" was not said cannot be told; what "I never did" or "none will be" denies is plain enough.
  if (!/^(?:no|none of) \p{L}|\bI (?:have |had )?never\b/iu.test(source.text)) return false;
  if (claim.content.some(t => (t.name || t.number) && !source.places.has(t.stem))) return false;
  return source.content.every(t => negators.test(t.text) || claim.places.has(t.stem));
}

/** "The report was never published" stands against whatever day a claim has it published on. */
function isWhollyDenied({ claim, source }: Comparison, own: Token, other: Token): boolean {
  if (negator(source, other) === undefined) return false;
  const rest = source.text.slice(other.span.end, clauseAt(source, other.span).end);
  const isMore = source.content.some(t => t.span.start > other.span.end && t.span.end <= other.span.end + rest.length);
  const [mine, theirs] = [
    frames(claim).find(f => f.verb.token === own),
    frames(source).find(f => f.verb.token === other),
  ];
  if (isMore || !mine || !theirs || mine.verb.form !== 'finite') return false;
  const isPassive = mine.doer.length === 0 && theirs.doer.length === 0;
  return meet(isPassive ? mine.target : mine.doer, isPassive ? theirs.target : theirs.doer) === 'same';
}

function standAgainst(x: Comparison, own: Token, other: Token): boolean {
  const a = negator(x.claim, own);
  const plain = a === undefined ? { sentence: x.claim, verb: own } : { sentence: x.source, verb: other };
  const denied = a === undefined ? { sentence: x.source, verb: other } : { sentence: x.claim, verb: own };
  // Said plainly on one side means: no other word of denial around it; what is denied only in part may be so all the same.
  if (denials(plain.sentence, plain.verb) > Math.max(0, denials(denied.sentence, denied.verb) - 1)) return false;
  if (part.test(denied.sentence.text.slice(0, denied.verb.span.start))) return false;
  if (isDeniedInPart(denied.sentence, denied.verb) || elliptic.test(plain.sentence.text)) return false;
  // "Will not rise before 2027" leaves open what comes then.
  if (isDatedBefore(denied.sentence) && plain.sentence.dates.length > 0 && !isDatedBefore(plain.sentence)) return false;
  if (isOnAnotherDay(x, other)) return false;
  // "Had never won it before" is what "won it for the first time" says.
  if (/\bnever\b.*\bbefore\b/i.test(denied.sentence.text) && /\bfirst\b/i.test(plain.sentence.text)) return false;
  // "Denied that she knew" is no "she knew".
  if (/\bden(?:y|ied|ies|ying)\b/i.test(plain.sentence.text.slice(0, plain.verb.span.start))) return false;
  if (haveOtherShares(x) || haveOtherSubjects(x, own, other)) return false;
  if (speech.test(own.stem) && !haveOneObject(x, own, other)) return false;
  return moodsMeet(x, plain, denied);
}

/** What one did not reach another may have reached; of two reports the second may be published. */
function haveOtherSubjects({ claim, source }: Comparison, own: Token, other: Token): boolean {
  const subject = (s: Sentence, verb: Token) => s.names.find(n => n.span.end <= verb.span.start);
  const [mine, theirs] = [subject(claim, own), subject(source, other)];
  if (mine !== undefined && theirs !== undefined && !sameName(mine.text, theirs.text)) return true;
  const place = (s: Sentence, verb: Token) =>
    s.numbers.find(n => n.kind === 'ordinal' && n.span.end <= verb.span.start)?.value;
  const [first, second] = [place(claim, own), place(source, other)];
  return first !== undefined && second !== undefined && first !== second;
}

/** "Nine in ten have none" says what "one in ten has one" says. */
function haveOtherShares({ claim, source }: Comparison): boolean {
  const shares = (s: Sentence) => s.numbers.filter(n => n.kind === 'percent' || isFraction(n));
  const [mine, theirs] = [shares(claim), shares(source)];
  return mine.length > 0 && theirs.length > 0 && !mine.some(n => theirs.some(m => agrees(n, m)));
}

/** "Too early to say". */
const open = /\btoo \p{L}+ to\b/iu;
const isOpen = ofSentence(({ text }) => open.test(text));

/** "Seven of the twelve have not": the others may have. */
const part =
  /\b(?:\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|many|most|several|half) of (?:the|its|their|those|these|them)\b/iu;

/** "A short one helps, a long one does not." */
const elliptic = /(?:\bnot|n['’]t)(?:[.,;:]|$)/i;

type Place = { readonly sentence: Sentence; readonly verb: Token };

/** "Turned down offers to work" says plainly that nobody worked. */
const undone = /\b(?:turn\w* down|rul\w+ out|call\w* off|gave up|given up|ceased|stopped)\b/i;

/** "A proposal to cut it failed" says nothing against "it will not be cut"; a plan or a promise does. */
const intent =
  /^(?:will|would|shall|should|may|might|can|could|must|plan|intend|agree|promis|vow|decid|expect|set|due|schedul|want|hop|aim)/i;

/** "Has not been sent" stands against "was sent", not against "threatens to send"; "no link" against "a link". */
function moodsMeet(x: Comparison, plain: Place, denied: Place): boolean {
  const [a, b] = [moodOf(plain.sentence, plain.verb).kind, moodOf(denied.sentence, denied.verb).kind];
  const isNothing = /^no$/i.test(negator(denied.sentence, denied.verb)?.text ?? '');
  const given = undone.exec(plain.sentence.text);
  if (given && (given.index > plain.verb.span.start || given.index + given[0].length < plain.verb.span.start))
    return false;
  if (isNothing && hasDenial(plain.sentence)) return false;
  if (a === 'named' || isNothing) {
    const [own, other] = plain.sentence === x.claim ? [plain.verb, denied.verb] : [denied.verb, plain.verb];
    return isNothing && haveOneCompany(x, own, other);
  }
  const infinitive = moodOf(plain.sentence, plain.verb).by;
  if (a === 'open' && plain.sentence === x.source && infinitive && !intent.test(infinitive.text)) return false;
  const isRefused = refusals.has(negator(denied.sentence, denied.verb)?.stem ?? '');
  return a === b || (a === 'done' && b === 'open' && (isRefused || plain.sentence === x.claim));
}

function haveOneCompany(x: Comparison, own: Token, other: Token): boolean {
  const [mine, theirs] = [neighbours(x.claim, own.span, 4), neighbours(x.source, other.span, 4)];
  const meet = (a: readonly Token[], b: readonly Token[]) => a.some(t => b.some(u => u.stem === t.stem));
  return meet(mine.left, theirs.left) || meet(mine.right, theirs.right);
}

/** "Did not say why" and "said it was over": what is said makes the difference. */
const speech = /^(?:say|tell|comment|mention|know|think|believ|report|answer|repli|speak|explain|name|add|ask)$/;

function haveOneObject(x: Comparison, own: Token, other: Token): boolean {
  const [mine, theirs] = [neighbours(x.claim, own.span, 4).right, neighbours(x.source, other.span, 6).right];
  return mine.length === 0 ? theirs.length === 0 : mine.some(t => theirs.some(u => u.stem === t.stem));
}

/** The verb with its particle and the word that denies it. */
function phrase(sentence: Sentence, verb: Token): Span {
  const negation = negator(sentence, verb);
  const { start, end } = phraseAt(sentence, verb).span;
  return negation
    ? { start: Math.min(negation.span.start, start), end: Math.max(negation.span.end, end) }
    : { start, end };
}

/** What a message quotes: "did not reach", for "not reach" is no English. */
function told(sentence: Sentence, verb: Token): Span {
  const own = phrase(sentence, verb);
  const whole = frames(sentence).find(f => f.verb.token === verb)?.verb.span;
  const isDenied = negator(sentence, verb) !== undefined;
  return isDenied && whole && whole.start < own.start ? { start: whole.start, end: own.end } : own;
}

const isPredicate = ofForm(
  ({ text, word }) => word.partsOfSpeech.some(p => p === 'v' || p === 'a') || /(?:ed|ing)$/.test(text),
);

/** Another passage about the same thing has the verb with the claim's own sign. */
function isBorneOut(x: Comparison, own: Token, negated: boolean): boolean {
  return x.others.some(
    s =>
      s !== x.source &&
      bears(x, s, own.span) &&
      (s.places.get(own.stem) ?? []).some(place => {
        const token = s.tokens[place];
        return token !== undefined && (negator(s, token) !== undefined) === negated;
      }),
  );
}

const negators = /^(?:not|never|no|neither|nor|cannot|without|hardly|nobody|none|nothing|\p{L}+n['’]t)$/iu;
const refusals = new Set(['refus', 'deni', 'deny', 'fail', 'declin', 'reject', 'avoid', 'prevent']);
/** Whether any verb of a sentence can be denied: most sentences have no word for it. */
const mayNegate = hasWord(({ text, stem }) => negators.test(text) || refusals.has(stem));
const isNegator = ofForm(({ text }) => negators.test(text));
const between =
  /^(?:be|been|being|to|yet|have|has|had|ever|longer|even|also|the|a|an|any|that|it|he|she|they|is|was|were|are|will|would|did|do|does|could|can|by|one|of|them|themselves|himself|herself|\p{L}+ly)$/iu;
const isBetween = ofForm(({ text }) => between.test(text));

/** The word that negates a verb: before it, with nothing but helping words between; two of them undo each other. */
function negator(sentence: Sentence, verb: Token): Token | undefined {
  if (!mayNegate(sentence)) return undefined;
  let found: Token | undefined;
  let count = 0;
  for (let i = sentence.tokens.indexOf(verb) - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const token = sentence.tokens[i];
    if (!token || /[,;:.]/.test(sentence.text.slice(token.span.end, token.span.end + 1))) break;
    const only = /^only$/i.test(sentence.tokens[i + 1]?.text ?? '');
    if ((isNegator(token) && !only) || (refusals.has(token.stem) && /^to$/i.test(sentence.tokens[i + 1]?.text ?? ''))) {
      found = token;
      count++;
    } else if (!isBetween(token)) {
      const none = noneBefore(sentence, i);
      found = none ?? found;
      if (none) count++;
      break;
    }
  }
  return count % 2 === 1 ? found : undefined;
}

/** The "no" at the beginning that the subject of a verb takes: "No homes will be demolished", "Neither the mayor nor Lind came". */
function noneBefore({ tokens }: Sentence, subject: number): Token | undefined {
  const [first] = tokens;
  if (!first) return undefined;
  if (/^no$/i.test(first.text))
    return subject <= 2 && tokens.slice(1, subject + 1).every(t => !t.stop) ? first : undefined;
  const isPair = /^neither$/i.test(first.text) && tokens.slice(1, subject + 1).some(t => /^nor$/i.test(t.text));
  return isPair && subject <= 8 ? first : undefined;
}

const denial =
  /^(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|hardly|barely|little|few|unable|unlikely|unwilling|lack\p{L}*|fail\p{L}*|refus\p{L}*|den(?:y|ie[sd]|ying)|declin\p{L}*|reject\p{L}*|avoid\p{L}*|prevent\p{L}*|hoax\p{L}*|myth\p{L}*|false\p{L}*|rather|instead|yet|unless|until|\p{L}+n['’]t)$/iu;

/** How many words of denial stand in the clause of a word up to its object, the word itself apart. */
export function denials(sentence: Sentence, apart: Token): number {
  const { text, tokens } = sentence;
  const whole = clauseAt(sentence, apart.span);
  // "Had no convictions and had made a loss": the second verb is not denied.
  const second = text
    .slice(whole.start, apart.span.start)
    .search(/ and (?:has|have|had|was|were|is|are|will|would|did|does) (?!.* and )/);
  const clause = second < 0 ? whole : { ...whole, start: whole.start + second };
  const end = Math.min(clause.end, tokens[tokens.indexOf(apart) + 4]?.span.end ?? clause.end);
  const here = tokens.filter(t => t !== apart && clause.start <= t.span.start && t.span.end <= end && isDenial(t));
  // "Banned until November" is banned.
  return here.filter(t => t.span.start < apart.span.start || !/^un(?:til|less)$/i.test(t.text)).length;
}

const restriction =
  /\b(?:except|only|just|solely|until|till|unless|fully|entirely|completely|always|necessarily|immediately|alone|enough|because of|every|everyone|all|as \p{L}+ as|more than|less than)\b/iu;

/** "Did not exist except on paper", "will not open until June", "not all were sold". */
function isDeniedInPart(sentence: Sentence, verb: Token): boolean {
  const negation = negator(sentence, verb);
  if (!negation) return false;
  const clause = clauseAt(sentence, verb.span);
  const [from, to] = [Math.min(negation.span.end, verb.span.start), verb.span.end];
  return (
    restriction.test(sentence.text.slice(from, to)) ||
    /\b(?:except|until|till|unless|but|enough|alone|entirely|fully|all|every|everything|both|as \p{L}+ as)\b/iu.test(
      sentence.text.slice(to, clause.end),
    )
  );
}

/** The same deed said on one side and denied on the other. */
import type { Change, Span } from '../../../model.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { phraseAt } from '../alike/opposites.ts';
import { isDatedBefore, isOnAnotherDay } from '../alike/otherDays.ts';
import { sameName } from '../alike/sameName.ts';
import { isFraction } from '../alike/shares.ts';
import { bears, type Comparer, type Comparison, neighbours, pair, shared } from '../pair.ts';
import { clauseAt } from '../reading/clauses.ts';
import { denials, hasDenial, isDeniedInPart, isNegator, mayNegate, negator, refusals } from '../reading/denials.ts';
import { formsIn } from '../reading/formsIn.ts';
import { frames } from '../reading/frames.ts';
import { moodOf } from '../reading/mood.ts';
import { meet } from '../reading/parties.ts';
import { areRests } from '../reading/rests.ts';
import { isStance } from './compareStance.ts';

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
  if (areRests(claim, source)) return undefined;
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
  return source.content.every(t => isNegator(t) || claim.places.has(t.stem));
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
  if (areRests(claim, source)) return true;
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

/** What forbids calling a claim supported, short of a pair of words that stands against it. */
import { stem } from '../../text/stem.ts';
import { holds } from '../examine/examination.ts';
import type { Sentence, Token } from '../tokens.ts';
import { isAkin } from './alike/isAkin.ts';
import { speaksOf, strangerHalf } from './alike/sameName.ts';
import { apart } from './deeds/compareInvolvement.ts';
import { clauses } from './reading/clauses.ts';
import { isPast } from './reading/mood.ts';
import { isCountedOtherwise } from './times/compareDurations.ts';

/** Whether the words that a claim shares with the passages say something else of it there. */
export function withholdsSupport(claim: Sentence, passages: readonly Sentence[]): boolean {
  return (
    claim.names.some(({ text }) => strangerHalf(text, passages) !== undefined) ||
    isCountedOtherwise(claim, passages) ||
    isOtherwiseNamed(claim, passages) ||
    isDeniedThere(claim, passages) ||
    isOfOutsiders(claim, passages) ||
    isOtherwiseFuelled(claim, passages) ||
    isNameAlone(claim, passages) ||
    hasStrangeClause(claim, passages)
  );
}

const naming = /^ (?:is|was) (?:(?:a|an|the) )(\p{L}+)(?:[.,;]|$)/u;

/** "Stolz is a physicist" where no passage has a physicist, or any word for one. */
function isOtherwiseNamed({ names, text, content }: Sentence, passages: readonly Sentence[]): boolean {
  return names.some(({ span }) => {
    const match = naming.exec(text.slice(span.end));
    const noun = match ? content.find(t => t.span.start >= span.end) : undefined;
    return noun !== undefined && !passages.some(p => p.content.some(t => isAkin(noun, t)));
  });
}

/** In a longer claim a word or two are met by chance, and their lack says less. */
const shortClaim = 8;

/** "Lind spoke last" where the passages name her, and have no other word of the claim nor any like it. */
function isNameAlone({ content }: Sentence, passages: readonly Sentence[]): boolean {
  const rest = content.filter(t => !t.name);
  if (content.length > shortClaim || rest.length === content.length || !rest.some(isPast)) return false;
  return !rest.some(t => passages.some(p => holds(p, t) || p.content.some(u => isAkin(t, u))));
}

/** So many words make a clause whose lack is no chance. */
const fewestWords = 3;

/** "The boat is sound; the crew's singing is loud" where the passages have nothing at all of the second. */
function hasStrangeClause({ text, content }: Sentence, passages: readonly Sentence[]): boolean {
  return clauses(text).some(({ start, end }) => {
    const words = content.filter(t => t.span.start >= start && t.span.end <= end);
    const isThere = (t: Token) => passages.some(p => holds(p, t) || p.content.some(u => isAkin(t, u)));
    return words.length >= fewestWords && !words.some(isThere);
  });
}

const admission = /\b(?:confirm(?:ed|s)|admit(?:ted|s)|acknowledge[sd]?|concede[sd]?) that /i;
const denial = /\b(?:den(?:ied|ies)|rejected the claim|disputed) (?:that )?/i;

/** "Confirmed that members were threatened" where what the passages have of it is a denial. */
function isDeniedThere(claim: Sentence, passages: readonly Sentence[]): boolean {
  const admitted = admission.exec(claim.text);
  if (!admitted) return false;
  const told = claim.content.filter(t => t.span.start >= admitted.index + admitted[0].length);
  const about = passages.filter(p => told.every(t => holds(p, t)));
  return told.length > 1 && about.length > 0 && about.every(p => denial.test(p.text));
}

const part =
  /\b(?:took part in|participated in|worked on|(?:was|were) (?:involved in|part of)) (?:the |this |that )?(\p{L}+)/iu;

/** "The hospital took part in the study" where it is named only with somebody who did not. */
function isOfOutsiders(claim: Sentence, passages: readonly Sentence[]): boolean {
  const match = part.exec(claim.text);
  if (!match || claim.names.length === 0) return false;
  const about = passages.filter(p => claim.names.every(n => speaksOf(p, n.text)));
  return about.length > 0 && about.every(p => stem(apart.exec(p.text)?.[1] ?? '') === stem(match[1] ?? ''));
}

const fuelled = /\b(\p{L}+)-(?:fired|powered|burning|fuell?ed)\b/iu;
const burns =
  /\b(?:burn(?:ed|s|t)(?! (?:down|out|up|to)\b)|r[au]ns? on|(?:was|is) (?:powered|fired|fuell?ed) by) (\p{L}+)/iu;

/** "The plant burned gas" where the plant is coal-fired. */
function isOtherwiseFuelled(claim: Sentence, passages: readonly Sentence[]): boolean {
  const own = burns.exec(claim.text);
  const subject = own ? claim.content.filter(t => t.span.end <= own.index) : [];
  if (!own || subject.length === 0) return false;
  const about = passages.filter(p => subject.every(t => holds(p, t)));
  const isOther = (p: Sentence) => fuelled.test(p.text) && !p.places.has(stem(own[1] ?? ''));
  return about.some(isOther) && !about.some(p => p.places.has(stem(own[1] ?? '')));
}

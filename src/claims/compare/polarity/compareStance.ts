/** Who is for a thing and who is against it, however it is put: by a vote, a verb, or the denial of the other side. */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, type Comparison, pair, shared } from '../pair.ts';

/** `side` with the negation counted in; `word` is what says the side, `span` the whole phrase with its negation. */
type Stance = {
  readonly side: 'for' | 'against' | 'neither';
  readonly negated: boolean;
  readonly word: Span;
  readonly span: Span;
};

const vote =
  /\b(?:vot(?:e|es|ed|ing)|campaign(?:ed|s|ing)?|argu(?:ed|es|ing)|lobb(?:ied|ies|ying)|sp(?:oke|eaks|oken)|came out|decided) (?:(?:\p{L}+ly|[\p{L}\d]+(?: votes)?(?: to |[-–])[\p{L}\d]+) )?(for|against|in favou?r of)(?= )/giu;
/** "Were in favour", "is against the plan". */
const stand = /\b(?:is|are|was|were|be|been) (?:(?:\p{L}+ly|all|both|also) )?(against|in favou?r)(?= |[.,;])/giu;
const abstention = /\babstain(?:ed|s|ing)?\b/giu;
/** How all of these begin; most sentences have none, and need no closer look. */
const mayVote = /\b(?:vot|campaign|argu|lobb|spoke|speak|came out|decided)/iu;
const verb =
  /\b(?:(supports|supported|backs|backed|endorses|endorsed|favou?rs|favou?red|(?<=(?:not|n['’]t|never|to) )(?:support|back|endorse))|(opposes|opposed|opposing|oppose))(?!\p{L})/giu;
const negation = /(?:\b(?:not|never|(?:refus|declin|fail)(?:ed|es|ing) to)|n['’]t) (?:\p{L}+ly )?$/iu;

/** A claim that puts somebody on the other side than every passage does. */
export const compareStance: Comparer = x => {
  const [own, ...more] = stances(x.claim);
  if (!own || more.length > 0) return [];
  const [other, ...rest] = ofOneObject(own, stances(x.source), x).filter(s => haveOneSubject(own, s, x));
  if (!other || rest.length > 0 || own.side === other.side) return [];
  // "The two independents abstained" needs not say from what.
  const isTold =
    other.side === 'neither' &&
    own.side !== 'neither' &&
    subject(x.claim, own)
      .filter(t => !t.stop)
      .every(t => x.source.places.has(t.stem));
  // "Voted against it": what it is was told before.
  const isIt = /^ (?:it|this|that|them)\b/i.test(x.source.text.slice(other.span.end));
  if (shared(x, own.span) < (isTold || isIt ? 0.45 : 0.7)) return [];
  const known = x.others.some(
    s =>
      s !== x.source &&
      stances(s).some(o => o.side === own.side && haveOneSubject(own, o, { ...x, source: s })) &&
      shared({ ...x, source: s }, own.span) >= 0.6,
  );
  if (known) return [];
  // "For" and "against" say it best where both sides vote; else the whole phrases do.
  const plain = !own.negated && !other.negated && isSide(x.claim, own) && isSide(x.source, other);
  if (plain) return [pair(x, own.word, other.word, 'wording')];
  const remedy = other.side === 'neither' || own.side === 'neither' ? 'none' : undefined;
  return [pair(x, own.span, other.span, own.negated || other.negated ? 'negation' : 'wording', remedy)];
};

/** "Brand" and "Councillor Brand"; never "four councillors" and "seven councillors", "members" and "60 percent of members". */
function haveOneSubject(own: Stance, other: Stance, x: Comparison): boolean {
  const [mine, theirs] = [subject(x.claim, own), subject(x.source, other)];
  const amounts = (tokens: readonly Token[]) =>
    tokens.filter(t => t.number || quantifier.test(t.text)).map(t => t.stem);
  const [few, many] = [amounts(mine), amounts(theirs)];
  // "62% of the 1,900" for "62%"; whoever is counted there is no "members" here.
  if (few.length === 0 ? many.length > 0 : !few.every(amount => many.includes(amount))) return false;
  const named = mine.findLast(t => t.name);
  const isPronoun = theirs.every(t => t.stop) && theirs.length > 0 && x.before !== undefined;
  const known = isPronoun && x.before ? x.before.tokens : theirs;
  const heads = named ? [named] : mine.filter(t => !t.stop);
  return heads.some(t => known.some(k => k.stem === t.stem));
}

/** "Supported votes for women but opposed militant methods": the one of several that is about what the claim's is about. */
function ofOneObject(own: Stance, all: readonly Stance[], { claim, source }: Comparison): readonly Stance[] {
  if (all.length < 2) return all;
  const object = ({ content, text }: Sentence, { span }: Stance) => {
    const end = text.slice(span.end).search(/[,;:.]| (?:but|and|while) /);
    return content.filter(t => t.span.start >= span.end && (end < 0 || t.span.end <= span.end + end));
  };
  const mine = object(claim, own);
  const scored = all.map(s => ({ s, met: object(source, s).filter(t => mine.some(m => m.stem === t.stem)).length }));
  const most = Math.max(...scored.map(({ met }) => met));
  return most === 0 ? all : scored.filter(({ met }) => met === most).map(({ s }) => s);
}

const quantifier = /^(?:most|some|many|few|all|half|both|none|no|others?|several|majority|minority)$/i;

/** The words of the clause before the phrase; "supported the deck but opposed a casino" has one subject for both. */
function subject(sentence: Sentence, stance: Stance): Token[] {
  const { tokens, text } = sentence;
  const { span } = stance;
  const all = tokens.filter(t => t.span.end <= span.start);
  // "Lind, who voted for it": the subject stands before the comma.
  const isAside = /^wh(?:o|ich)$/i.test(all.at(-1)?.text ?? '');
  const before = isAside ? all.slice(0, -1) : all;
  const names = listed(before, text);
  if (names.length > 1 || isAside) return names.length > 0 ? names : before.slice(-7);
  const from = before.findLastIndex(
    (t, i) => /^[,;:]/.test(text.slice(t.span.end)) || /^(?:and|but|while)$/i.test(before[i]?.text ?? ''),
  );
  const own = before.slice(from + 1).slice(-7);
  const previous = own.length === 0 ? stances(sentence).findLast(s => s.span.end <= span.start) : undefined;
  return previous ? subject(sentence, previous) : own;
}

/** The names of a list that ends here: "Nair, Delgado and Frost". */
function listed(before: readonly Token[], text: string): Token[] {
  const found: Token[] = [];
  for (let i = before.length - 1; i >= 0; i--) {
    const [token, next] = [before[i], before[i + 1]];
    if (!token || (next && !/^(?:,? ?| and |, and )$/.test(text.slice(token.span.end, next.span.start)))) break;
    if (/^and$/i.test(token.text)) continue;
    if (!token.name) break;
    found.unshift(token);
  }
  return found;
}

/** Whether a verb is part of what tells sides: its negation then denies no deed but changes the side. */
export function isStance(sentence: Sentence, { start, end }: Span): boolean {
  return stances(sentence).some(s => s.span.start < end && start < s.span.end);
}

function isSide(sentence: Sentence, { word }: Stance): boolean {
  return /^(?:for|against|in )/i.test(sentence.text.slice(word.start, word.end));
}

/** One of these is in all of them. */
const mayTakeSides =
  /vot|campaign|argu|lobb|spoke|speak|came out|decided|support|back|endors|favou?r|oppos|abstain|against/i;

const stances = ofSentence(({ text }): readonly Stance[] => {
  if (!mayTakeSides.test(text)) return [];
  const votes = (mayVote.test(text) ? [...text.matchAll(vote)] : []).map(match => {
    const end = match.index + match[0].length;
    const side = match[1] ?? '';
    return stance(text, /against/i.test(side), { start: end - side.length, end }, match.index);
  });
  const verbs = [...text.matchAll(verb)].map(match =>
    stance(text, match[2] !== undefined, { start: match.index, end: match.index + match[0].length }, match.index),
  );
  const stands = / (?:against|in favou?r)/i.test(text) ? [...text.matchAll(stand)] : [];
  const sides = stands.map(match => {
    const end = match.index + match[0].length;
    const side = match[1] ?? '';
    return stance(text, /against/i.test(side), { start: end - side.length, end }, match.index);
  });
  const neither = [...text.matchAll(abstention)].map(({ index, 0: own }) => {
    const span = { start: index, end: index + own.length };
    return { side: 'neither' as const, negated: false, word: span, span };
  });
  return [...votes, ...verbs, ...sides, ...neither];
});

function stance(text: string, against: boolean, word: Span, start: number): Stance {
  const denied = negation.exec(text.slice(Math.max(0, start - 24), start));
  const negated = denied !== null;
  const from = denied ? start - denied[0].length : start;
  return { side: against !== negated ? 'against' : 'for', negated, word, span: { start: from, end: word.end } };
}

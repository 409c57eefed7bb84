/** What keeps a claim from being borne out, short of a pair that stands against it: a difference that the passages leave open. */
import type { Change, Span } from '../../model.ts';
import type { DateMention } from '../../text/dates.ts';
import type { NumberMention } from '../../text/numbers.ts';
import { isStopWord } from '../../text/stem.ts';
import { isKindOf } from '../lexicon/lexicon.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence, Token } from '../tokens.ts';
import { agrees, turned } from './alike/agrees.ts';
import { isSameAmount } from './alike/amounts.ts';
import { isAkin } from './alike/isAkin.ts';
import { isDaysLater } from './alike/later.ts';
import { isReckonedFrom } from './alike/reckonedFrom.ts';
import { sameName } from './alike/sameName.ts';
import { describes, isFraction, sharesOf } from './alike/shares.ts';
import { isPartOf, isSum } from './alike/sums.ts';
import { likelyCauses } from './deeds/compareCauses.ts';
import { likelyOtherDoers } from './deeds/compareOtherDoers.ts';
import { likelyOwners } from './deeds/compareOwners.ts';
import { speechOf } from './deeds/compareSpeakers.ts';
import { likelyTellers } from './deeds/compareTellers.ts';
import { likelyVictims } from './deeds/compareVictims.ts';
import { withBounds } from './figures/compareNumbers.ts';
import { type Comparer, type Comparison, likeness, pair, shared } from './pair.ts';
import { compareCondition } from './polarity/compareCondition.ts';
import { denialOf } from './polarity/compareNegation.ts';
import { hasDenial } from './reading/denials.ts';
import { type Frame, frames, framesOf } from './reading/frames.ts';
import { light, meet } from './reading/parties.ts';
import { areRests } from './reading/rests.ts';
import { isCompatible } from './times/compareDates.ts';

/** The first difference between a claim and a passage that holds the rest of it. */
export const differences: Comparer = x => {
  for (const compare of [
    figures,
    counted,
    days,
    correction,
    bodies,
    firsts,
    things,
    denied,
    compareCondition,
    speakers,
    likelyOtherDoers,
    likelyTellers,
    likelyOwners,
    likelyCauses,
    likelyVictims,
  ]) {
    const found = compare(x);
    if (found.length > 0) return found;
  }
  return [];
};

/** A figure that no passage has, where this one has another of its kind. */
const figures: Comparer = x =>
  (x.source.numbers.length === 0 ? [] : x.claim.numbers).flatMap(own => {
    if (!isTelling(own) || x.others.some(s => bearsFigure(s, own)) || isReckonedFrom(own, x.claim, x.others)) return [];
    if (x.others.some(s => areRests(x.claim, s))) return [];
    const rivals = x.source.numbers.filter(n => isOfOneKind(own, n, x) && !x.claim.numbers.some(c => agrees(c, n)));
    const [rival, ...more] = rivals;
    if (!rival || more.length > 0 || x.others.some(s => mayBeWorkedOut(own, s))) return [];
    if (turned(own, rival)) return [pair(x, withBounds(own, x.claim), withBounds(rival, x.source), 'number')];
    return [pair(x, own.span, rival.span, 'number')];
  });

/** "4,000 sculptures" where a passage has 4,000 paintings, and nothing like a sculpture stands in any. */
const counted: Comparer = x =>
  (x.source.numbers.length === 0 ? [] : x.claim.numbers).flatMap(own => {
    const mine = isTelling(own) && own.kind === 'count' ? countedBy(x.claim, own) : undefined;
    if (!mine || vague.test(mine.text) || x.others.some(s => s.content.some(t => isAkin(mine, t)))) return [];
    const [rival, ...more] = x.source.numbers.filter(n => n.kind === 'count' && n.value === own.value);
    const theirs = rival && more.length === 0 ? countedBy(x.source, rival) : undefined;
    if (!theirs || rival?.unit === own.unit || isKindOf(theirs.word, mine.word) || isKindOf(mine.word, theirs.word))
      return [];
    return [pair(x, mine.span, theirs.span, 'wording')];
  });

/** Words that anything counted may be called by. */
const vague =
  /^(?:people|persons?|individuals?|items?|objects?|things?|pieces?|works?|units?|cases?|examples?|instances?|places?|sites?|properties|buildings?|points?|times?|members?|names?|entries|sources?)$/i;

/** The noun right behind a figure. */
function countedBy({ content, text }: Sentence, { span }: NumberMention): Token | undefined {
  const noun = content.find(t => t.span.start >= span.end);
  const isNext = noun && /^[ \u00a0]$/.test(text.slice(span.end, noun.span.start));
  return isNext && !noun.name && isNoun(noun) ? noun : undefined;
}

/** "Shops", not "took" or "older". */
function isNoun({ word, text }: Token): boolean {
  return word.partsOfSpeech[0] === 'n' || (word.partsOfSpeech.includes('n') && /[^s]s$/.test(text));
}

/** What two figures make or leave, or one that is "a pound less": a writer may have worked it out. */
function mayBeWorkedOut(own: NumberMention, { numbers, text }: Sentence): boolean {
  const alike = numbers.filter(n => n.kind === own.kind && n.unit === own.unit).map(n => n.value);
  if (isPartOf(own, numbers)) return true;
  const isBesideOne = / an? \p{L}+ (?:more|less|fewer|higher|lower|cheaper|dearer)\b/iu.test(text);
  return alike.some(
    (a, i) =>
      (isBesideOne && Math.abs(a - own.value) === 1) ||
      alike.slice(i + 1).some(b => own.value === a + b || own.value === Math.abs(a - b)),
  );
}

function isTelling({ kind, value }: NumberMention): boolean {
  return kind === 'percent' || kind === 'money' || (kind === 'count' && value > 3);
}

function bearsFigure(s: Sentence, own: NumberMention): boolean {
  return (
    s.numbers.some(n => agrees(own, n) || isSameAmount(own, n)) ||
    sharesOf(s).some(share => isShare(own) && describes(own, share))
  );
}

function isShare(n: NumberMention): boolean {
  return n.kind === 'percent' || isFraction(n);
}

function isOfOneKind(own: NumberMention, other: NumberMention, x: Comparison): boolean {
  if (isSum(own, x) && isSum(other, x)) return true;
  if (own.kind !== other.kind) return false;
  return own.kind === 'percent' || (own.unit !== undefined && own.unit === other.unit && !isStopWord(own.unit));
}

/** A day or month that no passage has, where this one has another. */
const days: Comparer = x =>
  (x.source.dates.length === 0 ? [] : x.claim.dates).flatMap(own => {
    if (own.kind !== 'date' && own.kind !== 'month') return [];
    // "In 2025" bears out no "3 April 2025" where a passage says "2 April".
    const isAsPrecise = (d: DateMention) => d.kind !== 'year' && (d.kind !== 'month' || own.kind === 'month');
    const isTheSame = (d: DateMention) => isCompatible(own, d, x.published) || (haveOnePart(own, d) && !differ(own, d));
    if (x.others.some(s => s.dates.some(d => isAsPrecise(d) && isTheSame(d)) || isDaysLater(own, s))) return [];
    const [rival, ...more] = x.source.dates.filter(d => d.kind === own.kind && haveOnePart(own, d) && differ(own, d));
    return rival && more.length === 0 ? [pair(x, own.span, rival.span, 'number')] : [];
  });

const dateParts = ['year', 'month', 'day'] as const;

function haveOnePart(own: DateMention, other: DateMention): boolean {
  const isSame = (part: 'year' | 'month') => own[part] !== undefined && own[part] === other[part];
  return isSame('month') || isSame('year');
}

/** In a part that both tell: "February" is no other time than "February 2026". */
function differ(own: DateMention, other: DateMention): boolean {
  return dateParts.some(part => own[part] !== undefined && other[part] !== undefined && own[part] !== other[part]);
}

/** "About fifteen percent, not a third": a figure that a passage denies. */
const correction: Comparer = x => {
  if (x.claim.numbers.length === 0 || x.source.numbers.length < 2 || !hasNot(x.source)) return [];
  return x.claim.numbers.flatMap(own => {
    if (/\bnot (?:\p{L}+ )?$/iu.test(x.claim.text.slice(0, own.span.start))) return [];
    const denied = x.source.numbers.find(
      n => agrees(own, n) && /\bnot (?:by )?$/i.test(x.source.text.slice(0, n.span.start)),
    );
    const said = denied && x.source.numbers.filter(n => n !== denied && isShare(n) === isShare(own));
    return said?.length === 1 && said[0] ? [pair(x, own.span, said[0].span, 'number')] : [];
  });
};

const hasNot = ofSentence(({ text }) => /not/i.test(text));

/** "The University of Marlow" where the passages have the University of Halden. */
const bodies: Comparer = x =>
  x.claim.names.flatMap(own => {
    const [, head, tail] = /^(?:the )?(\p{Lu}[\p{L} ]*?) (?:of|for) (.+)$/iu.exec(own.text) ?? [];
    if (head === undefined || tail === undefined || x.others.some(s => s.text.includes(own.text))) return [];
    const rival = x.source.names.find(
      n => n.text.startsWith(`${head} of `) && !sameName(n.text.slice(head.length + 4), tail),
    );
    return rival ? [pair(x, own.span, rival.span, 'name')] : [];
  });

/** "The library will be moved to the hall" where the archive will: the same deed done to another thing. */
const things: Comparer = x => {
  if (likeness(x) < 0.3) return [];
  for (const own of frames(x.claim)) {
    const [mine, ...more] = own.target;
    if (!mine || more.length > 0 || own.others.size === 0 || own.isDenied || light.test(own.key)) continue;
    if (!x.source.places.has(own.verb.token.stem)) continue;
    const same = (s: Sentence) => framesOf(s, own.key).filter(f => !f.isDenied);
    const [other, ...rest] = same(x.source);
    const [theirs] = other?.target ?? [];
    if (!other || !theirs || rest.length > 0 || !areOtherThings(mine, theirs, x.source)) continue;
    const isPlaced = [...own.others].some(([word, party]) => meet(party, other.others.get(word) ?? []) === 'same');
    if (!isPlaced || shared(x, mine.span) < 0.75) continue;
    if (x.others.some(s => same(s).some(f => meet(own.target, f.target) === 'same'))) continue;
    return [pair(x, mine.span, theirs.span, 'wording')];
  }
  return [];
};

type Noun = Frame['target'][number];

function areOtherThings(a: Noun, b: Noun, source: Sentence): boolean {
  // "The missiles" and "the issue of Tomahawks": what a name stands for no list of words tells.
  if ([a, b].some(n => n.isPronoun || n.name || n.head.length === 0 || n.content.some(t => /^\p{Lu}/u.test(t.text))))
    return false;
  // Of a word that no list has nobody can say what it is another word for.
  if ([a, b].some(n => n.head.every(t => t.word.places.length === 0))) return false;
  return !a.content.some(t => source.places.has(t.stem) || b.content.some(u => isAkin(t, u)));
}

const first = /\b(?:the|an?) (first|only|last|youngest|oldest|\p{L}+est) (\p{L}+) (?:ever )?to ([^,;:.]+)/iu;

/** "The first woman to describe an orchid" where she was the first woman to lecture: first at what no passage has. */
const firsts: Comparer = x => {
  const own = firstIn(x.claim);
  const other = own && firstIn(x.source);
  if (!own || !other || own.of !== other.of) return [];
  const isSame = (s: Sentence) => own.deed.some(t => firstIn(s)?.deed.some(u => isAkin(t, u)));
  return x.others.some(isSame) ? [] : [pair(x, own.span, other.span, 'wording')];
};

/** Of what and at what somebody is the first. */
const firstIn = ofSentence(({ text, content }) => {
  const match = text.includes(' to ') && /(?:st|only) /i.test(text) ? first.exec(text) : null;
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const start = end - (match[3] ?? '').length;
  const deed = content.filter(t => t.span.start >= start && t.span.end <= end);
  return { of: `${match[1]} ${match[2]}`.toLowerCase(), deed, span: { start, end } };
});

/** What is said plainly on one side and denied on the other. */
const denied: Comparer = x => {
  const own = denialOf(x, x.claim, x.source) ?? placeDenied(x);
  return own ? [own] : [];
};

const noPlace =
  /\b(?:is|are|was|were|am) not (?:included |counted |part )?(?:in|of|against|among|on|under|at|behind|with) (?:(?:the|a|an|any|its|his|her|their) )?([\p{L}\p{N}]+)/giu;

/** "Is not in the 86 million" where the claim has it in the 86 million. */
function placeDenied(x: Comparison): Change | undefined {
  if (!hasNot(x.source) || !/ not /i.test(x.source.text) || hasDenial(x.claim)) return undefined;
  for (const match of x.source.text.matchAll(noPlace)) {
    const noun = x.source.tokens.find(t => t.span.end === match.index + match[0].length);
    const own = noun && x.claim.tokens.find(t => t.stem === noun.stem);
    const span: Span = { start: match.index, end: match.index + match[0].length };
    const isOfOne = x.source.content.some(
      t =>
        t.span.end <= match.index &&
        x.claim.content.some(c => c.stem === t.stem && own && c.span.end <= own.span.start),
    );
    if (own && isOfOne && shared(x, own.span) >= 0.4) return pair(x, phraseBefore(x.claim, own.span), span, 'negation');
  }
  return undefined;
}

/** "Included in the 86": a word with the preposition and article before it. */
function phraseBefore({ text }: Sentence, { start, end }: Span): Span {
  const left =
    /(?:\p{L}+ )?(?:in|of|against|among|on|under|at|behind|with) (?:\p{L}+ )?$/iu.exec(text.slice(0, start))?.[0]
      .length ?? 0;
  return { start: start - left, end };
}

/** "Quist said" of what the passages have from Demir alone. */
const speakers: Comparer = x => {
  const own = speechOf(x.claim);
  const label = own && (labelOf(x.source) ?? (x.before ? labelOf(x.before) : undefined));
  if (!own || !label || own.said.length < 3) return [];
  const isHis = (s: Sentence) =>
    (labelOf(s) ?? s.text).toLowerCase().includes(own.speaker.text.split(' ').at(-1)?.toLowerCase() ?? '');
  if (label.toLowerCase().includes(own.speaker.text.split(' ').at(-1)?.toLowerCase() ?? '')) return [];
  const told = (source: Sentence) =>
    shared({ ...x, claim: { ...x.claim, content: own.said }, source }, own.speaker.span);
  if (told(x.source) < 0.5 || x.others.some(s => isHis(s) && told(s) >= 0.5)) return [];
  return [{ ...pair(x, own.speaker.span, { start: 0, end: 0 }, 'name'), source: label }];
};

/** "COUNCILLOR DEMIR:": who speaks in a transcript. */
function labelOf({ text }: Sentence): string | undefined {
  return /^(\p{Lu}[\p{Lu} .'’-]{2,40}):/u.exec(text)?.[1];
}

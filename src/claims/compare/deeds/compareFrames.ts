/** The same deed told with its parts exchanged, with another name in one of them, or as more certain than it is. */
import type { Change, Remedy, Span } from '../../../model.ts';
import type { NameMention } from '../../../text/names.ts';
import type { Sentence } from '../../tokens.ts';
import {
  areConverse,
  areOfElections,
  baseAt,
  isOpposed,
  keyOf,
  mayBeConverse,
  phraseAt,
  sidesWith,
  tellsOfElections,
} from '../alike/opposites.ts';
import { mayLieIn, sameName } from '../alike/sameName.ts';
import { type Comparer, type Comparison, likeness, namePair, pair, shared } from '../pair.ts';
import { type Frame, frames, framesOf, irregularKey, type Party } from '../reading/frames.ts';
import { light, meet, mutual, roleIn, rolesOf, speech, stands } from '../reading/parties.ts';

export const compareFrames: Comparer = x => {
  // "Crabs matter less than farms" is a comparison's matter.
  if (/ than /i.test(x.claim.text) && / than /i.test(x.source.text)) return [];
  // Another name, verb or helping word at the most: the rest must be the same, whatever is compared.
  if (likeness(x) < 0.4) return [];
  for (const own of frames(x.claim)) {
    if (!mayBeTold(own, x.source)) continue;
    const isLight = light.test(own.key);
    for (const other of frames(x.source)) {
      // Most deeds of two sentences are neither one nor each other's opposite.
      if (own.key !== other.key && !isOpposed(own.key, other.key)) continue;
      if (isLight && !haveOneThing(own, other)) continue;
      const found =
        own.key === other.key
          ? (exchanged(own, other, x) ?? named(own, other, x) ?? surer(own, other, x) ?? prevented(own, other, x))
          : opposed(own, other, x);
      if (found) return [found];
    }
  }
  return [];
};

/** A look at the words alone, which spares most passages being read for their deeds: the verb, or one that is its opposite. */
function mayBeTold({ key, verb }: Frame, source: Sentence): boolean {
  const { stem: own } = verb.token;
  if (source.places.has(own) || source.places.has(key)) return true;
  const hasOpposite = isOpposed(key);
  return source.content.some(
    t =>
      (keyOf(t) === key || irregularKey(t) === key || (hasOpposite && isOpposed(key, baseAt(source, t)))) &&
      !t.name &&
      !t.number,
  );
}

/** "Took the jersey", "was taken to hospital": with what was taken, or where to, the verb tells enough. */
function haveOneThing(own: Frame, other: Frame): boolean {
  if (own.key !== other.key || /^(?:is|are|was|were|be|been|has|have|had)$/.test(own.key)) return false;
  const isThing = (n: Noun) => !n.isPronoun && !n.name && n.content.length > 0;
  const same = (name: string) =>
    roleIn(own, name).some(isThing) && meet(roleIn(own, name), roleIn(other, name)) === 'same';
  return same('target') || (same('to') && same('with'));
}

/** "Vogt praised it" where he criticised it: of two deeds that are opposites. */
function opposed(own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (areOfElections(own.key, other.key) && ![x.claim, x.source].every(tellsOfElections)) return undefined;
  if (own.isDenied !== other.isDenied || own.mood !== other.mood) return undefined;
  const [doers, targets] = [meetIn(x, own.doer, other.doer), meetIn(x, own.target, other.target)];
  const isOneDeed = doers === 'same' || (targets === 'same' && doers === 'unclear' && own.doer.length === 0);
  if (
    !isOneDeed ||
    (doers !== 'same' && areConverse(own.key, other.key)) ||
    x.claim.places.has(other.verb.token.stem) ||
    targets === 'apart' ||
    shared(x, own.verb.token.span) < 0.65
  )
    return undefined;
  const isKnown = (f: Frame) => sidesWith(own.key, f.key) && meet(own.doer, f.doer) !== 'apart';
  if (x.others.some(s => frames(s).some(f => isKnown(f) && (s !== x.source || meet(own.doer, f.doer) === 'same'))))
    return undefined;
  return pair(x, phraseAt(x.claim, own.verb.token).span, phraseAt(x.source, other.verb.token).span, 'wording');
}

/** The same, with "he" in the passage as one who was named right before it, and "she" as the claim's own "she". */
function meetIn({ claim, source, before }: Comparison, a: Party, b: Party): ReturnType<typeof meet> {
  const him = (party: Party, s: Sentence) =>
    party.length === 1 && party[0]?.isPronoun ? s.text.slice(party[0].span.start, party[0].span.end).toLowerCase() : '';
  const [mine, theirs] = [him(a, claim), him(b, source)];
  if (/^(?:he|she|it|they|him)$/.test(theirs) && (mine === theirs || isNamedIn(a, before))) return 'same';
  return meet(a, b);
}

function isNamedIn(party: Party, sentence: Sentence | undefined): boolean {
  return party.some(({ name }) => name && sentence?.names.some(n => sameName(n.text, name.text)));
}

type Noun = Party[number];

function spanOf(party: Party): Span {
  const own = party.find(n => n.name) ?? party.at(-1);
  return own ? own.span : { start: 0, end: 0 };
}

/** "B accused A" where the passage has "A accused B", "left the house to A" where it left the papers to A. */
function exchanged(own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (own.isDenied !== other.isDenied) return undefined;
  const roles = rolesOf(own);
  for (const first of roles) {
    for (const second of roles) {
      if (first.name === second.name || !isTurned(own, other, first.name, second.name)) continue;
      const theirs = roleIn(other, first.name);
      if (theirs.length === 0 || likeness(x) < 0.6 || mayBeConverse(x.claim, x.source)) continue;
      if (isKnown(own, first.name, x) || isKnown(own, second.name, x)) continue;
      const sides = [theirs, roleIn(other, second.name)];
      return turnedPair(
        x,
        { sides: [first.party, second.party], verb: own.verb.span },
        { sides, verb: other.verb.span },
      );
    }
  }
  return undefined;
}

/** The name alone where both are names; else all from the one party to the other, since "the source says her" tells nothing. */
function turnedPair(x: Comparison, mine: Told, theirs: Told): Change {
  const [first = [], second = []] = mine.sides;
  const [whole, remedy] = [around(mine), exchange(x.claim.text, spanOf(first), spanOf(second))];
  const names = [first, theirs.sides[0] ?? []].map(party => party.find(n => n.name)?.name);
  const [own, other] = names;
  if (own && other) return pair(x, own.span, other.span, 'name', remedy);
  const isShort = ({ start, end }: Span) => end - start <= longest;
  const source = around(theirs);
  return isShort(whole) && isShort(source)
    ? pair(x, whole, source, 'name', remedy)
    : pair(x, spanOf(first), spanOf(theirs.sides[0] ?? []), 'name', remedy);
}

type Told = { readonly sides: readonly Party[]; readonly verb: Span };

/** Longer stretches tell a writer less than the words at issue. */
const longest = 70;

function around({ sides, verb }: Told): Span {
  const spans = [verb, ...sides.filter(party => party.length > 0).map(spanOf)];
  return { start: Math.min(...spans.map(s => s.start)), end: Math.max(...spans.map(s => s.end)) };
}

/** The stretch from one to the other with the two exchanged; an article that began the sentence loses its capital. */
function exchange(text: string, a: Span, b: Span): Remedy {
  const [left, right] = a.start < b.start ? [a, b] : [b, a];
  if (left.end > right.start) return 'none';
  const moved = text
    .slice(left.start, left.end)
    .replace(/^(?:The|An?|His|Her|Its|Their|This|That|Two|Three) /, word => word.toLowerCase());
  const span = { start: left.start, end: right.end };
  return { span, text: `${text.slice(right.start, right.end)}${text.slice(left.end, right.start)}${moved}` };
}

function isTurned(own: Frame, other: Frame, first: string, second: string): boolean {
  const a = roleIn(own, first);
  const d = roleIn(other, second);
  if (!stands(a, d)) return false;
  const [b, c] = [roleIn(own, second), roleIn(other, first)];
  if (stands(a, c) || stands(b, d)) return false;
  const areSides = [first, second].sort().join() === 'doer,target';
  if (areSides && mutual.test(own.key)) return false;
  if (stands(b, c)) return true;
  // "They accused Ince", "his superiors told him": whoever is meant, it is not the one that stands on the other side.
  return areSides && c.length > 0 && c.every(n => n.isPronoun) && d.every(n => !n.isPronoun);
}

/** Whether some passage has the claim's own party in this role of the same deed. */
function isKnown(own: Frame, role: string, x: Comparison): boolean {
  const party = roleIn(own, role);
  return x.others.some(s => framesOf(s, own.key).some(f => stands(party, roleIn(f, role))));
}

/** Another name in one role, where all the others are the same. */
function named(own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (own.isDenied !== other.isDenied || own.verb.form === 'infinitive') return undefined;
  const roles = rolesOf(own);
  const met = roles.map(r => meet(r.party, roleIn(other, r.name)));
  const apart = roles.filter((_, i) => met[i] === 'apart');
  const [role] = apart;
  if (!role || apart.length > 1) return undefined;
  if (role.name === 'doer' && (own.isUnderstood || other.isUnderstood)) return undefined;
  const isAll = met.includes('same') || (speech.test(own.key) && shared(x, spanOf(role.party)) >= 0.9);
  if (!isAll) return undefined;
  const [mine, theirs] = [role.party.find(n => n.name)?.name, roleIn(other, role.name).find(n => n.name)?.name];
  if (!mine || !theirs || shared(x, mine.span) < 0.75 || office.test(mine.text) || office.test(theirs.text))
    return undefined;
  if (mayBeConverse(x.claim, x.source) || mayLieIn(mine, theirs, x) || isListed(mine, theirs, x)) return undefined;
  // "Danesbury hit the bar through Pryce": he is the one who did.
  const isThrough = role.name === 'doer' && stands(role.party, roleIn(other, 'through'));
  if (isThrough || (role.name === 'doer' && isSpokenFor(mine, theirs, x))) return undefined;
  if (isKnown(own, role.name, x)) return undefined;
  return namePair(x, mine, theirs);
}

/** Capitals that name nobody. */
const office = /^(?:C[EFOT]O|MPs?|PM|VP)$/;

/** "A spokeswoman for Strand & Sons, Della Marsh, said", "Della Marsh of Strand & Sons": what she does is done for the firm. */
function isSpokenFor(own: NameMention, other: NameMention, { source }: Comparison): boolean {
  const { names, text } = source;
  return names.some(n => {
    if (!sameName(n.text, own.text) || !/\b(?:for|of|at|from) (?:the )?$/.test(text.slice(0, n.span.start)))
      return false;
    if (n.span.end <= other.span.start) return /^(?:['’]s)?,? $/.test(text.slice(n.span.end, other.span.start));
    return /^,?(?: (?:an?|the|its) [^,.;]{1,50})? (?:for|of|at|from) (?:the )?$/.test(
      text.slice(other.span.end, n.span.start),
    );
  });
}

/** "A group in London and an institute in Shenzhen": both are told there. */
function isListed(own: NameMention, other: NameMention, { source }: Comparison): boolean {
  return source.names.some(n => {
    const [first, last] = n.span.start < other.span.start ? [n, other] : [other, n];
    return (
      sameName(n.text, own.text) && /^[^.;:,]* and [^.;:,]*$/.test(source.text.slice(first.span.end, last.span.start))
    );
  });
}

/** "Will send" where the passage has "may send", "has left" where it has "is expected to leave". */
function surer(own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (own.mood === 'open' || other.mood !== 'open' || own.isDenied || other.isDenied) return undefined;
  const [first = ''] = other.verb.helpers;
  if (!/^(?:may|might|could)$/.test(first)) return undefined;
  const roles = rolesOf(own).map(r => meet(r.party, roleIn(other, r.name)));
  const isWhole = meet(own.doer, other.doer) === 'same' && meet(own.target, other.target) === 'same';
  if (!roles.includes('same') || roles.includes('apart') || shared(x, own.verb.span) < (isWhole ? 0.6 : 0.75))
    return undefined;
  const isTold = (f: Frame) =>
    f.key === own.key && f.verb.form !== 'ing' && (f.mood === 'done' || (own.mood === 'sure' && f.mood === 'sure'));
  if (x.others.some(s => frames(s).some(isTold))) return undefined;
  return pair(x, own.verb.span, other.verb.span, 'wording');
}

/** "She returned" where something "kept her from returning": a denial that no word next to the verb gives away. */
function prevented(own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (own.isDenied || !other.isDenied || other.verb.form !== 'ing' || own.mood !== 'done') return undefined;
  const roles = rolesOf(own)
    .filter(r => r.name !== 'doer')
    .map(r => meet(r.party, roleIn(other, r.name)));
  if (!roles.includes('same') || roles.includes('apart') || shared(x, own.verb.token.span) < 0.75) return undefined;
  if (/\b(?:keep|kept|prevent|stop|bar|ban|block|deter)/i.test(x.claim.text)) return undefined;
  const isTold = (f: Frame) => f.key === own.key && !f.isDenied && f.mood === 'done';
  if (x.others.some(s => frames(s).some(isTold))) return undefined;
  const preventing = frames(x.source).findLast(f => f.verb.to <= other.verb.from)?.verb;
  if (
    !preventing ||
    /\b(?:until|till|before|except|unless)\b/i.test(x.source.text.slice(other.verb.span.end)) !==
      /\b(?:until|till|before|except|unless)\b/i.test(x.claim.text)
  )
    return undefined;
  return pair(x, own.verb.span, { start: preventing.span.start, end: other.verb.span.end }, 'negation');
}

/** What a passage joins to another deed: "will close the plant in Leipzig" where it closes one in Dresden and keeps that in Leipzig. */
import type { Change, Span } from '../../../model.ts';
import type { DateMention } from '../../../text/dates.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { isKindOf, lookUp } from '../../lexicon/lexicon.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { isAkin } from '../alike/isAkin.ts';
import { mayLieIn, sameName } from '../alike/sameName.ts';
import { type Comparer, type Comparison, likeness, namePair, pair } from '../pair.ts';
import { type Frame, frames, framesOf, type Party } from '../reading/frames.ts';
import { light, meet, mutual, roleIn, rolesOf, speech, stands } from '../reading/parties.ts';
import { type Phrase, phrases, type Verb } from '../reading/phrases.ts';

type Noun = Party[number];

/** So much of the claim the passage must hold: it then tells of the same things, and only joins them otherwise. */
const nearlyAll = 0.75;

export const compareAttached: Comparer = x => {
  if (likeness(x) < nearlyAll || ranking.test(x.claim.text)) return [];
  for (const own of frames(x.claim)) {
    if (own.isDenied || speech.test(own.key) || mutual.test(own.key)) continue;
    if (light.test(own.key) && !moving.test(own.key)) continue;
    const same = framesOf(x.source, own.key);
    const found = same.flatMap(other => (other.isDenied ? [] : (conflict(own, other, x) ?? [])));
    // A deed told twice: the claim must go with neither.
    if (same.length > 0 && found.length === same.length) return found.slice(0, 1);
  }
  return [];
};

function conflict(own: Frame, other: Frame, x: Comparison): Change | undefined {
  const [doer, deed] = [own.doer[0], other.doer[0]];
  const isTurned = stands(own.doer, other.target) && stands(own.target, other.doer) && !stands(own.doer, other.doer);
  const isSo = (f: Frame) => stands(own.doer, f.doer) && stands(own.target, f.target);
  // Who beat whom may have been beaten another time.
  if (doer && deed && isTurned && !x.others.some(s => framesOf(s, own.key).some(isSo)))
    return pair(x, doer.span, deed.span, 'name', 'none');
  for (const { name, party } of rolesOf(own)) {
    const found = attachedOtherwise(name, party, own, other, x);
    if (found) return found;
  }
  return undefined;
}

/** "Nine points below Marlow" says of Marlow what "nine points above" says of the other. */
const ranking = /\b(?:than|above|below|ahead|behind|over|under)\b/i;

/** Verbs that tell little alone, and enough with what else is told of the deed: "taken to hospital". */
const moving = /^(?:take|go|come|get|do)$/;

/** "Spent on repairs" may be spent on what is repaired. */
const loose = /^(?:on|for|with|of|about|over|under|into|through|as|like|per)$/;

/** The claim's noun in a role of the deed, where the passage has another in this role and the claim's with another deed. */
function attachedOtherwise(role: string, party: Party, own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (role === 'doer' && (own.isUnderstood || other.isUnderstood)) return undefined;
  if (!party[0]?.name && loose.test(role) && !(party[0] && dateIn(party[0], x.claim))) return undefined;
  const [mine, ...more] = party;
  const [theirs, ...rest] = roleIn(other, role);
  if (!mine || !theirs || more.length + rest.length > 0) return undefined;
  const isSo = (s: Sentence) => s !== x.source && framesOf(s, own.key).some(f => stands(party, roleIn(f, role)));
  const found = role === 'target' ? ofAnotherKind(mine, theirs, x) : undefined;
  if (found) return x.others.some(isSo) ? undefined : found;
  if (!areOfOneSort(mine, theirs, x)) return undefined;
  // "Surgery to Lind violates": a doer with more behind it, and one that may be this more, are no two doers.
  if (role === 'doer' && mine.to < own.verb.from !== theirs.to < other.verb.from) return undefined;
  if (!isOtherEnd(role, party, other)) {
    if (role !== 'doer' && followsVerb(mine, other, x.source)) return undefined;
    const places = elsewhere(mine, other, x.source);
    if (places.length === 0 || !places.every(place => areTwo(place, theirs, x.source))) return undefined;
  }
  if (!haveOneMore(role, own, other, x) || x.others.some(isSo)) return undefined;
  return mine.name && theirs.name ? namePair(x, mine.name, theirs.name) : pair(x, mine.span, theirs.span, 'name');
}

/** "Dismissed the charge of forgery" where it dismissed that of fraud, and found somebody guilty of forgery. */
function ofAnotherKind(mine: Noun, theirs: Noun, x: Comparison): Change | undefined {
  const [a, b] = [mine.head.at(-1), theirs.head.at(-1)];
  if (!a || !b || a.stem !== b.stem || mine.name || theirs.name) return undefined;
  const [own, ...more] = mine.content.filter(t => !theirs.content.some(u => isAkin(t, u)));
  const [other, ...rest] = theirs.content.filter(t => !mine.content.some(u => isAkin(t, u)));
  if (!own || !other || more.length + rest.length > 0 || own.number || other.number) return undefined;
  const places = (x.source.places.get(own.stem) ?? []).flatMap(at => x.source.tokens[at] ?? []);
  const isApart = places.every(t => hasDeed(x.source, { start: theirs.span.end, end: t.span.start }));
  return places.length > 0 && isApart ? pair(x, own.span, other.span, 'name') : undefined;
}

/** "Moved to the castle" where it was moved from there. */
function isOtherEnd(role: string, party: Party, other: Frame): boolean {
  return role === 'to' ? stands(party, roleIn(other, 'from')) : role === 'from' && stands(party, roleIn(other, 'to'));
}

/** Two names, two figures, or two things that are neither the same nor of a kind. */
function areOfOneSort(mine: Noun, theirs: Noun, x: Comparison): boolean {
  if (mine.isPronoun || theirs.isPronoun || stands([mine], [theirs])) return false;
  const [own, other] = [figureIn(mine), figureIn(theirs)];
  if (own && other) return own.kind === other.kind && !agrees(own, other) && !agrees(other, own);
  const [day, rival] = [dateIn(mine, x.claim), dateIn(theirs, x.source)];
  if (day && rival) return day.kind === rival.kind && day.text !== rival.text && day.kind !== 'relative';
  if (isMeasure(mine, x.claim) || isMeasure(theirs, x.source)) return false;
  if (mine.name && theirs.name)
    return !sameName(mine.name.text, theirs.name.text) && !mayLieIn(mine.name, theirs.name, x);
  const isCommon = ({ content, head }: Noun) =>
    head.length > 0 &&
    (content.every(t => !/^\p{Lu}/u.test(t.text)) ||
      // "Girls", that begin the sentence.
      (content.length === 1 && content[0]?.span.start === 0 && /[^s]s$/.test(content[0].text)));
  return isCommon(mine) && isCommon(theirs) && !mine.head.some(t => theirs.content.some(u => isAkin(t, u)));
}

/** The one amount that a noun has. */
function figureIn({ content }: Noun): NumberMention | undefined {
  const [own, ...more] = new Set(content.flatMap(t => t.number ?? []));
  return own && more.length === 0 && /^(?:count|money|percent)$/.test(own.kind) ? own : undefined;
}

/** The one date that a noun is. */
function dateIn({ span }: Noun, { dates }: Sentence): DateMention | undefined {
  return dates.find(d => d.span.start === span.start && d.span.end === span.end);
}

/** A count, an amount or a time; "a 34-year-old man" is none. */
function isMeasure({ content, span }: Noun, { dates, text }: Sentence): boolean {
  return (
    content.some(t => t.number && text[t.span.end] !== '-') ||
    dates.some(d => d.span.start < span.end && span.start < d.span.end)
  );
}

/** Whether the noun stands right behind the verb, whatever was made of the words between; or behind one that was not read as a deed. */
function followsVerb({ head }: Noun, { verb, key }: Frame, source: Sentence): boolean {
  const { tokens, places } = source;
  const last = head.at(-1)?.stem;
  const follows = (at: number) => tokens.slice(at, at + 4).some(t => t.stem === last);
  const read = frames(source).flatMap(f => (f.key === key ? [f.verb.token] : []));
  const unread = (places.get(verb.token.stem) ?? []).filter(at => !read.some(t => t === tokens[at]));
  return [verb.to, ...unread].some(follows);
}

/** Where the passage has the noun; nowhere when the deed itself has it too. */
function elsewhere(mine: Noun, other: Frame, source: Sentence): Noun[] {
  const isHere = rolesOf(other).some(({ name, party }) => !conjunction.test(name) && stands([mine], party));
  if (isHere) return [];
  return phrases(source).flatMap(p => (p.kind === 'noun' && stands([mine], [p]) ? [p] : []));
}

/** "After the airline offered more": what stands behind may be another deed's. */
const conjunction = /^(?:after|before|since|until|till|as|than)$/;

/** Whether two nouns of a sentence belong to two deeds and cannot be one person or thing. */
function areTwo(a: Noun, b: Noun, source: Sentence): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  const isApart = hasDeed(source, { start: first.span.end, end: second.span.start }) || isSubject(second, source);
  if (!isApart) return false;
  if ((a.name && b.name) || (figureIn(a) && figureIn(b)) || dateIn(a, source)) return true;
  // "A man was stabbed; the victim died": what comes later, and is known, may be the one before.
  const isNew = /^(?:an?|another|two|three|some|several)\b/i.test(
    source.text.slice(second.span.start, second.span.end),
  );
  return (
    isNew ||
    areInOneDeed(a, b, source) ||
    !(isPerson(a) || isPerson(b) || anyThing.test(second.head.at(-1)?.text ?? ''))
  );
}

/** Words that stand for things named before. */
const anyThing =
  /^(?:compan(?:y|ies)|firms?|groups?|businesse?s?|organi[sz]ations?|bod(?:y|ies)|agenc(?:y|ies)|part(?:y|ies)|teams?|clubs?|places?|sites?|areas?|buildings?|projects?|plans?|events?|games?|works?|things?|cases?|products?|systems?|programmes?|programs?|countr(?:y|ies)|cit(?:y|ies)|towns?|sides?|ones?|parts?|results?|effects?)$/i;

function isPerson({ head }: Noun): boolean {
  const token = head.at(-1);
  return token !== undefined && isKindOf(token.word, lookUp('person'));
}

/** Who does something to somebody is another than he. */
function areInOneDeed(a: Noun, b: Noun, source: Sentence): boolean {
  return frames(source).some(frame => {
    const roles = rolesOf(frame).filter(({ party }) => party.length === 1);
    return roles.some(r => stands([a], r.party) && roles.some(q => q !== r && stands([b], q.party)));
  });
}

/** A verb that tells more than what something is or is called; in a list a noun may look like one. */
function hasDeed(source: Sentence, { start, end }: Span): boolean {
  const all = phrases(source);
  return all.some((p, i) => {
    if (p.kind !== 'verb' || p.span.start < start || p.span.end > end || naming.test(p.token.text)) return false;
    const before = all[i - 1]?.kind;
    if (p.form === 'ing') return before === 'preposition';
    return (
      p.helpers.length > 0 ||
      p.form === 'participle' ||
      before === 'noun' ||
      before === 'relative' ||
      isJoined(p, before)
    );
  });
}

/** "And keep", not "tobacco and coal". */
function isJoined({ token }: Verb, before: Phrase['kind'] | undefined): boolean {
  return before === 'and' && token.word.partsOfSpeech[0] === 'v';
}

const naming = /^(?:is|are|was|were|be|been|being|become|became|called|named|known|including)$/i;

/** Whether a noun begins the telling of another deed. */
function isSubject(noun: Noun, source: Sentence): boolean {
  return frames(source).some(
    ({ doer, target, verb }) => noun.to <= verb.from && [doer, target].some(([own]) => own === noun),
  );
}

/** Something else that is told of the deed is the same; or nothing else is told of it. */
function haveOneMore(role: string, own: Frame, other: Frame, x: Comparison): boolean {
  const more = rolesOf(own).filter(r => r.name !== role);
  if (more.some(r => meet(r.party, roleIn(other, r.name)) === 'apart')) return false;
  return more.length === 0
    ? x.claim.content.length <= (own.target[0]?.name || own.doer[0]?.name ? 4 : 3)
    : more.some(r => meet(r.party, roleIn(other, r.name)) === 'same' || r.party.every(n => n.isPronoun));
}

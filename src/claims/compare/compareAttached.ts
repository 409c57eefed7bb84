/** What a passage joins to another deed: "will close the plant in Leipzig" where it closes one in Dresden and keeps that in Leipzig. */
import type { Change, Span } from '../../model.ts';
import { isKindOf, lookUp } from '../lexicon/lexicon.ts';
import type { Sentence } from '../tokens.ts';
import { light, meet, mutual, roleIn, rolesOf, speech, stands } from './compareFrames.ts';
import { mayLieIn } from './compareNames.ts';
import { type Frame, frames, type Party } from './frames.ts';
import { type Comparer, type Comparison, namePair, pair, shared } from './pair.ts';
import { type Phrase, phrases, type Verb } from './phrases.ts';
import { sameName } from './sameName.ts';
import { isAkin } from './withholds.ts';

type Noun = Party[number];

/** So much of the claim the passage must hold: it then tells of the same things, and only joins them otherwise. */
const nearlyAll = 0.75;

export const compareAttached: Comparer = x => {
  if (shared(x, { start: -1, end: -1 }) < nearlyAll || ranking.test(x.claim.text)) return [];
  for (const own of frames(x.claim)) {
    if (own.isDenied || speech.test(own.key) || mutual.test(own.key)) continue;
    if (light.test(own.key) && !moving.test(own.key)) continue;
    const [other, ...more] = frames(x.source).filter(f => f.key === own.key);
    if (!other || more.length > 0 || other.isDenied) continue;
    for (const { name, party } of rolesOf(own)) {
      const found = attachedOtherwise(name, party, own, other, x);
      if (found) return [found];
    }
  }
  return [];
};

/** "Nine points below Marlow" says of Marlow what "nine points above" says of the other. */
const ranking = /\b(?:than|above|below|ahead|behind|over|under)\b/i;

/** Verbs that tell little alone, and enough with what else is told of the deed: "taken to hospital". */
const moving = /^(?:take|go|come|get)$/;

/** The claim's noun in a role of the deed, where the passage has another in this role and the claim's with another deed. */
function attachedOtherwise(role: string, party: Party, own: Frame, other: Frame, x: Comparison): Change | undefined {
  if (role === 'doer' && (own.isUnderstood || other.isUnderstood)) return undefined;
  const [mine, ...more] = party;
  const [theirs, ...rest] = roleIn(other, role);
  if (!mine || !theirs || more.length + rest.length > 0 || !areOfOneSort(mine, theirs, x)) return undefined;
  if (role !== 'doer' && followsVerb(mine, own, x.source)) return undefined;
  const places = elsewhere(mine, other, x.source);
  if (places.length === 0 || !places.every(place => areTwo(place, theirs, x.source))) return undefined;
  if (!haveOneMore(role, own, other, x)) return undefined;
  if (x.others.some(s => frames(s).some(f => f.key === own.key && stands(party, roleIn(f, role))))) return undefined;
  return mine.name && theirs.name ? namePair(x, mine.name, theirs.name) : pair(x, mine.span, theirs.span, 'name');
}

/** Two names, or two things that are neither the same nor of a kind; times and figures are compared elsewhere. */
function areOfOneSort(mine: Noun, theirs: Noun, x: Comparison): boolean {
  if (mine.isPronoun || theirs.isPronoun || stands([mine], [theirs])) return false;
  if (isMeasure(mine, x.claim) || isMeasure(theirs, x.source)) return false;
  if (mine.name && theirs.name)
    return !sameName(mine.name.text, theirs.name.text) && !mayLieIn(mine.name, theirs.name, x);
  const isCommon = ({ content, head }: Noun) => head.length > 0 && content.every(t => !/^\p{Lu}/u.test(t.text));
  return isCommon(mine) && isCommon(theirs) && !mine.head.some(t => theirs.content.some(u => isAkin(t, u)));
}

/** A count, an amount or a time; "a 34-year-old man" is none. */
function isMeasure({ content, span }: Noun, { dates, text }: Sentence): boolean {
  return (
    content.some(t => t.number && text[t.span.end] !== '-') ||
    dates.some(d => d.span.start < span.end && span.start < d.span.end)
  );
}

/** Whether the noun stands right behind the verb somewhere, whatever was made of the words between. */
function followsVerb({ head }: Noun, { verb }: Frame, { tokens, places }: Sentence): boolean {
  const last = head.at(-1)?.stem;
  return (places.get(verb.token.stem) ?? []).some(at => tokens.slice(at + 1, at + 5).some(t => t.stem === last));
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
  if (a.name && b.name) return true;
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
    const has = (noun: Noun) => rolesOf(frame).some(({ party }) => party.length === 1 && party[0] === noun);
    return has(a) && has(b);
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
    ? x.claim.content.length <= 3
    : more.some(r => meet(r.party, roleIn(other, r.name)) === 'same' || r.party.every(n => n.isPronoun));
}

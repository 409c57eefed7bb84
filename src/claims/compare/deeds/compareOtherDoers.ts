/** A deed told of another than did it: "the union praised them" where the mayor praised them and the union mocked them. */
import type { Change, Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { countriesOf } from '../../lexicon/places.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { mayBeConverse } from '../alike/opposites.ts';
import { sameName, speaksOf } from '../alike/sameName.ts';
import { type Comparer, type Comparison, likeness, pair, shared } from '../pair.ts';
import { type Frame, frames, framesOf, mayTell, type Party } from '../reading/frames.ts';
import { light, meet, roleIn, rolesOf, stands } from '../reading/parties.ts';
import { phrases } from '../reading/phrases.ts';
import { areTwoBeside, areTwoSorts, type Placed, soleDoer, sortOf } from '../reading/twoDoers.ts';

type Noun = Party[number];
type Grade = 'certain' | 'likely';

export const compareOtherDoers: Comparer = x => otherDoers(x, 'certain');

/** The same where the two are only likely to be two. */
export const likelyOtherDoers: Comparer = x => otherDoers(x, 'likely');

/** So much of the rest of the claim the passage must hold. */
const nearlyAll = 0.75;

/** One deed in other words. */
const sameDeeds: ReadonlyMap<string, readonly string[]> = new Map(
  ['fund finance sponsor pay', 'found establish']
    .map(line => line.split(' ').map(stem))
    .flatMap(keys => keys.map(key => [key, keys] as const)),
);

function otherDoers(x: Comparison, grade: Grade): Change[] {
  if (likeness(x) < 0.3) return [];
  for (const [own, other] of ofOneKey(x)) {
    const found = doneByAnother(own, other, x, grade);
    if (found) return [found];
  }
  return [];
}

type Deeds = readonly (readonly [own: Frame, other: Frame])[];
const kept = new WeakMap<Sentence, WeakMap<Sentence, Deeds>>();

/** The claim's deeds with the passage's of the same name, asked for twice: once for each grade. */
function ofOneKey({ claim, source }: Comparison): Deeds {
  const known = kept.get(claim) ?? new WeakMap<Sentence, Deeds>();
  kept.set(claim, known);
  const found =
    known.get(source) ??
    deedsOf(claim).flatMap(own =>
      (sameDeeds.get(own.key) ?? [own.key]).flatMap(key => framesOf(source, key).map(other => [own, other] as const)),
    );
  known.set(source, found);
  return found;
}

/** What the claim tells that one has done. */
const deedsOf = ofSentence(sentence =>
  frames(sentence).filter(
    f => !f.isUnderstood && !f.isDenied && !light.test(f.key) && soleDoer(f.doer, sentence) !== undefined,
  ),
);

function doneByAnother(own: Frame, other: Frame, x: Comparison, grade: Grade): Change | undefined {
  if (other.isDenied || other.isUnderstood) return undefined;
  const [mine, theirs] = [soleDoer(own.doer, x.claim), soleDoer(other.doer, x.source)];
  if (!mine || !theirs || hasPart(own.doer, other) || !isOneDeed(own, other, x)) return undefined;
  if (shared(withoutOthers(own, other, x), whole(own.doer)) < nearlyAll) return undefined;
  const two: Two = [
    { noun: mine, sentence: x.claim },
    { noun: theirs, sentence: x.source },
  ];
  const found = areBeside(own, other, x) ? 'certain' : apart(two, own, other, x);
  if (!found || (grade === 'certain' && found !== grade) || isKnown(own, x) || mayBeConverse(x.claim, x.source))
    return undefined;
  // With both told in the claim, the one in the other's place alone would make no sense.
  const isBoth = phrases(x.claim).some(p => p.kind === 'noun' && stands([p], other.doer));
  return pair(x, mine.span, theirs.span, 'name', isBoth ? 'none' : undefined);
}

/** Who has another part in the deed may have exchanged it: others look at that. */
function hasPart(doer: Party, other: Frame): boolean {
  return rolesOf(other).some(r => stands(doer, r.party));
}

type Two = readonly [Placed, Placed];

/** The claim without what the passage cannot have of it: whose thing "its" is, and the time of another deed of the doer's. */
function withoutOthers(own: Frame, other: Frame, x: Comparison): Comparison {
  const [mine, theirs] = [own.target[0], other.target[0]];
  const isOwned = theirs !== undefined && isPossessive(x.source.tokens[theirs.from]);
  // "The premiere of The Salt Road" for "its premiere".
  const isOwner = (t: Token) => isOwned && mine?.content.includes(t) && !mine.head.includes(t);
  const doer = own.doer[0]?.name?.text;
  // "Compiled a list in 2014" of whom another passage says that she began recording in 2014.
  const isElsewhere = ({ number }: Token) =>
    doer !== undefined &&
    number?.kind === 'year' &&
    x.others.some(s => s.numbers.some(n => n.value === number.value) && speaksOf(s, doer));
  const end = asideFrom(own, x.claim);
  // "Financed" is what "funded" says.
  const isVerb = (t: Token) => own.key !== other.key && t === own.verb.token;
  const content = x.claim.content.filter(t => t.span.start < end && !isVerb(t) && !isOwner(t) && !isElsewhere(t));
  return { ...x, claim: { ...x.claim, content } };
}

/** ", whose shares rose": told of the one before, and often elsewhere. */
function asideFrom({ verb }: Frame, { text }: Sentence): number {
  const from = verb.span.end;
  const at = text.slice(from).search(/, (?:who|whose|which|where) /);
  return at < 0 ? text.length : from + at;
}

function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && /^(?:its|his|her|their)$/i.test(token.text);
}

function whole(party: Party): Span {
  return { start: party[0]?.span.start ?? 0, end: party.at(-1)?.span.end ?? 0 };
}

/** Whether all that both tell of the deed may be one, and what it is done to, or much else, is. */
function isOneDeed(own: Frame, other: Frame, x: Comparison): boolean {
  const roles = rolesOf(own).filter(r => r.name !== 'doer');
  const met = roles.map(r => meetIn(r.party, roleIn(other, r.name), x));
  if (met.includes('apart')) return false;
  if (own.target.length === 0) return met.includes('same') || (roles.length === 0 && other.target.length === 0);
  return met[0] === 'same' || isOfOneFigure(own, other, x) || isObjectBefore(own, other, x);
}

/** "The terraces that he laid out": what it was done to stands before. */
function isObjectBefore({ target }: Frame, other: Frame, { source }: Comparison): boolean {
  const [mine, ...more] = target;
  if (!mine || more.length > 0 || mine.name || other.target.length > 0) return false;
  return mine.head.length > 0 && mine.head.every(t => source.places.has(t.stem));
}

/** The same, with "it" and "them" in the passage as what stands before. */
function meetIn(own: Party, other: Party, { source, before }: Comparison): ReturnType<typeof meet> {
  const [pronoun, ...more] = other;
  if (!pronoun?.isPronoun || more.length > 0) return meet(own, other);
  const isPlural = /^(?:they|them)$/i.test(source.text.slice(pronoun.span.start, pronoun.span.end));
  const mayBe = (n: Noun) => n.name !== undefined || /[^s]s$|people|men$/.test(n.head.at(-1)?.text ?? '') === isPlural;
  const isNamedIn = (s: Sentence, end: number) =>
    phrases(s).some(p => p.kind === 'noun' && p.span.end <= end && !p.isPronoun && mayBe(p) && stands(own, [p]));
  const isHere = isNamedIn(source, pronoun.span.start) || (before && isNamedIn(before, before.text.length));
  return isHere ? 'same' : 'unclear';
}

/** "Paid farmers 55,000 francs" and "paid them 55,000 francs". */
function isOfOneFigure(own: Frame, other: Frame, { claim, source }: Comparison): boolean {
  const [mine, theirs] = [claim.numbers, source.numbers].map((numbers, i) =>
    numbers.filter(n => n.value > 2 && n.span.start >= (i === 0 ? own : other).verb.span.end),
  );
  return theirs?.some(n => mine?.some(m => m.value === n.value && m.unit === n.unit)) ?? false;
}

/** The passage sets the claim's own doer, with another deed, against the one who did this. */
function areBeside(own: Frame, other: Frame, x: Comparison): boolean {
  if (joint.test(x.source.text)) return false;
  return frames(x.source).some(rival => {
    if (rival === other || rival.key === own.key || rival.isUnderstood || !stands(own.doer, rival.doer)) return false;
    const [mine, theirs] = [soleDoer(rival.doer, x.source), soleDoer(other.doer, x.source)];
    if (!mine || !theirs) return false;
    const [first, second] = rival.verb.from < other.verb.from ? [rival, other] : [other, rival];
    const link = x.source.text.slice(first.verb.span.end, Math.max(whole(second.doer).start, first.verb.span.end));
    if (!/[,;]/.test(link)) return false;
    const isContrast = /[,;] (?:while|whereas|although|though|but)\b/.test(link);
    if (!isContrast && !/[,;] and\b|;/.test(link)) return false;
    return areTwoBeside({ noun: mine, sentence: x.source }, { noun: theirs, sentence: x.source }, isContrast, x.others);
  });
}

/** Words by which one does what another does. */
const joint =
  /\b(?:too|also|both|likewise|as (?:did|do|does|well|was|were)|so (?:did|do|does)|together|alongside|jointly)\b/i;

/** Another kind of doer, where the passage has nothing of the claim's. */
function apart([mine, theirs]: Two, own: Frame, other: Frame, x: Comparison): Grade | undefined {
  const { source, others } = x;
  const isHere = phrases(source).some(p => p.kind === 'noun' && stands(own.doer, [p]));
  if (isHere || (mine.noun.name && speaksOf(source, mine.noun.name.text))) return undefined;
  const sorts = [sortOf(mine, others), sortOf(theirs, others)] as const;
  const areNamed = meet(own.doer, other.doer) === 'apart' && sorts.every(s => s?.kind === 'person');
  if (areNamed) return isObjectBefore(own, other, x) ? 'likely' : 'certain';
  return areTwoSorts(...sorts) ?? (areTwoNames(mine, theirs) && own.target.length > 0 ? 'likely' : undefined);
}

/** Two names of which neither stands for a country or is its letters. */
function areTwoNames(...[mine, theirs]: Two): boolean {
  const [own, other] = [mine.noun.name?.text, theirs.noun.name?.text];
  if (!own || !other || sameName(own, other)) return false;
  return [own, other].every(name => countriesOf(name).length === 0 && /\p{Ll}/u.test(name));
}

/** Whether some passage has the claim's own doer do it ("she began copying them"), or somebody of whom it does not say who he is. */
function isKnown(own: Frame, x: Comparison): boolean {
  const isNobody = ({ doer }: Frame) => doer.length === 0 || doer.some(n => n.isPronoun);
  const name = own.doer[0]?.name?.text;
  const isOther = (s: Sentence) => s !== x.source;
  return x.others.some(
    s =>
      framesOf(s, own.key).some(
        f =>
          stands(own.doer, f.doer) ||
          (isOther(s) && isNobody(f) && shared({ ...x, source: s }, whole(own.doer)) >= 0.5),
      ) ||
      (name !== undefined && isOther(s) && mayTell(s, own.key) && speaksOf(s, name)),
  );
}

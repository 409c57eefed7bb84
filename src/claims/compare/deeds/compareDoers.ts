/** Who did it, where the names alone do not tell: "it was A who did it", "said so and did it", "the nurse" for "the doctor". */
import type { Change } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord } from '../../../text/stem.ts';
import { areAkin, isKindOf, lookUp } from '../../lexicon/lexicon.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { mayBeConverse } from '../alike/opposites.ts';
import { mayLieIn, sameName, speaksOf } from '../alike/sameName.ts';
import { type Comparer, type Comparison, likeness, namePair, pair, shared } from '../pair.ts';
import { type Frame, frames, framesOf, type Party } from '../reading/frames.ts';
import { light, meet, mutual } from '../reading/parties.ts';
import { vague } from '../reading/twoDoers.ts';

type Noun = Party[number];

export const compareDoers: Comparer = x => {
  if (/ than /i.test(x.claim.text) || likeness(x) < 0.3) return [];
  for (const own of frames(x.claim)) {
    if (own.doer.length === 0 || own.isUnderstood || own.isDenied || own.verb.form === 'infinitive') continue;
    if (!mayBeTold(own, x)) continue;
    for (const other of frames(x.source)) {
      if (other.isDenied) continue;
      const found = ofOneDeed(own, other)
        ? (emphasised(own, other, x) ??
          inherited(own, other, x) ??
          ofAnotherTrade(own, other, x) ??
          ofAnotherPlace(own, other, x))
        : ofOneFigure(own, other, x);
      if (found) return [found];
    }
  }
  return [];
};

/** A look at the words alone spares most passages being read for their deeds: the verb, or a figure that both give. */
function mayBeTold({ verb }: Frame, { claim, source }: Comparison): boolean {
  if (source.places.has(verb.token.stem) || source.content.some(t => t.word.base === verb.token.word.base)) return true;
  return claim.numbers.some(n => n.value > 2 && source.numbers.some(m => m.value === n.value));
}

function ofOneDeed(own: Frame, other: Frame): boolean {
  return own.key === other.key && !light.test(own.key) && !mutual.test(own.key);
}

function nameIn(party: Party): Noun | undefined {
  return party.find(n => n.name);
}

/** "It was Lind who wrote" where the passage has "it was Falk who wrote". */
function emphasised(own: Frame, other: Frame, x: Comparison): Change | undefined {
  const [mine, theirs] = [nameIn(own.doer)?.name, nameIn(other.doer)?.name];
  if (!mine || !theirs || !isEmphasised(x.claim, mine.span.start) || !isEmphasised(x.source, theirs.span.start))
    return undefined;
  if (sameName(mine.text, theirs.text) || shared(x, mine.span) < 0.6 || isDoneBy(own, x)) return undefined;
  return namePair(x, mine, theirs);
}

function isEmphasised({ text }: Sentence, start: number): boolean {
  return /\bit (?:is|was) (?:the \p{L}+ )?$/iu.test(text.slice(0, start));
}

/** "Lind promised an inquiry" where "Falk said that the road was unsafe and promised an inquiry". */
function inherited(own: Frame, other: Frame, x: Comparison): Change | undefined {
  const [mine, theirs] = [own.doer[0]?.name, teller(x.source, other)];
  if (!mine || own.doer.length > 1 || !theirs || sameName(mine.text, theirs.text)) return undefined;
  if (meet(own.target, other.target) !== 'same' || shared(x, mine.span) < 0.85) return undefined;
  if (speaksOf(x.source, mine.text) || (x.before && speaksOf(x.before, mine.text)) || isDoneBy(own, x))
    return undefined;
  return namePair(x, mine, theirs);
}

/** The one name whom a sentence lets tell something, where a deed of the same sentence is joined to the telling by "and". */
function teller(source: Sentence, { isUnderstood, doer, verb }: Frame) {
  if (!isUnderstood || doer.some(n => n.name || n.isPronoun || isPerson(n))) return undefined;
  if (!/ and (?:\p{L}+ly )?$/u.test(source.text.slice(0, verb.span.start))) return undefined;
  const before = source.names.filter(n => n.span.end <= verb.span.start);
  const telling = frames(source).find(f => f.verb.to <= verb.from && tells.test(f.key));
  const name = telling && nameIn(telling.doer)?.name;
  return name && before.every(n => n === name || n.span.start < name.span.start) ? name : undefined;
}

const tells = /^(?:say|tell|argu|add|explain|insist|warn|admit|acknowledg|stress|claim)$/;

/** "The nurse raised the alarm" where the passage has "a porter raised the alarm". */
function ofAnotherTrade(own: Frame, other: Frame, x: Comparison): Change | undefined {
  const [mine, ...more] = own.doer;
  const theirs = other.doer.find(n => !n.name && !n.isPronoun);
  if (!mine || !theirs || more.length > 0 || mine.name || mine.isPronoun || !areTwoTrades(mine, theirs))
    return undefined;
  if (x.source.places.has(mine.head[0]?.stem ?? '') || meet(own.target, other.target) !== 'same') return undefined;
  const alike = [...own.others].filter(([word, party]) => meet(party, other.others.get(word) ?? []) === 'same');
  const isWhole = alike.length > 0 || own.target.some(n => n.content.length > 1) || shared(x, mine.span) >= 0.75;
  if (!isWhole || isDoneBy(own, x)) return undefined;
  return pair(x, headSpan(mine), headSpan(theirs), 'name');
}

/** "The mayor of Kellmoor welcomed it" where the mayor of Thorpe did. */
function ofAnotherPlace(own: Frame, other: Frame, x: Comparison): Change | undefined {
  const [mine, ...more] = own.doer;
  const theirs = other.doer.find(n => n.head[0]?.stem === mine?.head[0]?.stem);
  if (!mine || !theirs || more.length > 0 || mine.name || mine.head.length === 0) return undefined;
  const placeOf = (s: Sentence, { span }: Noun) =>
    s.names.find(
      n =>
        span.start < n.span.start &&
        n.span.end <= span.end &&
        / of (?:the )?$/.test(s.text.slice(Math.max(0, n.span.start - 8), n.span.start)),
    );
  const [a, b] = [placeOf(x.claim, mine), placeOf(x.source, theirs)];
  if (!a || !b || sameName(a.text, b.text) || mayLieIn(a, b, x) || mayLieIn(b, a, x)) return undefined;
  if (meet(own.target, other.target) !== 'same' && shared(x, a.span) < 0.75) return undefined;
  const isHis = (s: Sentence) => framesOf(s, own.key).some(f => f.doer.some(n => placeOf(s, n)?.text === a.text));
  return x.others.some(isHis) ? undefined : namePair(x, a, b);
}

function areTwoTrades(a: Noun, b: Noun): boolean {
  const [own, other] = [a.head.at(-1), b.head.at(-1)];
  if (!own || !other || own.stem === other.stem || vague.test(own.text) || vague.test(other.text)) return false;
  if (!isPerson(a) || !isPerson(b)) return false;
  const isNear = areAkin(own.word, other.word);
  return !isNear && !isKindOf(own.word, other.word) && !isKindOf(other.word, own.word);
}

function isPerson({ head, name }: Noun): boolean {
  const token = head.at(-1);
  return token !== undefined && !name && isKindOf(token.word, lookUp('person'));
}

function headSpan({ head, span }: Noun) {
  return { start: head[0]?.span.start ?? span.start, end: head.at(-1)?.span.end ?? span.end };
}

/** Whether some passage has the claim's own doer do it. */
function isDoneBy(own: Frame, x: Comparison): boolean {
  return x.others.some(s => framesOf(s, own.key).some(f => meet(own.doer, f.doer) === 'same'));
}

/** "Moe spent eleven weeks on the ice" where the eleven weeks are told of Hruska, and Moe is somebody else. */
function ofOneFigure(own: Frame, other: Frame, x: Comparison): Change | undefined {
  const [mine, theirs] = [own.doer[0]?.name, nameIn(other.doer)?.name];
  if (!mine || own.doer.length > 1 || !theirs || sameName(mine.text, theirs.text) || speaksOf(x.claim, theirs.text))
    return undefined;
  // "Corran bought the pubs for 96 million" and "Hartwell sold the pubs to Corran for 96 million".
  const isPart = [...other.target, ...[...other.others.values()].flat()].some(
    n => n.name && sameName(n.name.text, mine.text),
  );
  if (isPart || mayBeConverse(x.claim, x.source)) return undefined;
  const figure = figuresOf(x.claim, own)[0];
  const same = (s: Sentence, frame: Frame) =>
    figure !== undefined &&
    figuresOf(s, frame).some(n => n.value === figure.value && n.unit === figure.unit && agrees(figure, n));
  if (!same(x.source, other) || !speaksOf(x.source, mine.text) || !haveOneWord(x, own, other)) return undefined;
  const isHis = x.others.some(s =>
    frames(s).some(f => same(s, f) && f.doer.some(n => n.name && sameName(n.name.text, mine.text))),
  );
  return isHis ? undefined : namePair(x, mine, theirs);
}

function figuresOf({ numbers }: Sentence, { target, others }: Frame): NumberMention[] {
  const nouns = [...target, ...[...others.values()].flat()];
  return numbers.filter(
    n =>
      (n.kind === 'money' || (n.kind === 'count' && n.value > 2 && n.unit !== undefined && !isStopWord(n.unit))) &&
      nouns.some(p => p.span.start <= n.span.start && n.span.end <= p.span.end),
  );
}

/** A word of content besides the names and figures that both deeds are told with. */
function haveOneWord({ claim }: Comparison, own: Frame, other: Frame): boolean {
  const words = (frame: Frame): Token[] => [
    frame.verb.token,
    ...[...frame.target, ...[...frame.others.values()].flat()].flatMap(n => n.content),
  ];
  const isTelling = (t: Token) => !t.number && !t.name && !t.stop;
  const theirs = words(other).filter(isTelling);
  const units = new Set(claim.numbers.map(n => n.unit));
  return words(own).some(t => isTelling(t) && !units.has(t.word.base) && theirs.some(u => u.stem === t.stem));
}

/** What of a claim stands in none of the sources that come nearest to it. */
import type { Span } from '../model.ts';
import type { NameMention } from '../text/names.ts';
import type { NumberMention } from '../text/numbers.ts';
import { plain, stem } from '../text/stem.ts';
import { agrees } from './compare/alike/agrees.ts';
import { isSameAmount } from './compare/alike/amounts.ts';
import { speaksOf, strangerHalf } from './compare/alike/sameName.ts';
import { isFraction } from './compare/alike/shares.ts';
import { sameLengths } from './compare/times/compareDurations.ts';
import { areAkin } from './lexicon/lexicon.ts';
import { aliasesOf, isSeat } from './lexicon/places.ts';
import { listedWords } from './listedWords.ts';
import type { Nearest, Stems } from './nearest.ts';
import { ofSentence } from './ofSentence.ts';
import { isOwnThought } from './ownThought.ts';
import { readClaim } from './ownWords.ts';
import { mayBeReckoned } from './reckoned.ts';
import type { Sentence, Token } from './tokens.ts';
import { withItsWords } from './workedOut.ts';

/** How much of a claim is lacking: somebody it names or a figure it gives, much of its words, some of them, or less. */
export type Gap = 'telling' | 'much' | 'some' | 'none';

/** A gap is told when the claim's score is below this: what names nothing must be hardly supported at all. */
const toldBelow: Readonly<Record<Gap, number>> = { telling: 1, much: 0.4, some: 0.2, none: 0 };

/** So much of a claim has no word in the sources when much of it is missing. */
const muchOfIt = 0.45;

/**
 * Whether it is worth telling the writer that a claim lacks support: it names somebody or gives a figure that the sources
 * lack, or much of what it says has no word in them. A paraphrase whose words are all there may be borne out in a way that
 * comparing words does not see, and the writer's own thoughts need no source.
 */
export function isWorthTelling(text: string, score: number, nearest: Nearest): boolean {
  return score < toldBelow[gapIn(text, nearest, score >= toldBelow.some, mayBeReckoned)];
}

type Reckoned = (own: NumberMention, claim: Sentence, nearest: Nearest) => boolean;

/** What of a claim stands in none of the passages; where no more than some of its words lack, that nothing does. */
export function gapBeside(text: string, passages: readonly Sentence[]): Gap {
  return gapIn(text, { words: passages.map(p => p.places), passages }, true);
}

/** With `onlyMuch` some of the words count as none: nearly all claims lack fewer, and their words need no closer look. */
function gapIn(text: string, nearest: Nearest, onlyMuch: boolean, isWorkedOut?: Reckoned): Gap {
  const gap = lackingIn(text, nearest, onlyMuch, isWorkedOut);
  return gap !== 'none' && isOwnThought(text) ? 'none' : gap;
}

function lackingIn(text: string, nearest: Nearest, onlyMuch: boolean, isWorkedOut?: Reckoned): Gap {
  const claim = readClaim(text);
  const { passages, words } = nearest;
  const content = claim.content.length;
  const times = [...timesOfDay(claim, passages), ...conversions(text)];
  const telling = tellingGaps(claim, times, nearest, isWorkedOut);
  // "The price rose by roughly a third": the writer's own reckoning, in words of their own.
  if (telling === 0 && content <= 4 && claim.numbers.some(isRoughShare)) return 'none';
  if (telling > 0 && content > 1) return 'telling';
  if (content < 4) return 'none';
  const told = [...sameLengths(claim, passages), ...reckonedTimes(text), ...times];
  if (isWorkedOut) told.push(...workedOut(claim, nearest, isWorkedOut));
  const absent = claim.content.filter(t => !told.some(span => isWithin(t.span, span)) && !isThere(t, words));
  if (onlyMuch && absent.length < muchOfIt * content) return 'none';
  // Another word for the same is looked for last: it takes longest.
  const missing = absent.length < 2 ? absent : absent.filter(t => !passages.some(p => hasAkin(p, t)));
  if (missing.length < 2) return 'none';
  return missing.length >= muchOfIt * content ? 'much' : 'some';
}

function isWithin(inner: Span, { start, end }: Span): boolean {
  return start <= inner.start && inner.end <= end;
}

function isThere({ stem: own, text }: Token, words: readonly Stems[]): boolean {
  return words.some(w => w.has(own)) || isCountryIn(text, words);
}

/** "Half a century ago", "four years ago": reckoned from a date. */
function reckonedTimes(text: string): Span[] {
  if (!/ ago\b/i.test(text)) return [];
  return [...text.matchAll(ago)].map(m => ({ start: m.index, end: m.index + m[0].length }));
}

const ago = /\b(?:[\p{L}\p{N}]+ ){1,2}(?:centur(?:y|ies)|decades?|years?|months?|weeks?|days?) ago\b/giu;

/** "31 metres (102 ft)": the same in another unit, worked out by the writer. */
function conversions(text: string): Span[] {
  if (!text.includes('(')) return [];
  return [...text.matchAll(converted)].map(m => ({ start: m.index, end: m.index + m[0].length }));
}

const converted =
  /(?<=\d[ \u00a0-]?(?:\p{L}{1,12}|°[CF]|(?:square|sq) \p{L}+) )\((?:about |around |roughly |nearly |some |c\. ?)?\d[\d.,]*[ \u00a0-]?(?:ft|feet|foot|in|inch(?:es)?|yd|yards?|mi|miles?|mph|m|cm|mm|km|metres?|meters?|kilomet(?:re|er)s?|km\/h|kph|kg|kilos?|g|lb|lbs|pounds?|oz|tons?|tonnes?|ha|hectares?|acres?|(?:sq|square) \p{L}+|°[CF])\)/giu;

/** "At nine", "before six": times of day, where a passage gives one in figures; nobody writes both the same way. */
function timesOfDay(claim: Sentence, passages: readonly Sentence[]): readonly Span[] {
  const hours = hoursIn(claim);
  return hours.length > 0 && passages.some(p => clock.test(p.text)) ? hours : [];
}

const hoursIn = ofSentence(({ text }): readonly Span[] =>
  [...text.matchAll(hour)].map(m => ({ start: m.index, end: m.index + m[0].length })),
);

const clock = /\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b/i;
const hour =
  /\b(?:at|before|after|until|till|by|past|around|about|from) (?:(?:a |half |quarter |past |to )*)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= in the | o['’]clock| now| and |[.,;]|$)/giu;

/** Whether a passage has another word for the same. */
function hasAkin(passage: Sentence, token: Token): boolean {
  if (token.word.places.length === 0 || token.name || token.number) return false;
  return listedWords(passage).some(({ word }) => areAkin(token.word, word));
}

/** Figures that were worked out, with the words that say how. */
function workedOut(claim: Sentence, nearest: Nearest, isWorkedOut: Reckoned): Span[] {
  return claim.numbers
    .filter(n => !nearest.passages.some(p => p.numbers.some(m => agrees(n, m))) && isWorkedOut(n, claim, nearest))
    .map(n => withItsWords(n, claim));
}

/** Names and figures of which the sources have nothing. */
function tellingGaps(
  claim: Sentence,
  times: readonly Span[],
  nearest: Nearest,
  isWorkedOut: Reckoned = () => false,
): number {
  const { words, passages, years = [] } = nearest;
  const names = claim.names.filter(name => isLacking(name, claim, passages, words));
  const figures = claim.numbers.filter(
    n =>
      n.kind !== 'date' &&
      !(n.kind === 'year' && years.includes(n.value)) &&
      !times.some(span => isWithin(n.span, span)) &&
      // How long ago something was is reckoned from its date.
      !/^ \p{L}+ (?:ago|earlier|later|before|old)\b/u.test(claim.text.slice(n.span.end)) &&
      isTelling(n, passages) &&
      !passages.some(p => p.numbers.some(m => agrees(n, m) || isSameAmount(n, m)) || hasEnds(p, n)) &&
      !isReckoned(n, claim, passages) &&
      !isSpanOfYears(n, passages, years) &&
      !isWorkedOut(n, claim, nearest),
  );
  return names.length + figures.length;
}

/** "The NGO": capitals that stand for a common noun, and that a source has as a name in full. */
const namesNobody = /^NGOs?$/;

/** Whether the sources have nothing of a name: neither its words nor what may stand for it. */
function isLacking(
  { span, text }: NameMention,
  claim: Sentence,
  passages: readonly Sentence[],
  words: Nearest['words'],
): boolean {
  const isThere = (name: string) => words.some(w => w.has(stem(plain(name))));
  if (namesNobody.test(text)) return false;
  const half = strangerHalf(text, passages);
  if (half !== undefined) return !isThere(half);
  if (text.split(/[\s-]+/).some(isThere)) return false;
  // A capital stands for its country where it acts, not where something happens "in Tel Aviv".
  if (isSeat(text) && /\b(?:in|near|outside) $/.test(claim.text.slice(0, span.start)))
    return !aliasesOf(text).some(alias => isSeat(alias) && alias[0] === text[0] && isThere(alias));
  return (span.start > 1 || text.includes(' ')) && !passages.some(p => speaksOf(p, text)) && !isCountryIn(text, words);
}

/** "From 14 to 37", which is read as a range, where "14 species" have become "37". */
function hasEnds({ numbers }: Sentence, { high, value, kind }: NumberMention): boolean {
  const has = (end: number) => numbers.some(n => n.kind === kind && n.high === undefined && n.value === end);
  return high !== undefined && has(value) && has(high);
}

/** Small counts are often the writer's own; "the third time" is not where a passage has another ordinal. */
function isTelling({ kind, value }: NumberMention, passages: readonly Sentence[]): boolean {
  if (kind !== 'ordinal') return value > 3 || kind === 'percent' || kind === 'money';
  return value > 1 && passages.some(p => p.numbers.some(m => m.kind === kind && m.value !== value));
}

/** A difference of two figures of one passage, or a share told roughly: whoever writes works these out. */
function isReckoned(own: NumberMention, claim: Sentence, passages: readonly Sentence[]): boolean {
  if (isRoughShare(own) || passages.some(p => addsUp(own, claim, p))) return true;
  const { text } = claim;
  const isDifference = /^ ?(?:\p{L}+ )?(?:more|less|fewer|higher|lower|above|below)\b/iu.test(text.slice(own.span.end));
  if (!isDifference && !/\bby (?:\p{L}+ ){0,2}$/iu.test(text.slice(0, own.span.start)) && !isFraction(own))
    return false;
  const isOfTwo = ({ value: a }: NumberMention, { value: b }: NumberMention) =>
    own.kind === 'percent' || isFraction(own)
      ? isNear(own.kind === 'percent' ? own.value / 100 : own.value, Math.abs(a - b) / a) || isNear(own.value, a / b)
      : isNear(own.value, a - b);
  return passages.some(p => {
    const figures = p.numbers.filter(n => n.value > 0 && (n.kind === 'count' || n.kind === 'money'));
    return figures.some(a => figures.some(b => a !== b && isOfTwo(a, b)));
  });
}

/** The sum of two figures or three of one sentence, what is left of one without another, or how many times one is the other. */
function addsUp(own: NumberMention, claim: Sentence, { numbers }: Sentence): boolean {
  if (numbers.length < 2) return false;
  const isAmount = ({ kind }: NumberMention) => kind === 'money' || kind === 'count';
  const isPoints = own.kind === 'count' && own.unit === 'point';
  const figures = numbers.filter(
    n => n.kind === own.kind || (isAmount(own) && isAmount(n)) || (isPoints && n.kind === 'percent'),
  );
  if (figures.length < 2) return false;
  const times = /^ times\b/i.test(claim.text.slice(own.span.end));
  const isRest = (...of: NumberMention[]) =>
    rest.test(claim.text) || claim.numbers.some(n => n !== own && of.some(m => m.value === n.value));
  const isOwn = (value: number) => Math.abs(value - own.value) <= own.value * 1e-6;
  return figures.some((a, i) =>
    figures.some((b, j) => {
      if (i === j) return false;
      if (times) return isNear(own.value, a.value / b.value);
      if (isOwn(a.value - b.value) && isRest(a, b)) return true;
      if (i > j) return false;
      const sum = a.value + b.value;
      return isOwn(sum) || figures.some((c, k) => k > j && isOwn(sum + c.value));
    }),
  );
}

const rest = /\b(?:still|remain\w*|left|rest|others?|gap|lead|margin|points?|since|extra)\b/i;

/** "For about fifteen years", told from two years that the passages or their dates give. */
function isSpanOfYears(own: NumberMention, passages: readonly Sentence[], published: readonly number[]): boolean {
  if (own.unit !== 'year' || own.kind !== 'count') return false;
  const all = [...published, ...passages.flatMap(p => p.dates.flatMap(d => (d.year === undefined ? [] : [d.year])))];
  const slack = own.approximate === undefined ? 0 : 1;
  return all.some(a => all.some(b => Math.abs(a - b - own.value) <= slack));
}

function isRoughShare(number: NumberMention): boolean {
  return isFraction(number) && number.approximate === 'about';
}

function isNear(own: number, other: number): boolean {
  return Math.abs(own - other) <= Math.abs(own) * 0.05;
}

/** "American" where a source has "US". */
function isCountryIn(name: string, words: readonly Stems[]): boolean {
  return aliasesOf(name).some(alias => words.some(w => w.has(stem(alias))));
}

/** Whether two numbers may count the same thing: units, words around, steps and levels, results and shares. */
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord, stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { type Comparison, company, neighbours, shared } from '../pair.ts';
import { isPoints } from './agrees.ts';
import { isFraction } from './shares.ts';
import { isSum } from './sums.ts';

/** Words that count the same thing under another name. */
const sameUnits = new Map(
  [
    [
      'people',
      'person',
      'man',
      'woman',
      'civilian',
      'resident',
      'victim',
      'employee',
      'worker',
      'staff',
      'passenger',
      'soldier',
      'troop',
    ],
    ['dead', 'death', 'fatality'],
    ['home', 'house', 'household'],
    ['company', 'firm', 'business'],
  ].flatMap((group, i) => group.map(word => [stem(word), i] as const)),
);

/** Whether a claim's number and a passage's are two values for one thing. */
export function sameThing(own: NumberMention, other: NumberMention, x: Comparison): boolean {
  const areSums = isSum(own, x) && isSum(other, x);
  if ((own.kind !== other.kind && !areSums) || isFraction(own) !== isFraction(other)) return false;
  if (isStep(own, x.claim) !== isStep(other, x.source) && own.kind !== 'ordinal') return false;
  if (isPoints(own) !== isPoints(other) && own.value !== other.value) return false;
  if (isOfScore(own, x.claim) !== isOfScore(other, x.source)) return false;
  if (isWhole(own, x.claim) !== isWhole(other, x.source) || isOfTheRest(x)) return false;
  if (isScore(own, x.claim) && isScore(other, x.source)) return partner(own, x.claim) === partner(other, x.source);
  if (own.kind === 'money' && own.value === other.value) return own.unit !== other.unit;
  const { left, right } = company(x, own.span, other.span, 5, isTime(own));
  if (own.kind === 'percent' && isDifference(own, x.claim) !== isDifference(other, x.source)) return false;
  if (own.kind === 'percent' || areSums) {
    if (own.kind === other.kind && own.kind !== 'count' && own.unit !== other.unit) return false;
    const isOneStep = isStep(own, x.claim) && left + right > 0 && shared(x, own.span) >= 0.5;
    return left + right > 1 || isOneStep || haveOneEnd(own, other) || shared(x, own.span) >= 0.7;
  }
  if (isFraction(own) || haveOneEnd(own, other)) return left + right > 0 || shared(x, own.span) >= 0.85;
  const [unit, otherUnit] = [counted(own), counted(other)];
  if (unit === undefined || otherUnit === undefined) return left > 0 && right > 0;
  if (isTime(own) && left === 0 && shared(x, own.span) < 0.8) return false;
  return (
    sameUnit(unit, otherUnit) ||
    (firstNoun(own, x.claim) !== undefined && firstNoun(own, x.claim) === firstNoun(other, x.source))
  );
}

/** "Fell by 600 million" and "26 million higher" give a step, "fell to 3.3 billion" a level. */
export function isStep(number: NumberMention, { text }: Sentence): boolean {
  const left = text.slice(Math.max(0, number.span.start - 24), number.span.start);
  if (grown.test(left) || gained.test(left)) return true;
  if (/\b(?:to|from|at|of) (?:\p{L}+ ){0,2}$/iu.test(left)) return false;
  const right = text.slice(number.span.end, number.span.end + 24);
  return (
    /\bby (?:(?:about|around|nearly|almost|over|some|just|roughly|more than|less than|an?|the) )*$/i.test(left) ||
    /^ (?:\p{L}+ )?(?:more|less|higher|lower|fewer|up|down|above|below)\b/iu.test(right)
  );
}

/** "Has gained 800 names": so many more than it had. */
const gained =
  /\b(?:gained|added) (?:(?:about|around|nearly|almost|over|some|just|roughly|another|at least|more than) )*$/i;

/** "Growth of 2 percent" says what "grow by 2 percent" says. */
const grown =
  /\b(?:growth|increase|rise|fall|drop|decline|decrease|reduction|cut|jump) of (?:(?:about|around|nearly|almost|over|some|just|roughly|more than|less than) )*$/i;

/** "55 to 82" and "65 to 82". */
export function haveOneEnd(own: NumberMention, other: NumberMention): boolean {
  return own.high !== undefined && other.high !== undefined && (own.high === other.high || own.value === other.value);
}

/** Years and days are counted of anything: what they are counted of must be the same. */
function isTime({ unit = '' }: NumberMention): boolean {
  return /^(?:second|minute|hour|day|week|month|year|decade|time)$/.test(unit);
}

/** "51 per cent less likely" is a difference, "51 per cent" a level: the two do not compare. */
function isDifference(number: NumberMention, sentence: Comparison['claim']): boolean {
  return /^ (?:less|more|higher|lower|fewer|better|greater|worse|larger|smaller)\b/i.test(
    sentence.text.slice(number.span.end, number.span.end + 10),
  );
}

/** The nine of "four of the nine", the 86 of "86 million euros, of which". */
export function isWhole({ span }: NumberMention, { text }: Sentence): boolean {
  if (/^(?: \p{L}+)?, of (?:which|whom|them)\b/u.test(text.slice(span.end))) return true;
  const left = text.slice(Math.max(0, span.start - 30), span.start);
  return /\bof (?:the |its |their |all )?$/i.test(left) && !grown.test(left);
}

/** "180,000 were still without power" beside "320,000 had it back": those who have not are others than those who have. */
function isOfTheRest({ claim, source }: Comparison): boolean {
  return isDenied(claim) && !isDenied(source);
}

const isDenied = ofSentence(({ text }) => /\b(?:without|not|no|never|still lack\w*)\b|n['’]t\b/i.test(text));

/** Either figure of "148 votes to 141", which no "seven votes" is laid beside. */
function isOfScore(number: NumberMention, sentence: Sentence): boolean {
  const { high, span } = number;
  if (high !== undefined || isScore(number, sentence)) return high === undefined;
  return sentence.numbers.some(n => areOfOneScore({ span }, n, sentence) && isScore(n, sentence));
}

/** The second figure of "17 to 12". */
function isScore(number: NumberMention, sentence: Comparison['claim']): boolean {
  return partner(number, sentence) !== undefined;
}

function partner(number: NumberMention, sentence: Comparison['claim']): number | undefined {
  const first = sentence.numbers.find(n => areOfOneScore(n, number, sentence));
  return first?.kind === 'count' ? first.value : undefined;
}

const fewest = '-'.length;
const most = ' votes to '.length;

/** "17 to 12": what stands between the two. */
function areOfOneScore(first: Placed, second: Placed, { text }: Comparison['claim']): boolean {
  const [start, end] = [first.span.end, second.span.start];
  if (end - start < fewest || end - start > most) return false;
  return /^(?: to | ?[-–] ?| votes to )$/.test(text.slice(start, end));
}

type Placed = Pick<NumberMention, 'span'>;

function sameUnit(a: string, b: string): boolean {
  const [x, y] = [stem(a), stem(b)];
  return x === y || (sameUnits.has(x) && sameUnits.get(x) === sameUnits.get(y));
}

/** "two Russian drones" and "three drones": the unit may stand behind an adjective. */
function firstNoun(number: NumberMention, sentence: Comparison['claim']): string | undefined {
  return neighbours(sentence, number.span, 4).right.find(t => t.word.rank < 26_000 && /s$/.test(t.text))?.stem;
}

/** "The second bridge" does not bear out "the second longest": small figures stand everywhere. */
export function countsOther(own: NumberMention, other: NumberMention): boolean {
  if (own.value > 12 || (own.kind !== 'ordinal' && own.kind !== 'count')) return false;
  const [a, b] = [counted(own), counted(other)];
  return a !== undefined && b !== undefined && !sameUnit(a, b);
}

/** What a number counts; a preposition behind it ("seven of nine", "one on Friday") is nothing counted. */
function counted({ unit }: NumberMention): string | undefined {
  return unit === undefined || unit === 'one' || isStopWord(unit) ? undefined : unit;
}

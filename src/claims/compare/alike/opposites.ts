/** What a newsroom's opposites are, beyond those the lexicon lists. */
import type { Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { type Form, ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';

const sides: readonly (readonly [string, string])[] = [
  [
    'rise climb increase gain jump soar surge grow expand',
    'fall drop decline decrease sink plunge tumble slump shrink lose',
  ],
  ['agree accept welcome', 'refuse decline reject disagree dispute dissent'],
  ['unharmed unhurt', 'harm injure hurt wound'],
  ['agree', 'dismiss'],
  ['profit gain surplus', 'loss deficit shortfall gap'],
  [
    'approve accept back support endorse allow permit grant pass adopt',
    'reject refuse oppose block veto ban forbid resist',
  ],
  ['win', 'lose'],
  ['lend', 'borrow'],
  ['give grant', 'refuse deny'],
  ['consider weigh', 'exclude'],
  ['eldest oldest', 'youngest'],
  ['well', 'poorly badly'],
  ['fast faster quickly quicker', 'slow slower slowly'],
  ['join', 'leave quit'],
  ['confirm admit acknowledge concede', 'deny doubt dispute'],
  ['help advance promote', 'hinder hamper obstruct impede'],
  ['raise lift', 'lower cut reduce'],
  ['intensify increase strengthen raise', 'ease lower reduce relax'],
  ['hire', 'fire'],
  ['arrive', 'leave depart'],
  ['acquit clear', 'convict'],
  ['open', 'close shut'],
  ['start begin launch', 'end stop finish halt'],
  ['praise welcome applaud', 'criticise criticize condemn'],
  ['strengthen', 'weaken'],
  ['improve strengthen better', 'worsen damage harm hurt sour weaken strain'],
  ['stronger strong strongest', 'weaker weak weakest'],
  ['better best', 'worse worst'],
  ['largest biggest highest', 'smallest lowest fewest'],
  ['double', 'halve'],
  ['overestimate', 'underestimate'],
  ['warm warmer hot hotter', 'cold colder cool cooler'],
  ['dead', 'alive'],
  ['kill', 'injure wound'],
  ['guilty', 'innocent'],
  ['necessary', 'unnecessary'],
  ['productive', 'unproductive'],
  ['legal', 'illegal'],
  ['remember', 'forget'],
  ['before ahead', 'after'],
  ['ahead', 'behind'],
  ['above', 'below'],
  ['earlier', 'later'],
  ['up', 'down'],
  ['always', 'never'],
  ['softer soft gentler milder', 'tougher tough harsher harder'],
  ['little slight mild', 'extreme great deep serious grave severe'],
  ['male', 'female'],
  ['north', 'south'],
  ['east', 'west'],
  ['northern', 'southern'],
  ['eastern', 'western'],
  ['import', 'export'],
  ['buy', 'sell'],
  ['employ', 'dismiss'],
  ['remain keep', 'abandon'],
  ['keep maintain retain', 'lift scrap abandon'],
  ['carry pass adopt', 'defeat fail'],
  ['carry', 'lose'],
  ['survive', 'die perish drown kill'],
  ['stand exist survive', 'demolish raze'],
  ['spare', 'destroy wreck ruin devastate bury'],
  ['release freed', 'arrest detain jail imprison'],
  ['appoint', 'dismiss sack oust'],
  ['uphold', 'overturn quash overrule'],
  ['introduce', 'abolish scrap repeal'],
  ['resume restart', 'suspend'],
  ['attend', 'boycott skip'],
  ['accelerate', 'decelerate slow'],
  ['postpone delay', 'hasten'],
  ['deploy', 'withdraw'],
  ['victory triumph', 'defeat'],
  ['predecessor', 'successor'],
  ['remain stay', 'leave depart quit'],
  ['begin start launch', 'cancel'],
  ['succeed', 'fail'],
  ['deliberate intentional', 'accidental unintentional'],
  ['deliberately intentionally', 'accidentally unintentionally'],
];

const opposed = new Map<string, Set<string>>();
const meaning = new Map<string, Set<string>>();
for (const side of sides) {
  const [left, right] = side.map(words => words.split(' ').map(stem));
  for (const [own = [], other = []] of [
    [left, right],
    [right, left],
  ]) {
    for (const word of own) {
      opposed.set(word, new Set([...(opposed.get(word) ?? []), ...other]));
      meaning.set(word, new Set([...(meaning.get(word) ?? []), ...own]));
    }
  }
}

// What stays as it is went neither way, which makes up and down no synonyms.
for (const moved of 'raise lift cut lower increase reduce change'.split(' ').map(stem)) {
  opposed.set(moved, new Set([...(opposed.get(moved) ?? []), 'unchanged']));
  opposed.set('unchanged', new Set([...(opposed.get('unchanged') ?? []), moved]));
}

/** Whether two stems are opposites; with one alone, whether it has any here. */
export function isOpposed(a: string, b?: string): boolean {
  return b === undefined ? opposed.has(a) : (opposed.get(a)?.has(b) ?? false);
}

/** "Carried the county" and "lost the county" are opposites; a ferry carries passengers and loses some. */
export function areOfElections(a: string, b: string): boolean {
  return [a, b].includes('carri') && [a, b].includes('lose');
}

const ofElections =
  /\b(?:vot(?:e|es|ed|ers|ing)|elect\p{L}*|candidates?|ballots?|primar(?:y|ies)|state|count(?:y|ies)|districts?|seats?|constituenc\p{L}+|provinces?|wards?|motions?|bill|referendums?|majority)\b/iu;

export function tellsOfElections({ text }: Sentence): boolean {
  return ofElections.test(text);
}

/** Whether two stems stand on the same side of some pair. */
export function sidesWith(a: string, b: string): boolean {
  return a === b || (meaning.get(a)?.has(b) ?? false);
}

const converse = new Set(
  'before after above below earlier later ahead behind buy sell lend borrow win lose better worse victory triumph defeat predecessor successor'
    .split(' ')
    .map(stem),
);

/** Whether the two say the same when what stands left and right of them is exchanged. */
export function areConverse(a: string, b: string): boolean {
  return converse.has(a) && converse.has(b);
}

/**
 * Whether one sentence may say with a converse word, and its names exchanged, what the other says. "Before" and "after" stand
 * in too many sentences, beside things and times of all kinds, to tell that of names.
 */
export function mayBeConverse(claim: Sentence, source: Sentence): boolean {
  const [mine, theirs] = [turning(claim), turning(source)];
  const isTurned = (a: string, b: string) => isOpposed(a, b) || (beating.has(a) && b === losing);
  return mine.some(key => !theirs.includes(key) && theirs.some(k => isTurned(key, k) || isTurned(k, key)));
}

const turning = ofSentence(({ tokens }): readonly string[] =>
  tokens.map(keyOf).filter(key => (converse.has(key) && !timing.has(key)) || beating.has(key)),
);

const timing = new Set('before after earlier later'.split(' ').map(stem));

/** Who is beaten loses, but to be beaten is no opposite of losing. */
const beating = new Set('beat defeat knock'.split(' ').map(stem));
const losing = stem('lose');

const placed = new Set('before after above below earlier later ahead behind'.split(' ').map(stem));

/** Whether a word tells where or when something is, seen from what stands behind it. */
export function isPlace(key: string): boolean {
  return placed.has(key);
}

/** A verb with its particle means something of its own. */
const phrases = new Map<string, string>(
  [
    ['turn down', 'reject'],
    ['ahead of', 'ahead'],
    ['vote down', 'reject'],
    ['throw out', 'reject'],
    ['call off', 'cancel'],
    ['shut down', 'close'],
    ['close down', 'close'],
    ['go up', 'rise'],
    ['go down', 'fall'],
    ['come down', 'fall'],
    ['set up', 'found'],
    ['go ahead', 'proceed'],
    ['sign up', 'join'],
    ['step down', 'resign'],
    ['pull out', 'leave'],
    ['rule out', 'exclude'],
    ['carry out', 'do'],
    ['break out', 'begin'],
    ['take off', 'leave'],
    ['lay off', 'dismiss'],
    ['back down', 'yield'],
    ['pull down', 'demolish'],
    ['tear down', 'demolish'],
    ['knock down', 'demolish'],
    ['speed up', 'accelerate'],
    ['slow down', 'decelerate'],
    ['put off', 'postpone'],
    ['push back', 'postpone'],
    ['bring forward', 'hasten'],
    ['cut back', 'reduce'],
    ['scale back', 'reduce'],
    ['step up', 'intensify'],
    ['fall through', 'fail'],
  ].map(([phrase = '', meant = '']): [string, string] => {
    const [verb = '', particle] = phrase.split(' ');
    return [`${stem(verb)} ${particle}`, meant];
  }),
);

/** Past forms that the table of irregular words lacks, each of one verb alone. */
const pastForms = new Map(
  'shrank shrink;shrunk shrink;withdrew withdraw;withdrawn withdraw;forbade forbid;forbidden forbid;fled flee;lent lend;overtook overtake;overtaken overtake;froze freeze;frozen freeze;sped speed;upheld uphold'
    .split(';')
    .map(line => line.split(' ').map(stem) as [string, string]),
);

/** Whether a word is one of these: the lexicon does not know it as a verb. */
export function isPastForm(word: string): boolean {
  return pastForms.has(stem(word));
}

/** "Agreed" has the stem "agreed", its base form "agree" that of the list. */
export function keyOf(form: Form): string {
  return factsOf(form).key;
}

const factsOf = ofForm(({ text, stem: own, word }) => {
  const key = opposed.has(own) ? own : (pastForms.get(own) ?? stem(word.base));
  return {
    key,
    isParticle: /^(?:down|up|out|off|of|ahead|back|forward|through)$/i.test(text),
    takesParticle: withParticle.has(own) || withParticle.has(key),
  };
});

/** The verbs that mean something of their own with some particle. */
const withParticle = new Set([...phrases.keys()].map(phrase => phrase.slice(0, phrase.indexOf(' '))));

type Phrase = { readonly base: string; readonly span: Span };

/** The stem at a token, with its particle where the two make a phrase, and the words it takes. */
export function phraseAt(sentence: Sentence, token: Token): Phrase {
  const next = nextTo(sentence, token);
  const phrase = next && meantBy(token, next);
  return phrase !== undefined && next
    ? { base: phrase, span: { start: token.span.start, end: next.span.end } }
    : { base: keyOf(token), span: token.span };
}

/** The stem alone: each of a claim's tokens is laid beside each of a passage's. */
export function baseAt(sentence: Sentence, token: Token): string {
  const { key, takesParticle } = factsOf(token);
  return takesParticle ? baseBefore(token, nextTo(sentence, token)) : key;
}

/** The same, of a token and the one behind it. */
export function baseBefore(token: Token, next: Token | undefined): string {
  return (next && meantBy(token, next)) ?? keyOf(token);
}

function nextTo({ tokens }: Sentence, token: Token): Token | undefined {
  return tokens[tokens.indexOf(token) + 1];
}

/** The stem of what a verb and its particle mean together. */
function meantBy(token: Token, next: Token): string | undefined {
  if (!factsOf(token).takesParticle || !factsOf(next).isParticle) return undefined;
  const particle = next.text.toLowerCase();
  // "Sped up" has the stem "sped", its base form that of the list.
  const phrase = phrases.get(`${token.stem} ${particle}`) ?? phrases.get(`${keyOf(token)} ${particle}`);
  return phrase === undefined ? undefined : stem(phrase);
}

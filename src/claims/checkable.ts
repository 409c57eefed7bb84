/** Whether a sentence states something that sources could bear out, judged by its own words alone. */
import { isStopWord, plain } from '../text/stem.ts';
import { lookUp } from './lexicon/lexicon.ts';
import { isOwnVoice, tellsOfDeed } from './ownThought.ts';
import { readPassage, type Sentence } from './tokens.ts';

/**
 * False for questions, imperatives, wishes, first-person opinion, the piece talking about itself, predictions in the
 * writer's own voice, lists of links and fragments without a verb. The sentence comes with quoted words blanked.
 */
export function isCheckable(sentence: string): boolean {
  const text = sentence.trim().replace(/\s+/g, ' ');
  if (/\?["”’)\]]*$/.test(text) || text.endsWith(':')) return false;
  const tokens = (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? []).map(t => t.replace(/[.,-]+$/, ''));
  const content = tokens.filter(t => !isStopWord(t));
  if (tokens.length < 3 || content.length < 2 || !hasVerb(tokens)) return false;
  if (isImperative(tokens) || ownVoice.test(text) || aboutThePiece.test(text) || wish.test(text)) return false;
  if (isOwnVoice(text)) return false;
  const read = readPassage(text);
  if (evaluation.test(text) && read.numbers.length === 0) return false;
  if (transition.test(text) && content.length < 5) return false;
  return isSpecific(read) || ((content.length > 3 || tellsOfDeed(text)) && !isJudgement(text));
}

/** Names, dates or figures: what a reader could look up. */
function isSpecific({ names, numbers }: Sentence): boolean {
  return names.length > 0 || numbers.some(n => n.kind !== 'count' || n.value > 2);
}

/** What ought to be, or how good or bad something is, without anybody who says so. */
function isJudgement(text: string): boolean {
  if (/\b(?:said|says|told|according to|argue[sd]?|wrote|warn(?:s|ed)|think|believes?)\b/i.test(text)) return false;
  return (
    /\b(?:should|ought to|must|(?:nobody|no one|everybody|everyone) \w+(?: \w+){0,4} (?:needs?|wants?|deserves?))\b/i.test(
      text,
    ) || superlative.test(text)
  );
}

const superlative =
  /^(?:that|this|it|these|those|what [^,]{3,40}) (?:is|was|are|were|remains?) (?:(?:perhaps|surely|only|also|not|by far|arguably) )*(?:the |a |an )?(?:(?:most|more|very|least|rather|quite|truly) )?(?:important|good|bad|best|worst|great|strange|odd|sad|encouraging|worrying|troubling|impressive|disappointing|open|real|obvious|dramatic|surprising|bold|wise|right|wrong|sensible|welcome|fair|unfair|dangerous|crucial|key)\b/i;

const ownVoice =
  /^(?:["“(]*)?(?:(?:and|but|so|yet|still|personally|frankly|honestly),? )*(?:I|we)(?:['’](?:m|d|ll|ve|re))?\b|\b(?:in my (?:view|opinion|mind|experience)|to my mind|if you ask me|I(?:['’]d)? (?:think|believe|feel|suspect|guess|hope|wonder|doubt|argue|suppose|fear|expect|bet|say|imagine|would|want)|it seems to me|my (?:guess|view|hope|sense|hunch|bet))\b/i;
const aboutThePiece =
  /\b(?:this|the present|our) (?:article|piece|essay|report|post|chapter|section|paper|newsletter|column|story|memo|briefing|draft) (?:is about|looks|examines|explores|explains|discusses|describes|argues|will|reviews|outlines|sets out|asks|summari[sz]es|considers|covers|presents|tells|shows)\b|^(?:in|throughout) this (?:article|piece|essay|report|post|chapter|section|paper)\b|^(?:below|above|here),? (?:is|are|we|I)\b/i;
const wish =
  /^(?:let(?:['’]s| us)\b|may (?:the|he|she|they|it|we)\b|if only\b|imagine\b|suppose\b|please\b|hopefully\b)/i;
const evaluation =
  /^(?:it|that|this|there) (?:is|was|remains|seems|would be|will be) (?:not )?(?:(?:very|too|so|hardly|still|perhaps|quite|rather|a|an|no|little) )*(?:hard|difficult|easy|clear|unclear|telling|striking|worth|tempting|time|possible|impossible|likely|unlikely|early|anyone's|remarkable|surprising|interesting|important|shame|pity|wonder|doubt|reason|sense|secret|simple|open question|question|matter)\b|\b(?:only time will tell|remains to be seen|time will tell|one thing is (?:clear|certain)|what (?:happens|comes) next)\b/i;
const transition = /^(?:so much for|now for|back to|on to|first things first|in short|in sum|to sum up|that said)\b/i;

function isImperative(tokens: readonly string[]): boolean {
  const first = plain(tokens[0] ?? '');
  return imperatives.has(first);
}

const imperatives = new Set(
  `consider note see look imagine remember think take read click subscribe follow compare keep recall stay ask try don't do not
never be picture notice watch forget listen wait join share let`
    .split(/\s+/)
    .filter(w => w !== 'not' && w !== 'do' && w !== 'never'),
);

/** A finite verb, as far as word forms tell: an auxiliary, a known irregular or a regular ending past the first word. */
function hasVerb(tokens: readonly string[]): boolean {
  return tokens.some((token, i) => {
    const word = plain(token);
    if (auxiliaries.has(word)) return true;
    if (i === 0) return false;
    if (/(?:ed|es|[a-z]{2}s)$/.test(word) && /^\p{Ll}/u.test(token)) return true;
    return pastForms.has(word) || isPlainPresent(token, tokens[i - 1] ?? '');
  });
}

/** "3,400 people ride the ferry": a verb in its base form right behind a plural. */
function isPlainPresent(token: string, before: string): boolean {
  if (!/^(?:people|men|women|children|police|they|[\p{L}]{3,}[^s]s)$/iu.test(before) || !/^\p{Ll}+$/u.test(token))
    return false;
  const word = lookUp(token);
  return (!isStopWord(token) || token === 'own') && word.base === token && word.partsOfSpeech.includes('v');
}

const auxiliaries = new Set(
  `is are was were be been has have had do does did will would can could may might must shall should isn't aren't wasn't weren't
hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot`.split(/\s+/),
);

const pastForms = new Set(
  `said told met went saw gave took made came found got held led left lost won paid sent spoke spent stood thought began brought
built bought caught chose dealt drew drove fell felt fought flew forgot grew heard hid kept knew meant rode rose ran sold shook
shot showed sang sank sat slept stole struck swore swam taught tore threw understood woke wore wrote broke became cut put set hit
let read quit shut split spread cost beat hurt burst bet upset became agree want plan say think know see need believe make take
come go give find use call try ask work seem feel leave keep begin help show hear play run move live like hold bring happen write
provide sit stand lose pay meet include continue learn change lead understand watch follow stop create speak spend grow open walk
win offer remember love consider appear buy wait serve die send expect build stay fall reach remain suggest raise pass sell
require report decide pull face hope warn fear claim deny insist argue hit rule vote oppose support back urge`.split(
    /\s+/,
  ),
);

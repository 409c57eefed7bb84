import { agrees } from '../compare/alike/agrees.ts';
import { ofForm } from '../ofForm.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence } from '../tokens.ts';
import { anyHolds, type Examination, type Meeting } from './examination.ts';
import type { Feature } from './feature.ts';

/** What the claim's missing words are: numbers, names, opposites, siblings; negation, hedges and quantifiers. */
export function wordFeatures(x: Examination): Feature[] {
  const missing = x.meetings.filter(m => m.nearness < 1);
  const gone = missing.filter(m => !anyHolds(x.source, m.token));
  const weights = missing.map(m => m.token.weight * (1 - m.nearness));
  const isNumber = (m: Meeting) => m.token.number !== undefined;
  const isName = (m: Meeting) => m.token.name || (m.token.word.senses.length === 0 && !m.token.number);
  const of = (kind: string) => missing.filter(m => m.relation === kind).length;
  const part = (p: string) => missing.filter(m => !isNumber(m) && !isName(m) && m.token.word.partsOfSpeech[0] === p);
  return [
    ['missing', missing.length],
    ['gone', gone.length],
    ['missingNumbers', missing.filter(isNumber).length],
    ['goneNumbers', gone.filter(isNumber).length],
    ['missingNames', missing.filter(isName).length],
    ['goneNames', gone.filter(isName).length],
    ['missingRealNames', missing.filter(m => m.token.name).length],
    ['heaviest', Math.max(0, ...weights)],
    ['heaviest2', weights.sort((a, b) => b - a)[1] ?? 0],
    ['missingWeight', weights.reduce((a, b) => a + b, 0)],
    ['opposites', of('opposite')],
    ['siblings', of('sibling')],
    ['synonyms', of('synonym') + of('formed')],
    ['broader', of('narrower')],
    ['unrelated', of('none')],
    ['missingNouns', part('n').length],
    ['missingVerbs', part('v').length],
    ['missingAdjectives', part('a').length + part('r').length],
    ['lowestNoun', lowest(part('n'))],
    ['lowestVerb', lowest(part('v'))],
    ['lowestAdjective', lowest([...part('a'), ...part('r')])],
    ['longestGap', longestGap(x.meetings)],
    ['gapAtEnd', gapAtEnd(x.meetings)],
    ['gapAtStart', gapAtEnd([...x.meetings].reverse())],
    ['numbers', x.claim.numbers.length],
    ['names', x.claim.names.length],
    ['strangeNumbers', x.claim.numbers.filter(n => !x.all.some(p => p.numbers.some(o => agrees(n, o)))).length],
    ...signFeatures(x),
  ];
}

function lowest(meetings: readonly Meeting[]): number {
  return meetings.reduce((least, m) => Math.min(least, m.nearness), 1);
}

/** The longest run of content words that meet nothing near. */
function longestGap(meetings: readonly Meeting[]): number {
  let [longest, run] = [0, 0];
  for (const m of meetings) {
    run = m.nearness < 0.6 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function gapAtEnd(meetings: readonly Meeting[]): number {
  let run = 0;
  for (let i = meetings.length - 1; i >= 0 && (meetings[i]?.nearness ?? 1) < 1; i--) run++;
  return run;
}

const negation =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|.*n['’]t|refus\w*|den(?:y|ie[sd]|ying)|fail\w*|lack\w*|unable|reject\w*|stop(?:ped|s)?|prevent\w*|despite|unlike|yet)$/i;
const hedge =
  /^(?:may|might|could|would|possibl[ey]|probabl[ey]|likely|reported(?:ly)?|alleged(?:ly)?|expect\w*|consider\w*|plan\w*|intend\w*|hop(?:e|es|ing|ed)|suggest\w*|seem\w*|appear\w*|potential\w*|propos\w*|if|try|tried|seek\w*|aim\w*|perhaps|claim\w*|believe\w*|think\w*)$/i;
const quantifier =
  /^(?:all|every|each|always|only|both|most|many|some|few|several|any|half|majority|often|sometimes|usually|entire\w*|complete\w*|exclusive\w*|mainly|mostly|solely|least|almost|more|less|first|last|never)$/i;
const turn =
  /^(?:before|after|during|since|until|because|due|although|while|instead|against|over|under|despite|who|when)$/i;

const kinds = [
  ['negation', negation],
  ['hedge', hedge],
  ['quantifier', quantifier],
  ['turn', turn],
] as const;

/** The kinds of a word, a bit each. */
const kindsOf = ofForm(({ text }) =>
  kinds.reduce((bits, [, words], kind) => bits | (words.test(text) ? 1 << kind : 0), 0),
);

/** The small words of each kind that a sentence has, in lower case. */
const signsOf = ofSentence(({ tokens }) => {
  const signs = kinds.map((): string[] => []);
  for (const token of tokens) {
    const bits = kindsOf(token);
    if (bits === 0) continue;
    for (const [kind, own] of signs.entries()) if (bits & (1 << kind)) own.push(token.text.toLowerCase());
  }
  return signs;
});

/** Small words that turn a sentence's meaning, on one side only. */
function signFeatures({ claim, chosen, source }: Examination): Feature[] {
  const best = chosen[0];
  const features: Feature[] = [];
  for (const [kind, [name]] of kinds.entries()) {
    const signs = (sentence: Sentence) => signsOf(sentence)[kind] ?? [];
    const own = signs(claim);
    const theirs = new Set(best ? signs(best) : []);
    const lacking = (passages: readonly Sentence[]) =>
      own.filter(word => !passages.some(p => signs(p).includes(word))).length;
    features.push([`${name}Own`, own.length]);
    features.push([`${name}Best`, theirs.size]);
    features.push([`${name}Alone`, lacking(chosen)]);
    features.push([`${name}Strange`, lacking(source)]);
  }
  const denials = (sentence: Sentence | undefined) => (sentence ? (signsOf(sentence)[0]?.length ?? 0) : 0);
  features.push(['parity', denials(claim) % 2 === denials(best) % 2 ? 0 : 1]);
  return features;
}

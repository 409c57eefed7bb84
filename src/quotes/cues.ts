import { accordingAbroad, cueLengthAbroad } from './cuesAbroad.ts';

/** Words that say that words were said, in the forms in which they stand beside a quotation. */
const spoken = `said says say saying told tells tell telling wrote writes write writing added adds add adding asked asks ask asking
  replied replies reply replying responded responds respond responding answered answers answering continued continues continuing
  tweeted tweets tweeting posted posts posting noted notes noting explained explains explaining argued argues arguing insisted
  insists insisting warned warns warning declared declares declaring announced announces announcing claimed claims claiming
  stated states state stating shouted shouts shouting yelled yells yelling joked jokes joking quipped quips quipping recalled
  recalls recalling concluded concludes conclude concluding observed observes observing remarked remarks remarking commented
  comments commenting complained complains complaining admitted admits admitting acknowledged acknowledges acknowledging conceded
  concedes conceding confirmed confirms confirming predicted predicts predicting promised promises promising vowed vows vowing
  pledged suggested suggests suggesting urged urges urging mused muses wondered wonders wondering lamented laments exclaimed
  exclaims cried cries whispered muttered chanted chanting screamed screaming cracked countered counters asserted asserts
  asserting maintained maintains reiterated reiterates reiterating repeated repeats repeating stressed stresses stressing
  emphasized emphasizes emphasised emphasises emphasizing cautioned cautions cautioning boasted boasts boasting bragged proclaimed
  proclaims pronounced testified testifies read reads reading reported reports reporting recounted recounts retorted retorts snapped
  opined quoted elaborated interjected interjecting interrupted contended contends contending charged charges charging alleged
  alleges thundered intoned deadpanned allowed pressed demanded demands fumed shrugged sighed laughed mocked mocks mocking scolded
  pleaded begged bellowed barked hollered gushed marveled reasoned reckoned ventured volunteered clarified clarifies confided
  confessed protested objected agreed agrees disagreed echoed echoes relayed reflected speculated theorized texted emailed e-mailed
  blogged messaged sang sings chimes whispers mutters chants screams yells mouths mouthed inquired enquired queried implored
  exhorted lectured lecturing preached teased taunted jabbed ranted railed roared shrieked growled grumbled groused griped counseled
  advised informed assured reassured reminded thanked affirmed affirms apologized accused attacked fired criticized blasted ripped
  slammed praised lauded summarized summed pleads thinks believes remembered remembers remembering riffed riffs raged rages moaned
  whined enthused enthuses stammered sniffed sneered snarled smiled grinned beamed began begins
  warn argue insist admit concede acknowledge complain wonder remark`;
/** Words of saying of two words. */
const phrasal = [
  'shot back',
  'fired back',
  'went on',
  'goes on',
  'put it',
  'puts it',
  'pointed out',
  'points out',
  'chimed in',
  'cut in',
  'spoke up',
  'called out',
  'summed up',
  'hit back',
  'wrote back',
  'writes back',
  'blurted out',
  'sang out',
  'let out',
  'was quoted',
  'is quoted',
  'weighed in',
  'piped up',
  'shoots back',
  'fires back',
  'hits back',
  'kept on',
  'went further',
  'lashed out',
  'doubled down',
  'chipped in',
  'burst out',
  'cried out',
  'carried on',
  'tweeted back',
  'signed off',
];

const verbSet: ReadonlySet<string> = new Set(spoken.split(/\s+/).filter(Boolean));
const phrasalSet: ReadonlySet<string> = new Set(phrasal);

/** Begin a sentence before their subject: `Said Lind, “`, `Adding, “`. */
const capital = /^(?:said|says|add(?:ed|s|ing))$/;

/** How many words from `first` on make a word of saying: 0, 1 or 2. */
export function cueLength(first: string, second: string | undefined): number {
  const one = first.toLowerCase();
  if (second !== undefined && phrasalSet.has(`${one} ${second.toLowerCase()}`)) return 2;
  if (verbSet.has(one)) return one === first || capital.test(one) ? 1 : 0;
  return cueLengthAbroad(first, second);
}

/** How many words of saying some words hold. */
export function countCues(words: string): number {
  let count = 0;
  const found = words.match(anyWord) ?? [];
  for (let at = 0; at < found.length; at++) {
    const length = cueLength(found[at] ?? '', found[at + 1]);
    if (length > 0 || isAccording(found[at], found[at + 1])) count++;
    at += Math.max(0, length - 1);
  }
  return count;
}

/** Whether two words are `according to`, in some language. */
export function isAccording(first = '', second = ''): boolean {
  return (/^according$/i.test(first) && second === 'to') || accordingAbroad.test(first);
}

const anyWord = /[\p{L}’'-]+/gu;

/** Whether the words before a quotation end in a word of saying and what belongs to it: `Lind told reporters on Friday, `. */
export function endsWithCue(before: string): boolean {
  const clause = before.slice(-160).replace(/^.*[.!?“”"]/s, '');
  return countCues(clause.slice(-120)) > 0;
}

/** Whether the last word is one of saying: `Lind said`. */
export function endsInCue(words: string): boolean {
  const last = /([\p{L}’'-]+)\s*$/u.exec(words)?.[1];
  return last !== undefined && cueLength(last, undefined) > 0;
}

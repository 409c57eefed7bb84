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
  proclaims pronounced testified testifies read reads reading reported reports recounted recounts retorted retorts snapped opined
  quoted elaborated interjected interrupted contended contends contending charged charges charging alleged alleges thundered
  intoned deadpanned allowed pressed demanded demands fumed shrugged sighed laughed mocked mocks mocking scolded pleaded begged
  bellowed barked hollered gushed marveled reasoned reckoned ventured volunteered clarified clarifies confided confessed
  protested objected agreed disagreed echoed relayed reflected speculated theorized texted emailed e-mailed blogged messaged
  sang sings chimes whispers mutters chants screams yells mouths mouthed tweeting inquired enquired queried implored exhorted lectured preached teased taunted jabbed ranted railed roared shrieked growled
  grumbled groused griped counseled advised informed assured reassured reminded thanked`;
/** Words of saying of two words. */
const phrasal = [
  'shot back', 'fired back', 'went on', 'goes on', 'put it', 'puts it', 'pointed out', 'points out', 'chimed in', 'cut in',
  'spoke up', 'called out', 'summed up', 'hit back', 'wrote back', 'writes back', 'blurted out', 'sang out', 'let out',
  'was quoted', 'is quoted', 'told me', 'chips in', 'weighed in', 'piped up', 'began by saying',
]; // biome-ignore format: a list reads better in lines

export const speechVerbs: readonly string[] = [...new Set(spoken.split(/\s+/).filter(Boolean))];
const verbs = `(?:${[...phrasal, ...speechVerbs].join('|')})`;
const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}.’'-]*)`;
const joining = String.raw`(?:of|the|and|de|del|la|van|von|der|den|bin|al|for|at)`;
const pronoun = String.raw`(?:he|she|they|it|we|I|who)`;
const adverb = String.raw`(?:(?:\p{L}+ly|also|later|then|once|still|has|had|have|would|will|again|even|often|recently|soon|quickly|further|himself|herself)\s){0,2}`;
const behindCue = new RegExp(
  String.raw`^[\s,—–-]*(?:(?:and|as|but|then)\s)?(?:` +
    String.raw`(?:\p{L}+ly\s)?${verbs}\b(?!\s+(?:that|by)\b)` +
    String.raw`|according\s+to\s|(?:came|comes)\s` +
    String.raw`|(?:${pronoun}|the\s+\p{L}+|(?:(?:the|a|an|one|his|her|their|another)\s+)?(?:[\p{L}\p{N}.’'-]+\s+){0,4}?${nameWord}(?:\s+(?:${nameWord}|${joining}|[\p{Ll}-]+)){0,7})` +
    String.raw`(?:\s*,[^,.!?“”"\n]{2,120},|\s*\([^)\n]{1,40}\))?\s+${adverb}${verbs}\b` +
    String.raw`|(?:the|a|an|one|another|his|her|their|its)\s+(?:[\p{L}\p{N}’'-]+\s+){1,6}?${adverb}${verbs}\b)`,
  'u',
);
const anyCue = new RegExp(String.raw`\b(?:${verbs}|according to)\b`, 'giu');
const leadingCue = new RegExp(String.raw`\b(?:${verbs}|according to)\b[^.!?“”"]{0,100}$`, 'iu');

/** Whether the words behind a quotation say at once who spoke: `,” he said`, `” said Lind`. */
export function startsWithCue(behind: string): boolean {
  return behindCue.test(behind.slice(0, 260));
}

/** How many words of saying some words hold. */
export function countCues(words: string): number {
  return words.match(anyCue)?.length ?? 0;
}

/** Whether the words before a quotation end in a word of saying and what belongs to it: `Lind told reporters on Friday, `. */
export function endsWithCue(before: string): boolean {
  return leadingCue.test(before);
}

const lastWordCue = new RegExp(String.raw`\b${verbs}\s*$`, 'u');

/** Whether the last word is one of saying: `Lind said`. */
export function endsInCue(words: string): boolean {
  return lastWordCue.test(words);
}

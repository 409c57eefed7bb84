/** Words that say that words were said. Past and present forms; the first group also stands alone behind its speaker. */
export const speechVerbs =
  `said says say saying told tells tell telling wrote writes write writing added adds add adding asked asks ask asking
  replied replies reply replying responded responds respond responding answered answers answering continued continues continuing
  tweeted tweets tweeting posted posts posting noted notes noting explained explains explaining argued argues arguing insisted
  insists insisting warned warns warning declared declares declaring announced announces announcing claimed claims claiming
  stated states stating shouted shouts shouting yelled yells yelling joked jokes joking quipped quips recalled recalls recalling
  concluded concludes concluding observed observes observing remarked remarks commented comments commenting complained complains
  complaining admitted admits admitting acknowledged acknowledges acknowledging conceded concedes conceding confirmed confirms
  confirming predicted predicts predicting promised promises promising vowed vows vowing pledged suggested suggests suggesting
  urged urges urging mused muses wondered wonders wondering lamented laments exclaimed cried cries whispered muttered
  chanted chanting screamed screaming joked cracked countered counters asserted asserts asserting maintained maintains
  reiterated reiterates reiterating repeated repeats repeating stressed stresses stressing emphasized emphasizes emphasised
  cautioned cautions cautioning boasted boasts bragged proclaimed proclaims pronounced testified testifies read reads reading
  reported reports recounted recounts retorted snapped opined quoted quipping elaborated interjected interrupted chimed
  contended contends contending charged charges charging alleged alleges denounced blasted fired thundered intoned deadpanned
  offered allowed summed described describes describing called calls calling dubbed labeled termed put puts went
  began begins`
    .split(/\s+/)
    .filter(Boolean);

const verbPattern = `(?:${[...new Set(speechVerbs)].join('|')})`;
const anyCue = new RegExp(String.raw`\b(?:${verbPattern}|according to)\b`, 'i');
const pronoun = String.raw`(?:he|she|they|it|we|I)`;
const startingCue = new RegExp(
  String.raw`^[\s,]*(?:${verbPattern}\s|according to\s|(?:${pronoun}|(?:the\s)?(?:\p{Lu}[\p{L}.’'-]*\s?){1,5}|the\s\p{L}+)\s(?:\p{L}+ly\s|also\s|later\s|has\s|had\s)?${verbPattern}\b)`,
  'u',
);

/** Whether some words hold a word of saying. */
export function hasCue(words: string): boolean {
  return anyCue.test(words);
}

/** Whether the words behind a quotation say at once who spoke: `,” he said`, `” said Lind`. */
export function startsWithCue(behind: string): boolean {
  return startingCue.test(behind);
}

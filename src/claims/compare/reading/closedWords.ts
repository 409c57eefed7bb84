/** The small words that hold a sentence together: articles, pronouns, helping words, prepositions. */

export type Closed = 'relative' | 'det' | 'pron' | 'help' | 'border' | 'preposition' | 'adverb' | 'and';

/** Words that can be counted on one page; a word in several rows belongs to the first. */
const closed = new Map<string, Closed>(
  Object.entries({
    and: 'and or nor',
    relative: 'who which whom whose that',
    det: `a an the this these those his its their my our your no every each some any all both most many few several another
      other such own much more less fewer`,
    pron: `he she it they him them we us i you himself herself itself themselves one others neither nobody none there`,
    help: `is are was were be been being am has have had do does did will would shall should can could may might must
      cannot not never`,
    border: 'while because when although though if whether where whereas but so unless how why what',
    preposition: `of in on at by for from with to into onto over under about after before against among through during without
      within near as than since until till toward towards upon across around despite behind beyond per via between off out up
      down`,
    adverb: `also then later again now still already once only just soon even ever yet first too almost nearly roughly here
      very always often far well together instead however today yesterday tomorrow`,
  })
    .reverse()
    .flatMap(([kind, words]) => words.split(/\s+/).map(word => [word, kind as Closed] as const)),
);

/** What kind of word it is, when it is one of these; "hasn't" helps as "has" does. */
export function closedWord(text: string): Closed | undefined {
  return closed.get(text.toLowerCase()) ?? (/n['’]t$/.test(text) ? 'help' : undefined);
}

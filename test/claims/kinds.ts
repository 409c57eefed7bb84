/** The five kinds of wrong words that a writer must be shown in the real editor, each with a paraphrase beside it. */

/** Of the sample articles: a wrong sentence, its wrong words, the sentence once they are fixed, and a paraphrase beside it. */
export const claimKinds = [
  {
    kind: 'number',
    wrong: 'The call was the first direct contact between the pair in almost six months.',
    words: 'six',
    after: 'The call was the first direct contact between the pair in almost two months.',
    right: 'It was their first known contact in nearly two months.',
  },
  {
    kind: 'name',
    wrong: 'Trump and Putin plan to meet in Vienna.',
    words: 'Vienna',
    after: 'Trump and Putin plan to meet in Budapest.',
    right: 'The two leaders intend to meet in Hungary.',
  },
  {
    kind: 'date',
    wrong: 'Trump is set to host Zelenskyy on Saturday.',
    words: 'Saturday',
    after: 'Trump is set to host Zelenskyy on Friday.',
    right: 'Trump is to receive Zelenskyy on Friday.',
  },
  {
    kind: 'role',
    wrong: 'Trump has been urging Zelenskyy to approve the sale of Tomahawk missiles.',
    words: 'Trump',
    after: 'Zelenskyy has been urging Trump to approve the sale of Tomahawk missiles.',
    right: 'Zelenskyy wants Trump to let Ukraine have Tomahawk missiles.',
  },
  {
    kind: 'negation',
    wrong: 'Trump said that Ukraine could not win back the territory lost to Russia.',
    words: 'not win',
    after: 'Trump said that Ukraine could win back the territory lost to Russia.',
    right: 'In his view Ukraine could win back the land that it lost.',
  },
];

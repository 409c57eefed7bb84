import assert from 'node:assert/strict';
import { createDictionary } from '../../src/search/dictionary.ts';
import { createWordForms } from '../../src/search/wordForms.ts';
import { stem } from '../../src/text/stem.ts';

/** Words with endings that the stem takes off, alone and one behind the other, and with some that it leaves. */
const beginnings =
  'talk stud study studi stop plan meet mean heard know child form organ general help care nation state agree polit vario день идти naïv';
const endings =
  ' s es ed d ped ning ing ings er ly ment ments ness nesses ation ations ition ion ise ised izing ization isation y ies ied fully ically lessly able al ous e a o i ity n en t r ren b xyz 1 é ю';

function key(word: string): string | undefined {
  return /^\p{L}{4,}$/u.test(word) ? stem(word).replace(/[aeiouyj]+$/, '') : undefined;
}

describe('the forms of a word', () => {
  const words = [
    ...new Set(beginnings.split(' ').flatMap(beginning => endings.split(' ').map(ending => beginning + ending))),
    ...'meant heard knew known children broke broken breaks deal dealt deals'.split(' '),
  ];
  for (const kind of ['fresh', 'sorted in']) {
    it(`are all words, not much longer, that begin as it does and have its stem, of those ${kind}`, () => {
      const dictionary = createDictionary();
      for (const word of words) dictionary.add(word);
      if (kind === 'sorted in') dictionary.sorted();
      const formsOf = createWordForms(dictionary);
      for (const word of words) {
        const own = key(word) ?? '';
        const beginning = own.length < 4 ? word.slice(0, 4) : own;
        const isForm = (other: string) =>
          other !== word && other.startsWith(beginning) && other.length <= word.length + 6 && key(other) === own;
        const all = new Set(key(word) === undefined ? [] : words.filter(isForm));
        const expected = [...all].flatMap(other => dictionary.idOf(other) ?? []).sort((a, b) => a - b);
        assert.deepEqual(formsOf(word), expected, word);
      }
    });
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readSentence } from '../../src/claims/tokens.ts';
import { eachWord } from '../../src/claims/words.ts';
import { dates } from '../../src/text/dates.ts';
import { names } from '../../src/text/names.ts';
import { numbers } from '../../src/text/numbers.ts';
import { sentences } from '../../src/text/segment.ts';

const pattern = /\p{L}(?:\.\p{L})+\.?|\p{L}+(?:['’]\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*/gu;

function wordsOf(text: string): string[] {
  const found: string[] = [];
  eachWord(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

/** Every sentence of the golden claims and of the sample draft. */
function manySentences(): string[] {
  const golden = readdirSync('test/claims/golden').map(name => `test/claims/golden/${name}`);
  return [...golden, 'seeds/draft.md'].flatMap(path => {
    const text = readFileSync(path, 'utf8');
    return sentences(text).map(({ start, end }) => text.slice(start, end));
  });
}

describe('words of a sentence', () => {
  it('are those of the pattern, in any script', () => {
    const unit = fc.constantFrom(..."ab.'’,-19 ſÉёאب中文𝐀𐐀٣½_\u0301\u00ad\n".split(/(?:)/u));
    fc.assert(
      fc.property(fc.string({ unit }), text => {
        assert.deepEqual(wordsOf(text), text.match(pattern) ?? []);
      }),
    );
  });

  it('keep abbreviations, possessives and figures whole', () => {
    assert.deepEqual(wordsOf('The U.S. plant’s 1,200 co-workers (3.5%).'), [
      ...['The', 'U.S.', 'plant’s', '1,200', 'co', 'workers', '3.5'],
    ]);
  });
});

describe('a sentence read', () => {
  it('has the names, numbers and dates of its text', () => {
    const read = manySentences().map(text => ({ text, sentence: readSentence(text) }));
    assert.ok(read.length > 1000);
    for (const { text, sentence } of read) {
      assert.deepEqual(sentence.numbers, numbers(text), text);
      assert.deepEqual(sentence.dates, dates(text), text);
      assert.deepEqual(sentence.names, names(text), text);
    }
  });

  it('has them too where words of number and time run into each other', () => {
    const pieces =
      `5,1,0|12,7cm|half a |an |a third|million|one in |twenty-|US$ |−3|%|2019|90s|last week|earlier this month|the |5 March|
Monday|yesterday|8.30|, | and |x|to |-|½`.split('|');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), found => {
        const text = found.join('');
        assert.deepEqual(readSentence(text).numbers, numbers(text));
        assert.deepEqual(readSentence(text).dates, dates(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows which tokens a number and a name have', () => {
    const { tokens } = readSentence('Ann Lind sold two million shares.');
    assert.deepEqual(
      tokens.map(t => [t.text, t.name, t.number?.value]),
      [
        ['Ann', true, undefined],
        ['Lind', true, undefined],
        ['sold', false, undefined],
        ['two', false, 2_000_000],
        ['million', false, 2_000_000],
        ['shares', false, undefined],
      ],
    );
  });

  it('leaves out what is hidden, with its names, numbers and dates', () => {
    const text = 'Lind said “Maas sold 12 on Monday” to 40 people in May 2020.';
    const hidden = [{ start: text.indexOf('“'), end: text.indexOf('”') + 1 }];
    const sentence = readSentence(text, hidden);
    assert.deepEqual(
      sentence.names.map(n => n.text),
      ['Lind'],
    );
    assert.deepEqual(
      sentence.numbers.map(n => n.value),
      [40, 2020],
    );
    assert.deepEqual(
      sentence.dates.map(d => d.text),
      ['May 2020'],
    );
    assert.ok(!sentence.places.has('monday'));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphs, sentences, words } from '../../src/text/segment.ts';

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));
const wordsOf = (text: string): string[] => words(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'Mr. Lind met Dr. J. K. Oyen at 5 p.m. Friday. He left.',
      ['Mr. Lind met Dr. J. K. Oyen at 5 p.m. Friday.', 'He left.'],
    ],
    ['Doors open at 10 a.m. Visitors must queue.', ['Doors open at 10 a.m.', 'Visitors must queue.']],
    ['At 10 a.m. Mayor Lind spoke.', ['At 10 a.m. Mayor Lind spoke.']],
    [
      'It ends at 9 p.m. EST. It begins at 8 a.m. Lodva time.',
      ['It ends at 9 p.m. EST.', 'It begins at 8 a.m. Lodva time.'],
    ],
    [
      'The U.S. Senate sat. The bill passed in the U.S. The mayor wept.',
      ['The U.S. Senate sat.', 'The bill passed in the U.S.', 'The mayor wept.'],
    ],
    ['It cost 3.5 million. See No. 5. No. He went.', ['It cost 3.5 million.', 'See No. 5.', 'No.', 'He went.']],
    ['“Why?” he asked. “Go!” Then she left.', ['“Why?” he asked.', '“Go!”', 'Then she left.']],
    ['“Why?” Mayor Lind asked. He knew.', ['“Why?” Mayor Lind asked.', 'He knew.']],
    ['I said ... that it was. Wait... What?', ['I said ... that it was.', 'Wait...', 'What?']],
    ['He said “Do it. Now.” Then rain fell.', ['He said “Do it.', 'Now.”', 'Then rain fell.']],
    ['She said, "we work on it"."I wait," he said.', ['She said, "we work on it".', '"I wait," he said.']],
    ['They met for talks.President Lind came.', ['They met for talks.', 'President Lind came.']],
    ['Open example.Com now.', ['Open example.Com now.']],
    ['他来了。他走了！“好。”', ['他来了。', '他走了！', '“好。”']],
    ['Title without a stop\n\nA body.', ['Title without a stop', 'A body.']],
    [
      'See Jan. 5 and Feb. He went on Oct. 3 to Inc. Magazine.',
      ['See Jan. 5 and Feb.', 'He went on Oct. 3 to Inc. Magazine.'],
    ],
    ['(They clapped.) Then they left.', ['(They clapped.)', 'Then they left.']],
    [
      'It is 31 m tall.[1] It is old.[2][3–5] It [6] burned.¹² “It is lit.”[7] He left [8].',
      ['It is 31 m tall.[1]', 'It is old.[2][3–5]', 'It [6] burned.¹²', '“It is lit.”[7]', 'He left [8].'],
    ],
    [
      'So it was.[note 1] It was so.[citation needed] He said.[he] They went.',
      ['So it was.[note 1]', 'It was so.[citation needed]', 'He said.[he] They went.'],
    ],
    ['', []],
    ['   \n  ', []],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(cut(text), expected));

  it('ends at a line that is no wrapped one, and goes on over a wrapped one', () => {
    const line = 'The council met in the old hall on Monday and talked about the wall for many hours before it rose.';
    assert.deepEqual(cut(`${line} ${line}\nNext line here`).at(-1), 'Next line here');
    assert.equal(cut('The council met in the old\nhall on Monday and talked.').length, 1);
  });

  it('stays within the part asked for', () => {
    const text = 'One. Two. Three.';
    assert.deepEqual(sentences(text, { start: 5, end: 9 }), [{ start: 5, end: 9 }]);
  });

  it('never throws, keeps order, and loses no word', () => {
    const piece = fc.constantFrom(
      'Mr. ',
      'Go',
      '. ',
      '? ',
      '” ',
      '"',
      '\n',
      '\n\n',
      ' a',
      'B',
      '…',
      '。',
      '5.',
      "'",
      '（',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const spans = sentences(text);
        spans.forEach((span, at) => {
          assert.ok(span.start < span.end && span.start >= (spans[at - 1]?.end ?? 0));
          assert.equal(text.slice(span.start, span.end).trim().length, span.end - span.start);
        });
        const kept = spans.map(({ start, end }) => text.slice(start, end)).join('');
        assert.equal(kept.replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('paragraphs', () => {
  it('end at a blank line and at list items', () => {
    const text = 'One\ntwo\n\n- three\n- four';
    assert.deepEqual(
      paragraphs(text).map(({ start, end }) => text.slice(start, end)),
      ['One\ntwo', '- three', '- four'],
    );
  });
});

describe('words', () => {
  it('keep apostrophes, hyphens, points and commas inside', () => {
    assert.deepEqual(wordsOf("Don't pay $1,000.50 to the U.S. long-range team’s e.g. at 10:30, O’Hara."), [
      "Don't",
      'pay',
      '1,000.50',
      'to',
      'the',
      'U.S.',
      'long-range',
      'team’s',
      'e.g.',
      'at',
      '10:30',
      'O’Hara',
    ]);
  });
  it('do not join over a missing space', () =>
    assert.deepEqual(wordsOf('it.The end,and'), ['it', 'The', 'end', 'and']));
  it('come from the segmenter where there are no spaces', () =>
    assert.deepEqual(wordsOf('他走了 ok'), ['他', '走了', 'ok']));
  it('are in order and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        let last = 0;
        for (const { start, end } of words(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairMarks } from '../../src/text/marks.ts';
import { processorTime } from '../processorTime.ts';

/** Inner texts, `>` for each pair around, `?` for a missing closing mark. */
const shape = (text: string): string[] =>
  pairMarks(text).map(
    ({ inner, depth, closed }) => `${'>'.repeat(depth)}${closed ? '' : '?'}${text.slice(inner.start, inner.end)}`,
  );

describe('pairMarks', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['straight', 'She said, "No." Then "yes".', ['No.', 'yes']],
    ['curly and nested', '“He said ‘no way’ to me,” she said.', ['He said ‘no way’ to me,', '>no way']],
    ['doubles nested', '“He said “yes” to me,” she said.', ['He said “yes” to me,', '>yes']],
    ['French', 'Il dit : « bonjour le monde », puis ‹ oui ›.', [' bonjour le monde ', ' oui ']],
    [
      'German',
      'Er sagte: „Hallo ‚du‘ da“, dann »gut ›so‹ weiter«.',
      ['Hallo ‚du‘ da', '>du', 'gut ›so‹ weiter', '>so'],
    ],
    ['Swedish', 'Hon sa: ”Vi går nu”, och gick.', ['Vi går nu']],
    ['Chinese and Japanese', '他说：“我们走。”「日本『語』です」', ['我们走。', '日本『語』です', '>語']],
    ['TeX', "He wrote ``we `may' go'' there.", ["we `may' go", '>may']],
    ['typewriter', "He said, ''We don't know,'' and left.", ["We don't know,"]],
    ['mixed', 'He said "one” and “two" and “three“ too.', ['one', 'two', 'three']],
    ['a missing space', 'He said, "we work"."I wait," she said.', ['we work', 'I wait,']],
    ['apostrophes', "Don't stop, the boys' rock 'n' roll of the '90s isn’t ’80s.", []],
    ['a possessive inside single marks', "'The boys' club,' he said, 'isn't.'", ["The boys' club,", "isn't."]],
    ['inches and feet', 'A 6\' 2" man with a 5" pipe said "yes".', ['yes']],
    ['inches inside', '"The 6" nail is here," he said.', ['The 6" nail is here,']],
    ['primes', 'At 5′ 10″ she said “no”.', ['no']],
    ['unclosed', 'She said, “We go\n\nNext.', ['?We go']],
    ['unclosed before another', '“I think so. “It is,” he said.', ['?I think so.', 'It is,']],
    ['several paragraphs', '“One.\n\n“Two,” he said.', ['?One.', 'Two,']],
    ['a mark inside a word', 'the rock"n"roll he"s', []],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(shape(text), expected));

  it('never throws and nests well, whatever stands there', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '“',
      '”',
      '‘',
      '’',
      '„',
      '«',
      '»',
      '‹',
      '›',
      '「',
      '」',
      "''",
      '``',
      ' ',
      'a',
      'S',
      '.',
      '5',
      '\n\n',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const open: { end: number }[] = [];
        for (const { span, inner, depth } of pairMarks(text)) {
          while (open.length > 0 && (open.at(-1)?.end ?? 0) <= span.start) open.pop();
          assert.equal(depth, open.length);
          assert.ok(span.end <= (open.at(-1)?.end ?? text.length));
          assert.ok(span.start <= inner.start && inner.start <= inner.end && inner.end <= span.end);
          open.push(span);
        }
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const unit of ['“', '"a ', '‘a’ ', "'a ", '„“', '«']) {
      const cost = processorTime(() => pairMarks(unit.repeat(60_000)));
      assert.ok(cost < 3000, `${unit} takes ${cost} ms`);
    }
  });
});

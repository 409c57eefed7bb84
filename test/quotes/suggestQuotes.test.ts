import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createSourceStore, readSource } from '../../src/engine.ts';
import { openQuotationAt } from '../../src/quotes/openQuotation.ts';
import { type QuoteContext, suggestQuotes } from '../../src/quotes/suggestQuotes.ts';
import { readProse } from '../../src/text/readProse.ts';
import { draftOf, libraryOf } from './library.ts';

const seeds = readdirSync('seeds')
  .filter(name => /^\d.*\.txt$/.test(name))
  .map(name => readFileSync(`seeds/${name}`, 'utf8'));
const store = libraryOf(...seeds);

/** The suggestions where `|` stands in the draft. */
function at(written: string, context: Partial<QuoteContext> = {}): string[] {
  const open = openAt(written);
  assert.ok(open, `nothing open in ${written}`);
  const { typed, speaker, paragraph } = open;
  const asked = { typed, paragraph, used: [], ...(speaker === undefined ? {} : { speaker }), ...context };
  return suggestQuotes(asked, store, 20).map(({ passage }) => passage.text);
}

function openAt(written: string, language: 'markdown' | 'plaintext' | 'latex' = 'markdown') {
  const offset = written.indexOf('|');
  const text = written.replace('|', '');
  const draft = { ...draftOf(text), language };
  return openQuotationAt(draft, readProse(text, language), offset);
}

describe('suggestQuotes', () => {
  const great = 'I really think Putin would look great if he got this settled';
  it('puts the sentence first that begins with the words typed', () => {
    assert.equal(at('Trump said, “I really|')[0], great);
    assert.equal(
      at('Trump said, “I might|')[0],
      'I might have to speak to Russia, to be honest with you, about Tomahawks.',
    );
  });
  it('forgives typing errors', () => {
    assert.equal(at('Trump said, “I realy thnk Putn|')[0], great);
    for (const typed of ['Tomahwks', 'Tomahwaks', 'Tomhawks', 'Tomahawsk'])
      assert.match(at(`Trump said, “${typed}|`)[0] ?? 'nothing', /Tomahawks/, typed);
  });
  it('puts the named speaker first', () => {
    assert.match(at('Mr Zelenskyy said, “|')[0] ?? '', /wait|work on it|count on|productive|resilience|energy/);
    assert.equal(at('Peskov said, “the|')[0], 'the topic of Tomahawks is of extreme concern');
  });
  it('puts quotes before plain sentences, and the source’s words as they stand', () => {
    const found = suggestQuotes({ typed: 'Tomahawk', paragraph: '', used: [] }, store, 20);
    for (const { passage, source } of found) {
      assert.equal(passage.text, source.text.slice(passage.span.start, passage.span.end));
    }
    assert.equal(new Set(found.map(({ passage }) => passage.text)).size, found.length);
  });
  it('puts used quotes behind, and says where they are used', () => {
    const used = [{ text: great, span: { start: 3, end: 9 } }];
    const found = suggestQuotes({ typed: 'I', speaker: 'Trump', paragraph: '', used }, store, 20);
    assert.deepEqual(found.find(({ passage }) => passage.text === great)?.usedAt, { start: 3, end: 9 });
    assert.equal(found.at(-1)?.passage.text, great);
  });
  it('offers reprints of one text once, and reports of one remark each', () => {
    const story = (word: string) =>
      `The council of Rosk met on Monday for three hours. "The first stage of the bridge will cost us ${word}," said Mayor Anna Lind. The session went on until late in the evening, and few people stayed in the hall to hear the end of it. A vote is due in May.`;
    const report = 'Asked about it on Friday, Anna Lind said: "The first stage of the bridge will cost us 49 million."';
    const library = libraryOf(story('48 million'), story('48 millions'), report);
    const found = suggestQuotes({ typed: 'The first st', paragraph: '', used: [] }, library, 20);
    const quoted = found.filter(({ speaker }) => speaker === 'Anna Lind').map(({ passage }) => passage.sourceId);
    assert.equal(quoted.filter(id => id !== '2.txt').length, 1);
    assert.ok(quoted.includes('2.txt'));
  });
  it('shows how other sources have the same words', () => {
    const [first] = suggestQuotes({ typed: 'Do they want', paragraph: '', used: [] }, store, 5);
    assert.equal(first?.variants.length, 1);
  });
  it('offers what is said in a transcript without the label before it', async () => {
    const turns =
      'JANE DOE: Will it be built?\n\nMAYOR LIND: It will be built in May.\n\nJANE DOE: When in May?\n\nMAYOR LIND: Early.';
    const file = { uri: 'file:///t.txt', path: 't.txt', bytes: new TextEncoder().encode(`The bridge\n\n${turns}\n`) };
    const library = createSourceStore();
    library.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    const [first] = suggestQuotes({ typed: 'It will', paragraph: '', used: [] }, library, 5);
    assert.equal(first?.passage.text, 'It will be built in May.');
    assert.equal(first?.speaker, 'Mayor Lind');
  });
  it('finds nothing where there is nothing', () => {
    assert.deepEqual(suggestQuotes({ typed: 'zzzz qqqq', paragraph: '', used: [] }, store, 5), []);
    assert.deepEqual(suggestQuotes({ typed: '', paragraph: '', used: [] }, libraryOf(), 5), []);
  });
});

describe('openQuotationAt', () => {
  const open: readonly (readonly [string, string, string])[] = [
    ['curly', 'Trump said, “I might|', 'I might'],
    ['straight', 'Trump said, "I might|', 'I might'],
    ['single', "Trump said, 'I might|", 'I might'],
    ['guillemets', 'Trump a dit « je|', ' je'],
    ['just opened', 'Trump said, “|', ''],
    ['auto-closed', 'Trump said, "I might|"', 'I might'],
    ['behind a closed one', 'He said “no” and “I|', 'I'],
    ['inner', 'He said “they told me ‘we|', 'we'],
    ['after an apostrophe', "It isn't so, he said, \"I don't|", "I don't"],
  ];
  for (const [name, written, typed] of open) it(name, () => assert.equal(openAt(written)?.typed, typed));

  const silent: readonly (readonly [string, string])[] = [
    ['between words', 'Trump said |that'],
    ['behind a closed one', 'He said “no” and |'],
    ['at an apostrophe', "Trump didn'|"],
    ['at a mark behind a letter', 'a 5"|'],
    ['in code', 'Use `print("|")` here.'],
    ['in the next paragraph', 'He said “no\n\nThen |'],
  ];
  for (const [name, written] of silent) it(`silent ${name}`, () => assert.equal(openAt(written), undefined));

  it('knows the auto-closed mark and the mark that closes', () => {
    const found = openAt('Trump said, “I|”');
    assert.deepEqual(found?.close, { start: 14, end: 15 });
    assert.equal(found?.closeMark, '”');
    assert.equal(openAt('Er sagte „ja|')?.closeMark, '“');
    assert.equal(openAt('He wrote ``ja|', 'latex')?.closeMark, "''");
  });
  it('knows the speaker named before', () => {
    assert.equal(openAt('On Monday, Mr Trump told reporters: “|')?.speaker, 'Trump');
    assert.equal(openAt('Anna Lind spoke. She said, “|')?.speaker, 'Anna Lind');
    assert.equal(openAt('“|')?.speaker, undefined);
  });
});

import assert from 'node:assert/strict';
import { evalQuotes } from '../../src/quotes/evalQuotes.ts';
import { findQuotes } from '../../src/quotes/findQuotes.ts';
import { draftOf, quotationsOf, sourceOf } from './library.ts';

const texts = (written: string): string[] => quotationsOf(draftOf(written)).map(({ text }) => text);

describe('findQuotations', () => {
  it('joins the parts around a cue', () => {
    const [quotation] = quotationsOf(draftOf('“One,” she said, “two.”'));
    assert.equal(quotation?.parts.length, 2);
    assert.equal(quotation?.text, 'One, two.');
  });
  it('keeps apart what each has its own cue', () => {
    assert.deepEqual(texts('“One,” she said. “Two,” he replied.'), ['One,', 'Two,']);
    assert.deepEqual(texts('“One,” she said, adding, “two.”'), ['One,', 'two.']);
    assert.deepEqual(texts('He asked, “Why?” Then Lind answered, “Because.”'), ['Why?', 'Because.']);
  });
  it('joins over a title inside the cue', () => {
    assert.deepEqual(texts('“One,” she said on “Meet the Press.” “Two.”'), ['One, Two.', 'Meet the Press.']);
  });
  it('joins paragraphs that each open with a mark', () => {
    const [quotation] = quotationsOf(draftOf('“One.\n\n“Two,” he said.'));
    assert.equal(quotation?.parts.length, 2);
    assert.equal(quotation?.closed, true);
  });
  it('reads block quotes', () => {
    const [quotation] = quotationsOf(draftOf('Lind said:\n\n> We will go.\n\nThen she left.'));
    assert.equal(quotation?.form, 'block');
    assert.equal(quotation?.text, 'We will go.');
  });
  it('takes the line that signs a block quote for its speaker, in the same paragraph or in one of its own', () => {
    for (const gap of ['\n> ', '\n>\n> ']) {
      const found = quotationsOf(draftOf(`It is told.\n\n> We will go tomorrow.${gap}— Anna Lind\n\nThen she left.`));
      assert.deepEqual(
        found.map(({ text, attribution }) => [text, attribution?.speaker]),
        [['We will go tomorrow.', 'Anna Lind']],
      );
    }
  });
  it('looks past code, links and markup', () => {
    assert.deepEqual(texts('Use `"code"` and [say](http://x.y/"z") “*this* one”.').length, 1);
  });
  it('has right offsets with emoji, Windows line ends and combining marks', () => {
    const draft = draftOf('😀 Zoë\r\n\r\nLind said, “Cafe\u0301 😀 goes on,” twice.');
    const [quotation] = quotationsOf(draft);
    assert.equal(draft.text.slice(quotation?.span.start, quotation?.span.end), '“Cafe\u0301 😀 goes on,”');
  });
});

describe('findQuotes', () => {
  it('gives each part of a quote its speaker', () => {
    const quotes = findQuotes(sourceOf('“One,” said Anna Lind, “two.” They called it “so-so”.'));
    assert.deepEqual(
      quotes.map(({ passage, attribution }) => [passage.text, attribution?.speaker]),
      [
        ['One,', 'Anna Lind'],
        ['two.', 'Anna Lind'],
        ['so-so', undefined],
      ],
    );
  });
  it('is found once', () => {
    const source = sourceOf('“One,” said Lind.');
    assert.equal(findQuotes(source), findQuotes(source));
  });
});

describe('evalQuotes', () => {
  it('lists each run of quoted words from mark to mark, and leaves woven-in words out', () => {
    const text = 'Lind called it “a step”. “We go,” she said. “We must.”';
    assert.deepEqual(evalQuotes(text), [
      { start: 25, end: 33, text: '“We go,”', speaker: 'Lind', cue: 'said' },
      { start: 44, end: 54, text: '“We must.”', speaker: 'Lind', cue: 'said' },
    ]);
  });
  it('gives the name as the text has it', () => {
    assert.equal(evalQuotes('Anna Lind came. “We go,” Lind said.')[0]?.speaker, 'Lind');
  });
});

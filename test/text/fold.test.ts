import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldKey, unfold } from '../../src/text/fold.ts';

/** Letters, marks, quotes, spaces and odd units mixed far more densely than in any text. */
const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'ab Z\'"`´‘’‚“”„«»‹›′″-–—−…. \n\r\t\u00a0\u2009\u3000\u00ad\u200b\ufeff\u0301\u0308\u0323ﬁﬀſßé\u1100\u1161\u11a8',
        'e\u0301',
        '👩‍👧',
        '\ud83d',
        '\ude00',
        '\u{1d15e}',
        '\u{110ba}',
        '\u0340',
        '\u212b',
      ),
      fc.nat(0xffff).map(unit => String.fromCharCode(unit)),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

const foldedText = (text: string) => fold(text).text;

describe('fold', () => {
  it('writes all quotation marks alike', () => {
    assert.equal(foldedText('“a” „b“ «c» »d« ″e″ ＂f＂ 「g」 『h』'), '"a" "b" "c" "d" "e" "f" "g" "h"');
    assert.equal(foldedText('‘a’ ‚b‘ ‹c› don’t donʼt 5′ `d´'), "'a' 'b' 'c' don't don't 5' 'd'");
  });

  it('takes two single marks for one double mark, as in TeX', () => {
    assert.equal(foldedText("``so'' he said ’’"), '"so" he said "');
  });

  it('writes dashes, minus signs and runs of dashes as one hyphen', () => {
    assert.equal(foldedText('a‐b‑c‒d–e—f―g −5 -- ---'), 'a-b-c-d-e-f-g -5 - -');
  });

  it('spells out ellipses and ligatures', () => {
    assert.equal(foldedText('wait… eﬃcient oﬀ ﬁt ﬂy'), 'wait... efficient off fit fly');
  });

  it('makes every run of white space one space', () => {
    assert.equal(foldedText('a \t\r\n b\u00a0\u2009c\u3000d\u2028e'), 'a b c d e');
    assert.equal(foldedText('a \u200b b'), 'a b');
  });

  it('drops what cannot be seen', () => {
    assert.equal(foldedText('\ufeffco\u00adop\u200ber\u2060ate\u200e'), 'cooperate');
  });

  it('composes letters, and keeps their case', () => {
    assert.equal(foldedText('Cafe\u0301 A\u030angstro\u0308m \u212b'), 'Café Ångström Å');
    assert.equal(foldedText('\u1112\u1161\u11ab'), '한');
    assert.equal(foldedText('e\u00ad\u0301'), 'é');
  });

  it('maps each unit to where its original begins', () => {
    const { text, offsets } = fold('a…  ﬁe\u0301👍!');
    assert.equal(text, 'a... fié👍!');
    assert.deepEqual([...offsets], [0, 1, 1, 1, 2, 4, 4, 5, 7, 8, 9, 10]);
  });

  it('leaves plain text as it is, without copying it', () => {
    const text = 'Nothing to do: "here", it\'s all plain - 100% (of it).';
    assert.equal(fold(text).text, text);
    assert.deepEqual([...fold('ab').offsets], [0, 1, 2]);
    assert.deepEqual([...fold('').offsets], [0]);
  });

  it('keeps lone surrogates', () => {
    assert.equal(foldedText('a\ud83d b\ude00…'), 'a\ud83d b\ude00...');
  });

  it('gives offsets that never fall and end at the length of the original', () => {
    fc.assert(
      fc.property(oddText, text => {
        const { text: folded, offsets } = fold(text);
        assert.equal(offsets.length, folded.length + 1);
        assert.equal(offsets[folded.length], text.length);
        for (let at = 0; at < folded.length; at++) assert.ok((offsets[at] ?? 0) <= (offsets[at + 1] ?? 0));
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing left to fold the second time', () => {
    fc.assert(
      fc.property(oddText, text => {
        const once = foldedText(text);
        assert.equal(foldedText(once), once);
        assert.equal(once.normalize('NFC'), once);
      }),
      { numRuns: 3000 },
    );
  });

  it('folds a text of a megabyte (speed is printed)', () => {
    const plain = 'The bridge will cost 40 million, said the mayor; it is to open in May.\n'.repeat(16_000);
    const curly = 'The bridge “will cost” 40 million — it’s said…  and\nso on, naïve\u00a0e\u0301.\n'.repeat(14_000);
    for (const [name, text] of [
      ['plain', plain],
      ['curly', curly],
    ] as const) {
      const began = performance.now();
      const folded = fold(text);
      const speed = text.length / 1000 / (performance.now() - began);
      console.log(`      fold, ${name}: ${speed.toFixed(0)} MB/s`);
      assert.equal(folded.offsets[folded.text.length], text.length);
    }
  });
});

describe('unfold', () => {
  it('gives the original words, without what was dropped beside them', () => {
    const text = 'He \u200b“said”\u00ad no\u00ad thing… at\u2009 all';
    const folded = fold(text);
    const original = (words: string) => {
      const start = folded.text.indexOf(words);
      const span = unfold(folded, { start, end: start + words.length });
      return text.slice(span.start, span.end);
    };
    assert.equal(original('"said"'), '“said”');
    assert.equal(original('no'), 'no');
    assert.equal(original('no thing'), 'no\u00ad thing');
    assert.equal(original('thing...'), 'thing…');
    assert.equal(original('.'), '…');
    assert.equal(original('at all'), 'at\u2009 all');
  });

  it('gives an empty span for an empty span', () => {
    assert.deepEqual(unfold(fold('a…b'), { start: 4, end: 4 }), { start: 2, end: 2 });
  });

  it('leads from any stretch of folded text to an original that folds to it again', () => {
    fc.assert(
      fc.property(oddText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text);
        const start = folded.text.length === 0 ? 0 : a % folded.text.length;
        const end = Math.min(folded.text.length, start + 1 + (b % 6));
        const span = unfold(folded, { start, end });
        assert.ok(span.start <= span.end && span.end <= text.length);
        assert.ok(foldedText(text.slice(span.start, span.end)).includes(folded.text.slice(start, end)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('foldKey', () => {
  it('makes one key of spellings that differ in case, accents and marks', () => {
    assert.equal(foldKey('Façade — “CAFÉ”'), foldKey('facade - "café"'));
    assert.equal(foldKey('Straße'), 'strasse');
    assert.equal(foldKey('Łódź'), 'lodz');
  });

  it('keeps letters whose marks are part of the word', () => {
    assert.equal(foldKey('한국'), '한국');
    assert.notEqual(foldKey('कि'), foldKey('का'));
  });
});

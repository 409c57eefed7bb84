import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../src/model.ts';
import { align, differences } from '../../src/text/align.ts';

const SOURCE =
  'Mr Trump said on board Air Force One: "I really think Putin would look great if he got this settled" and that ' +
  '"It\'s not going to be good for him" if not.\n' +
  '“I might have to speak to Russia, to be honest with you, about Tomahawks. Do they want to have Tomahawks going in ' +
  'their direction? I don’t think so,” he said.\n';

/** `draft -> source [gravity]` for each change, with the spans checked against the texts. */
function shown(changes: readonly Change[], draft: string, source: string): string[] {
  return changes.map(change => {
    assert.equal(draft.slice(change.draftSpan.start, change.draftSpan.end), change.draft);
    assert.equal(source.slice(change.sourceSpan.start, change.sourceSpan.end), change.source);
    return `${change.draft} -> ${change.source} [${change.gravity}]`;
  });
}

function check(draft: string, source: string, expected: readonly string[], window?: string): void {
  const found = align(draft, source);
  assert.ok(found);
  assert.deepEqual(shown(found.changes, draft, source), expected);
  if (window !== undefined) assert.equal(source.slice(found.span.start, found.span.end), window);
}

describe('align', () => {
  it('finds the window of the source and the one changed word', () => {
    const draft = 'I really think Putin would look good if he got this settled';
    check(draft, SOURCE, ['good -> great [wording]'], draft.replace('good', 'great'));
    const found = align(draft, SOURCE);
    assert.deepEqual(found?.changes[0]?.draftSpan, { start: 32, end: 36 });
    assert.equal(found?.changes[0]?.sourceSpan.start, SOURCE.indexOf('great'));
  });

  it('takes a common mark at the end into the window', () => {
    check(
      'Do they want to have Tomahawks going in that direction?',
      SOURCE,
      ['that -> their [wording]'],
      'Do they want to have Tomahawks going in their direction?',
    );
  });

  it('sees no difference in typography, in the case of first letters and in hyphens', () => {
    const source =
      'We said: “it’s a long‑range plan… an inter-\nnational one, de fi nitely no\u00adthing – for 1,000 people & 5%”.';
    check(
      "It's a long range plan, an international one; definitely nothing, for 1000 people and 5 per cent",
      source,
      [],
    );
    check('It’s a longrange plan', source, []);
  });

  it('reports figures that differ by a digit, a sign or a mark', () => {
    check('It will cost 14 million', 'They say it will cost 40 million.', ['14 -> 40 [number]']);
    check('it fell to 5 degrees', 'Then it fell to −5 degrees.', ['5 -> −5 [number]']);
    check('it rose by 5 a year', 'it rose by 5% a year', [' -> % [number]']);
    check('between 10 and 15 people', 'between 10-15 people', ['and ->  [wording]']);
    check('three of them', 'four of them', ['three -> four [number]']);
    check('there were 3 of them', 'there were three of them', ['3 -> three [wording]']);
  });

  it('puts a lost or added negation first', () => {
    check("It's going to be good for him", SOURCE, [' -> not [negation]']);
    check('we can go there', 'we can’t go there', ['can -> can’t [negation]']);
    check('they agreed to talk with us', 'they refused to talk with us', ['agreed -> refused [negation]']);
    check('it never was likely', 'it was unlikely', ['never ->  [negation]', 'likely -> unlikely [negation]']);
  });

  it('knows names by their capitals', () => {
    check('they will meet in Vienna soon', 'they will meet in Budapest soon', ['Vienna -> Budapest [name]']);
    check('Then Vladimir Putin came', 'Then Donald Trump came', ['Vladimir Putin -> Donald Trump [name]']);
    check('The forces of us all', 'The forces of US all', ['us -> US [name]']);
    check('These talks went well', 'Those talks went well', ['These -> Those [wording]']);
  });

  it('calls words left out an omission, however many they are', () => {
    check('to speak to Russia about Tomahawks', SOURCE, [' -> to be honest with you [omission]']);
    const left = 'one two three four five six seven eight nine ten eleven not twelve '.repeat(3).trim();
    check('The plan is ready and the money is there', `The plan is ready ${left} and the money is there`, [
      ` -> ${left} [omission]`,
    ]);
  });

  it('keeps changed words apart unless they stand for each other as a group', () => {
    check('it would look be good today', 'it will look really fine today', [
      'would -> will [wording]',
      'be -> really [wording]',
      'good -> fine [wording]',
    ]);
    check('I would be glad', 'I was glad', ['would be -> was [wording]']);
    check('She said it was expected in May', 'She said it was unexpectedly late in June', [
      'expected -> unexpectedly late [wording]',
      'May -> June [name]',
    ]);
  });

  it('pairs changed words at the ends, but not with words beyond the end of a sentence', () => {
    check(
      'going in that way',
      'want to have them going in that direction',
      ['way -> direction [wording]'],
      'going in that direction',
    );
    check(
      'she got this settled today',
      'if she got this settled. He went home',
      ['today ->  [wording]'],
      'she got this settled',
    );
    check('Well we will see', '“I know.” We will see', ['Well ->  [wording]'], 'We will see');
  });

  it('gives the share of equal words', () => {
    assert.equal(align('one two three four', 'x one two three four y')?.similarity, 1);
    assert.equal(align('one two three four', 'x one two other four y')?.similarity, 0.75);
    assert.equal(align('one two three four', 'one two x y z three four')?.similarity, 0.8);
  });

  it('finds nothing where there is nothing', () => {
    assert.equal(align('', SOURCE), undefined);
    assert.equal(align('…', SOURCE), undefined);
    assert.equal(align('words', ''), undefined);
    assert.equal(align('quite other matter', 'no such thing'), undefined);
  });

  it('looks within the given stretch only', () => {
    const source = 'we will see it. And so we will see it.';
    const within = { start: 16, end: source.length };
    assert.deepEqual(align('we will see', source, within)?.span, { start: 23, end: 34 });
  });

  it('compares scripts without spaces by character', () => {
    check('我们不同意这个计划', '他说：“我们同意这个计划。”', ['不 ->  [wording]']);
    check('我们同意那个计划', '他说：“我们同意这个计划。”', ['那 -> 这 [wording]']);
  });

  it('gives offsets into texts with emoji, combining marks and CRLF', () => {
    const source = '👍🏽 “Nous avons de\u0301cide\u0301\r\nde partir 🚀 demain”';
    check(
      'Nous avons décidé de rester demain',
      source,
      ['rester -> partir [wording]'],
      'Nous avons de\u0301cide\u0301\r\nde partir 🚀 demain',
    );
  });
});

describe('differences', () => {
  it('aligns two stretches as wholes, with spans into the whole texts', () => {
    const draft = 'She said “we will not go there” today.';
    const source = 'We will go there, perhaps.';
    const changes = differences(draft, { start: 10, end: 30 }, source, { start: 0, end: source.length });
    assert.deepEqual(shown(changes, draft, source), ['not ->  [negation]', ' -> perhaps [omission]']);
  });

  it('copes with empty stretches', () => {
    const [change, ...others] = differences('ab', { start: 1, end: 1 }, 'x new y', { start: 2, end: 5 });
    assert.deepEqual(change, {
      draft: '',
      source: 'new',
      draftSpan: { start: 1, end: 1 },
      sourceSpan: { start: 2, end: 5 },
      gravity: 'omission',
    });
    assert.equal(others.length, 0);
    assert.deepEqual(differences('ab', { start: 1, end: 1 }, 'x', { start: 1, end: 1 }), []);
  });
});

describe('align, on any text', () => {
  const word = fc.constantFrom('ka', 'lo', 'mi', 'Tar', 'ves', '7', '12', 'not', 'dun', 'épe');
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map(words => words.join(' '));

  it('finds no difference between a text and itself, wherever it stands', () => {
    fc.assert(
      fc.property(text, fc.array(fc.constantFrom('zu', 'wo'), { maxLength: 9 }), (draft, around) => {
        const found = align(draft, `${around.join(' ')} ${draft}. ${around.join(' ')}`);
        assert.deepEqual(found?.changes, []);
        assert.equal(found?.similarity, 1);
      }),
    );
  });

  it('names changes that turn the draft into the source’s words', () => {
    fc.assert(
      fc.property(text, text, (draft, source) => {
        const changes = differences(draft, { start: 0, end: draft.length }, source, { start: 0, end: source.length });
        assert.deepEqual(wordsOf(applied(draft, changes)), wordsOf(source));
      }),
      { numRuns: 1000 },
    );
  });

  it('turns the draft into the words of its window', () => {
    fc.assert(
      fc.property(text, text, (draft, source) => {
        const found = align(draft, source);
        if (found === undefined) return;
        assert.deepEqual(
          wordsOf(applied(draft, found.changes)),
          wordsOf(source.slice(found.span.start, found.span.end)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  const oddText = fc.array(fc.nat(0xffff).map(unit => String.fromCharCode(unit))).map(units => units.join(''));

  it('never fails on odd input', () => {
    fc.assert(
      fc.property(oddText, oddText, (draft, source) => {
        const found = align(draft, source);
        if (found !== undefined) shown(found.changes, draft, source);
      }),
    );
  });
});

function applied(draft: string, changes: readonly Change[]): string {
  let text = draft;
  for (const { draftSpan, source } of changes.toReversed()) {
    text = `${text.slice(0, draftSpan.start)} ${source} ${text.slice(draftSpan.end)}`;
  }
  return text;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

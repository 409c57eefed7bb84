import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { matchQuotation } from '../../src/quotes/matchQuotation.ts';
import { quoteVariants } from '../../src/quotes/variants.ts';
import { processorTime } from '../processorTime.ts';
import { draftOf, libraryOf, quotationsOf } from './library.ts';

const harbour =
  'The council met late. “The harbour wall will cost 40 million, and we will not build it twice,” said Mayor Anna Lind. “It is [the] last chance for this town.”\n\n' +
  'Ove Falk, who runs the ferries, disagreed. “Nobody asked the captains,” he said. “We measured −12 degrees at the pier that night and the long-range forecast was worse.”\n\n' +
  'The minister called the plan “a big step”.';
const seeds = readdirSync('seeds')
  .filter(name => /^\d.*\.txt$/.test(name))
  .map(name => readFileSync(`seeds/${name}`, 'utf8'));

/** Label, and the changes of the best evidence. */
function check(written: string, ...texts: readonly string[]): string {
  const draft = draftOf(written);
  const [quotation] = quotationsOf(draft);
  assert.ok(quotation, written);
  const verdict = matchQuotation(quotation, draft, libraryOf(...texts));
  for (const { draftSpan, draft: words } of verdict.evidence[0]?.changes ?? []) {
    assert.equal(draft.text.slice(draftSpan.start, draftSpan.end), words);
  }
  const changes =
    verdict.evidence[0]?.changes.map(change => `${change.draft}>${change.source} (${change.gravity})`) ?? [];
  return [verdict.label, ...changes].join(' | ');
}

describe('matchQuotation', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['verbatim', 'Lind said, “The harbour wall will cost 40 million, and we will not build it twice.”', 'exact'],
    ['lower first letter, cut short', 'Lind said “the harbour wall will cost 40 million”.', 'exact'],
    ['straight marks', 'Falk said, "Nobody asked the captains."', 'exact'],
    ['marked omission', 'Lind: “The harbour wall will cost … and we will not build it twice.”', 'exact'],
    ['omission in brackets', 'Lind: “The harbour wall […] will not build it twice.”', 'exact'],
    [
      'an omission that turns the order round',
      'Lind: “we will not build it twice … The harbour wall will cost 40 million.”',
      'altered',
    ],
    ['insertion', 'Lind: “[The town] will not build it twice.”', 'exact'],
    ['the source’s own bracket', 'Lind: “It is [the] last chance for this town.”', 'exact'],
    ['another word in the source’s own bracket', 'Lind: “It is [our] last chance for this town.”', 'altered'],
    ['sic', 'Falk: “Nobody asked [sic] the captains.”', 'exact'],
    ['in parts', '“Nobody asked,” Falk said, “the captains.”', 'exact'],
    [
      'over the source’s cue',
      'Falk said: “Nobody asked the captains. We measured −12 degrees at the pier that night.”',
      'exact',
    ],
    ['long range without hyphen', 'Falk: “the long range forecast was worse”', 'exact'],
    [
      'a changed number',
      'Lind: “The harbour wall will cost 14 million, and we will not build it twice.”',
      'altered | 14>40 (number)',
    ],
    [
      'a lost not',
      'Lind: “The harbour wall will cost 40 million, and we will build it twice.”',
      'altered | >not (negation)',
    ],
    ['a lost minus', 'Falk: “We measured 12 degrees at the pier that night.”', 'altered | 12>−12 (number)'],
    ['a swapped word', 'Falk: “Nobody asked the sailors.”', 'altered | sailors>captains (wording)'],
    ['not there', 'Falk: “The moon is made of very old cheese indeed.”', 'not-found'],
    ['scare quotes nobody holds', 'The so-called “cheese moon” came.', 'not-checked'],
    ['two words somebody holds', 'They called it a “big step”.', 'exact'],
  ];
  for (const [name, written, expected] of cases) {
    it(name, () =>
      assert.equal(
        expected.includes('|') ? check(written, harbour) : check(written, harbour).split(' | ')[0],
        expected,
      ),
    );
  }

  it('takes the words of the cited source first, then those of the same speaker', () => {
    const draft = draftOf('Ola Berg said, “we will go on”.');
    const [quotation] = quotationsOf(draft);
    assert.ok(quotation);
    const store = libraryOf(
      '“We will go on,” said Ida Moe.',
      'Then we will go on, they wrote.',
      '“We will go on,” said Ola Berg.',
    );
    assert.equal(matchQuotation(quotation, draft, store).evidence[0]?.speaker, 'Ola Berg');
    const citation = { span: { start: 0, end: 1 }, key: 'x', sourceId: '1.txt' };
    assert.equal(matchQuotation({ ...quotation, citation }, draft, store).evidence[0]?.passage.sourceId, '1.txt');
  });

  it('reports two passages joined as one', () => {
    const draft = draftOf(
      'Lind: “The council will meet in the old library and publish the full report about the wall.”',
    );
    const [quotation] = quotationsOf(draft);
    assert.ok(quotation);
    const store = libraryOf(
      '“The council will meet in the old library on Monday,” said Lind. It rained. “We will publish the full report about the wall,” she added.',
    );
    const verdict = matchQuotation(quotation, draft, store);
    assert.equal(verdict.label, 'altered');
    assert.equal(verdict.evidence.length, 2);
  });

  it('notes a qualifier right behind the words', () => {
    const draft = draftOf('Moe said “we will go”.');
    const [quotation] = quotationsOf(draft);
    assert.ok(quotation);
    assert.match(
      matchQuotation(quotation, draft, libraryOf('“We will go, but only if it snows,” said Moe.')).reason,
      /but only if it snows/,
    );
  });

  it('notes a qualifier right before the words', () => {
    for (const [source, cut] of [
      ['“Tens of thousands of people left the town,” said Moe.', 'Tens of'],
      ['“I don’t think that thousands of people left the town,” said Moe.', 'don’t think that'],
      ['“It is said that up to thousands of people left the town,” said Moe.', 'up to'],
      ['“On Monday thousands of people left the town,” said Moe.', undefined],
    ] as const) {
      const draft = draftOf('Moe said “thousands of people left the town”.');
      const [quotation] = quotationsOf(draft);
      assert.ok(quotation);
      const { label, reason } = matchQuotation(quotation, draft, libraryOf(source));
      assert.equal(label, 'exact');
      assert.equal(/right before them stands “(.+)”/.exec(reason)?.[1], cut);
    }
  });

  it('answers a quotation of 20,000 characters in under a second', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `word${at % 700}`)
      .join(' ')
      .slice(0, 20_000);
    for (const text of [words, 'a '.repeat(10_000), 'x'.repeat(20_000), `${'… '.repeat(7000)}a`]) {
      const draft = draftOf(`Lind said, “${text}”`);
      const [quotation] = quotationsOf(draft);
      if (!quotation) continue;
      const store = libraryOf(harbour, `He wrote ${words.replace('word5 ', '')}.`, 'a '.repeat(30_000));
      const cost = processorTime(() => matchQuotation(quotation, draft, store));
      assert.ok(cost < 3000, `${text.slice(0, 20)}: ${cost} ms`);
    }
  });
});

describe('the sample articles', () => {
  it('have the words quoted exactly', () => {
    assert.equal(
      check('“I might have to speak to Russia, to be honest with you, about Tomahawks.”', ...seeds),
      'exact',
    );
    assert.equal(check('Zelenskyy said "we work on it".', ...seeds), 'exact');
  });
  it('show the changed word', () => {
    const written = 'Trump said, "I really think Putin would look good if he got this settled".';
    assert.equal(check(written, ...seeds), 'altered | good>great (wording)');
  });
  it('have both wordings of one remark, each other’s variant', () => {
    for (const [own, other] of [
      ['their', 'that'],
      ['that', 'their'],
    ] as const) {
      const draft = draftOf(`“Do they want to have Tomahawks going in ${own} direction?” Trump asked.`);
      const [quotation] = quotationsOf(draft);
      assert.ok(quotation);
      const store = libraryOf(...seeds);
      const verdict = matchQuotation(quotation, draft, store);
      assert.equal(verdict.label, 'exact');
      assert.equal(verdict.evidence[0]?.speaker, 'Donald Trump');
      assert.deepEqual(
        quoteVariants(quotation, verdict, store)[0]?.changes.map(change => change.source),
        [other],
      );
    }
  });
  it('give “very productive” to each of its speakers', () => {
    const draft = draftOf('Zelenskyy called it “very productive”.');
    const [quotation] = quotationsOf(draft);
    assert.ok(quotation);
    const speakers = matchQuotation(quotation, draft, libraryOf(...seeds)).evidence.map(({ speaker }) => speaker);
    assert.deepEqual(speakers.map(name => name?.split(' ').at(-1)).sort(), ['Trump', 'Zelenskyy']);
  });
});

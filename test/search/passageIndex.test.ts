import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../src/model.ts';
import { b, inverseFrequency, k1 } from '../../src/search/bm25.ts';
import { createPassageIndex, passageIndexFromBytes } from '../../src/search/passageIndex.ts';
import { sourceShare } from '../../src/search/sourceScores.ts';
import { endsInWord, tokensOf } from '../../src/search/tokens.ts';

type Passages = ReadonlyMap<string, readonly string[]>;
type Words = { readonly sourceId: string; readonly text: string; readonly words: readonly string[] };
type Expected = { readonly sourceId: string; readonly text: string; readonly score: number };

function wordsOf(library: Passages): Words[] {
  return [...library].flatMap(([sourceId, texts]) => texts.map(text => ({ sourceId, text, words: tokensOf(text) })));
}

type Bag = { readonly sourceId: string; readonly words: readonly string[] };

/** BM25 as the books have it, over lists of strings: what the index must agree with. The last word may be a beginning. */
function naiveScores(bags: readonly Bag[], query: string, prefix: boolean): number[] {
  const meanLength = bags.reduce((sum, { words }) => sum + words.length, 0) / bags.length;
  const holders = new Map<string, number>();
  for (const { words } of bags) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  const holding = (word: string) => holders.get(word) ?? 0;
  const gain = (words: readonly string[], count: number, held: number) =>
    count === 0
      ? 0
      : (inverseFrequency(bags.length, held) * count * (k1 + 1)) /
        (count + k1 * (1 - b + (b * words.length) / meanLength));
  const full = tokensOf(query);
  const unfinished = prefix && endsInWord(query) ? full.pop() : undefined;
  const known = full.filter(word => holding(word) > 0);
  const completions = new Set(
    bags.flatMap(({ words }) => words).filter(word => unfinished !== undefined && word.startsWith(unfinished)),
  );
  const completed = [...completions].reduce((sum, word) => sum + holding(word), 0);
  const usesCompletions = known.length === 0 || completed <= bags.length * 0.25;
  return bags.map(({ words }) => {
    let score = 0;
    for (const word of known) score += gain(words, words.filter(other => other === word).length, holding(word));
    if (!usesCompletions) return score;
    const count = words.filter(word => completions.has(word)).length;
    return score + gain(words, count, Math.min(bags.length, completed));
  });
}

/** Passages by their score, and by their source's when the query is finished. */
function naiveSearch(
  passages: readonly Words[],
  query: string,
  prefix: boolean,
  only?: ReadonlySet<string>,
): Expected[] {
  const ids = [...new Set(passages.map(({ sourceId }) => sourceId))];
  const wholes = ids.map(id => ({
    sourceId: id,
    words: passages.flatMap(({ sourceId, words }) => (sourceId === id ? words : [])),
  }));
  const bySource = prefix ? [] : naiveScores(wholes, query, false);
  return naiveScores(passages, query, prefix)
    .flatMap((score, i) => {
      const { sourceId, text } = passages[i] as Words;
      if (score === 0 || only?.has(sourceId) === false) return [];
      return [{ sourceId, text, score: score + sourceShare * (bySource[ids.indexOf(sourceId)] ?? 0) }];
    })
    .sort((x, y) => y.score - x.score);
}

/** Passages one after another in one text. */
function layOut(passages: readonly string[]): { text: string; spans: Span[] } {
  let text = '';
  const spans = passages.map(passage => {
    const start = text.length;
    text += `${passage} `;
    return { start, end: start + passage.length };
  });
  return { text, spans };
}

const word = fc.constantFrom(
  ...'the of a peace peaceful piece talks talk talking war warn Kyiv Budapest two 2 12 1,000 don’t Putin’s über 和平 会谈'.split(
    ' ',
  ),
);
const passage = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '));
const sourceId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      sourceId,
      passages: fc.array(passage, { maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), sourceId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('search' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);
const query = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 6 }),
  cut: fc.nat({ max: 3 }),
  prefix: fc.boolean(),
  limit: fc.integer({ min: 1, max: 20 }),
  only: fc.option(fc.uniqueArray(sourceId), { nil: undefined }),
});

describe('passageIndex', () => {
  it('agrees with a naive BM25 after any additions, replacements, removals, searches and restarts between them', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 14 }),
        fc.array(query, { minLength: 1, maxLength: 5 }),
        (changes, queries) => {
          let index = createPassageIndex();
          const library = new Map<string, readonly string[]>();
          const texts = new Map<string, string>();
          for (const made of changes) {
            if (made.kind === 'add') {
              const { text, spans } = layOut(made.passages);
              index.add(made.sourceId, text, spans);
              library.delete(made.sourceId);
              library.set(made.sourceId, made.passages);
              texts.set(made.sourceId, text);
            } else if (made.kind === 'remove') {
              index.remove(made.sourceId);
              library.delete(made.sourceId);
            } else if (made.kind === 'reopen') {
              const reopened = passageIndexFromBytes(index.toBytes());
              assert.ok(reopened);
              index = reopened;
            } else {
              index.search('the peace', { limit: 3 });
            }
          }
          assert.equal(index.size, [...library.values()].flat().length);
          assert.deepEqual(index.sourceIds(), [...library.keys()]);
          for (const { words, cut, prefix, limit, only } of queries) {
            const text = words.join(' ').slice(0, -cut || undefined);
            const sourceIds = only && new Set(only);
            const hits = index.search(text, { limit, prefix, ...(sourceIds ? { sourceIds } : {}) });
            const expected = naiveSearch(wordsOf(library), text, prefix, sourceIds);
            assert.equal(hits.length, Math.min(limit, expected.length));
            const scores = new Map(expected.map(({ sourceId, text, score }) => [`${sourceId} ${text}`, score]));
            hits.forEach((hit, i) => {
              const own = texts.get(hit.sourceId)?.slice(hit.span.start, hit.span.end);
              assert.ok(Math.abs(hit.score - (expected[i]?.score ?? 0)) < 1e-9, `rank ${i} of "${text}"`);
              assert.ok(Math.abs(hit.score - (scores.get(`${hit.sourceId} ${own}`) ?? 0)) < 1e-9, `score of "${own}"`);
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('agrees with a naive BM25 where common words are only probed', () => {
    // Many passages and a small limit: candidates are few and the long postings are not walked.
    const random = fc.sample(fc.array(word, { minLength: 3, maxLength: 14 }), { numRuns: 240, seed: 3 });
    const passages = random.map((words, i) => `${words.join(' ')} the of number${i % 31}`);
    const index = createPassageIndex();
    const library = new Map<string, readonly string[]>();
    for (let i = 0; i < passages.length; i += 60) {
      const { text, spans } = layOut(passages.slice(i, i + 60));
      index.add(`s${i}`, text, spans);
      library.set(`s${i}`, passages.slice(i, i + 60));
      index.search('the', { limit: 1 });
    }
    const words = wordsOf(library);
    for (const limit of [1, 3, 10]) {
      for (const prefix of [false, true]) {
        for (const asked of [
          'the of number13',
          'the of a Budapest number5 talks',
          'peace of the number9 num',
          ...passages.slice(0, 40),
        ]) {
          const hits = index.search(asked, { limit, prefix }).map(hit => hit.score);
          const expected = naiveSearch(words, asked, prefix).map(hit => hit.score);
          assert.equal(hits.length, Math.min(limit, expected.length));
          hits.forEach((score, i) => {
            assert.ok(Math.abs(score - (expected[i] ?? 0)) < 1e-9, `${limit} ${prefix} "${asked}" rank ${i}`);
          });
        }
      }
    }
  }).timeout(20_000);

  it('gives equal scores in the order of adding, so that answers do not change from run to run', () => {
    const index = createPassageIndex();
    for (const id of ['c', 'a', 'b']) index.add(id, 'The same words.', [{ start: 0, end: 15 }]);
    assert.deepEqual(
      index.search('same', { limit: 3 }).map(hit => hit.sourceId),
      ['c', 'a', 'b'],
    );
  });

  it('answers nothing to queries without words, to a limit of none, to an empty index and to unknown sources', () => {
    const index = createPassageIndex();
    assert.deepEqual(index.search('peace', { limit: 5 }), []);
    index.add('a', 'Peace.', [{ start: 0, end: 6 }]);
    assert.deepEqual(index.search('', { limit: 5, prefix: true }), []);
    assert.deepEqual(index.search(' …!? ', { limit: 5, prefix: true }), []);
    assert.deepEqual(index.search('peace', { limit: 0 }), []);
    assert.deepEqual(index.search('peace', { limit: 5, sourceIds: new Set(['z']) }), []);
    index.remove('z');
    assert.equal(index.search('peace', { limit: 5 }).length, 1);
  });

  it('finds words whatever their marks: case, diacritics, apostrophes, initialisms, figures, width', () => {
    const index = createPassageIndex();
    const text = 'Ümit’s U.S. visit cost 1,000,000 don’t ﬁnd Ｗｉｄｅ straße';
    index.add('a', text, [{ start: 0, end: text.length }]);
    for (const query of ['umit', 'ÜMIT', 'US', 'u.s.', '1000000', "don't", 'dont', 'find', 'wide', 'strasse']) {
      assert.equal(index.search(query, { limit: 1 }).length, 1, query);
    }
  });

  it('finds parts of texts written without spaces', () => {
    const index = createPassageIndex();
    const text = '两国领导人在布达佩斯举行会谈。';
    index.add('a', text, [{ start: 0, end: text.length }]);
    assert.equal(index.search('布达佩斯', { limit: 1 }).length, 1);
    assert.equal(index.search('布', { limit: 1, prefix: true }).length, 1);
    assert.equal(index.search('莫斯科', { limit: 1 }).length, 0);
  });

  it('takes the last word for a beginning only when the query ends in it', () => {
    const index = createPassageIndex();
    index.add('a', 'Peaceful talks.', [{ start: 0, end: 15 }]);
    assert.equal(index.search('peace', { limit: 1, prefix: true }).length, 1);
    assert.equal(index.search('peace ', { limit: 1, prefix: true }).length, 0);
    assert.equal(index.search('peace', { limit: 1 }).length, 0);
  });
});

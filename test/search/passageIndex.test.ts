import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../src/model.ts';
import { b, inverseFrequency, k1 } from '../../src/search/bm25.ts';
import { createPassageIndex, type PassageIndex, passageIndexFromBytes } from '../../src/search/passageIndex.ts';
import { formWeight, isFormless, readingWeight } from '../../src/search/queryTerms.ts';
import { negligible, sourceShare } from '../../src/search/sourceScores.ts';
import { endsInWord, tokensOf } from '../../src/search/tokens.ts';
import { stem } from '../../src/text/stem.ts';
import { mulberry32 } from '../bench/corpus.ts';
import { naiveDistance } from './naiveDistance.ts';

type Passages = ReadonlyMap<string, readonly string[]>;
type Words = { readonly sourceId: string; readonly text: string; readonly words: readonly string[] };
type Expected = { readonly sourceId: string; readonly text: string; readonly score: number };

function wordsOf(library: Passages): Words[] {
  return [...library].flatMap(([sourceId, texts]) => texts.map(text => ({ sourceId, text, words: tokensOf(text) })));
}

type Bag = { readonly sourceId: string; readonly words: readonly string[] };
type NaiveTerm = { readonly words: ReadonlySet<string>; readonly kin: ReadonlySet<string>; readonly weight: number };

/** Whether one is another form of the other: alike but for their endings and the vowels before them. */
function areForms(word: string, other: string): boolean {
  const key = (form: string) => (/^\p{L}{4,}$/u.test(form) ? stem(form).replace(/[aeiouyj]+$/, '') : undefined);
  return word !== other && key(word) !== undefined && key(word) === key(other);
}

/** What a query asks for, from the list of all words with the number of passages that hold each. */
function naiveTerms(passages: readonly Bag[], query: string, prefix: boolean): NaiveTerm[] {
  const holding = holdersIn(passages);
  const vocabulary = [...holding.keys()];
  const each = (words: readonly string[], weight: number, others: readonly string[] = []): NaiveTerm[] =>
    words.map(word => ({ words: new Set([word]), kin: new Set([...words, ...others]), weight }));
  const full = tokensOf(query);
  const unfinished = prefix && endsInWord(query) ? full.pop() : undefined;
  const terms = full.flatMap(token => {
    const frequency = holding.get(token) ?? 0;
    const forms = vocabulary.filter(other => areForms(token, other));
    if (frequency === 0 && forms.length > 0) return each(forms, formWeight);
    if (frequency === 0) return each(naiveReadings(vocabulary, token, false), readingWeight);
    const own = each([token], 1);
    return prefix || isFormless(frequency, passages.length) ? own : [...own, ...each(forms, formWeight, [token])];
  });
  if (unfinished === undefined) return terms;
  const begun = new Set(vocabulary.filter(word => word.startsWith(unfinished)));
  if (begun.size === 0) return [...terms, ...each(naiveReadings(vocabulary, unfinished, true), readingWeight)];
  const completed = [...begun].reduce((sum, word) => sum + (holding.get(word) ?? 0), 0);
  if (terms.length > 0 && completed > passages.length * 0.25) return terms;
  return [...terms, { words: begun, kin: begun, weight: 1 }];
}

function holdersIn(bags: readonly Bag[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { words } of bags) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return holders;
}

function naiveReadings(vocabulary: readonly string[], typed: string, unfinished: boolean): string[] {
  if (typed.length < 4 || /\d/.test(typed)) return [];
  const distances = vocabulary
    .filter(word => word.charAt(0) === typed.charAt(0) || word.charAt(0) === typed.charAt(1))
    .map(word => ({ word, distance: naiveDistance(typed, word, unfinished) }));
  const nearest = Math.min(typed.length <= 6 ? 1 : 2, ...distances.map(({ distance }) => distance));
  return distances.filter(({ distance }) => distance === nearest).map(({ word }) => word);
}

/** BM25 as the books have it, over lists of strings. */
function naiveScores(bags: readonly Bag[], terms: readonly NaiveTerm[]): number[] {
  const meanLength = bags.reduce((sum, { words }) => sum + words.length, 0) / bags.length;
  const holders = holdersIn(bags);
  return bags.map(({ words }) => {
    let score = 0;
    for (const term of terms) {
      const count = words.filter(word => term.words.has(word)).length;
      const held = [...term.kin].reduce((sum, word) => sum + (holders.get(word) ?? 0), 0);
      const rarity = inverseFrequency(bags.length, Math.min(bags.length, held));
      const discount = k1 * (1 - b + (b * words.length) / meanLength);
      if (count > 0) score += (term.weight * rarity * count * (k1 + 1)) / (count + discount);
    }
    return score;
  });
}

/** What the index must agree with: passages by their score, and by their source's when the query is finished. */
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
  const terms = naiveTerms(passages, query, prefix);
  const bySource = prefix ? [] : naiveScores(wholes, terms);
  return naiveScores(passages, terms)
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

/** Passages of ten words, a hundred to a source, each a thousand characters behind the one before. */
function manyPassages(count: number): { readonly index: PassageIndex; readonly words: Words[] } {
  const random = mulberry32(5);
  const index = createPassageIndex();
  const words: Words[] = [];
  for (let source = 0; source * 100 < count; source++) {
    const texts = Array.from({ length: 100 }, () =>
      Array.from({ length: 10 }, () => `w${Math.floor(Math.exp(random() * Math.log(3000)))}`).join(' '),
    );
    const spans = texts.map((text, i) => ({ start: i * 1000, end: i * 1000 + text.length }));
    index.add(`s${source}`, texts.map(text => text.padEnd(1000)).join(''), spans);
    words.push(...texts.map(text => ({ sourceId: `s${source}`, text, words: tokensOf(text) })));
  }
  return { index, words };
}

/** The bytes of an index that knows this source and another one's words. */
function indexedElsewhere(sourceId: string, text: string, spans: readonly Span[]): Uint8Array {
  const index = createPassageIndex();
  index.add('other', 'zebra the quagga peace', [{ start: 0, end: 22 }]);
  index.remove('other');
  index.add(sourceId, text, spans);
  return index.toBytes();
}

/** Leaves the rest undone. */
function takeSteps(steps: Generator<void>, count: number): void {
  for (let i = 0; i < count; i++) if (steps.next().done) return;
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
      elsewhere: fc.boolean(),
      passages: fc.array(passage, { maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), sourceId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('search' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tidy' as const), steps: fc.nat({ max: 12 }) }) },
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
              if (made.elsewhere) index.addAll(indexedElsewhere(made.sourceId, text, spans));
              else index.add(made.sourceId, text, spans);
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
            } else if (made.kind === 'tidy') {
              takeSteps(index.tidy(), made.steps);
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
  });

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
  });

  it('agrees with a naive BM25 over so many passages that they are scored a stretch at a time', () => {
    const { index, words } = manyPassages(6000);
    for (const { sourceId, text } of [words[17], words[4100], words[5999]] as Words[]) {
      // Unfinished: the answer is the passages' own scores. With a space behind it, the last word stands for itself.
      for (const query of [text, `${text} `]) {
        for (const sourceIds of [undefined, new Set([sourceId, 's3'])]) {
          const hits = index.search(query, { limit: 20, prefix: true, ...(sourceIds ? { sourceIds } : {}) });
          const expected = naiveSearch(words, query, true, sourceIds);
          assert.equal(hits.length, Math.min(20, expected.length));
          hits.forEach(({ score }, i) => {
            assert.ok(Math.abs(score - (expected[i]?.score ?? 0)) < 1e-9, `"${query}" rank ${i}`);
          });
        }
      }
    }
  });

  it('finds the best of a large library first, and scores what it proposes as a naive BM25 but for words of every source', () => {
    const { index, words } = manyPassages(12_000);
    const textOf = new Map(words.map(({ sourceId, text }, i) => [`${sourceId} ${i % 100}`, text]));
    for (const { text } of [words[17], words[4100], words[11_000]] as Words[]) {
      const expected = naiveSearch(words, text, false);
      const scores = new Map(expected.map(({ sourceId, text, score }) => [`${sourceId} ${text}`, score]));
      const hits = index.search(text, { limit: 20 });
      assert.equal(hits.length, 20);
      const first = words.find(({ sourceId, text }) => sourceId === hits[0]?.sourceId && text === expected[0]?.text);
      assert.equal(first?.text, text);
      for (const { sourceId, span, score } of hits) {
        const own = textOf.get(`${sourceId} ${span.start / 1000}`);
        const lacking = (scores.get(`${sourceId} ${own}`) ?? 0) - score;
        assert.ok(lacking > -1e-9 && lacking < negligible, `score of "${own}"`);
      }
    }
  });

  it('answers what only words ask for that stand nearly everywhere, with exact scores', () => {
    const index = createPassageIndex();
    const words: Words[] = [];
    for (let source = 0; source < 40; source++) {
      const texts = Array.from({ length: 1000 }, (_, i) => `the of ${i % 3 ? 'and ' : ''}w${(source + i) % 1000}`);
      const { text, spans } = layOut(texts);
      index.add(`s${source}`, text, spans);
      words.push(...texts.map(text => ({ sourceId: `s${source}`, text, words: tokensOf(text) })));
    }
    // The rare word has 40 passages: too few to choose from, the commonest have to lead to others.
    for (const query of ['the of w7 ', 'the of ', 'the ']) {
      const expected = naiveSearch(words, query, true);
      const hits = index.search(query, { limit: 50, prefix: true });
      assert.equal(hits.length, 50);
      hits.forEach(({ score }, i) => {
        assert.ok(Math.abs(score - (expected[i]?.score ?? 0)) < 1e-9, `"${query}" rank ${i}`);
      });
    }
  });

  it('answers the same while it is tidied, whatever comes and goes meanwhile', () => {
    const index = createPassageIndex();
    const library = new Map<string, string[]>();
    // Enough words and passages that a tidying takes many steps.
    const put = (id: string, from: number): void => {
      const passages = Array.from({ length: 700 }, (_, i) => `the word${from + i} of peace${i % 90} talks ${id}`);
      const { text, spans } = layOut(passages);
      index.add(id, text, spans);
      library.set(id, passages);
    };
    for (let i = 0; i < 90; i++) {
      put(`s${i}`, i * 50);
      index.search('peace', { limit: 1 });
    }
    const steps = index.tidy();
    let taken = 0;
    for (; !steps.next().done; taken++) {
      if (taken === 2) index.remove('s3');
      if (taken === 3) put('s91', 9000);
      const [query, id] = taken < 3 ? ['word5140 talks', 's89'] : ['word9005 talks', 's91'];
      assert.equal(index.search(query, { limit: 1 })[0]?.sourceId, id, `step ${taken}`);
    }
    assert.ok(taken > 8, `${taken} steps`);
    const fresh = createPassageIndex();
    for (const [id, passages] of library) {
      const { text, spans } = layOut(passages);
      if (id !== 's3') fresh.add(id, text, spans);
    }
    const found = (of: typeof index) => of.search('word77 peace77', { limit: 9 }).map(({ sourceId }) => sourceId);
    assert.deepEqual(found(index), found(fresh));
  });

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
    assert.equal(index.search('pea', { limit: 1 }).length, 0);
  });

  it('takes an unknown word for a typing error of the nearest known ones, finished or not', () => {
    const index = createPassageIndex();
    const text = 'We have a lot of Tomahawks. A tomato is no missile. Russia and Rusia. Budapest summit.';
    const spans = [...text.matchAll(/[^.]+\./g)].map(({ index: start, 0: own }) => ({
      start,
      end: start + own.length,
    }));
    index.add('a', text, spans);
    const found = (query: string, prefix: boolean) =>
      index.search(query, { limit: 9, prefix }).map(({ span }) => text.slice(span.start, span.end).trim());
    for (const typed of ['Tomahwaks', 'Tomahwak', 'tomhawks', 'Tomahhawks', 'oTmahawks', 'kTomahawks', 'Tomahawjs']) {
      assert.deepEqual(found(typed, true), ['We have a lot of Tomahawks.'], typed);
    }
    assert.deepEqual(found('tomahwaks ', true), ['We have a lot of Tomahawks.']);
    assert.deepEqual(found('the Budapets meeting', false), ['Budapest summit.']);
    assert.deepEqual(found('Tmhwks', true), []);
    assert.deepEqual(found('Rusia', false), ['Russia and Rusia.'], 'a known word is no error');
    assert.deepEqual(found('toma', true).length, 2);
    assert.deepEqual(found('tom', true).length, 2);
    assert.deepEqual(found('zzz', true), []);
  });

  it('finds other forms of the words of a finished query, behind the words themselves', () => {
    const index = createPassageIndex();
    const texts = ['They talked on Friday.', 'They will talk in spring.', 'Zelenskyy came.', 'Nobody came.'];
    texts.forEach((text, i) => {
      index.add(`s${i}`, text, [{ start: 0, end: text.length }]);
    });
    const found = (query: string) => index.search(query, { limit: 9 }).map(hit => hit.sourceId);
    assert.deepEqual(found('talk'), ['s1', 's0']);
    assert.deepEqual(found('talks'), ['s0', 's1']);
    assert.deepEqual(found('Zelensky'), ['s2']);
  });
});

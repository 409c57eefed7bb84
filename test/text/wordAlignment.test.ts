import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignInParts, likelyWindow } from '../../src/text/longAlignment.ts';
import {
  type AlignedRun,
  alignWords,
  EQUAL_GAIN,
  type JoinedWords,
  OMISSION_COST,
  OMITTED_WORD_COST,
  WHOLE,
  WINDOW,
  WORD_COST,
  type WordSequences,
} from '../../src/text/wordAlignment.ts';

const NOTHING_JOINED: JoinedWords = { draft: new Map(), source: new Map() };

function sequences(draft: readonly number[], source: readonly number[]): WordSequences {
  return { draft: Int32Array.from(draft), source: Int32Array.from(source), joined: NOTHING_JOINED };
}

const omissionCost = (words: number) => Math.min(words * WORD_COST, OMISSION_COST + words * OMITTED_WORD_COST);

/** The textbook recurrence with any gap cost, O(n m²): every way to fill each cell is tried. */
function naiveCost(draft: readonly number[], source: readonly number[], window: boolean): number {
  const cost = Array.from({ length: draft.length + 1 }, () => new Array<number>(source.length + 1).fill(0));
  const at = (i: number, j: number) => cost[i]?.[j] ?? 0;
  for (let i = 0; i <= draft.length; i++) {
    for (let j = 0; j <= source.length; j++) {
      const ways: number[] = i === 0 && (j === 0 || window) ? [0] : [];
      if (i > 0) ways.push(at(i - 1, j) + WORD_COST);
      if (i > 0 && j > 0) ways.push(at(i - 1, j - 1) + (draft[i - 1] === source[j - 1] ? -EQUAL_GAIN : WORD_COST));
      for (let k = 1; k <= j; k++) ways.push(at(i, j - k) + omissionCost(k));
      (cost[i] as number[])[j] = Math.min(...ways);
    }
  }
  return window ? Math.min(...(cost[draft.length] ?? [])) : at(draft.length, source.length);
}

/** What the runs cost, omissions that follow each other priced as one. */
function costOf(runs: readonly AlignedRun[]): number {
  let cost = 0;
  let omitted = 0;
  for (const run of [...runs, { draftStart: 0, draftEnd: 1, sourceStart: 0, sourceEnd: 1, equal: true }]) {
    if (run.draftStart === run.draftEnd) omitted += run.sourceEnd - run.sourceStart;
    else {
      cost += omissionCost(omitted) + (run.equal ? -EQUAL_GAIN : WORD_COST);
      omitted = 0;
    }
  }
  return cost + EQUAL_GAIN;
}

/** Runs follow each other without a gap, and equal ones are equal. */
function assertRuns(runs: readonly AlignedRun[], { draft, source }: WordSequences): void {
  let previous: AlignedRun | undefined;
  for (const run of runs) {
    if (previous !== undefined) {
      assert.equal(run.draftStart, previous.draftEnd);
      assert.equal(run.sourceStart, previous.sourceEnd);
    }
    if (run.equal) assert.equal(draft[run.draftStart], source[run.sourceStart]);
    previous = run;
  }
  assert.equal(runs[0]?.draftStart ?? 0, 0);
  assert.equal(previous?.draftEnd ?? 0, draft.length);
}

const few = fc.array(fc.nat(5), { maxLength: 14 });
const more = fc.array(fc.nat(5), { maxLength: 40 });

describe('alignWords', () => {
  for (const window of [false, true]) {
    it(`costs what the naive recurrence costs (${window ? 'best window' : 'both whole'})`, () => {
      fc.assert(
        fc.property(few, more, (draft, source) => {
          const input = sequences(draft, source);
          const { cost, runs } = alignWords(input, window ? WINDOW : WHOLE);
          assert.equal(cost, naiveCost(draft, source, window));
          assertRuns(runs, input);
          assert.ok(costOf(runs) <= cost);
        }),
        { numRuns: 1500, size: 'large' } as fc.Parameters<unknown>,
      );
    });
  }

  it('keeps one long omission whole', () => {
    const draft = [1, 2, 3, 4, 5, 6];
    const source = [1, 2, 3, ...Array.from({ length: 40 }, (_, word) => 100 + word), 4, 5, 6];
    const { runs } = alignWords(sequences(draft, source), WINDOW);
    assert.equal(runs.filter(run => run.equal).length, 6);
  });

  it('joins torn words', () => {
    const joined: JoinedWords = { draft: new Map([[2, [[2, 9]]]]), source: new Map() };
    const { cost, runs } = alignWords(
      { draft: Int32Array.of(1, 2, 3), source: Int32Array.of(8, 9, 3), joined },
      WINDOW,
    );
    assert.equal(cost, -2 * EQUAL_GAIN);
    assert.deepEqual(runs[0], { draftStart: 0, draftEnd: 2, sourceStart: 1, sourceEnd: 2, equal: true });
  });
});

describe('alignInParts', () => {
  it('aligns a long text with its altered copy in a long source', () => {
    const source = Array.from({ length: 60_000 }, (_, at) => (at % 3 === 0 ? at : at % 97));
    const draft = source.slice(20_000, 27_000);
    for (let at = 50; at < draft.length; at += 100) draft[at] = -5;
    draft.splice(3000, 40);
    const input = sequences(draft, source);
    const window = likelyWindow(input.draft, input.source);
    assert.ok(window.start <= 20_000 && window.end >= 27_000);
    const runs = alignInParts(input, WINDOW, window);
    assertRuns(runs, input);
    assert.equal(runs.find(run => run.sourceEnd > run.sourceStart)?.sourceStart, 20_000);
    assert.ok(runs.filter(run => run.equal).length >= draft.length - 75);
  });

  it('goes on block by block where nothing tells where to cut', () => {
    const words = (length: number, word: number) => Array.from({ length }, () => word);
    const same = sequences(words(9000, 1), words(9000, 1));
    assert.ok(alignInParts(same, WHOLE).every(run => run.equal));
    const other = sequences(words(9000, 1), words(9000, 2));
    assertRuns(alignInParts(other, WHOLE), other);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isCheckable } from '../../src/claims/checkable.ts';
import { tokenize } from '../../src/claims/tokens.ts';
import { verifyClaim } from '../../src/claims/verifyClaim.ts';
import type { Evidence } from '../../src/model.ts';
import { sentences } from '../../src/text/segment.ts';

const files = ['seeds/000_8b6e00a719bda484.txt', 'seeds/003_e31fde116e57c3b2.txt'];
const texts = new Map(files.map(file => [file, readFileSync(file, 'utf8')]));
const passages: Evidence[] = [...texts].flatMap(([sourceId, text]) =>
  sentences(text).map(span => ({
    passage: { sourceId, span, text: text.slice(span.start, span.end) },
    kind: 'related',
    score: 0,
    changes: [],
  })),
);

/** The twelve passages that share the most words: what an index would propose. */
function near(text: string): Evidence[] {
  const own = new Set(tokenize(text).flatMap(t => (t.stop ? [] : [t.stem])));
  const score = (e: Evidence) => tokenize(e.passage.text).filter(t => own.has(t.stem)).length;
  return [...passages].sort((a, b) => score(b) - score(a)).slice(0, 12);
}

const draftOffset = 100;
const verify = (text: string) =>
  verifyClaim({ span: { start: draftOffset, end: draftOffset + text.length }, text }, near(text));

describe('verifyClaim on the sample articles', () => {
  const wrong: [string, string, string][] = [
    ['Trump and Putin are planning to meet in Vienna.', 'Vienna', 'Budapest'],
    ['The call was their first known contact in almost six months.', 'six', 'two'],
  ];
  for (const [text, draft, source] of wrong) {
    it(`marks ${draft} in: ${text}`, () => {
      const verdict = verify(text);
      const change = verdict.evidence[0]?.changes[0];
      assert.equal(verdict.label, 'contradicted');
      assert.deepEqual([change?.draft, change?.source], [draft, source]);
      const { start, end } = change?.draftSpan ?? { start: 0, end: 0 };
      assert.equal(text.slice(start - draftOffset, end - draftOffset), draft);
      const place = change?.sourceSpan ?? { start: 0, end: 0 };
      const file = verdict.evidence[0]?.passage.sourceId ?? '';
      assert.equal(texts.get(file)?.slice(place.start, place.end), source);
    });
  }

  for (const text of [
    'The call was their first publicly known contact in nearly two months.',
    'Trump and Putin plan to meet in Budapest.',
    'Trump helped broker a ceasefire between Israel and Hamas.',
    'Zelenskyy called his conversation with Trump “very productive”.',
  ]) {
    it(`lets pass: ${text}`, () => assert.equal(verify(text).label, 'supported'));
  }
});

describe('isCheckable', () => {
  it('leaves questions, opinions, wishes, imperatives and talk about the piece alone', () => {
    for (const text of [
      'I wonder what comes next.',
      'Will the two leaders meet in Budapest this month?',
      'Consider what the missiles would change on the ground.',
      'In this article I look at the calls between the two leaders.',
      'Let us hope that the talks bring peace to the region.',
      'What happens next is anyone’s guess.',
      'A long road ahead.',
      'It is hard to say what the meeting will bring.',
    ]) {
      assert.equal(isCheckable(text), false, text);
    }
  });

  it('takes plain statements', () => {
    for (const text of [
      'Trump and Putin are planning to meet in Vienna.',
      'The company cut 300 jobs in May.',
      'Officials denied the report on Friday.',
    ]) {
      assert.equal(isCheckable(text), true, text);
    }
  });
});

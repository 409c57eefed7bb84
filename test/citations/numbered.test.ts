/** Numbers that point into the draft's own list of references: which are citations, of what, and what a check says of them. */
import assert from 'node:assert/strict';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft, DraftLanguage, Edit, Finding } from '../../src/model.ts';
import { sample } from './samples.ts';

const bridge = sample({
  path: 'sources/bridge.md',
  url: 'https://news.example/bridge',
  text: '“The bridge will cost 40 million crowns,” said Mayor Rosa Lind on Friday.',
});
const harbour = sample({
  path: 'sources/harbour.md',
  url: 'https://news.example/harbour',
  title: 'Harbour works are late',
  authors: ['Ann Roe'],
  published: '2023-11-30',
  text: '“The harbour will open in the second week of May,” said Ann Roe.',
});
const ferry = sample({
  path: 'sources/ferry.md',
  title: 'The ferry goes on strike',
  authors: ['Ole Pind'],
  published: '2022-01-05',
  text: 'The ferry goes on strike for nine days.',
});

const store = createSourceStore();
for (const source of [bridge, harbour, ferry]) store.put(source.uri, { sources: [source], problems: [] });
const engine = createEngine({ store });

const words = '“The bridge will cost 40 million crowns,”';
const entries = [
  'R. Ode, “Bridge budget grows again,” 2024.',
  'A. Roe, “Harbour works are late,” https://news.example/harbour',
  'O. Pind, The ferry goes on strike, 2022',
];
const brackets = (kept: readonly string[] = entries) => kept.map((entry, i) => `[${i + 1}] ${entry}`);
const counted = (kept = entries) => kept.map((entry, i) => `${i + 1}. ${entry}`);

function draftOf(text: string, language: DraftLanguage = 'markdown'): Draft {
  return { uri: `file:///desk/draft.${language === 'markdown' ? 'md' : 'txt'}`, language, text };
}

async function found(draft: Draft): Promise<Finding[]> {
  const { findings } = await engine.check(draft);
  return findings.filter(({ code }) => code.startsWith('citation-') || code === 'quote-uncited');
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

/** Code and marked words of each finding. */
async function told(text: string, language?: DraftLanguage): Promise<string[]> {
  return (await found(draftOf(text, language))).map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`.split('\n')[0] ?? '',
  );
}

const forms: readonly (readonly [string, DraftLanguage, string])[] = [
  ['in brackets at the end', 'markdown', `\n\n${brackets().join('\n\n')}\n`],
  ['in brackets, line below line', 'markdown', `\n\n${brackets().join('\n')}`],
  ['in escaped brackets', 'markdown', `\n\n${brackets().join('\n').replace(/[[\]]/g, '\\$&')}`],
  [
    'in brackets below a heading',
    'markdown',
    `\n\n## References\n\n${brackets().join('\n')}\n\n## About me\n\nNobody.\n`,
  ],
  ['counted below a heading', 'markdown', `\n\n## References\n\n${counted().join('\n')}\n`],
  ['counted by Markdown', 'markdown', `\n\n# Sources\n\n${entries.map(entry => `1. ${entry}`).join('\n')}\n`],
  ['in brackets in plain text', 'plaintext', `\n\n${brackets().join('\n')}\n`],
  ['counted in plain text', 'plaintext', `\n\nNotes\n\n${counted().join('\n\n')}\n`],
];

describe('a numbered list of references', () => {
  for (const [name, language, list] of forms) {
    describe(name, () => {
      const text = (marks: string) => `Lind said: ${words}${marks} The harbour is late.[2] So is the ferry [3].${list}`;

      it('says what its numbers stand for', async () => {
        assert.deepEqual(await told(text('[1]'), language), []);
        const cited = engine.citedEntries(draftOf(text('[1]'), language)).map(entry => entry.title);
        assert.deepEqual(cited, [bridge.title, harbour.title, ferry.title]);
      });

      it('tells a number that stands for another source', async () => {
        const [wrong, ...others] = await found(draftOf(text('[2]'), language));
        assert.deepEqual([wrong?.code, others.map(({ code }) => code)], ['citation-wrong-source', ['citation-unused']]);
        assert.equal(applied(text('[2]'), wrong?.fixes[0]?.edits ?? []), text('[1]'));
      });

      it('tells a number that it does not have', async () => {
        assert.ok((await told(text('[7]'), language)).includes('citation-unknown [7]'));
      });

      it('is not checked itself', async () => {
        const { findings, items } = await engine.check(draftOf(text('[1]'), language));
        assert.deepEqual(
          [findings.filter(({ span }) => span.start >= text('[1]').length - list.length), items.length > 0],
          [[], true],
        );
      });
    });
  }

  const end = `\n\n${brackets().join('\n')}\n`;
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['groups', `Lind said: ${words} [1, 2]. And so the ferry [3].`, []],
    ['groups, the right number last', `Lind said: ${words} [2, 1]. And so the ferry [3].`, []],
    ['side by side', `Lind said: ${words}[2][1] And so the ferry.[3]`, []],
    ['ranges', `Lind said: ${words} [1–3].`, []],
    ['ranges that begin before', `Lind said: ${words}.[2-3][1]`, []],
    ['pages', `Lind said: ${words} [1, p. 3]. More of it [2, 3].`, []],
    ['a page of the wrong one', `Lind said: ${words} [2, p. 3]. More [1, 3].`, ['citation-wrong-source [2, p. 3]']],
    ['the wrong one of a group', `Lind said: ${words} [2, 3]. More [1].`, ['citation-wrong-source 2']],
    ['words an editor put in', `Lind said: ${words}[1] “We want [12] people,” [2–3] he said.`, ['quote-not-found']],
  ];
  for (const [name, text, expected] of cases) {
    it(`knows ${name}`, async () => {
      const all = (await engine.check(draftOf(text + end))).findings;
      const codes = await told(text + end);
      assert.deepEqual(expected[0] === 'quote-not-found' ? all.map(({ code }) => code) : codes, expected);
    });
  }

  it('mends one number of a group', async () => {
    const group = `Lind said: ${words} [2, 3]. More [1].${end}`;
    const [wrong] = await found(draftOf(group));
    assert.equal(applied(group, wrong?.fixes[0]?.edits ?? []), group.replace('[2, 3]', '[1, 3]'));
  });

  const more = ['P. Moe, A letter, 2020', 'Q. Noe, Another letter, 2021', 'S. Poe, A third letter, 2021'];
  const ranges: readonly (readonly [string, string, readonly string[]])[] = [
    ['[2–3]', '[1–3]', entries],
    ['[2-3]', '[1-3]', entries],
    ['[3–5]', '[1, 3–5]', [...entries, ...more]],
    ['[3–5,6]', '[1,3–6]', [...entries, ...more]],
    ['[2–3, 5, p. 4]', '[1–3, 5, p. 4]', [...entries, ...more]],
    ['[1–2]', '[1–3]', [...entries.slice(1), entries[0] ?? '']],
    ['\\[2–3\\]', '\\[1–3\\]', entries],
  ];
  for (const [mark, mended, list] of ranges) {
    it(`puts the source that has the words into the range ${mark}, and takes none out`, async () => {
      const text = `Lind said: ${words} ${mark}.\n\n${brackets(list).join('\n')}\n`;
      const wrong = (await found(draftOf(text))).find(({ code }) => code === 'citation-wrong-source');
      assert.equal(
        applied(text, wrong?.fixes[0]?.edits ?? []),
        text.replace(mark, () => mended),
      );
    });
  }

  it('puts a source that it does not have into a range by its new number', async () => {
    const text = `Lind said: ${words} [1–2].\n\n${brackets(entries.slice(1)).join('\n')}\n`;
    const [wrong] = await found(draftOf(text));
    assert.match(applied(text, wrong?.fixes[0]?.edits ?? []), /crowns,” \[1–3\]\.[\s\S]*\n\[3\] Bridge budget/);
  });

  it('gets the source that has the words for a new entry', async () => {
    const text = `Lind said: ${words} [1].\n\n${brackets(entries.slice(1)).join('\n')}\n`;
    const [wrong] = await found(draftOf(text));
    assert.equal(wrong?.code, 'citation-wrong-source');
    const mended = applied(text, wrong.fixes[0]?.edits ?? []);
    assert.match(
      mended,
      /crowns,” \[3\]\.\n\n\[1\] A\. Roe.*\n\[2\] O\. Pind.*\n\[3\] Bridge budget grows again, .*\n$/,
    );
    assert.ok(!(await told(mended)).some(line => !line.startsWith('citation-unused')), 'nothing is wrong then');
  });

  it('tells an entry that names none of the sources where words are quoted from it, and offers the one that has them', async () => {
    const text = `Lind said: ${words} [1]. So they say [2].\n\n[1] Private letter, 5 June 2025\n[2] A. Roe, Harbour works are late\n`;
    const [unknown, ...others] = await found(draftOf(text));
    assert.deepEqual([unknown?.code, others], ['citation-unknown', []]);
    assert.equal(unknown?.message, 'Entry 1 of the reference list names none of your sources.');
    assert.match(applied(text, unknown.fixes[0]?.edits ?? []), /crowns,” \[3\]\./);
  });

  it('has entries that nothing cites, which go without leaving the others’ numbers wrong', async () => {
    const bracketed = `Lind said: ${words}[1] And the ferry.[3]${end}`;
    const [unused] = await found(draftOf(bracketed));
    assert.equal(unused?.code, 'citation-unused');
    const [first, , third] = brackets();
    assert.equal(
      applied(bracketed, unused.fixes[0]?.edits ?? []),
      bracketed.replace(/\n\n\[1\][\s\S]*$/, () => `\n\n${first}\n${third}\n`),
    );
    const [kept] = await found(
      draftOf(`Lind said: ${words}[1] And the ferry.[3]\n\n## References\n\n${counted().join('\n')}`),
    );
    assert.deepEqual([kept?.code, kept?.fixes], ['citation-unused', []]);
  });

  const none: readonly (readonly [string, string])[] = [
    ['without a list', `Lind said: ${words} [3].`],
    ['with a paragraph that begins with a number', `Lind said: ${words} [3].\n\n[3] argues the opposite.`],
    ['with a list of steps', `Lind said: ${words} [3].\n\n## What to do\n\n1. Build.\n2. Open.`],
    ['with notes that are prose', `Lind said: ${words} [3].\n\n## Notes\n\nThis was hard to write.\n\n1. Build.`],
    ['in code', `Lind said: ${words} [1]. \`a[7]\` and\n\n    b[9]\n${end}`],
    ['with links', `Lind said: ${words} [1]. [2](https://x.example) [9](https://x.example)\n${end}`],
  ];
  for (const [name, text] of none) {
    it(`means nothing ${name}`, async () => {
      const codes = (await told(text)).filter(line => !line.startsWith('citation-unused'));
      assert.deepEqual(codes, []);
    });
  }
});

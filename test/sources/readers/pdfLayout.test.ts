/** What real programs do to a page: narrow gutters, stretched lines, notes, tables at a column's top, other directions. */
import assert from 'node:assert/strict';
import { fragmentsOf } from '../../../src/sources/pdf/fragments.ts';
import { lineEnds } from '../../../src/sources/pdf/hyphens.ts';
import { lettersOf } from '../../../src/sources/pdf/letters.ts';
import type { Run } from '../../../src/sources/pdf/page.ts';
import { runsOn } from '../../../src/sources/pdf/paragraphs.ts';
import { read } from './read.ts';
import { type PdfPageContent, type PdfText, writePdf } from './writePdf.ts';

const left = [
  'The council voted late on Tuesday',
  'to pay for the second half of the',
  'bridge, which has stood unfinished',
  'since the flood of last spring. The',
  'mayor said the river had waited for',
  'it long enough, and had seen every',
  'plan that was ever made for it come',
];
const right = [
  'to nothing but paper. A first part',
  'had been paid for by the state,',
  'which is not going to pay again. No',
  'date was set for the work to begin,',
  'and the firm that built the first',
  'half no longer wants the job.',
];

function column(x: number, y: number, lines: readonly string[], size = 10, step = 12): PdfText[] {
  return lines.map((text, i) => ({ x, y: y + step * i, text, size }));
}

async function readPages(...pages: readonly (readonly PdfText[])[]) {
  return read('report.pdf', writePdf(pages.map((texts): PdfPageContent => ({ texts }))));
}

/** A run of Helvetica is about half as wide as it is high. */
function run(text: string, x: number, y = 100, size = 10): Run {
  return { text, x, y, width: text.length * size * 0.5, size };
}

function textsOf(runs: readonly Run[], rightToLeft = false): string[] {
  return fragmentsOf(runs, rightToLeft).map(line => line.text);
}

describe('the layout of a PDF', () => {
  it('has columns that stand no further apart than stretched words do', async () => {
    // Helvetica's lines here end near 214: a gutter of one letter's width.
    const { text } = await readPages([...column(60, 100, left), ...column(226, 100, right)]);
    assert.equal(text, [...left, ...right].join(' '));
  });

  it('has two columns below a text in one', async () => {
    const above = Array.from({ length: 9 }, (_, i) => `${left[i % 7]} ${right[i % 6]} and so it went on, and on`);
    const lines = [...left, ...right];
    const texts = [...column(60, 80, above), ...column(60, 200, lines), ...column(240, 200, [...lines].reverse())];
    const { text } = await readPages(texts);
    assert.equal(text.replace(/\s+/g, ' '), [...above, ...lines, ...[...lines].reverse()].join(' '));
  });

  it('has lines that were stretched to fill their column, word by word', async () => {
    const stretched = ['The', 'firm', 'left', 'it'].map((text, i) => ({ x: 60 + 50 * i, y: 184, text }));
    const { text } = await readPages([...column(60, 100, left), ...stretched, ...column(300, 100, right)]);
    assert.equal(text, [...left, 'The firm left it', ...right].join(' '));
  });

  it('keeps a word at the end of a stretched line though it stands there on other pages, too', async () => {
    const page = (words: string): PdfText[] => [
      ...column(60, 100, left),
      { x: 60, y: 750, text: words },
      { x: 300, y: 750, text: 'the' },
    ];
    const { text } = await readPages(page('They would have liked'), page('Nobody had asked of all'), page('What of'));
    assert.match(text, /would have liked the /);
    assert.match(text, /asked of all the /);
  });

  it('leaves out the number of a page that stands close below its text', async () => {
    const page = (number: string): PdfText[] => [...column(60, 100, left), { x: 300, y: 640, text: number }];
    const { text } = await readPages(page('1'), page('2'));
    assert.equal(text, [...left, ...left].join(' '));
  });

  it('has no line numbers in it, though they stand close beside the lines', async () => {
    const numbers = left.map((_, i) => ({ x: 51, y: 100 + 12 * i, text: String(i + 1), size: 6 }));
    const { text } = await readPages([...column(60, 100, left), ...numbers]);
    assert.equal(text, left.join(' '));
  });

  it('has the footnotes behind the text, and the sentence over the end of the page whole', async () => {
    const note = (y: number, mark: string, words: string): PdfText[] => [
      { x: 60, y: y - 3, text: mark, size: 5 },
      { x: 63.5, y, text: words, size: 8 },
    ];
    const { source, text } = await readPages(
      [...column(60, 100, left), ...note(700, '1', 'The vote was public.')],
      [...column(60, 100, right), ...note(700, '2', 'Nobody has said so since.')],
    );
    assert.equal(text, `${[...left, ...right].join(' ')}\n\n1 The vote was public.\n\n2 Nobody has said so since.`);
    assert.deepEqual(
      source?.locators?.map(({ label }) => label),
      ['1', '2', '1', '2'],
    );
  });

  it('keeps a footnote that is the same on several pages', async () => {
    const page = (lines: readonly string[]): PdfText[] => [
      { x: 60, y: 40, text: 'The Daily Example' },
      ...column(60, 100, lines),
      { x: 60, y: 740, text: '* Figures are in thousands of', size: 8 },
      { x: 60, y: 749, text: 'euros at the prices of 2020.', size: 8 },
    ];
    const { text } = await readPages(page(left), page(right), page(left));
    assert.equal(text.split('* Figures are in thousands of euros at the prices of 2020.').length, 4);
    assert.doesNotMatch(text, /Daily Example/);
  });

  it('has no marks of notes between the words of a sentence', () => {
    const raised = (text: string, x: number): Run => run(text, x, 96.2, 6);
    assert.deepEqual(textsOf([run('The vote was late', 60), raised('1', 145.2), run('and long.', 150)]), [
      'The vote was late and long.',
    ]);
    assert.deepEqual(textsOf([run('The end.', 60), run(' ', 100), raised('2', 105), run('And', 110)]), [
      'The end. And',
    ]);
    assert.deepEqual(textsOf([run('in 2024', 60), raised('12', 95)]), ['in 2024']);
    assert.deepEqual(textsOf([run('an area of 40 m', 60), raised('2', 135)]), ['an area of 40 m2']);
    assert.deepEqual(textsOf([run('some 10', 60), raised('6', 95), run('of them', 102)]), ['some 10⁶ of them']);
    assert.deepEqual(textsOf([run('H', 60), run('2', 65, 101.5, 6), run('O is water', 68)]), ['H2O is water']);
  });

  it('has a box beside the text behind it, and a table where it stands', async () => {
    const wide = [...left, ...right].map((words, i) => `${words} ${left[i % 7]}`);
    const box = ['Key facts', 'Built in 1931', 'Four lanes', 'Closed in 2019', 'No tolls'];
    const beside = [...wide.slice(0, 4), ...left, ...wide.slice(4, 8)];
    const texts = [...column(60, 100, beside), ...column(300, 153, box, 9, 14)];
    assert.equal((await readPages(texts)).text.replace(/\s+/g, ' '), [...beside, ...box].join(' '));
    const table = column(60, 148, ['North', 'South', 'East', 'West', 'Centre']);
    const cells = column(300, 148, ['10', '20', '30', '40', '50']);
    const { text } = await readPages([
      ...column(60, 100, wide.slice(0, 4)),
      ...table,
      ...cells,
      ...column(60, 208, wide),
    ]);
    assert.match(text, /North 10.*West 40.*Centre 50/s);
  });

  it('has the people below its title for authors where a paper begins so', async () => {
    const head = (below: string): PdfText[] => [
      { x: 60, y: 60, text: 'The long history of the bridge', size: 17 },
      { x: 60, y: 80, text: 'Ann Doe and Bob Roe', size: 12 },
      { x: 60, y: 94, text: below, size: 12 },
      ...column(60, 120, left),
    ];
    assert.deepEqual((await readPages(head('Abstract'))).source?.authors, ['Ann Doe', 'Bob Roe']);
    assert.deepEqual((await readPages(head('14 May 2025'))).source?.authors, ['Ann Doe', 'Bob Roe']);
    assert.deepEqual((await readPages(head('They met at the bridge'))).source?.authors, []);
  });

  it('has a table at the top of a column behind the text when it parts a sentence', async () => {
    const table = column(300, 100, ['Table 1: Costs of the bridge', '2021 40', '2022 47']);
    const { text } = await readPages([...column(60, 100, left), ...table, ...column(300, 160, right)]);
    assert.equal(text, `${[...left, ...right].join(' ')}\n\nTable 1: Costs of the bridge 2021 40 2022 47`);
  });

  it('is read from right to left where its letters are', () => {
    // Turned over already: what is first stands left.
    const words = ['אמר', ' ', 'BBC', ' ', 'News', ' ', 'היום', '.'];
    const places = [60, 75, 110, 104, 80, 76, 126, 146];
    const runs = words.map((text, i) => run(text, places[i] ?? 0));
    assert.deepEqual(textsOf(runs, true), ['אמר BBC News היום.']);
    assert.deepEqual(textsOf([run('»', 60), run('אמר', 65), run('«,', 80)], true), ['«אמר,»']);
  });

  it('has no space where a line of Chinese or Japanese ends', () => {
    assert.ok(runsOn('重建费用的初步计', '算结果。'));
    assert.ok(runsOn('他说：', '“是的'));
    assert.ok(!runsOn('said “yes”', 'and left'));
    assert.ok(!runsOn('다리 재건', '비용의'));
  });
});

describe('the letters of a PDF', () => {
  const cases: readonly [string, string, string][] = [
    ["TeX's newer fonts", '\u0010A \u001crst-class o\u001ece,\u0011', '“A ﬁrst-class oﬃce,”'],
    ["TeX's older fonts", 'a \u000crst-class o\u000ece', 'a ﬁrst-class oﬃce'],
    ['radicals', '港⼝委员会⽤⻔', '港口委员会用门'],
    ['letters for compatibility', '\ufa01', '度'],
    ['joined forms', 'ﻟﺠﻨﺔ', 'لجنة'],
    ['no change', 'ﬁne “words”', 'ﬁne “words”'],
  ];
  for (const [name, text, expected] of cases) {
    it(`are those that people type: ${name}`, () => assert.equal(lettersOf([text])(text), expected));
  }
});

describe('a hyphen at the end of a line in a compound of several', () => {
  const cases: readonly [string, string, string][] = [
    ['the state-', 'of-the-art facility', 'the state-of-the-art facility'],
    ['the state-of-', 'the-art facility', 'the state-of-the-art facility'],
    ['the state-of-the-', 'art facility', 'the state-of-the-art facility'],
    ['Ewa Nowak-Sikor-', 'ska said', 'Ewa Nowak-Sikorska said'],
  ];
  for (const [line, next, expected] of cases) {
    it(`${line} | ${next}`, () => {
      const joined = lineEnds([line, next]).join(line, next);
      assert.equal(`${joined?.text}${joined?.rest}`, expected);
    });
  }
});

import assert from 'node:assert/strict';
import { characterMap as shippedMap } from '../../../src/node/characterMap.ts';
import { locate } from '../../../src/sources/locate.ts';
import { lineEnds } from '../../../src/sources/pdf/hyphens.ts';
import { mendLigatures } from '../../../src/sources/pdf/ligatures.ts';
import { pageList } from '../../../src/sources/pdf/pdfProblems.ts';
import { read } from './read.ts';
import { type PdfPageContent, type PdfText, writePdf } from './writePdf.ts';

/** Lines of one column, 12 points apart. */
function column(x: number, y: number, ...lines: readonly string[]): PdfText[] {
  return lines.map((text, i) => ({ x, y: y + 12 * i, text }));
}

const left = [
  'The council voted late on Tuesday',
  'to pay for the second half of the',
  'bridge, which has stood unfinished',
  'since the flood of last spring. The',
  'mayor said the river had waited for',
  'it long enough, and so had every-',
];
const right = [
  'one who lives on the other side. A',
  'first part had been paid for by the',
  'state, which will not pay again. No',
  'date was set for the work to begin,',
  'and the firm that built the first',
  'half no longer wants the job.',
];

async function readPages(pages: readonly PdfPageContent[], options = {}) {
  return read('report.pdf', writePdf(pages, options));
}

describe('a PDF', () => {
  it('is read column by column, a headline over both first', async () => {
    const texts = [...column(60, 100, ...left), ...column(320, 100, ...right)];
    const { text } = await readPages([
      { texts: [{ x: 60, y: 70, text: 'Council pays for the bridge that the flood took away', size: 18 }, ...texts] },
    ]);
    const body = [...left, ...right].join(' ').replace('every- one', 'everyone');
    assert.equal(text, `Council pays for the bridge that the flood took away\n\n${body}`);
  });

  it('is read across where the gap is a table and not a gutter', async () => {
    const rows = ['North', 'South', 'East', 'West', 'Centre', 'Harbour'].flatMap((name, i) => [
      { x: 60, y: 100 + 14 * i, text: name },
      { x: 200, y: 100 + 14 * i, text: String(100 + i) },
    ]);
    const { text } = await readPages([{ texts: rows }]);
    assert.match(text, /North 100/);
    assert.match(text, /Harbour 105/);
  });

  it('goes on over the end of a page, without the head, the number and the foot that stand on each', async () => {
    const pages = [left, right, left, right].map((lines, i) => ({
      texts: [
        { x: 60, y: 40, text: `The Daily Example, issue ${i + 7}` },
        ...column(60, 100, ...lines),
        { x: 300, y: 760, text: String(i + 1) },
      ],
    }));
    const { text, source } = await readPages(pages);
    assert.doesNotMatch(text, /Daily Example|\b[1234]\b/);
    assert.match(text, /so had everyone who lives/);
    assert.deepEqual(
      source?.locators?.map(locator => [locator.kind, locator.label]),
      [
        ['page', '1'],
        ['page', '2'],
        ['page', '3'],
        ['page', '4'],
      ],
    );
    const at = text.indexOf('A first part');
    assert.ok(source);
    assert.equal(locate(source, { start: at, end: at + 5 })?.label, '2');
  });

  it('begins a paragraph with a letter as high as several lines', async () => {
    const lines = [
      'arbour chiefs said on Monday that',
      'the old bridge would close for',
      'eleven weeks from April on.',
    ];
    const texts = lines.map((text, i) => ({ x: 101, y: 100 + 14 * i, text }));
    const { text } = await read('a.pdf', writePdf([{ texts: [{ x: 72, y: 126, text: 'H', size: 38 }, ...texts] }]));
    assert.equal(text, 'Harbour chiefs said on Monday that the old bridge would close for eleven weeks from April on.');
  });

  it('printed from a browser has the title of its window, without the name of the site', async () => {
    const info = { Title: 'Old bridge to close | The Post', Producer: 'Skia/PDF', CreationDate: 'D:20250312080000Z' };
    const texts = ['Old bridge to close', 'By Jane Doe', '10 March 2025', 'Harbour chiefs said so.'];
    const foot = { x: 30, y: 780, text: 'https://post.example/bridge', size: 8 };
    const first = { texts: [...texts.map((text, i) => ({ x: 72, y: 100 + 40 * i, text })), foot] };
    const second = { texts: [{ x: 72, y: 100, text: 'They said more.' }, foot] };
    const { source, text } = await read('a.pdf', writePdf([first, second], { info }));
    assert.equal(source?.url, 'https://post.example/bridge');
    assert.ok(source?.guessed?.includes('url') && !text.includes('post.example'));
    assert.deepEqual(
      [source?.title, source?.publisher, source?.authors, source?.published, source?.accessed],
      ['Old bridge to close', 'The Post', ['Jane Doe'], '2025-03-10', '2025-03-12'],
    );
  });

  it('loses the numbers of its lines, not the numbers in them', async () => {
    const lines = [...left, ...right].flatMap((text, i) => [
      { x: 40, y: 100 + 12 * i, text: String(i + 1) },
      { x: 70, y: 100 + 12 * i, text: i === 3 ? '17 members voted against it on that day' : text },
    ]);
    const { text } = await readPages([{ texts: lines }]);
    assert.match(text, /^The council voted/);
    assert.match(text, /unfinished 17 members voted against/);
  });

  it('tells paragraphs by spacing, by indents and by short last lines', async () => {
    const texts = [
      ...column(60, 100, 'The first paragraph fills its line to the very end,', 'and then it ends here.'),
      ...column(60, 140, 'The second stands apart and fills a line as well so'),
      ...column(60, 152, 'that it has a second line that is as long as others.'),
      ...column(75, 164, 'The third is indented, as printers have long done it'),
      ...column(60, 176, 'and goes on at the margin until it is at its end too.'),
    ];
    const { text } = await readPages([{ texts }]);
    assert.deepEqual(
      text.split('\n\n').map(paragraph => paragraph.split(' ').slice(0, 2).join(' ')),
      ['The first', 'The second', 'The third'],
    );
  });

  it('states its title and author; the day it was made is no date of its words', async () => {
    const info = { Title: 'What the bridge costs', Author: 'Jane Doe', CreationDate: "D:20240302120000+01'00'" };
    const { source } = await readPages([{ texts: column(60, 100, ...left) }], { info });
    assert.deepEqual(
      [source?.title, source?.authors, source?.published, source?.accessed, source?.guessed],
      ['What the bridge costs', ['Jane Doe'], undefined, undefined, undefined],
    );
  });

  const credits: readonly [string, readonly string[]][] = [
    ['in one line', ['By Lena Marchetti. The Valley Courier, 14 May 2025']],
    ['in lines of their own', ['By Lena Marchetti', 'The Valley Courier', '14 May 2025']],
    ['with the paper first', ['The Valley Courier', 'By Lena Marchetti', '14 May 2025']],
  ];
  for (const [name, lines] of credits) {
    it(`names author, paper and date ${name}, where the text runs on without a gap`, async () => {
      const title = 'What the new bridge over the Lind costs';
      const texts = column(60, 100, title, ...lines, ...left);
      const info = { CreationDate: 'D:20260101120000Z' };
      // A page that was left empty stands before it.
      const { source, problems } = await readPages([{}, { texts }], { info });
      assert.deepEqual(problems, []);
      assert.deepEqual(
        [source?.title, source?.authors, source?.publisher, source?.published],
        [title, ['Lena Marchetti'], 'The Valley Courier', '2025-05-14'],
      );
      assert.deepEqual([...(source?.guessed ?? [])].sort(), ['authors', 'published', 'publisher', 'title']);
    });
  }

  it('has no credits where a line of its text only goes on like one', async () => {
    const lines = [
      'The plan was read out by the mayor and',
      'By Monday Angela Bell had heard of it, and',
      'by Jane Doe',
    ];
    const { source } = await readPages([{ texts: column(60, 100, ...lines, ...left) }]);
    assert.deepEqual([source?.authors, source?.publisher, source?.published], [[], undefined, undefined]);
  });

  it('has its largest words for a title where the information holds a file name', async () => {
    const texts = [{ x: 60, y: 70, text: 'What the bridge costs', size: 20 }, ...column(60, 100, ...left)];
    const { source } = await readPages([{ texts }], { info: { Title: 'Microsoft Word - bridge_v3.docx' } });
    assert.deepEqual([source?.title, source?.guessed], ['What the bridge costs', ['title']]);
  });

  describe('that cannot be read', () => {
    it('is a scan', async () => {
      const { sources, problems } = await readPages([{ picture: true }, { picture: true }]);
      assert.equal(sources.length, 0);
      assert.deepEqual(problems, [
        'is a scan without a text layer (2 pages); run text recognition (OCR) on it, for example ocrmypdf',
      ]);
    });

    it('is a scan on some pages', async () => {
      const words = { texts: column(60, 100, ...left) };
      const { sources, problems } = await readPages([
        words,
        { picture: true },
        { picture: true },
        words,
        { picture: true },
        {},
      ]);
      assert.equal(sources.length, 1);
      assert.deepEqual(problems, [
        'has no text layer on pages 2–3 and 5 (scans or pictures); run text recognition (OCR) on it',
      ]);
    });

    const letter = `${'1 2 3 4 5 6 c '.repeat(20)} f`;
    const drawings: readonly [string, string, boolean][] = [
      ['a clip and nothing in it, as LibreOffice leaves it', '0.1 w q 0 0.03 595 842 re W* n Q', false],
      [
        'a white ground, as browsers leave it',
        '1 0 0 -1 0 792 cm q .75 0 0 .75 0 0 cm 1 1 1 rg 0 0 816 1056 re f Q',
        false,
      ],
      ['a space', 'BT /F 10 Tf 1 0 0 1 72 700 Tm ( ) Tj ET', false],
      ['a rule and a small mark', '72 700 m 540 700 l S q 60 0 0 60 72 710 cm /I Do Q', false],
      ['a scan in a scaled space', 'q .24 0 0 .24 0 0 cm q 2550 0 0 3300 0 0 cm /I Do Q Q', true],
      ['a scan that nothing is set aside for', '612 0 0 792 0 0 cm 0 0 1 1 re W n /I Do', true],
      ['a scan in strips', 'q 612 0 0 40 0 0 cm /I Do Q '.repeat(19), true],
      ['letters drawn as curves', `0 0 m ${letter} `.repeat(60), true],
    ];
    for (const [name, drawing, isPicture] of drawings) {
      it(`is ${isPicture ? 'without text' : 'no picture, but empty,'} on a page with ${name}`, async () => {
        const { problems } = await readPages([{ drawing }, { texts: column(60, 100, ...left) }]);
        assert.equal(problems.join().startsWith('has no text layer on page 1 '), isPicture, problems.join());
      });
    }

    it('writes in letters that only a character map knows, and there is none', async () => {
      const font = `<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font
        /Subtype /CIDFontType2 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>
        /FontDescriptor << /Type /FontDescriptor /FontName /Mincho /Flags 4 >> >>] >>`;
      // 橋 in Shift-JIS.
      const bytes = writePdf([{ texts: [{ x: 72, y: 100, text: '\u008b\u00b4' }] }], { font });
      assert.match((await read('a.pdf', bytes)).problems.join(), /^has letters that could not be read: .*90ms-RKSJ-H/);
      const asked: string[] = [];
      const characterMap = async (name: string): Promise<Uint8Array> => {
        asked.push(name);
        throw new Error('none');
      };
      await read('a.pdf', bytes, { characterMap });
      assert.deepEqual(asked, ['90ms-RKSJ-H']);
      const { text, problems } = await read('a.pdf', bytes, { characterMap: shippedMap });
      assert.deepEqual([text, problems], ['橋', []]);
    });

    it('is locked', async () => {
      const { sources, problems } = await readPages([{ texts: column(60, 100, ...left) }], { locked: true });
      assert.deepEqual([sources.length, problems], [0, ['is protected by a password; save a copy without one']]);
    });

    it('breaks off, and is read as far as it goes', async () => {
      const bytes = writePdf([{ texts: column(60, 100, ...left) }, { texts: column(60, 100, ...right) }]);
      const { text, problems } = await read('report.pdf', bytes.slice(0, bytes.length - 300));
      assert.match(text, /council voted/);
      assert.deepEqual(problems, ['breaks off before its end; download or copy it again']);
    });
  });

  it('names pages as people do', () => {
    assert.equal(pageList(['3']), 'page 3');
    assert.equal(pageList(['1', '2', '3', '7', '9', '10']), 'pages 1–3, 7 and 9–10');
    assert.equal(pageList(['iv', '1']), 'pages iv and 1');
  });
});

describe('a hyphen at the end of a line', () => {
  const known = ['a long-range missile of some range', 'The information is here and the well is dry'];
  const cases: readonly [string, string, string][] = [
    ['the infor-', 'mation office', 'the information office'],
    ['a long-', 'range missile', 'a long-range missile'],
    ['its self-', 'defence', 'its self-defence'],
    ['there is some-', 'thing', 'there is something'],
    ['in 1990-', '1995 only', 'in 1990-1995 only'],
    ['the Franco-', 'German border', 'the Franco-German border'],
    ['an inter\u00ad', 'range thing', 'an interrange thing'],
  ];
  for (const [line, next, expected] of cases) {
    it(`${line} | ${next}`, () => {
      const joined = lineEnds([...known, line, next]).join(line, next);
      assert.equal(`${joined?.text}${joined?.rest}`, expected);
    });
  }

  it('is a dash where a space stands before it', () => {
    assert.equal(lineEnds([]).join('he said -', 'and left'), undefined);
  });
});

describe('ligatures', () => {
  it('are put back into their words', () => {
    assert.equal(mendLigatures('de ﬁ nitely'), 'definitely');
    assert.equal(mendLigatures('de fi nitely a sci fi film'), 'definitely a sci fi film');
    assert.equal(mendLigatures('oﬃce ﬂoor'), 'office floor');
  });
});

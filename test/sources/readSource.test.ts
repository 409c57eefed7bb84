import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { Source } from '../../src/model.ts';
import { readSource } from '../../src/sources/readSource.ts';

const limits = { maxBytes: 20e6 };

async function read(path: string, content: string | Uint8Array, maxBytes = limits.maxBytes) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { sources, problems } = await readSource({ uri: `file:///w/${path}`, path, bytes }, { maxBytes });
  return { source: sources[0], sources, problems: problems.map(problem => problem.message) };
}

function known({ title, authors, publisher, published, url, language }: Source) {
  return JSON.parse(JSON.stringify({ title, authors, publisher, published, url, language }));
}

async function metadata(path: string, content: string) {
  const { source, problems } = await read(path, content);
  assert.deepEqual(problems, []);
  assert.ok(source);
  return known(source);
}

describe('readSource', () => {
  describe('the sample library', () => {
    it('parts a date and a title that run together', async () => {
      const path = 'seeds/000_8b6e00a719bda484.txt';
      const { source, problems } = await read(path, await readFile(path));
      assert.ok(source);
      assert.deepEqual(problems, []);
      assert.equal(source.title, "Trump holding talks with Putin after warning Russia faces 'new step of aggression'");
      assert.equal(source.published, '2025-10-16');
      assert.deepEqual(source.authors, []);
      assert.equal(source.text.slice(source.body?.start).indexOf('Trump holding talks'), 0);
    });

    it('makes a short title from the first sentence where there is no title line', async () => {
      const path = 'seeds/003_e31fde116e57c3b2.txt';
      const { source } = await read(path, await readFile(path));
      assert.equal(source?.title, 'President Donald Trump called his recent phone call with Russian President…');
      assert.equal(source?.published, undefined);
      assert.equal(source?.body, undefined);
    });
  });

  describe('metadata', () => {
    it('comes from front matter', async () => {
      const text = [
        '---',
        'title: "The bridge: what it costs"',
        'authors:',
        '  - Jane Doe',
        '  - { given: John, family: Roe }',
        'publisher: The Daily Example',
        'date: 2024-03-02T08:00:00Z',
        'url: https://example.org/bridge',
        'lang: en_GB',
        '---',
        '# Another heading',
        'The bridge will cost 40 million.',
      ].join('\n');
      for (const path of ['a.md', 'a.MARKDOWN', 'a.txt']) {
        assert.deepEqual(await metadata(path, text), {
          title: 'The bridge: what it costs',
          authors: ['Jane Doe', 'John Roe'],
          publisher: 'The Daily Example',
          published: '2024-03-02',
          url: 'https://example.org/bridge',
          language: 'en-GB',
        });
      }
    });

    it('keeps front matter in the text and out of the body', async () => {
      const text = '---\r\ntitle: T\r\n---\r\nThe first sentence.\r\n';
      const { source } = await read('a.md', text);
      assert.equal(source?.text, text);
      assert.equal(text.slice(source?.body?.start, source?.body?.end), 'The first sentence.\r\n');
    });

    const headers: readonly [string, string, object][] = [
      ['a title line', 'Council votes for the bridge\n\nThe council voted.', { title: 'Council votes for the bridge' }],
      ['a title that asks', 'Who pays for the bridge?\nNobody knows.', { title: 'Who pays for the bridge?' }],
      [
        'a date before the title',
        '2024/3/2: Council votes\nThe council voted.',
        { title: 'Council votes', published: '2024-03-02' },
      ],
      [
        'a date with a time',
        'Published: 2 March 2024 10:30 - Council votes\nIt did.',
        { title: 'Council votes', published: '2024-03-02' },
      ],
      [
        'a date beside what the document is',
        'Council votes\nPress release, 2 March 2024\nThe council voted.',
        { title: 'Council votes', published: '2024-03-02' },
      ],
      [
        'a date on a line of its own',
        'March 2, 2024\nCouncil votes\nThe council voted.',
        { title: 'Council votes', published: '2024-03-02' },
      ],
      [
        'a byline and a date line',
        'Council votes\nBy Jane Doe and John Roe, Political Editor\nPublished 2 March 2024, 10:30 GMT\n\nThe council voted.',
        { title: 'Council votes', authors: ['Jane Doe', 'John Roe'], published: '2024-03-02' },
      ],
      [
        'a byline, a paper and a date, each on its line',
        'Council votes\nBy Lena Marchetti\nHarbour Gazette\n14 May 2025\n\nThe council voted.',
        {
          title: 'Council votes',
          authors: ['Lena Marchetti'],
          publisher: 'Harbour Gazette',
          published: '2025-05-14',
        },
      ],
      [
        'a byline, a paper and a date in one line',
        'Council votes\nBy Jane Doe and John Roe for the Associated Press, 14 May 2025\n\nThe council voted.',
        {
          title: 'Council votes',
          authors: ['Jane Doe', 'John Roe'],
          publisher: 'The Associated Press',
          published: '2025-05-14',
        },
      ],
      [
        'a paper that published on a day',
        'Council votes\nPublished in The Valley Courier on 14 May 2025\n\nThe council voted.',
        { title: 'Council votes', publisher: 'The Valley Courier', published: '2025-05-14' },
      ],
      [
        'an agency for a byline',
        'Council votes\nBy The Associated Press\n14 May 2025\n\nThe council voted.',
        { title: 'Council votes', publisher: 'The Associated Press', published: '2025-05-14' },
      ],
      [
        'offices, places and parts of a paper, which are no papers',
        'Council votes\nWorld News\nBy Jane Doe, Daily Mail Reporter, The Hague\nPress Secretary\n14 May 2025\n\nIt did.',
        { title: 'Council votes', authors: ['Jane Doe'], published: '2025-05-14' },
      ],
      [
        'people who are called as papers are',
        'Council votes\nBy Emily Post, John Sun and Mary Star Roe, Daily Mail\n14 May 2025\n\nIt did.',
        {
          title: 'Council votes',
          authors: ['Emily Post', 'John Sun', 'Mary Star Roe'],
          publisher: 'Daily Mail',
          published: '2025-05-14',
        },
      ],
      [
        'the name of a paper without a credit beside it, which is only a line',
        'Council votes\nThe Valley Courier\nThe council voted.',
        { title: 'Council votes' },
      ],
      [
        'fields',
        'Title: Council votes\nAuthor: Doe, Jane\nSource: https://example.org/x\nDate: 02.03.2024\n\nThe council voted.',
        { title: 'Council votes', authors: ['Doe, Jane'], url: 'https://example.org/x', published: '2024-03-02' },
      ],
      ['no title, but a paragraph', 'The council voted. It was late.\n\nMore.', { title: 'The council voted.' }],
      [
        'a sentence about a date is no header',
        'On 2 March 2024 the council voted. It was late.',
        { title: 'On 2 March 2024 the council voted.' },
      ],
      ['a day or a month, who knows', '03/04/2024 Council votes\nIt did.', { title: '03/04/2024 Council votes' }],
      [
        'a sentence that begins with By',
        'Council votes\nBy the time it voted it was late.\n',
        { title: 'Council votes' },
      ],
    ];
    for (const [name, text, expected] of headers) {
      it(`reads ${name}`, async () => assert.deepEqual(await metadata('a.txt', text), { authors: [], ...expected }));
    }

    it('takes a Markdown title from the first heading, without its marks', async () => {
      const expected = { title: 'The new bridge at Lind', authors: ['Jane Doe'], published: '2024-03-02' };
      const below = '\n\n*By Jane Doe*\n\n_2 March 2024_\n\nThe council voted.';
      assert.deepEqual(await metadata('a.md', `# The **new** [bridge](https://x.org) at Lind #${below}`), expected);
      assert.deepEqual(await metadata('a.md', `The new bridge at Lind\n===${below}`), expected);
    });

    it('cuts a long first sentence at a word near 80 characters', async () => {
      const { source } = await read('a.txt', `${'many words, '.repeat(40)}end.`);
      assert.match(source?.title ?? '', /^(?:many words, )+many(?: words)?…$/);
      assert.ok((source?.title.length ?? 0) <= 80);
    });

    it('reports front matter that is no YAML with its line, and reads the rest', async () => {
      const { source, problems } = await read('a.md', '---\ntitle: T\nauthor: [a\n---\n# Heading\n\nText.');
      assert.equal(source?.title, 'Heading');
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', /^has front matter that is not usable YAML \(line \d: .+\)/);
    });

    const heads: readonly (readonly [string, string, readonly unknown[]])[] = [
      [
        'TOML',
        '+++\ntitle = "The \\"old\\" bridge"\ndate = 2025-03-10T18:30:00+01:00\nauthors = ["Jane Doe", \'John Roe\']\n[params]\npublisher = "The Post"\n+++\n',
        ['The "old" bridge', ['Jane Doe', 'John Roe'], 'The Post', '2025-03-10'],
      ],
      [
        'a title with a colon',
        '---\ntitle: Harbour: the end\nauthor: Jane Doe\ndate: 2025-03-10\n---\n',
        ['Harbour: the end', ['Jane Doe'], undefined, '2025-03-10'],
      ],
      [
        'Pandoc’s title block',
        '% The bridge\n% Jane Doe; John Roe\n% March 10, 2025\n\n',
        ['The bridge', ['Jane Doe', 'John Roe'], undefined, '2025-03-10'],
      ],
      [
        'a clipping',
        '---\ntitle: T\nauthor:\n  - "[[Jane Doe|J. Doe]]"\npublished: 2025-03-10\ncreated: 2025-03-12\n---\n',
        ['T', ['Jane Doe'], undefined, '2025-03-10'],
      ],
      [
        'a clipping that says only when it was made',
        '---\ntitle: T\nauthor: Jane Doe\ncreated: 2025-03-12\n---\n',
        ['T', ['Jane Doe'], undefined, undefined],
      ],
      [
        'a byline with more beside it',
        '# The bridge\n\n*By Jane Doe* · March 10, 2025 · [The Post](https://example.org)\n\n',
        ['The bridge', ['Jane Doe'], 'The Post', '2025-03-10'],
      ],
    ];
    for (const [name, head, expected] of heads)
      it(`comes from ${name}`, async () => {
        const { source, problems } = await read('a.md', `${head}The words of it stand here, and they go on.`);
        assert.deepEqual(problems, []);
        assert.deepEqual([source?.title, source?.authors, source?.publisher, source?.published], expected);
      });

    it('tells the day on which a clipping was made as that of access', async () => {
      const { source } = await read('a.md', '---\ntitle: T\nCreated: 2025-03-12\n---\nThe words of it.');
      assert.deepEqual([source?.accessed, source?.published], ['2025-03-12', undefined]);
    });

    it('survives front matter built to explode', async () => {
      const bomb = [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
      ];
      const { source, problems } = await read('a.md', `---\n${bomb.join('\n')}\n---\nText.`);
      assert.equal(source?.title, 'Text.');
      assert.equal(problems.length, 1);
    });
  });

  describe('encodings', () => {
    const text = 'Überschrift\r\n\r\n“Köln” costs 5 €.';
    it('reads UTF-8 and drops its byte order mark, keeping CRLF', async () => {
      const { source } = await read('a.txt', `\uFEFF${text}`);
      assert.equal(source?.text, text);
      assert.equal(source?.title, 'Überschrift');
    });

    it('reads UTF-16 with a byte order mark, both ways round', async () => {
      const little = new Uint8Array(Uint16Array.from([...`\uFEFF${text}`].map(c => c.charCodeAt(0))).buffer);
      const big = little.map((_, i) => little[i ^ 1] ?? 0);
      for (const bytes of [little, big]) assert.equal((await read('a.txt', bytes)).source?.text, text);
    });

    it('reads windows-1252', async () => {
      const bytes = Uint8Array.from([0x93, 0x4b, 0xf6, 0x6c, 0x6e, 0x94, 0x20, 0x35, 0x20, 0x80]);
      const { source, problems } = await read('a.txt', bytes);
      assert.equal(source?.text, '“Köln” 5 €');
      assert.deepEqual(problems, []);
    });

    it('reads UTF-8 that was cut off inside a character', async () => {
      const bytes = new TextEncoder().encode('Große Brücke – neu €');
      const { source, problems } = await read('a.txt', bytes.subarray(0, -1));
      assert.equal(source?.text, 'Große Brücke – neu ');
      assert.deepEqual(problems, []);
    });

    it('does not let one bad byte turn all accents to mojibake, and says so', async () => {
      const good = new TextEncoder().encode('äöüäöüäöüäöü Brücke ');
      const { source, problems } = await read('a.txt', Uint8Array.from([...good, 0xff, ...good]));
      assert.match(source?.text ?? '', /^äöü.*\uFFFDäöü/);
      assert.deepEqual(problems, ['holds 1 damaged character; save it again as UTF-8']);
    });
  });

  describe('what is no source', () => {
    const none: readonly [string, string, string | Uint8Array, string][] = [
      ['empty', 'a.txt', '', 'is empty'],
      ['white space', 'a.md', ' \r\n\t\n', 'is empty'],
      ['a lone byte order mark', 'a.txt', Uint8Array.from([0xff, 0xfe]), 'is empty'],
      ['front matter alone', 'a.md', '---\ntitle: T\n---\n', 'has no text below its front matter'],
      ['binary', 'a.txt', Uint8Array.from({ length: 400 }, (_, i) => i % 256), 'is not text (binary)'],
      ['control characters', 'a.txt', 'ab\u0001\u0002cd', 'is not text (binary)'],
    ];
    for (const [name, path, content, message] of none) {
      it(`${name}: ${message.slice(0, 40)}`, async () => {
        const { sources, problems } = await read(path, content);
        assert.deepEqual(sources, []);
        assert.deepEqual(problems, [message]);
      });
    }

    const kinds: Readonly<Record<string, string>> = {
      'a.xyz': 'is of a kind that cannot be read (.xyz); save it as text, PDF or .docx',
      'folder.d/notes': 'has no ending that says what it is; add one, for example .txt',
      'a.constructor': 'is of a kind that cannot be read (.constructor); save it as text, PDF or .docx',
      'talks.DOC': 'is a document of another program (.doc); save it as .docx or PDF',
      'scan.jpeg': 'is a picture; if it shows words, run text recognition (OCR) on it and save them as PDF or text',
      'call.m4a': 'is a recording; put its transcript beside it (.txt, .srt or .vtt)',
      'page.html.crdownload': 'is a download that did not end; download it again',
    };
    for (const [path, message] of Object.entries(kinds)) {
      it(`${path}: a kind nobody reads, and what to do`, async () => {
        const { sources, problems } = await read(path, 'Text.');
        assert.deepEqual([sources, problems], [[], [message]]);
      });
    }

    it('too large: names both sizes and the setting', async () => {
      const { sources, problems } = await read('a.txt', new Uint8Array(31_200_000).fill(0x61));
      assert.deepEqual(sources, []);
      assert.deepEqual(problems, ['is larger than 20 MB (31.2 MB); raise groundwork.sources.maxFileSize']);
      const tight = await read('a.txt', 'x'.repeat(1001), 1000);
      assert.deepEqual(tight.problems, ['is larger than 0.001 MB (0.001001 MB); raise groundwork.sources.maxFileSize']);
    });
  });

  it('gives the same hash for the same bytes and another for any change', async () => {
    const texts = ['Text.', 'Text!', 'text.', 'Text. ', 'eTxt.', 'Text.Text.'];
    const hashes = await Promise.all(texts.map(async text => (await read('a.txt', text)).source?.hash));
    assert.equal(new Set(hashes).size, texts.length);
    assert.equal((await read('b.txt', 'Text.')).source?.hash, hashes[0]);
    for (const hash of hashes) assert.match(hash ?? '', /^[0-9a-f]{16}$/);
  });

  it('never throws, and what it gives is whole, whatever the bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }).map(text => new TextEncoder().encode(text)),
      fc
        .array(
          fc.constantFrom('---', 'title: x', '# h', '', 'By A B', '2024-01-02', '{', '&a', '*a', 'Text. More', '==='),
        )
        .map(lines => new TextEncoder().encode(lines.join('\n'))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('a.txt', 'a.md'), async (content, path) => {
        const { sources, problems } = await read(path, content);
        assert.ok(sources.length + problems.length > 0);
        for (const { title, text, body } of sources) {
          assert.ok(title.length > 0 && title.length <= 200);
          assert.ok(text.slice(body?.start, body?.end).trim() !== '');
        }
      }),
      { numRuns: 300 },
    );
  });
});

import assert from 'node:assert/strict';
import { read } from './read.ts';

const text = 'The council voted late on Tuesday.';

describe('JSON', () => {
  it('knows the fields that archives and scrapers write', async () => {
    const text = 'The bridge will cost 40 million.';
    const records: readonly (readonly [string, unknown])[] = [
      [
        'a news API',
        { articles: [{ title: 'T', author: 'Jane Doe', publishedAt: '2025-03-10T07:00:00Z', content: text }] },
      ],
      [
        'a paper’s archive',
        {
          response: {
            results: [
              {
                webTitle: 'T',
                webPublicationDate: '2025-03-10T07:00:00Z',
                fields: { bodyText: text, byline: 'Jane Doe' },
              },
            ],
          },
        },
      ],
      [
        'a blog',
        [
          {
            title: { rendered: 'T' },
            date: '2025-03-10',
            content: { rendered: `<p>${text}</p>` },
            user: { name: 'Jane Doe' },
            author: 5,
          },
        ],
      ],
      [
        'a scraper',
        { headline: { main: 'T' }, byline: { original: 'By Jane Doe' }, timestamp: 1741590000, maintext: text },
      ],
      [
        'paragraphs',
        {
          title: 'T',
          paragraphs: [{ text }, { text: 'More.' }],
          datePublished: '2025-03-10',
          author: [{ name: 'Jane Doe' }],
        },
      ],
    ];
    for (const [name, value] of records) {
      const { sources, source } = await read('a.json', JSON.stringify(value));
      assert.equal(sources.length, 1, name);
      assert.deepEqual([source?.title, source?.authors, source?.published], ['T', ['Jane Doe'], '2025-03-10'], name);
      assert.ok(source?.text.includes(text), name);
    }
  });

  it('is the article, not what readers wrote below it', async () => {
    const text = 'The bridge will cost 40 million, which is more than anybody had thought.';
    const comments = [{ text: 'Too much.' }, { text: 'No, it is not.' }];
    const below = await read('a.json', JSON.stringify({ title: 'T', text, comments }));
    assert.deepEqual([below.sources.length, below.source?.title], [1, 'T']);
    const posts = [{ text }, { text: `${text} And more.` }];
    const feed = await read('a.json', JSON.stringify({ description: 'Posts of the port', posts }));
    assert.equal(feed.sources.length, 2);
  });

  it('is read under the name of JSON Lines, too', async () => {
    const article = { title: 'T', text: 'The bridge will cost 40 million.' };
    assert.equal((await read('a.jsonl', JSON.stringify(article, null, 1))).sources.length, 1);
    assert.equal((await read('a.jsonl', JSON.stringify([article, article]))).sources.length, 2);
  });

  it('is one article, a list, or a list somewhere in it', async () => {
    const article = { title: 'Bridge', text };
    for (const value of [
      article,
      [article],
      { status: 'ok', articles: [article] },
      { response: { docs: [article, { title: 'x' }] } },
      { hits: { hits: [{ _source: article }] } },
    ]) {
      const { source } = await read('a.json', JSON.stringify(value));
      assert.deepEqual([source?.title, source?.text], ['Bridge', `Bridge\n\n${text}`]);
    }
  });

  it('has its fields under the names that people use, nested and as markup', async () => {
    const post = {
      title: { rendered: 'Bridge' },
      content: { rendered: `<p>${text}</p><p>Then &amp; there</p>` },
      date: '2025-10-16T08:00:00',
      link: 'https://example.org/b',
      source: { name: 'The Daily Example' },
      author: [{ name: 'Jane Doe' }],
    };
    const { source } = await read('a.json', JSON.stringify([post]));
    assert.deepEqual(
      [source?.text, source?.published, source?.url, source?.publisher, source?.authors],
      [`Bridge\n\n${text}\n\nThen & there`, '2025-10-16', 'https://example.org/b', 'The Daily Example', ['Jane Doe']],
    );
  });

  it('has its fields where the setting says', async () => {
    const record = { head: 'Bridge', story: { paras: [text, 'And more.'] }, when: '16 October 2025', 'a.b': 'x' };
    const unknown = await read('a.json', JSON.stringify([record]));
    assert.match(
      unknown.problems[0] ?? '',
      /^has no field that holds an article's text; name it in groundwork\.sources\.fields/,
    );
    const fields = { text: 'story.paras', title: 'head', published: 'when', publisher: 'a.b' };
    const { source, problems } = await read('a.json', JSON.stringify([record]), { fields });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [source?.title, source?.published, source?.publisher, source?.text],
      ['Bridge', '2025-10-16', 'x', `Bridge\n\n${text}\n\nAnd more.`],
    );
  });

  it('counts the records that have no text', async () => {
    const { sources, problems } = await read(
      'a.json',
      JSON.stringify([{ text }, { title: 'x' }, { text }, { title: 'y' }]),
    );
    assert.deepEqual(
      sources.map(source => source.id),
      ['file:///w/a.json', 'file:///w/a.json#1'],
    );
    assert.deepEqual(problems, ['has 2 records without text (records 2, 4)']);
    assert.deepEqual(
      sources[1]?.locators?.map(locator => locator.label),
      ['3'],
    );
  });

  it('that is a bibliography says what to call it', async () => {
    const { problems } = await read(
      'a.json',
      JSON.stringify([{ id: 'x', type: 'article', issued: { 'date-parts': [[2025]] } }]),
    );
    assert.match(problems[0] ?? '', /^is a bibliography; name it \.csl\.json/);
  });

  it('a line: the lines that are none are named, the others read', async () => {
    const { sources, problems } = await read(
      'a.jsonl',
      `${JSON.stringify({ text })}\n{"text":\n\n${JSON.stringify({ text: 'Two.' })}`,
    );
    assert.equal(sources.length, 2);
    assert.deepEqual(problems, ['has 1 line that is no JSON record (line 2); download or export it again']);
  });
});

describe('JSON of programs', () => {
  const readJson = async (value: unknown) => read('a.json', JSON.stringify(value));

  it('of speech recognition is a transcript with its times and speakers', async () => {
    const segments = [
      { start: 0, end: 2.5, text: ' The bridge is closed.', speaker: 'Ann' },
      { start: 62.5, end: 64, text: ' Until when?', speaker: 'Bob' },
    ];
    const { source, text } = await readJson({ text: 'x', segments, language: 'en' });
    assert.equal(text, 'Ann: The bridge is closed.\n\nBob: Until when?');
    assert.deepEqual(
      source?.locators?.map(({ kind, label, speaker }) => [kind, label, speaker]),
      [
        ['time', '00:00:00', 'Ann'],
        ['time', '00:01:02', 'Bob'],
      ],
    );
    assert.equal(source?.language, 'en');
  });

  it('of what somebody marked in an article is that article', async () => {
    const { sources } = await readJson({
      title: 'Bridge',
      author: 'Ann Doe',
      highlights: [{ text }, { text: 'More.' }],
    });
    assert.deepEqual(
      sources.map(source => [source.title, source.authors, source.text]),
      [['Bridge', ['Ann Doe'], `Bridge\n\n${text}\n\nMore.`]],
    );
  });

  it('of an editor keeps the runs of a paragraph together', async () => {
    const body = [
      { type: 'paragraph', children: [{ text: 'The council ' }, { text: 'voted', bold: true }, { text: ' late.' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Nobody slept.' }] },
    ];
    assert.equal(
      (await readJson({ title: 'Bridge', body })).text,
      'Bridge\n\nThe council voted late.\n\nNobody slept.',
    );
  });

  it('of a listing in pages has the records of all', async () => {
    const listing = (...data: readonly object[]) => ({
      kind: 'Listing',
      data: { children: data.map(data => ({ kind: 't3', data })) },
    });
    const { sources } = await readJson([
      listing({ title: 'Bridge', selftext: text }),
      listing({ body: 'A comment.', author: 'b' }),
    ]);
    assert.deepEqual(
      sources.map(source => source.text),
      [`Bridge\n\n${text}`, 'A comment.'],
    );
  });

  it('says which texts a service cut short', async () => {
    const { problems } = await readJson({
      articles: [
        { title: 'A', content: `${text} [+2345 chars]` },
        { title: 'B', content: text },
      ],
    });
    assert.deepEqual(problems, [
      'has 1 record whose text the service cut short (record 1); save the articles themselves',
    ]);
  });
});

describe('a table', () => {
  it('may say in its first line what parts its columns', async () => {
    const { source, problems } = await read('a.csv', 'sep=;\r\nHeadline;Body\r\nBridge;"One; two, three."\r\n');
    assert.deepEqual([source?.title, source?.text, problems], ['Bridge', 'Bridge\n\nOne; two, three.', []]);
  });

  it('has an article a row, whatever parts its columns', async () => {
    for (const [path, mark] of [
      ['a.csv', ','],
      ['a.csv', ';'],
      ['a.tsv', '\t'],
    ] as const) {
      const rows = [
        ['Title', 'Full text', 'Date'],
        ['Bridge', `"${text}\n\nIt ""cost"" more."`, '2025-10-16'],
        ['Two', 'More.', ''],
      ];
      const { sources, problems } = await read(path, rows.map(row => row.join(mark)).join('\r\n'));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        sources.map(source => [source.title, source.published]),
        [
          ['Bridge', '2025-10-16'],
          ['Two', undefined],
        ],
      );
      assert.match(sources[0]?.text ?? '', /It "cost" more\./);
    }
  });

  it('names its columns when none is the text', async () => {
    const { problems } = await read('a.csv', 'a,b\n1,2\n');
    assert.deepEqual(problems, [
      "has no field that holds an article's text (fields: a, b); name it in groundwork.sources.fields",
    ]);
  });

  it('is read with a column named twice, and says when a quoted field never ends', async () => {
    const { source, problems } = await read('a.csv', `text,text\n"${text},x\n`);
    assert.ok(source?.text.startsWith(text));
    assert.match(problems[0] ?? '', /^has a quoted field that is never closed/);
  });
});

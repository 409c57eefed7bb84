import assert from 'node:assert/strict';
import { read } from './read.ts';

const first =
  'The council voted late on Tuesday to pay for the second half of the bridge, which has stood unfinished since the flood.';
const second =
  '“It will cost 40 million,” said Mayor Lind, who had asked for the money in March and again in May of the same year.';
const story = `<p>${first}</p><p>${second}</p>`.repeat(3);

function page(head: string, body = story): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${head}</head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav><header><a href="/">The Daily Example</a></header>
    <article><h1>Council pays for the bridge</h1>${body}</article>
    <aside><h2>More</h2><a href="/x">Ten cats that look like bridges</a></aside><footer>© 2025 Cookies</footer></body></html>`;
}

describe('a web page', () => {
  it('leaves out what its own class names call advertising, sign-up and comments, however much of it there is', async () => {
    const advert =
      '<div class="ad-slot"><p>Save 40% on garden furniture this weekend only, at the home of the garden.</p></div>';
    const signUp =
      '<div class="newsletterSignup"><p>Get the day’s headlines in your inbox at seven each morning.</p></div>';
    const comment =
      '<div class="comment"><p>This council could not organise a raffle, they had ten years for it.</p></div>';
    const comments = `<section id="comments">${comment.repeat(60)}</section>`;
    const head = '<title>Council pays for the bridge</title>';
    const { text } = await read(
      'a.html',
      page(head, `${story}${advert}`).replace('<aside>', `${signUp}${comments}<aside>`),
    );
    assert.ok(text.includes(first) && text.includes(second));
    assert.doesNotMatch(text, /garden|headlines in|raffle/);
    // A page whose own container bears such a name is not emptied.
    const own = await read(
      'a.html',
      `<html><body><div class="newsletter"><div class="ad">${story}</div></div></body></html>`,
    );
    assert.ok(own.text.includes(first) && own.text.includes(second));
  });

  it('reads JSON-LD that refers to people and publishers elsewhere in it, and JSON-LD with small mistakes', async () => {
    const graph = `{"@graph": [{"@type": "Person", "@id": "#p", "name": "Ffion O&#39;Hale"}, {"@id": "#o", "name": "Post &amp; Mail"},
      {"@type": "NewsArticle", "headline": "Two
      lines", "author": [{"@id": "#p"}, {"name": "By Tom Roe"}], "publisher": {"@id": "#o"}, "datePublished": "20250310T0930Z",}]}`;
    const { source } = await read('a.html', page(`<script type="application/ld+json">${graph}</script>`));
    assert.deepEqual(
      [source?.title, source?.authors, source?.publisher, source?.published],
      ['Two lines', ["Ffion O'Hale", 'Tom Roe'], 'Post & Mail', '2025-03-10'],
    );
  });

  it('is named by its heading where the headline of its data describes it, and loses the marks of notes and editing', async () => {
    const data = '{"@type": "Article", "name": "Council pays for the bridge", "headline": "vote of a council"}';
    const marks = '<sup class="reference"><a href="#1">[1]</a></sup><span class="mw-editsection">[<a>edit</a>]</span>';
    const body = story.replaceAll('</p>', `${marks}</p>`);
    const { source, text } = await read('a.html', page(`<script type="application/ld+json">${data}</script>`, body));
    assert.equal(source?.title, 'Council pays for the bridge');
    assert.doesNotMatch(text, /\[1\]|edit/);
  });

  it('has scholars named as everybody else, and a date by whatever name its publishing goes', async () => {
    const names = ['Hale, Ffion', 'Bevan, Tom'].map(name => `<meta name="citation_author" content="${name}">`).join('');
    const { source } = await read(
      'a.html',
      page(`${names}<meta name="site:first-published-at" content="2025-03-10T09:00Z">`),
    );
    assert.deepEqual([source?.authors, source?.published], [['Ffion Hale', 'Tom Bevan'], '2025-03-10']);
  });

  it('guesses author and date by what is marked as them below the heading', async () => {
    const by = '<span>Von <a rel="author" href="/g">Jürgen Groß</a></span> <time>10. März 2025, 18:30 Uhr</time>';
    const { source } = await read('a.html', page('<title>t</title>', `${by}${story}`));
    assert.deepEqual([source?.authors, source?.published], [['Jürgen Groß'], '2025-03-10']);
    assert.deepEqual([...(source?.guessed ?? [])].sort(), ['authors', 'published', 'title']);
  });

  it('keeps the curly marks of windows-1252, also where the page says that it is', async () => {
    const html = page('<title>Old bridge</title>').replace('utf-8', 'iso-8859-1');
    const bytes = Uint8Array.from([...html].map(c => ({ '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0)));
    assert.ok((await read('a.html', bytes)).text.includes(second));
  });

  it('may lack the tags of its head and body', async () => {
    const bare = `<!doctype html><html lang=en><meta charset=utf-8><title>Bridge</title><nav>Home</nav>${story}`;
    for (const html of [bare, bare.replace('<html lang=en>', ''), bare.replace('<nav>', '<body><nav>')]) {
      const { text } = await read('a.html', html);
      assert.ok(text.includes(first) && text.includes(second));
      assert.doesNotMatch(text, /Home/);
    }
  });

  it('is no paywall stub because its site offers subscriptions at the top and bottom', async () => {
    const offer = '<a>Already a subscriber? Sign in</a>';
    const short = `<p>${first}</p><p>${second}</p>`;
    const whole = page('<title>t</title>', short)
      .replace('</footer>', `${offer}</footer>`)
      .replace('</header>', `${offer}</header>`);
    assert.deepEqual((await read('a.html', whole)).problems, []);
    assert.match((await read('a.html', page('', `${short}<div>${offer}</div>`))).problems[0] ?? '', /paywall/);
  });

  it('is its article, without menus, teasers and the foot', async () => {
    const { text, problems } = await read(
      'a.html',
      page('<title>Council pays for the bridge | The Daily Example</title>'),
    );
    assert.deepEqual(problems, []);
    assert.ok(text.startsWith(`Council pays for the bridge\n\n${first}\n\n${second}`), text.slice(0, 200));
    assert.doesNotMatch(text, /Home|cats|Cookies/);
  });

  it('says who wrote it, where and when, in JSON-LD before anything else', async () => {
    const data = {
      '@graph': [
        { '@type': 'Organization', name: 'Not the article' },
        {
          '@type': ['NewsArticle'],
          headline: 'Council pays',
          author: [{ name: 'Jane Doe' }, { name: 'John Roe' }],
          publisher: { name: 'The Daily Example' },
          datePublished: '2025-10-16T08:00:00Z',
          url: 'https://example.org/bridge',
        },
      ],
    };
    const head = `<meta property="og:title" content="Another title"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const { source } = await read('a.html', page(head));
    assert.deepEqual(
      [
        source?.title,
        source?.authors,
        source?.publisher,
        source?.published,
        source?.url,
        source?.language,
        source?.guessed,
      ],
      [
        'Council pays',
        ['Jane Doe', 'John Roe'],
        'The Daily Example',
        '2025-10-16',
        'https://example.org/bridge',
        'en-GB',
        undefined,
      ],
    );
  });

  it('says so in OpenGraph and other meta elements', async () => {
    const head = `<meta property="og:title" content="Council pays"><meta name="author" content="Jane Doe"><meta name="author" content="John Roe">
      <meta property="og:site_name" content="The Daily Example"><meta property="article:published_time" content="2025-10-16T08:00:00Z">
      <link rel="canonical" href="https://example.org/bridge">`;
    const { source } = await read('a.html', page(head));
    assert.deepEqual(
      [source?.title, source?.authors, source?.publisher, source?.published, source?.url],
      ['Council pays', ['Jane Doe', 'John Roe'], 'The Daily Example', '2025-10-16', 'https://example.org/bridge'],
    );
  });

  it('was saved from an address on a day, and its host is a guess at its publisher', async () => {
    const saved =
      '<!--\n Page saved with SingleFile \n url: https://www.example.org/bridge \n saved date: Thu Oct 16 2025 10:00:00 GMT+0200 -->';
    const { source } = await read('a.html', page(saved));
    assert.deepEqual(
      [source?.url, source?.accessed, source?.publisher],
      ['https://www.example.org/bridge', '2025-10-16', 'example.org'],
    );
    assert.deepEqual(source?.guessed?.includes('publisher'), true);
    assert.deepEqual(source?.guessed?.includes('url'), false);
  });

  it('is read in the charset it declares, unless it is UTF-8 all the same', async () => {
    const latin = page('', story.replace('Lind', 'Líndal')).replace('utf-8', 'iso-8859-2');
    const bytes = Uint8Array.from(
      latin,
      character => ({ '“': 0x22, '”': 0x22, í: 0xed, '©': 0x20 })[character] ?? character.charCodeAt(0),
    );
    const russian = Uint8Array.from([
      ...new TextEncoder()
        .encode(page('').replace('utf-8', 'windows-1251').replace(/[“”©]/g, '').replace('Lind', '@'))
        .map(code => (code === 0x40 ? 0xcb : code)),
    ]);
    assert.match((await read('a.html', bytes)).text, /Mayor Líndal/);
    assert.match((await read('b.html', russian)).text, /Mayor Л/);
    assert.match((await read('c.html', latin)).text, /Mayor Líndal/);
  });

  it('keeps all of its articles when there are several', async () => {
    const several = [1, 2, 3, 4, 5, 6]
      .map(n => `<div class="post"><h2>Post ${n}</h2><p>${n} ${first}</p></div>`)
      .join('');
    const { text } = await read('a.html', `<html><body>${several}</body></html>`);
    for (const n of [1, 2, 3, 4, 5, 6]) assert.ok(text.includes(`${n} ${first}`), `post ${n}`);
  });

  it('carries no hyphenation hints and no zero-width fillers along', async () => {
    const { text } = await read(
      'a.html',
      page('', story.replaceAll('council', 'coun&shy;cil').replaceAll('bridge', 'bri\u200bdge')),
    );
    assert.ok(text.includes(first));
  });

  describe('that is not the whole article', () => {
    const cases: readonly [string, string, RegExp][] = [
      [
        'ends at a paywall by what it says',
        page('', `<p>${first}</p><div>Subscribe to continue reading</div>`),
        /^seems to end at a paywall \(\d+ words\); sign in/,
      ],
      [
        'ends at a paywall by its data',
        page(
          '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":false}</script>',
          `<p>${first}</p>`,
        ),
        /^seems to end at a paywall/,
      ],
      [
        'is a robot check',
        '<html><head><title>Just a moment...</title></head><body><p>Verifying you are human. Just a moment...</p></body></html>',
        /^seems to be an error page or a robot check/,
      ],
      [
        'is made by a script',
        '<html><body><div id="root"></div><script>render()</script></body></html>',
        /^has no text; if its text is made by a script/,
      ],
      ['breaks off', page('').slice(0, 900), /^breaks off before its end/],
      ['is the first of several pages', page('', `${story}<p>Page 1 of 3</p>`), /^holds only page 1 of 3/],
    ];
    for (const [name, content, problem] of cases) {
      it(name, async () => {
        const { problems } = await read('a.html', content);
        assert.match(problems[0] ?? '', problem);
      });
    }

    it('is not called so when it is long and has a paywall only in its menu', async () => {
      const { problems } = await read(
        'a.html',
        page('', `${story.repeat(3)}<p>Subscribe to continue reading tomorrow</p>`),
      );
      assert.deepEqual(problems, []);
    });
  });

  it('comes in one file with its pictures, too', async () => {
    const head =
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bridge\r\nSubject: x\r\nDate: Thu, 16 Oct 2025 08:00:00 +0000\r\nMIME-Version: 1.0\r\n';
    const parts = `Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page('')}\r\n--b--\r\n`;
    const { source, problems } = await read('a.mhtml', head + parts);
    assert.deepEqual([source?.url, source?.accessed, problems], ['https://example.org/bridge', '2025-10-16', []]);
    assert.ok(source?.text.includes(first));
  });
});

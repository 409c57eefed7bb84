import assert from 'node:assert/strict';
import { createEngine, createSourceStore, type Engine, readSource } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';

const hostile = '<script>alert(1)</script> [x](command:evil) ![i](http://example.org/i.png)';

const at = new Date('2026-03-04T17:05:00Z');

describe('the fact-check sheet', () => {
  let engine: Engine;
  const text = [
    'Lind said: “The wall was never meant to hold a flood.” <img src=x onerror=alert(1)>',
    '“=cmd|calc” was written on the wall, “said nobody that we could find anywhere”.',
    '',
  ].join('\n\n');
  const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };

  before(async () => {
    const store = createSourceStore();
    const source = `---\ntitle: '${hostile}'\n---\n"The wall was never meant to hold a storm," said Lind. ${hostile}\n`;
    const file = { uri: 'file:///w/sources/a.md', path: 'sources/a.md', bytes: new TextEncoder().encode(source) };
    store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    store.put('file:///w/sources/b.txt', {
      sources: [],
      problems: [{ uri: 'file:///w/sources/b.txt', path: 'sources/b.txt', message: 'is empty' }],
    });
    engine = createEngine({ store });
  });

  it('is HTML in which nothing of draft or sources is markup', async () => {
    const html = await engine.sheet('<draft>.md', draft, 'html', at);
    const tags = new Set([...html.matchAll(/<\/?([a-zA-Z!]+)/g)].map(match => match[1]));
    for (const foreign of ['script', 'img', 'draft']) assert.ok(!tags.has(foreign), foreign);
    assert.match(html, /default-src 'none'/);
    assert.match(html, /&lt;script&gt;alert\(1\)/);
    assert.match(html, /sources\/b\.txt is empty/);
  });

  it('marks and numbers every item in the draft, and gives each a row', async () => {
    const { items } = await engine.check(draft);
    const html = await engine.sheet('draft.md', draft, 'html', at);
    for (const i of items.keys()) {
      assert.ok(html.includes(`id="mark-${i + 1}" href="#row-${i + 1}"`), `mark ${i + 1}`);
      assert.ok(html.includes(`<tr id="row-${i + 1}">`), `row ${i + 1}`);
    }
    const shown = html.slice(html.indexOf('<div class="draft">'), html.indexOf('</div>'));
    const words = shown
      .replace(/<a class="number"[^>]*>\d+<\/a>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    assert.equal(words, text, 'the draft’s own words, all of them');
  });

  it('shows of links their words, and of each thing the passages that tell, a source named once', async () => {
    const store = createSourceStore();
    const article =
      '---\ntitle: The wall\nurl: https://news.example/wall\n---\n\nThe Skarn wall stands on the northern tip of the island. The wall has been a listed building since 1998. Lind saw the wall.\n';
    const file = { uri: 'file:///w/sources/a.md', path: 'sources/a.md', bytes: new TextEncoder().encode(article) };
    store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    const linked =
      'The Skarn [wall](https://w.example/x) is a listed building on the northern tip of the island ([News](https://news.example/wall)).\n';
    const html = await createEngine({ store }).sheet('d.md', { ...draft, text: linked }, 'html', at);
    assert.ok(html.includes('The Skarn wall is a listed building on the northern tip of the island (News).'), html);
    assert.doesNotMatch(html, /w\.example/);
    const footers = [...html.matchAll(/<footer>(.*?)<\/footer>/g)].map(([, words]) => words);
    assert.deepEqual(footers, ['The wall, line 6, https://news.example/wall', 'line 6']);
  });

  it('names the difference, the source and the place', async () => {
    const markdown = await engine.sheet('draft.md', draft, 'markdown', at);
    assert.match(markdown, /## 1\. ⚠ altered, line 1 \(Lind\)/);
    assert.match(markdown, /“flood”: the source has “storm”/);
    assert.match(markdown, /line 4, sources\/a\.md/);
    assert.doesNotMatch(markdown, /(?<!\\)!\[i\]/);
  });

  it('names the paragraph of a web page, whose lines are not those that were read', async () => {
    const store = createSourceStore();
    const page =
      '<html><body>\n<h1>The wall</h1>\n<p>They met.</p>\n<p>"The wall was never meant to hold a storm," said Lind.</p>\n';
    const file = { uri: 'file:///w/sources/a.html', path: 'sources/a.html', bytes: new TextEncoder().encode(page) };
    store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    const markdown = await createEngine({ store }).sheet('draft.md', draft, 'markdown', at);
    assert.match(markdown, /, paragraph 3, sources\/a\.html/);
    assert.doesNotMatch(markdown, /, line \d+, sources/);
  });

  it('is a record: when it was made, what was searched, what the writer ignored, and room for who checks it', async () => {
    const ignoring = { ...draft, text: `<!-- groundwork-ignore quote-altered -->\n${draft.text}` };
    const html = await engine.sheet('draft.md', ignoring, 'html', at);
    assert.match(html, /draft\.md, checked 2026-03-0[45] \d\d:\d\d \(UTC[^)]*\)</);
    assert.match(
      html,
      /<h2>Sources searched<\/h2>\n<ol class="sources"><li>&lt;script&gt;.*<br><small>sources\/a\.md<\/small><\/li><\/ol>/,
    );
    assert.match(html, /<b>1<\/b> finding ignored by the writer/);
    assert.match(html, /<b>altered, finding ignored<\/b><p>Ignored by the writer: “flood”: the source has “storm”/);
    assert.match(html, />Initials, date, note<\/th>/);
    const markdown = await engine.sheet('draft.md', ignoring, 'markdown', at);
    assert.match(markdown, /^Checked 2026-03-0[45] .*: \d quotations and claims against 1 source\.$/m);
    assert.match(
      markdown,
      /## 1\. ⚠ altered, finding ignored, line 2[\s\S]*- Initials, date, note:[\s\S]*\n## Sources searched\n\n- .*sources\/a\.md\n/,
    );
    const csv = await engine.sheet('draft.md', ignoring, 'csv', at);
    assert.match(
      csv,
      /^.*"checked","initials","initialled on","note"\r\n"1","2",.*"altered, finding ignored","Ignored by the writer: .*","2026-03-0[45] [^"]*","","",""\r\n/,
    );
  });

  it('names the place of a turn as all views do, by line and time', async () => {
    const store = createSourceStore();
    const turns = [
      '[00:00:01] LIND: We met.',
      '[00:00:09] ODE: So we did.',
      '[00:00:12] LIND: The wall was never meant to hold a storm.',
      '[00:00:20] ODE: No.',
    ];
    const file = {
      uri: 'file:///w/sources/t.txt',
      path: 'sources/t.txt',
      bytes: new TextEncoder().encode(turns.join('\n\n')),
    };
    store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    const markdown = await createEngine({ store }).sheet('draft.md', draft, 'markdown', at);
    assert.match(markdown, /, line 5, time 00:00:12, sources\/t\.txt/);
  });

  it('is CSV that a spreadsheet opens without running anything', async () => {
    const csv = await engine.sheet('draft.md', draft, 'csv', at);
    assert.ok(csv.startsWith('"no","line"'));
    const lines = csv.trimEnd().split('\r\n');
    assert.equal(lines.length, 1 + (await engine.check(draft)).items.length);
    for (const cell of csv.matchAll(/(?:^|,)"(.)/gm)) assert.doesNotMatch(cell[1] ?? '', /[=+@]/);
  });

  const flawed: Draft = {
    uri: 'file:///w/flawed.md',
    language: 'markdown',
    text: [
      '# The *high* wall',
      'Bo Ahlgren said: “The wall was *never* meant to hold a storm.”[^1]',
      '<!-- groundwork-bibliography apa -->',
      'A list.',
      '<!-- /groundwork-bibliography -->',
      '[^1]: A note that names nothing.\n',
    ].join('\n\n'),
  };

  it('is no green light for right words of the wrong person: the finding comes first, as a warning', async () => {
    const verdict = 'misattributed, with an unknown citation (words exact)';
    const html = await engine.sheet('flawed.md', flawed, 'html', at);
    assert.ok(html.includes(`<td class="warning"><b>${verdict}</b><p>The source gives these words to Lind`), html);
    assert.ok(html.includes(`<b>1</b> quotation ${verdict}`));
    assert.doesNotMatch(html, /class="good"/);
    const markdown = await engine.sheet('flawed.md', flawed, 'markdown', at);
    assert.ok(markdown.includes(`## 1. ⚠ ${verdict}, line 3 (Bo Ahlgren)`), markdown);
    const csv = await engine.sheet('flawed.md', flawed, 'csv', at);
    assert.ok(csv.includes(`"${verdict}","The source gives these words to Lind`), csv);
  });

  it('shows the draft without its markup, the marks where they belong', async () => {
    const html = await engine.sheet('flawed.md', flawed, 'html', at);
    const shown = html.slice(html.indexOf('<div class="draft">') + 19, html.indexOf('</div>'));
    const words = shown.replace(/<a class="number"[^>]*>\d+<\/a>|<\/?(?:b|mark)\b[^>]*>/g, '');
    assert.equal(
      words,
      'The high wall\n\nBo Ahlgren said: “The wall was never meant to hold a storm.”[1]\n\nA list.\n\n[1] A note that names nothing.\n',
    );
    const marked = [...shown.matchAll(/<mark\b[^>]*>([^<]*)<\/mark>/g)].map(match => match[1]);
    assert.equal(marked.join(''), '“The wall was never meant to hold a storm.”');
    assert.ok(html.includes('<td>“The wall was never meant to hold a storm.”<p class="speaker">'));
  });

  it('keeps paragraphs apart around a comment, and what is no Markdown as it is', async () => {
    const shown = async (text: string, language: Draft['language']): Promise<string> => {
      const html = await engine.sheet('d', { uri: 'file:///w/d', language, text }, 'html', at);
      return html.slice(html.indexOf('<div class="draft">') + 19, html.indexOf('</div>'));
    };
    assert.equal(await shown('One\n<!-- c -->\n\nTwo\n', 'markdown'), 'One\n\nTwo\n');
    assert.equal(await shown('One\n\n<!-- c -->\n\nTwo\n', 'markdown'), 'One\n\nTwo\n');
    assert.equal(await shown('---\ntitle: One\n---\n\nTwo\n', 'markdown'), 'Two\n');
    assert.equal(await shown('See Mr.~Lind.\n', 'latex'), 'See Mr.~Lind.\n');
    assert.equal(await shown('# One *two*\n', 'plaintext'), '# One *two*\n');
  });
});

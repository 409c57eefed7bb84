/** Marks of notes are nobody's words: a quotation goes on over them. */
import assert from 'node:assert/strict';
import { epub, sentence } from './documents.ts';
import { read } from './read.ts';

const words = 'The vote was late, and nobody had slept for two days and two nights before it was called at last.';

function page(body: string): string {
  const more = Array.from({ length: 4 }, (_, i) => `<p>${words} It was vote number ${i + 1} of a long week.</p>`);
  return `<!doctype html><html lang="en"><head><title>The late vote</title></head><body><article>${body}${more.join('')}</article></body></html>`;
}

const marked: Readonly<Record<string, string>> = {
  'a raised link': '<sup><a href="#fn1">1</a></sup>',
  'a link that is raised': '<a href="#fn1"><sup>[1]</sup></a>',
  "pandoc's": '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref">1</a>',
  "LibreOffice's": '<a class="sdfootnoteanc" name="x" href="#sdfootnote1sym"><sup>1</sup></a>',
  "Wikipedia's": '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>',
  'struck words': '<del>, and early,</del>',
};

describe('the mark of a note', () => {
  for (const [name, mark] of Object.entries(marked)) {
    it(`is left out of a page: ${name}`, async () => {
      const { text } = await read('vote.html', page(`<p>${words.replace('late,', `late,${mark}`)}</p>`));
      assert.ok(text.includes(`${words}\n`), text.slice(0, 200));
    });

    it(`is left out of a book: ${name}`, async () => {
      const { text } = await read('vote.epub', epub({ One: `<p>${sentence}${mark} ${words}</p>` }));
      assert.ok(text.includes(`${sentence} ${words}`), text.slice(0, 200));
    });
  }

  it('leads back from the note unseen', async () => {
    const { text } = await read(
      'vote.html',
      page('<ol><li id="fn1">The first note. <a href="#fnref1">↩︎</a></li></ol>'),
    );
    assert.ok(text.includes('The first note.\n'), text);
  });

  it('is none where the words are', async () => {
    const body =
      '<p>It was <a href="#x">late</a> on the 4<sup>th</sup>, and 40 m<sup>2</sup> of <a href="/7">7</a> rooms.</p>';
    const { text } = await read('vote.html', page(body));
    assert.ok(text.includes('It was late on the 4th, and 40 m2 of 7 rooms.'), text);
  });
});

describe('a page that a script fills', () => {
  const body = Array.from({ length: 5 }, (_, i) => `${words} It was vote number ${i + 1} &amp; not the last.`);
  const linked = (articleBody: string): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The late vote', articleBody })}</script>`;

  it('has the words that it repeats for search engines', async () => {
    const html = `<html><head>${linked(body.join('\n\n'))}</head><body><div id="app"></div></body></html>`;
    const { text, problems } = await read('vote.html', html);
    assert.deepEqual(problems, []);
    assert.equal(text, `The late vote\n\n${body.join('\n\n').replaceAll('&amp;', '&')}`);
  });

  it('has its own words where they are all there', async () => {
    const html = page(`<p>${words}</p>`).replace('<title>', `${linked(words.repeat(4))}<title>`);
    const { text } = await read('vote.html', html);
    assert.match(text, /vote number 4/);
  });
});

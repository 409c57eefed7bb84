import assert from 'node:assert/strict';
import { findCitations } from '../../src/citations/findCitations.ts';
import { footnote, footnoteDefinitions, footnotes } from '../../src/citations/footnote.ts';
import { libraryOf } from '../../src/citations/library.ts';
import type { Edit, Source } from '../../src/model.ts';
import { contextOf, draftOf, hostileTitles, sample } from './samples.ts';

/** The draft with a definition for the source. */
function cited(text: string, source: Source): string {
  return applied(text, footnote.write(source, {}, contextOf(text, source)).edits);
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

const written = 'Bridge budget grows again, Rosa Ode, 2024-03-02, sources/a.md';
const source = sample({ path: 'sources/a.md' });

describe('a footnote with a page', () => {
  const write = (text: string, locator: string): string => {
    const { mark, edits } = footnote.write(source, { locator }, contextOf(text, source));
    return `${mark} ${applied(text, edits)}`;
  };

  it('says the page, and is used again for the same page only', () => {
    const first = write('One.', 'p. 3');
    assert.equal(first, '[^1] One.\n\n[^1]: Bridge budget grows again, Rosa Ode, 2024-03-02, p. 3, sources/a.md');
    const text = first.slice('[^1] '.length).replace('One.', 'One.[^1]');
    assert.equal(write(text, 'p. 3'), `[^1] ${text}`);
    assert.equal(
      write(text, 'p. 4'),
      `[^2] ${text}\n[^2]: Bridge budget grows again, Rosa Ode, 2024-03-02, p. 4, sources/a.md`,
    );
    assert.equal(findCitations(contextOf(text, source))[0]?.sourceId, source.id, 'it is recognised');
  });

  it('leaves a note without a page as it is: it stands for the whole', () => {
    const text = `One.[^1]\n\n[^1]: ${written}`;
    assert.equal(write(text, 'p. 3'), `[^1] ${text}`);
  });
});

describe('footnotes of a draft', () => {
  const find = (text: string) => {
    const { prose } = draftOf(text);
    return footnotes(text, prose).map(({ span, definition }) => [
      text.slice(span.start, span.end),
      definition?.content,
    ]);
  };

  it('have their definition', () => {
    assert.deepEqual(find('One.[^1] Two.[^b]\n\n[^1]: First\n[^b]: Second\n'), [
      ['[^1]', 'First'],
      ['[^b]', 'Second'],
    ]);
  });

  it('may be used twice, and without regard to case', () => {
    assert.deepEqual(find('One.[^A] Two.[^a]\n\n[^a]: First'), [
      ['[^A]', 'First'],
      ['[^a]', 'First'],
    ]);
  });

  it('may lack a definition', () => {
    assert.deepEqual(find('One.[^1]'), [['[^1]', undefined]]);
  });

  it('are not looked for in code, math, comments or front matter', () => {
    assert.deepEqual(find('---\ntitle: x[^1]\n---\n`[^1]` $[^1]$ <!-- [^1] -->\n\n```\n[^1]\n[^1]: no\n```\n'), []);
  });

  it('go on over indented lines and to the end of their paragraph', () => {
    const text = 'One.[^1]\r\n\r\n[^1]: First\r\n    and more\r\n\r\nNot this\r\n';
    const { prose } = draftOf(text);
    assert.equal(footnoteDefinitions(text, prose)[0]?.content, 'First\r\n    and more');
  });

  it('go on over a blank line when what follows is indented', () => {
    const text = 'One.[^1]\n\n[^1]: First\n\n    second paragraph\n\nNot this\n';
    const { prose } = draftOf(text);
    assert.equal(footnoteDefinitions(text, prose)[0]?.content, 'First\n\n    second paragraph');
  });

  it('are found in plain text', () => {
    const text = 'One.[^1]\n\n[^1]: First';
    const { prose } = draftOf(text, 'plaintext');
    assert.equal(footnotes(text, prose)[0]?.definition?.content, 'First');
  });
});

describe('a new footnote', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['goes to the end of a draft without a newline', 'One.', `One.\n\n[^1]: ${written}`],
    ['goes below the last line', 'One.\n', `One.\n\n[^1]: ${written}\n`],
    ['uses a blank line that is there', 'One.\n\n', `One.\n\n[^1]: ${written}\n`],
    ['does not add to many blank lines', 'One.\n\n\n', `One.\n\n\n[^1]: ${written}\n`],
    ['keeps Windows line ends', 'One.\r\n', `One.\r\n\r\n[^1]: ${written}\r\n`],
    ['keeps Windows line ends without one at the end', 'One.\r\nTwo.', `One.\r\nTwo.\r\n\r\n[^1]: ${written}`],
    ['starts an empty draft', '', `[^1]: ${written}`],
    ['goes below front matter alone', '---\ntitle: x\n---\n', `---\ntitle: x\n---\n\n[^1]: ${written}\n`],
    ['goes below front matter without a newline', '---\ntitle: x\n---', `---\ntitle: x\n---\n\n[^1]: ${written}`],
    [
      'goes below the last definition',
      'One.[^1]\n\n[^1]: x\n\nMore.\n',
      `One.[^1]\n\n[^1]: x\n[^2]: ${written}\n\nMore.\n`,
    ],
    [
      'goes below the last one with its lines',
      'A.[^1]\n\n[^1]: x\n    y\n',
      `A.[^1]\n\n[^1]: x\n    y\n[^2]: ${written}\n`,
    ],
    ['goes below Windows definitions', 'A.[^1]\r\n\r\n[^1]: x\r\n', `A.[^1]\r\n\r\n[^1]: x\r\n[^2]: ${written}\r\n`],
    ['takes the next number', 'A.[^7] B.[^x]\n', `A.[^7] B.[^x]\n\n[^8]: ${written}\n`],
    ['closes no code that is open', 'A.\n\n```\ncode', `A.\n\n\`\`\`\ncode\n\n[^1]: ${written}`],
    ['does not go into a definition in code', '```\n[^1]: no\n```\n', `\`\`\`\n[^1]: no\n\`\`\`\n\n[^1]: ${written}\n`],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(cited(text, source), expected));

  it('has the label of its mark', () => {
    assert.equal(footnote.write(source, {}, contextOf('A.[^2]', source)).mark, '[^3]');
  });

  it('is not written when the source has one', () => {
    const context = contextOf(`A.[^lind]\n\n[^lind]: ${written}\n`, source);
    assert.deepEqual(footnote.write(source, {}, context), { gap: '', mark: '[^lind]', edits: [] });
  });

  it('is written when another source of the same title has one', () => {
    const other = sample({ path: 'sources/other.md' });
    const context = contextOf(`A.[^1]\n\n[^1]: ${written}\n`, source, other);
    assert.equal(footnote.write(other, {}, context).mark, '[^2]');
  });
});

describe('a hostile title', () => {
  for (const [name, title] of hostileTitles) {
    it(`stays words in a footnote: ${name}`, () => {
      const hostile = sample({ title, path: 'sources/hostile.md' });
      const sources = [sample(), hostile];
      const { mark, edits } = footnote.write(hostile, {}, contextOf('“Forty.”\n', ...sources));
      const text = applied('“Forty.”\n', [{ span: { start: 8, end: 8 }, text: mark }, ...edits]);
      const after = contextOf(text, ...sources);
      const citations = findCitations(after);
      assert.deepEqual(
        citations.map(citation => [text.slice(citation.span.start, citation.span.end), citation.sourceId]),
        [['[^1]', hostile.id]],
      );
      assert.deepEqual(footnote.write(hostile, {}, after), { gap: '', mark: '[^1]', edits: [] });
      assert.deepEqual(after.prose.links, [], 'no link');
      assert.deepEqual(after.prose.comments, [], 'no comment');
      assert.equal(footnoteDefinitions(text, after.prose).length, 1, 'one definition');
      assert.equal(after.prose.blocks.length, 2, 'one paragraph and one note');
    });
  }
});

describe('naming a source', () => {
  const article = sample({
    path: 'sources/budget.md',
    url: 'https://news.example/budget',
    title: 'Bridge budget grows',
  });
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['its url', 'See https://news.example/budget, last read today', true],
    ['its url with a fragment', 'https://news.example/budget#p3', true],
    ['its path', 'sources/budget.md', true],
    ['its path from here', './sources/budget.md, p. 3', true],
    ['its title', 'R. Ode, “Bridge budget grows”, Daily', true],
    ['its title in capitals', 'BRIDGE BUDGET GROWS', true],
    ['its title in emphasis', '*Bridge budget grows*, Daily', true],
    ['another path that ends alike', 'other-sources/budget.md', false],
    ['another path that begins alike', 'sources/budget.mdx', false],
    ['another url that begins alike', 'https://news.example/budget-2025', false],
    ['another url below', 'https://news.example/budget/2025', false],
    ['a title that goes on', 'Bridge budget growsome', false],
    ['words about it', 'The mayor spoke about the bridge budget.', false],
    ['nothing', '', false],
  ];
  const names = (content: string, source: Source) => libraryOf([source]).named(content) === source;
  for (const [name, content, expected] of cases) {
    it(`${expected ? 'by' : 'not by'} ${name}`, () => assert.equal(names(content, article), expected));
  }

  it('not by a title that is too common a phrase', () => {
    assert.equal(names('It was in the news', sample({ title: 'News', path: 'sources/n.md' })), false);
  });

  it('not by an empty title or path', () => {
    assert.equal(names('Anything', sample({ title: '', path: '' })), false);
  });

  it('by the longest title, and by the date of two that share one', () => {
    const first = sample({ title: 'Bridge budget grows' });
    const longer = sample({ title: 'Bridge budget grows again' });
    const later = sample({ title: 'Bridge budget grows again', published: '2025-01-01' });
    const library = libraryOf([first, longer, later]);
    assert.equal(library.named('“Bridge budget grows again”, 2024'), longer);
    assert.equal(library.named('“Bridge budget grows again”, 2025-01-01'), later);
    assert.equal(library.named('“Bridge budget grows”, 2025-01-01'), first);
  });
});

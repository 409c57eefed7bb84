import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DraftLanguage } from '../../src/model.ts';
import { fold } from '../../src/text/fold.ts';
import type { Prose } from '../../src/text/prose.ts';
import { readProse as prose } from '../../src/text/readProse.ts';

/** `kind: words` for each block, folded as matching reads them. */
function blocks(text: string, language: DraftLanguage = 'markdown'): string[] {
  const read = sound(text, language);
  return read.blocks.map(({ kind, span }) => `${kind}: ${fold(read.text.slice(span.start, span.end)).text.trim()}`);
}

/** Reads a draft and checks what holds for every one. */
function sound(text: string, language: DraftLanguage): Prose {
  const read = prose(text, language);
  assert.equal(read.text.length, text.length);
  assert.equal(read.text.replace(/[^\n]/g, ''), text.replace(/[^\n]/g, ''));
  let end = 0;
  for (const { span } of read.blocks) {
    assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
    end = span.end;
  }
  return read;
}

const maskedParts = (text: string, language: DraftLanguage, ...parts: string[]) =>
  parts.map(part => prose(text, language).masked(text.indexOf(part) + 1));

describe('prose of Markdown', () => {
  it('knows the kinds of blocks', () => {
    const draft = [
      '# A *title*',
      'One\nparagraph.',
      'Setext\n======',
      '- first\n- [ ] second\n\n  still second',
      '1. third',
      '> quoted\n> words\nlazily',
      '| a | b |\n|---|---|\n| c | “d” |',
      '![A caption](x.png)',
      '[^1]: A note.\n[^2]: Other\n    note.',
    ].join('\n\n');
    assert.deepEqual(blocks(draft), [
      'heading: A title',
      'paragraph: One paragraph.',
      'heading: Setext',
      'list-item: first',
      'list-item: second',
      'list-item: still second',
      'list-item: third',
      'blockquote: quoted words lazily',
      'table: a',
      'table: b',
      'table: c',
      'table: "d"',
      'caption: A caption',
      'footnote: A note.',
      'footnote: Other note.',
    ]);
  });

  it('keeps words and quotations whole where emphasis stands in them', () => {
    assert.deepEqual(blocks('He said “*I might* have to”, un*believ*able **“so”**, ~~gone~~.'), [
      'paragraph: He said "I might have to", unbelievable "so", gone.',
    ]);
    const straight = prose('**"bold"** *"it"*, [**"linked"**](x) end', 'markdown').text;
    assert.match(straight, / "bold" /);
    assert.match(straight, / "it"\u200b,/);
  });

  it('blanks code, math, HTML, comments, citations and targets', () => {
    const draft =
      'Word `code` $x^2$ <b>bold</b> [label](http://a.b "t") [@key, p. 3] [see -@other] note.[^1]^[inline] <!-- no --> https://c.d end.';
    assert.deepEqual(blocks(draft), ['paragraph: Word bold label note. end.']);
    assert.deepEqual(
      maskedParts(draft, 'markdown', 'code', 'x^2', '<b>', 'http://a', '@key', '[^1]', ' no ', 'https'),
      new Array(8).fill(true),
    );
    assert.deepEqual(maskedParts(draft, 'markdown', 'Word', 'label', 'bold<', 'note'), new Array(4).fill(false));
  });

  it('leaves money, the writer’s brackets and unknown references alone', () => {
    const draft = 'It cost $5 and $10, up to $20 million in A$ terms; “[they] went [...] [sic]” [no][where].';
    assert.equal(prose(draft, 'markdown').text, draft);
  });

  it('finds links, comments and front matter', () => {
    const draft =
      '---\ntitle: “x”\n---\n[a](b) [c][d] [[page|name]] <https://e.f>\n\n<!-- groundwork-ignore -->\nNext.\n\n[d]: http://g.h\n';
    const read = sound(draft, 'markdown');
    assert.deepEqual(read.frontMatter, { start: 0, end: draft.indexOf('[a]') });
    assert.deepEqual(
      read.links.map(({ label, target }) => [draft.slice(label.start, label.end), target]),
      [
        ['a', 'b'],
        ['c', 'http://g.h'],
        ['name', 'page'],
        ['<https://e.f>', 'https://e.f'],
      ],
    );
    assert.deepEqual(
      read.comments.map(({ start, end }) => draft.slice(start, end)),
      ['<!-- groundwork-ignore -->'],
    );
    assert.deepEqual(blocks(draft), ['paragraph: a c name', 'paragraph: Next.']);
  });

  it('takes rules at the beginning for no front matter', () => {
    assert.equal(prose('---\nOnly words here.\n---\n', 'markdown').frontMatter, undefined);
    assert.equal(prose('---\nkey: not closed\n', 'markdown').frontMatter, undefined);
  });

  it('reads escapes and entities', () => {
    assert.deepEqual(blocks('\\"One\\" &amp; &quot;two&quot; &eacute; &#8220;x&#8221; &unknown; 5\\*'), [
      'paragraph: "One" & "two" é "x" &unknown; 5*',
    ]);
  });

  it('gives the same blocks with CRLF, a byte order mark and emoji', () => {
    const draft = '# 👍 Title\n\n- “a”\n\n```\ncode\n```\n\nLast 🚀 line\n\n[^1]: note';
    assert.deepEqual(blocks(`\ufeff${draft.replaceAll('\n', '\r\n')}`), blocks(draft));
  });

  it('lets an unclosed fence reach to the end', () => {
    const draft = 'Before.\n\n```js\n“code”\n\nmore';
    assert.deepEqual(blocks(draft), ['paragraph: Before.']);
    assert.equal(prose(draft, 'markdown').masked(draft.length - 1), true);
  });
});

describe('prose of LaTeX', () => {
  it('reads the body without commands', () => {
    const draft = String.raw`\documentclass{article}\title{No}
\begin{document}
\section{The \emph{bridge}}
She said ${'``'}it is na\"{\i}ve'' \cite[p.~3]{ode}. It \textbf{is} 5\% of $x$ and \$5 % comment
\begin{quote}Quoted words\end{quote}
\begin{itemize}\item One \item Two\end{itemize}
\begin{equation} a=b \end{equation}
\begin{tabular}{ll} a & b \\ c & d \end{tabular}
\begin{figure}[h]\includegraphics{x}\caption{Its caption}\end{figure}
\end{document} after`;
    assert.deepEqual(blocks(draft, 'latex'), [
      'heading: The bridge',
      'paragraph: She said "it is naïve" . It is 5% of and $5',
      'blockquote: Quoted words',
      'list-item: One',
      'list-item: Two',
      'table: a',
      'table: b',
      'table: c',
      'table: d',
      'caption: Its caption',
    ]);
    assert.deepEqual(maskedParts(draft, 'latex', '{ode}', 'comment\n', 'a=b', ' after'), [true, true, true, true]);
  });

  it('shows \\enquote as marks that pair', () => {
    assert.deepEqual(blocks(String.raw`He: \enquote{a \enquote{deep} one}.`, 'latex'), [
      `paragraph: He: "a 'deep' one".`,
    ]);
  });

  it('makes a footnote behind a sentence a block and blanks one within', () => {
    assert.deepEqual(blocks(String.raw`One.\footnote{See \emph{Ode}.} Two\footnote{within} more.`, 'latex'), [
      'paragraph: One.',
      'footnote: See Ode.',
      'paragraph: Two more.',
    ]);
  });

  it('gives links', () => {
    const { links } = prose(String.raw`\href{http://a.b}{words} and \url{http://c.d}`, 'latex');
    assert.deepEqual(
      links.map(({ target }) => target),
      ['http://a.b', 'http://c.d'],
    );
  });
});

describe('prose of plain text', () => {
  it('ends blocks at blank lines, and at every line where lines are not wrapped', () => {
    assert.deepEqual(blocks('One\nline.\n\nTwo.', 'plaintext'), ['paragraph: One line.', 'paragraph: Two.']);
    const long = 'A long line of an article that was never wrapped by hand. '.repeat(3).trim();
    assert.deepEqual(blocks(`Title\n${long}\nEnd.`, 'plaintext'), [
      'paragraph: Title',
      `paragraph: ${long}`,
      'paragraph: End.',
    ]);
  });

  it('understands footnotes, comments, quoted lines, addresses and front matter', () => {
    const draft = '---\ntitle: x\n---\nSaid.[^1] See https://a.b/c.\n> quoted\n\n<!-- c -->\n\n[^1]: A note\n';
    assert.deepEqual(blocks(draft, 'plaintext'), ['paragraph: Said. See .', 'blockquote: quoted', 'footnote: A note']);
    assert.equal(prose(draft, 'plaintext').comments.length, 1);
  });
});

describe('prose of any text', () => {
  const languages = ['markdown', 'latex', 'plaintext'] as const;
  const markup = fc
    .array(
      fc.constantFrom(
        ...'ab“" \n\r\t*_`$[](){}<>!-#>|&;\\%~^@:.=+1',
        '\n\n',
        '```',
        '<!--',
        '-->',
        '[^1]',
        '\\emph',
        '\\begin{quote}',
        '👍',
        '---\n',
      ),
    )
    .map(parts => parts.join(''));

  it('is as long as the draft, with blocks in order, whatever the markup', () => {
    for (const language of languages)
      fc.assert(
        fc.property(markup, text => void sound(text, language)),
        { numRuns: 500 },
      );
  });

  it('copes with nothing at all', () => {
    for (const language of languages) assert.deepEqual(prose('', language).blocks, []);
  });

  it('reads two megabytes, and marks without partners (times are printed)', () => {
    const paragraph = `${'Mayor Lind said the bridge, closed in *May*, “will cost 40 million” in all.[^1] '.repeat(6)}\n\n`;
    const drafts = {
      paragraphs: paragraph.repeat(4000),
      '*a ': '*a '.repeat(20_000),
      '[a](': '[a]('.repeat(20_000),
      '\\(': '\\('.repeat(20_000),
    };
    for (const language of languages) {
      for (const [name, draft] of Object.entries(drafts)) {
        const began = performance.now();
        sound(draft, language);
        console.log(
          `      ${language}, ${name}: ${draft.length >> 10} KB in ${(performance.now() - began).toFixed(0)} ms`,
        );
      }
    }
  });
});

/** Citations as people write them, whom no style guide watches: what each names, and what a check says of the draft. */
import assert from 'node:assert/strict';
import { findCitations } from '../../src/citations/findCitations.ts';
import { libraryOf } from '../../src/citations/library.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { DraftLanguage } from '../../src/model.ts';
import { draftOf, sample } from './samples.ts';

const bridge = sample({
  path: 'sources/bridge.md',
  url: 'https://news.example/bridge',
  publisher: 'The Harbour Post',
  text: '“The bridge will cost 40 million crowns,” said Mayor Rosa Lind on Friday.',
});
const ferry = sample({
  path: 'sources/ferry.md',
  url: 'https://news.example/ferry?id=7',
  title: 'A ferry for the summer months',
  authors: ['Ann Roe', 'Tom Berg', 'Aled Price'],
  published: '2023-11-30',
  text: '“No one will be left on the wrong side of the water,” said Ann Roe.',
});
const library = libraryOf([bridge, ferry]);
const store = createSourceStore();
for (const source of [bridge, ferry]) store.put(source.uri, { sources: [source], problems: [] });
const engine = createEngine({ store });

const ode = library.keyOf(bridge);
const roe = library.keyOf(ferry);
const quote = '“The bridge will cost 40 million crowns,” said Mayor Rosa Lind';

function named(text: string, language: DraftLanguage = 'markdown'): (string | undefined)[] {
  const titles = new Map([bridge, ferry].map(source => [source.id, source.path.replace(/^sources\/|\.md$/g, '')]));
  return findCitations({ ...draftOf(text, language), library }).map(({ sourceId }) => titles.get(sourceId ?? ''));
}

async function found(text: string, language: DraftLanguage = 'markdown'): Promise<string[]> {
  const { findings } = await engine.check({ uri: 'file:///desk/draft.md', language, text });
  const own = findings.filter(({ code }) => code.startsWith('citation-') || code === 'quote-uncited');
  return own.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

describe('a footnote', () => {
  const notes: readonly (readonly [string, string])[] = [
    ['goes on below without an indent', 'Ode,\nBridge budget grows again, 2024.'],
    ['goes on in a paragraph of its own', 'She spoke twice.\n\n    See Bridge budget grows again.'],
    ['is an address with what a newsletter added', 'https://www.news.example/bridge/?utm_source=x&fbclid=y'],
    ['is an author and a year', 'See Ode 2024, p. 3.'],
    ['is an author and a short title', 'Ode, “Bridge budget.”'],
    ['is an author, a publisher and a month', 'Rosa Ode, The Harbour Post, March 2024, pp. 3–4.'],
    ['is an author, a publisher and a day', 'Rosa Ode, The Harbour Post, 2 March 2024.'],
  ];
  for (const [name, note] of notes)
    it(name, async () => {
      const text = `${quote}.[^1]\n\n[^1]: ${note}\n`;
      assert.deepEqual(named(text), ['bridge']);
      assert.deepEqual(await found(text), []);
    });

  it('says ibid. of the note before it', () => {
    assert.deepEqual(named(`${quote}.[^1] And.[^2]\n\n[^1]: Bridge budget grows again.\n[^2]: Ibid., p. 4.\n`), [
      'bridge',
      'bridge',
    ]);
  });

  it('does not go on into the next note, list or heading', () => {
    for (const next of ['[^2]: Another.', '- Bridge budget grows again', '# Bridge budget grows again'])
      assert.deepEqual(named(`One.[^1]\n\n[^1]: A remark.\n${next}\n`), [undefined], next);
  });

  it('may name several sources', async () => {
    const note = '[^1]: See A ferry for the summer months; and Bridge budget grows again.';
    assert.deepEqual(await found(`${quote}.[^1]\n\n${note}\n`), []);
    assert.equal((await found(`${quote}.[^1]\n\n[^1]: See A ferry for the summer months.\n`)).length, 1);
  });

  it('of another day, or another year, names nothing', () => {
    for (const note of [
      'Rosa Ode, The Harbour Post, June 2024.',
      'Ode, “Bridge and budget.”',
      'Rosa Ode, The Harbour Post, 5 March 2024.',
      'Ode 2023, p. 3.',
      'Rosa Ode, The Harbour Post.',
    ])
      assert.deepEqual(named(`One.[^1]\n\n[^1]: ${note}\n`), [undefined], note);
  });
});

describe('an address', () => {
  const targets = [
    'https://news.example/bridge?utm_source=tw',
    'http://www.news.example/bridge',
    '@{https://news.example/bridge}',
  ];
  for (const target of targets)
    it(`names its page: ${target}`, () => {
      assert.deepEqual(named(target.startsWith('@') ? `${quote} [${target}].` : `${quote} ([Post](${target})).`), [
        'bridge',
      ]);
    });

  it('keeps the parameters that say which page it is', () => {
    assert.deepEqual(
      named('([a](https://news.example/ferry?id=7&utm_medium=x)) ([b](https://news.example/ferry?id=8))'),
      ['ferry'],
    );
  });
});

describe('author and date', () => {
  const written: readonly (readonly [string, string | undefined])[] = [
    [`${quote} (Ode, 2024a, p. 3).`, 'bridge'],
    [`Ode’s (2024) report: ${quote}.`, 'bridge'],
    ['So they said (Roe, Berg & Price, 2023).', 'ferry'],
    ['So they said (Roe, Berg, and Price, 2023).', 'ferry'],
    ['Roe et al. (2023) said so.', 'ferry'],
    ['The war (1939–1945), the vote (June 2024) and Wales (2024).', undefined],
  ];
  for (const [text, expected] of written)
    it(text, () => assert.deepEqual(named(text), expected === undefined ? [] : [expected]));
});

describe('several citations side by side', () => {
  for (const marks of [`[@${roe}; @${ode}]`, `[@${roe}] [@${ode}]`, '(Roe et al., 2023; Ode, 2024)'])
    it(`are right when one of them is: ${marks}`, async () => assert.deepEqual(await found(`${quote} ${marks}.`), []));

  it('are wrong when none is, and when the right one is cited for other words', async () => {
    assert.deepEqual(await found(`${quote} [@${roe}; @${roe}].`), [`citation-wrong-source @${roe}`]);
    assert.deepEqual(await found(`${quote} [@${roe}], and more of it [@${ode}].`), [`citation-wrong-source [@${roe}]`]);
  });
});

describe('a block quote', () => {
  it('is cited in the line that says whose words it is', async () => {
    const quoted = '> The bridge will cost 40 million crowns.\n>\n> — Rosa Lind';
    assert.deepEqual(await found(`${quoted} [@${ode}]\n`), []);
    assert.equal((await found(`${quoted}\n`))[0], 'quote-uncited The bridge will cost 40 million crowns.');
  });
});

describe('no citation', () => {
  it('are references within the draft, addresses, names elsewhere, packages and rules of style sheets', async () => {
    const text = `As @fig:pivot and [@eq:1; @tbl-two] show. Write to jane@example.org or @jane, see @media print, @types/node,
@babel/core, git@example.org:a/b.git, foo@3.0.0, <x@y.example> and https://social.example/@user. \\@${ode} \`@${ode}\`\n`;
    assert.deepEqual(named(text), []);
    assert.deepEqual(await found(text), []);
  });

  it('is a comment within the braces of LaTeX, an argument, or a package of Typst', async () => {
    assert.deepEqual(named(`\\cite{% why\n  ${ode},\n  ${roe}} \\newcommand{\\x}[1]{\\cite{#1}}`, 'latex'), [
      'bridge',
      'ferry',
    ]);
    const uri = 'file:///desk/draft.typ';
    const { findings } = await engine.check({
      uri,
      language: 'plaintext',
      text: `#import "@preview/cetz:0.2.0"\nText @${ode}.\n`,
    });
    assert.deepEqual(
      findings.filter(({ code }) => code === 'citation-unknown'),
      [],
    );
  });

  it('is what LaTeX shows as it is written', () => {
    const shown = `\\verb|\\cite{${ode}}| \\begin{verbatim}\\cite{${ode}}\\end{verbatim} % \\cite{${ode}}`;
    assert.deepEqual(named(shown, 'latex'), []);
    assert.deepEqual(named(`${shown}\n\\parencites[12]{${ode}}[3]{${roe}}`, 'latex'), ['bridge', 'ferry']);
  });
});

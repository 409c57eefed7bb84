import assert from 'node:assert/strict';
import { fileNameMetadata } from '../../src/sources/fileNameMetadata.ts';
import { isCompanion, readCompanions } from '../../src/sources/library/companions.ts';
import { read } from './readers/read.ts';

async function companions(files: Readonly<Record<string, string>>) {
  return readCompanions(Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));
}

const bibtex = String.raw`
@string{de = "The Daily Example"}
@comment{nothing}
@article{doe2025, author = {Doe, Jane and {World Bank} and M{\"u}ller, Karl}, title = "The {Bridge}: what it costs -- and \& why",
  journal = de # { Online}, date = {2025-10-16}, url = {https://example.org/b}, langid = {english}, urldate = {2025-11-01},
  file = {Full Text PDF:files/12/doe - 2025.pdf:application/pdf;Snapshot:files/13/bridge.html:text/html} }
@misc{jab, title = {Jab}, file = {:papers/Jab Ref.pdf:PDF}, year = 2024, month = mar, day = 2}
@misc{win, title = {Win}, file = {C\:\\Users\\me\\win.pdf}}
@article{open, title = {never closed
@misc{after, title = {After}, file = {after.pdf}}
`;

describe('what others say of a source', () => {
  it('is in a sidecar beside it', async () => {
    const said = await companions({
      'a/report.yml': 'title: The bridge\nauthor: Jane Doe\naccessed: 2025-11-01\n',
      'a/talk.srt.yaml': 'title: The talk\n',
      'a/book.csl.json':
        '{"type":"book","title":"The Book","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[2024,3,2]]}}',
    });
    assert.deepEqual(said.problems, []);
    assert.deepEqual(said.knownOf('a/report.pdf'), {
      title: 'The bridge',
      authors: ['Jane Doe'],
      accessed: '2025-11-01',
    });
    assert.deepEqual(said.knownOf('a/talk.srt'), { title: 'The talk' });
    assert.deepEqual(said.knownOf('a/book.epub'), {
      title: 'The Book',
      authors: ['Jane Doe'],
      published: '2024-03-02',
    });
    assert.equal(said.knownOf('b/report.pdf'), undefined);
  });

  it('is in a BibTeX library whose entries point at files', async () => {
    const said = await companions({ 'library.bib': bibtex });
    assert.deepEqual(said.knownOf('sources/files/12/Doe - 2025.pdf'), {
      title: 'The Bridge: what it costs – and & why',
      authors: ['Jane Doe', 'World Bank', 'Karl Müller'],
      publisher: 'The Daily Example Online',
      published: '2025-10-16',
      url: 'https://example.org/b',
      language: 'en',
      accessed: '2025-11-01',
      citationKey: 'doe2025',
    });
    assert.equal(said.knownOf('files/13/bridge.html')?.title, 'The Bridge: what it costs – and & why');
    assert.deepEqual(said.knownOf('Jab Ref.pdf'), { title: 'Jab', published: '2024-03-02', citationKey: 'jab' });
    assert.equal(said.knownOf('win.pdf')?.title, 'Win');
    assert.equal(said.knownOf('after.pdf')?.title, 'After');
    assert.deepEqual(said.problems, [{ path: 'library.bib', message: 'has an entry that is never closed (line 9)' }]);
  });

  it('names people as each format has it', async () => {
    const bib = '@misc{a, author = {Doe, Jr., Jane and given=Anna, prefix=de, family=Roe and others}, file = {a.pdf}}';
    const csl =
      '[{"type":"book","author":[{"family":"Berg","given":"Jo","non-dropping-particle":"van den"}],"file":"c.pdf"}]';
    const said = await companions({
      'x.bib': bib,
      'x.ris': 'TY  - NEWS\nAU  - Doe, Jane, Jr.\nL1  - file:///C:/My%20Papers/b%20two.pdf\nER  - \n',
      'x.csl.json': csl,
      'd.yml': 'references:\n- title: In YAML\n  author:\n  - family: Doe\n    given: Jane\n',
    });
    assert.deepEqual(said.knownOf('a.pdf')?.authors, ['Jane Doe Jr.', 'Anna de Roe']);
    assert.deepEqual(said.knownOf('b two.pdf')?.authors, ['Jane Doe Jr.']);
    assert.deepEqual(said.knownOf('c.pdf')?.authors, ['Jo van den Berg']);
    assert.deepEqual(said.knownOf('d.pdf'), { title: 'In YAML', authors: ['Jane Doe'] });
  });

  it('is in a RIS library', async () => {
    const ris =
      'TY  - NEWS\r\nTI  - The bridge\r\nAU  - Doe, Jane\r\nAU  - Roe, John\r\nT2  - The Daily Example\r\nDA  - 2025/10/16/\r\nUR  - https://example.org/b\r\nL1  - pdfs/bridge.pdf\r\nER  - \r\n';
    const said = await companions({ 'x.ris': ris });
    assert.deepEqual(said.knownOf('pdfs/bridge.pdf'), {
      title: 'The bridge',
      publisher: 'The Daily Example',
      published: '2025-10-16',
      url: 'https://example.org/b',
      authors: ['Jane Doe', 'John Roe'],
    });
  });

  it('may be the year alone, or a month: that is a date as far as it goes', async () => {
    const said = await companions({
      'y.bib':
        '@article{a, title={A}, year={2019}, file={a.pdf}}\n@book{b, title={B}, year=2019, month=mar, file={b.pdf}}',
      'y.ris': 'TY  - JOUR\nTI  - C\nPY  - 2019\nL1  - c.pdf\nER  - \n',
      'd.csl.json': '{"type":"book","title":"D","issued":{"date-parts":[[2019,3]]}}',
      'e.yml': 'title: E\ndate: 2019\n',
      'f.yml': 'title: F\ndate: Volume 2019\n',
    });
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(name => said.knownOf(`${name}.pdf`)?.published),
      ['2019', '2019-03', '2019', '2019-03', '2019', undefined],
    );
  });

  it('is nothing when two entries point at files of that name with equal right', async () => {
    const said = await companions({
      'x.bib': '@misc{a, title={A}, file={x/r.pdf}}\n@misc{b, title={B}, file={y/r.pdf}}',
    });
    assert.equal(said.knownOf('r.pdf'), undefined);
    assert.equal(said.knownOf('lib/y/r.pdf')?.title, 'B');
  });

  it('is a problem when it cannot be read, and never an error', async () => {
    const said = await companions({
      'a.yml': 'a: [',
      'b.ris': 'x',
      'c.csl.json': '{',
      'd.bib': 'x',
      'e.bib': '@a{'.repeat(5000),
    });
    assert.deepEqual(
      said.problems.map(problem => problem.path).filter((path, i, all) => all.indexOf(path) === i),
      ['a.yml', 'b.ris', 'c.csl.json', 'd.bib', 'e.bib'],
    );
  });

  it('wins over what the file says of itself, and makes it another source for the store', async () => {
    const text = '---\ntitle: Own title\nauthor: Own Author\n---\n\nThe council voted.\n';
    const own = await read('a.md', text);
    const told = await read('a.md', text, { known: { title: 'Told title', accessed: '2025-11-01' } });
    assert.deepEqual(
      [told.source?.title, told.source?.authors, told.source?.accessed],
      ['Told title', ['Own Author'], '2025-11-01'],
    );
    assert.notEqual(told.source?.hash, own.source?.hash);
  });

  it('is in companions only, never in sources', () => {
    const companion = ['a.yml', 'a/b.YAML', 'x.bib', 'x.ris', 'x.csl.json'].map(isCompanion);
    assert.deepEqual(companion, [true, true, true, true, true]);
    assert.deepEqual(['a.json', 'a.txt', 'bib', 'a.pdf'].map(isCompanion), [false, false, false, false]);
  });
});

describe('the name of a file', () => {
  const cases: readonly [string, object][] = [
    ['a/2025-10-16-talks-in-vienna.txt', { title: 'talks in vienna', published: '2025-10-16' }],
    ['20251016_Talks_Vienna.pdf', { title: 'Talks Vienna', published: '2025-10-16' }],
    ['Talks in Vienna 2025-10-16.html', { title: 'Talks in Vienna', published: '2025-10-16' }],
    ['the covid 19 report.docx', { title: 'the covid 19 report' }],
    ['000_8b6e00a719bda484.txt', {}],
    ['scan0012.pdf', {}],
    ['2025-13-45-x-y.txt', {}],
  ];
  for (const [path, expected] of cases) it(path, () => assert.deepEqual(fileNameMetadata(path), expected));

  it('is only a guess', async () => {
    const { source } = await read('2025-10-16-talks-in-vienna.txt', 'a text without any title, that goes on. And on.');
    assert.deepEqual(
      [source?.title, source?.published, source?.guessed],
      ['talks in vienna', '2025-10-16', ['title', 'published']],
    );
  });
});

/** The bibliography that a draft's own front matter names. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { frontMatterBibliography } from '../../src/citations/frontMatterBibliography.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';
import { readBibliographies } from '../../src/node/readBibliography.ts';
import { bibliographyEdits, exportCited } from '../../src/node/writeReferences.ts';
import { sample } from './samples.ts';

const draftOf = (text: string, uri = 'file:///desk/a%20b/draft.md'): Draft => ({ uri, language: 'markdown', text });
const said = (yaml: string) => frontMatterBibliography(draftOf(`---\n${yaml}\n---\n\nText.\n`));

describe('the front matter of a draft', () => {
  it('names files below its folder', () => {
    assert.deepEqual(said('bibliography: refs.bib').files, ['file:///desk/a%20b/refs.bib']);
    assert.deepEqual(said('bibliography: ["refs #1.bib", ../more/b.json]').files, [
      'file:///desk/a%20b/refs%20%231.bib',
      'file:///desk/more/b.json',
    ]);
    assert.deepEqual(said('bibliography:\n  - /abs/refs.bib\n  - C:\\refs\\b.yaml').files, [
      'file:///abs/refs.bib',
      'file:///C:/refs/b.yaml',
    ]);
  });

  it('names a style', () => assert.equal(said('csl: styles/mine.csl').csl, 'file:///desk/a%20b/styles/mine.csl'));

  it('holds entries', () => {
    const yaml = 'references:\n- id: ode2024\n  title: Bridge\n  issued: 2024-03-02\n- title: no key\n- 7';
    assert.deepEqual(said(yaml).references, [
      { id: 'ode2024', type: 'document', title: 'Bridge', issued: { 'date-parts': [[2024, 3, 2]] } },
    ]);
  });

  for (const yaml of [
    'title: x',
    'bibliography:',
    'bibliography: 7',
    'bibliography: [1, {a: b}, ""]',
    'references: {}',
    ': : :',
  ]) {
    it(`may say nothing of it: ${yaml}`, () => assert.deepEqual(said(yaml), { files: [], references: [] }));
  }
});

describe('a draft with its own bibliography', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundwork-'));
    writeFileSync(
      join(folder, 'refs.bib'),
      '@article{lind24, title={Harbour works are late}, author={Roe, Ann}, year=2023, url={https://news.example/h/}}\n' +
        '@book{else20, title={Something Else}, author={Low, Kim}, year=2020}\n',
    );
    writeFileSync(join(folder, 'refs.json'), JSON.stringify([{ id: 'json1', type: 'book', title: 'From JSON' }]));
    writeFileSync(join(folder, 'refs.yaml'), 'references:\n- id: yaml1\n  type: book\n  title: From YAML\n');
    writeFileSync(join(folder, 'bad.bib'), '@article{x, title = {');
  });
  after(() => rmSync(folder, { recursive: true }));

  async function engineFor(files: string) {
    const harbour = sample({
      title: 'Harbour works are late!',
      url: 'https://news.example/h',
      published: '2023-11-30',
    });
    const store = createSourceStore();
    store.put(harbour.uri, { sources: [harbour], problems: [] });
    const engine = createEngine({ store });
    const draft = (text: string) =>
      draftOf(`---\nbibliography: ${files}\n---\n\n${text}\n`, pathToFileURL(join(folder, 'draft.md')).href);
    const problems = await readBibliographies(engine.bibliographyOf(draft('')).files, engine.bibliographies);
    return { engine, draft, harbour, problems };
  }

  it('knows the keys of its files, the source behind one of them too', async () => {
    const { engine, draft, harbour, problems } = await engineFor('[refs.bib, refs.json, refs.yaml]');
    assert.deepEqual(problems, []);
    const text = draft('A [@lind24]. B [@else20; @json1]. C [@yaml1]. D [@nothere]. E [@lind42].');
    const { findings } = await engine.check(text);
    assert.deepEqual(
      findings.map(({ span, code, fixes }) => [
        text.text.slice(span.start, span.end),
        code,
        fixes.map(fix => fix.title),
      ]),
      [
        ['nothere', 'citation-unknown', []],
        ['lind42', 'citation-unknown', ['Change to lind24']],
      ],
    );
    assert.deepEqual(
      engine.citedEntries(text).map(entry => entry.id),
      ['lind24', 'else20', 'json1', 'yaml1'],
    );
    const links = engine.links(text).map(({ passage }) => passage.sourceId);
    assert.deepEqual(links, [harbour.id]);
  });

  it('offers its entries too', async () => {
    const { engine, draft } = await engineFor('refs.bib');
    const text = draft('A [@els]');
    const offered = engine.completeCitation(text, text.text.indexOf('els') + 3)?.completions;
    assert.deepEqual(
      offered?.map(({ key, title, authors, date }) => [key, title, authors, date]),
      [['else20', 'Something Else', 'Kim Low', '2020']],
    );
  });

  it('shows an entry under the pointer', async () => {
    const { engine, draft } = await engineFor('refs.bib');
    const text = draft('A [@else20].');
    const card = engine.hover(text, text.text.indexOf('else20'));
    assert.equal(card?.kind === 'citation' ? card.description : undefined, 'Something Else, Kim Low, 2020');
  });

  it('says what could not be read, and calls no key unknown meanwhile', async () => {
    const { problems, engine, draft } = await engineFor('[gone.bib, bad.bib]');
    assert.deepEqual((await engine.check(draft('A [@nothere].'))).findings, []);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['The bibliography file is not there.', 'The bibliography file could not be read.'],
    );
  });

  it('writes its list in the style it names, and exports what is cited', async () => {
    writeFileSync(join(folder, 'mine.csl'), readFileSync('media/csl/vancouver.csl'));
    const { engine, draft } = await engineFor('refs.bib\ncsl: mine.csl');
    const text = draft('A [@else20]. B [@lind24].');
    const { edits, count, problem } = await bibliographyEdits(engine, text, '/');
    assert.deepEqual([count, problem], [2, undefined]);
    assert.match(edits[0]?.text ?? '', /groundwork-bibliography -->\n\n1\. Low K\. Something Else\. 2020\./);
    const csl = JSON.parse((await exportCited(engine, text, 'csl-json')).text);
    assert.deepEqual(
      csl.map(({ id }: { id: string }) => id),
      ['else20', 'lind24'],
    );
    assert.match((await exportCited(engine, text, 'biblatex')).text, /@book\{else20,[\s\S]*@article\{lind24,/);
  });

  it('says when its style cannot be read', async () => {
    const { engine, draft } = await engineFor('refs.bib\ncsl: gone.csl');
    const { edits, problem } = await bibliographyEdits(engine, draft('A [@else20].'), '/');
    assert.deepEqual(edits, []);
    assert.match(problem ?? '', /gone\.csl could not be read/);
  });
});

describe('an entry of the draft’s own bibliography is a source of the library', () => {
  const words = 'I have never met a pupil who chose to be tired';
  const marsh = { title: 'The Myth of the Lazy Teenager', authors: ['Eleanor Marsh'] };
  const draft = draftOf(
    '---\nreferences:\n- {id: marsh2016, title: The myth of the lazy teenager, issued: 2016}\n- {id: haas2021, title: Against the clock}\n---\n\n' +
      `“${words}” [@haas2021]. More.\n\n“${words}.”\n`,
  );
  const findingsWith = async (holder: object, other: object = {}): Promise<string[]> => {
    const store = createSourceStore();
    const { published: _, ...undated } = sample();
    const given = [
      { ...sample({ path: 'sources/m.pdf', text: `${words}.` }), published: undated.url, ...marsh, ...holder },
      { ...sample({ path: 'sources/h.pdf', text: 'It is the buses.' }), title: 'Against the clock', ...other },
    ];
    for (const source of given) store.put(source.uri, { sources: [source as typeof undated], problems: [] });
    const engine = createEngine({ store });
    const styled = engine.withSettings({ ...engine.settings, citationStyle: 'pandoc' });
    const { findings } = await styled.check(draft);
    return findings.map(({ code, fixes }) => `${code} ${fixes[0]?.edits[0]?.text}`);
  };
  const right = ['citation-wrong-source marsh2016', 'quote-uncited  [@marsh2016]'];

  it('by the title, where nobody says when the source was published', async () => {
    assert.deepEqual(await findingsWith({}), right);
  });
  it('by the title and the year', async () => {
    assert.deepEqual(await findingsWith({ published: '2016' }), right);
  });
  it('by the key that another bibliography gives the source', async () => {
    assert.deepEqual(
      await findingsWith({ title: 'Myth of lazy teenagers', citationKey: 'marsh2016', published: '2016' }),
      right,
    );
  });
  it('not by the title where the years differ', async () => {
    assert.deepEqual(await findingsWith({ published: '1999' }), [
      'citation-wrong-source marshMythLazyTeenager1999',
      'quote-uncited  [@marshMythLazyTeenager1999]',
    ]);
  });
});

import assert from 'node:assert/strict';
import { libraryOf } from '../../src/citations/library.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft, DraftLanguage, Edit, Source } from '../../src/model.ts';
import { formatBibTeX, parseBibTeX } from '../../src/node/bibTeX.ts';
import { readCsl } from '../../src/node/readCsl.ts';
import { shortTitle } from '../../src/sources/shortTitle.ts';
import { hostileTitles, sample } from './samples.ts';

const bridge = sample({ path: 'sources/bridge.md', url: 'https://news.example/bridge_a' });
const harbour = sample({
  path: 'sources/harbour.md',
  title: 'Harbour works are late',
  authors: ['Ann Roe', 'Bo Lind'],
  publisher: 'The Daily',
  published: '2023-11-30',
});

function engineOf(...sources: readonly Source[]) {
  const store = createSourceStore();
  for (const source of sources) store.put(source.uri, { sources: [source], problems: [] });
  return createEngine({ store });
}

function draftOf(text: string, language: DraftLanguage = 'markdown'): Draft {
  return { uri: 'file:///desk/draft.md', language, text };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

async function written(text: string, style: string, engine = engineOf(bridge, harbour)): Promise<string> {
  const csl = await readCsl(style, '/');
  assert.ok('style' in csl, JSON.stringify(csl));
  const { edits, problem } = await engine.writeBibliography(draftOf(text), style, csl);
  assert.equal(problem, undefined);
  return applied(text, edits);
}

const list = (style: string, ...lines: readonly string[]) =>
  [`<!-- groundwork-bibliography ${style} -->`, ...lines, '<!-- /groundwork-bibliography -->'].join('\n\n');

const both = 'One [@roeHarbourWorksAre2023]. Two [@odeBridgeBudgetGrows2024].\n';

describe('a bibliography', () => {
  const styles: readonly (readonly [string, readonly string[]])[] = [
    [
      'apa',
      [
        'Ode, R. (2024, March 2). *Bridge budget grows again*. <https://news.example/bridge_a>',
        'Roe, A., & Lind, B. (2023, November 30). Harbour works are late. *The Daily*.',
      ],
    ],
    [
      'chicago',
      [
        'Ode, Rosa. 2024. “Bridge Budget Grows Again.” March 2, 2024. <https://news.example/bridge_a>.',
        'Roe, Ann, and Bo Lind. 2023. “Harbour Works Are Late.” *The Daily*, November 30, 2023.',
      ],
    ],
    [
      'mla',
      [
        'Ode, Rosa. *Bridge Budget Grows Again*. 2 Mar. 2024, <https://news.example/bridge_a>.',
        'Roe, Ann, and Bo Lind. “Harbour Works Are Late.” *The Daily*, 30 Nov. 2023.',
      ],
    ],
    [
      'vancouver',
      [
        '1. Roe A, Lind B. Harbour works are late. The Daily. 2023 Nov 30;',
        '2. Ode R. Bridge budget grows again \\[Internet\\]. 2024. Available from: <https://news.example/bridge_a>',
      ],
    ],
  ];
  for (const [style, lines] of styles) {
    it(`is written in ${style}`, async () => {
      assert.equal(await written(both, style), `${both}\n## References\n\n${list(style, ...lines)}\n`);
    });
  }

  it('has the whole date of a source, whatever else is known of it', async () => {
    const known: readonly (readonly [Partial<Source>, string, string])[] = [
      [{}, 'Ode, R. (2024, March 2). *A*.', 'Ode, Rosa. 2024. “A.” March 2, 2024.'],
      [{ authors: [] }, '*A*. (2024, March 2).', '“A.” 2024. March 2, 2024.'],
      [
        { publisher: 'The Daily', url: 'https://news.example/a' },
        'Ode, R. (2024, March 2). A. *The Daily*. <https://news.example/a>',
        'Ode, Rosa. 2024. “A.” *The Daily*, March 2, 2024. <https://news.example/a>.',
      ],
      [{ published: '2024-03' }, 'Ode, R. (2024, March). *A*.', 'Ode, Rosa. 2024. “A.” March 2024.'],
      [{ published: '2024' }, 'Ode, R. (2024). *A*.', 'Ode, Rosa. 2024. “A.”'],
    ];
    for (const [given, apa, chicago] of known) {
      const engine = engineOf(sample({ path: 'sources/a.md', title: 'A', ...given }));
      const [entry] = engine.citedEntries(draftOf('x[^1]\n\n[^1]: sources/a.md'));
      const text = `One [@${entry?.id}].\n`;
      assert.ok((await written(text, 'apa', engine)).includes(`\n\n${apa}\n\n`), apa);
      assert.ok((await written(text, 'chicago', engine)).includes(`\n\n${chicago}\n\n`), chicago);
    }
  });

  it('says of a source without a date that it has none', async () => {
    const { published: _, ...undated } = sample({ path: 'sources/a.md', title: 'A' });
    const engine = engineOf(undated);
    const [entry] = engine.citedEntries(draftOf('x[^1]\n\n[^1]: sources/a.md'));
    assert.match(await written(`One [@${entry?.id}].\n`, 'apa', engine), /\nOde, R\. \(n\.d\.\)\. \*A\*\.\n/);
  });

  const opening =
    'The long bridge over the Lind, which the council had promised to the people of both banks, will open in March';
  const drawnOut = `${opening}, as the mayor said again on Monday to a hall full of people who had heard it all before and wanted to know`;
  for (const [name, text, title] of [
    ['has the whole first sentence of a text without a title', `${opening}. It is late.`, opening],
    ['has a very long one up to a comma, without dots', `${drawnOut} more. It is late.`, opening],
  ] as const) {
    it(name, async () => {
      const source = sample({ path: 'sources/b.txt', title: shortTitle(text, 0), guessed: ['title'], text });
      assert.match(source.title, /…$/);
      const engine = engineOf(source);
      const draft = await written(
        `One [@${engine.citedEntries(draftOf('x [[sources/b.txt]]'))[0]?.id}].\n`,
        'apa',
        engine,
      );
      assert.ok(draft.includes(`Ode, R. (2024, March 2). *${title}*.`), draft);
      // A list of references that has it, and an entry exported of it, are this source's.
      assert.equal(libraryOf([source]).named(`Ode, Rosa. ${title}. 2024.`), source);
      const exported = { ...libraryOf([source]).entryOf(source), id: 'own' };
      assert.equal(libraryOf([source], [exported]).keyOf(source), 'own');
    });
  }

  it('is replaced where it stands, and left alone when nothing changed', async () => {
    const once = await written('Two [@odeBridgeBudgetGrows2024].\n', 'vancouver');
    const more = once.replace('Two', 'One [@roeHarbourWorksAre2023]. Two').concat('\nThe end.\n');
    const twice = await written(more, 'vancouver');
    assert.match(twice, /Roe A,[\s\S]*Ode R\.[\s\S]*The end\./);
    assert.equal(twice.match(/groundwork-bibliography/g)?.length, 2);
    assert.equal(await written(twice, 'vancouver'), twice);
  });

  it('goes below a heading that waits for it', async () => {
    const text = await written('Two [@odeBridgeBudgetGrows2024].\n\n# Works cited\n\n# Notes\n', 'vancouver');
    assert.match(text, /# Works cited\n\n<!-- groundwork[\s\S]*\/groundwork-bibliography -->\n\n# Notes\n$/);
  });

  it('goes above the footnotes at the end', async () => {
    const text = await written('Two.[^1]\n\n[^1]: Bridge budget grows again, sources/bridge.md\n', 'vancouver');
    assert.match(text, /Two\.\[\^1\]\n\n## References\n[\s\S]*-->\n\n\[\^1\]: Bridge budget/);
  });

  it('keeps Windows line ends', async () => {
    const text = await written('Two [@odeBridgeBudgetGrows2024].\r\n', 'vancouver');
    assert.doesNotMatch(text, /(?<!\r)\n/);
  });

  it('is empty in a draft that cites nothing', async () => {
    assert.equal(await written('Nothing.\n', 'vancouver'), `Nothing.\n\n## References\n\n${list('vancouver')}\n`);
  });

  it('is not written into LaTeX', async () => {
    const csl = await readCsl('apa', '/');
    assert.ok('style' in csl);
    const { edits, problem } = await engineOf(bridge).writeBibliography(draftOf('\\cite{a}', 'latex'), 'apa', csl);
    assert.deepEqual(edits, []);
    assert.match(problem ?? '', /export/);
  });

  for (const [name, end] of [
    ['in brackets', '[1] A. Roe, Harbour works are late\n[2] R. Ode, Bridge budget grows again'],
    ['counted', '## References\n\n1. A. Roe, Harbour works are late\n2. R. Ode, Bridge budget grows again'],
  ]) {
    it(`leaves a list alone that the draft’s numbers point into, and says so: ${name}`, async () => {
      const csl = await readCsl('apa', '/');
      assert.ok('style' in csl);
      const text = `The harbour is late [1]. So is the bridge [2].\n\n${end}\n`;
      const { edits, problem } = await engineOf(bridge, harbour).writeBibliography(draftOf(text), 'apa', csl);
      assert.deepEqual(edits, []);
      assert.match(problem ?? '', /its own reference list/);
    });
  }

  for (const style of ['no csl', '<style><info/></style>', '<style><bibliography></style>', '<html>']) {
    it(`says what is wrong with a style: ${style}`, async () => {
      const { edits, problem } = await engineOf(bridge).writeBibliography(draftOf(both), 'x', { style, locale: '' });
      assert.deepEqual(edits, []);
      assert.ok(problem);
    });
  }

  it('says what styles there are when one cannot be read', async () => {
    const answer = await readCsl('harvard', '/nowhere');
    assert.match('problem' in answer ? answer.problem : '', /harvard.*apa, chicago, mla, vancouver/);
  });

  it('is neither cited nor checked itself', async () => {
    const engine = engineOf(bridge, harbour);
    const text = await written(both, 'mla', engine);
    const { items, findings } = await engine.check(draftOf(text));
    const start = text.indexOf('## References');
    assert.deepEqual(findings, []);
    assert.ok(items.every(item => (item.kind === 'claim' ? item.claim : item.quotation).span.start < start));
  });

  it('reports an entry that nothing cites, and removes it', async () => {
    const engine = engineOf(bridge, harbour);
    const text = (await written(both, 'chicago', engine)).replace('One [@roeHarbourWorksAre2023].', 'One.');
    const { findings } = await engine.check(draftOf(text));
    assert.deepEqual(
      findings.map(finding => finding.code),
      ['citation-unused'],
    );
    const mended = applied(text, findings[0]?.fixes[0]?.edits ?? []);
    assert.doesNotMatch(mended, /Harbour/);
    assert.match(mended, /bridge_a>\.\n\n<!-- \/groundwork/);
    assert.deepEqual((await engine.check(draftOf(mended))).findings, []);
  });

  for (const style of ['mla', 'vancouver']) {
    it(`holds hostile titles as words, one entry for each: ${style}`, async () => {
      const sources = hostileTitles.map(([, title], i) =>
        sample({ title, authors: [title], path: `sources/h${i}.md`, url: `https://news.example/h${i}/` }),
      );
      const engine = engineOf(...sources);
      const notes = sources.map((_, i) => `[^${i}]: sources/h${i}.md`).join('\n');
      const cited = engine.citedEntries(draftOf(`${sources.map((_, i) => `[^${i}]`).join('')}\n\n${notes}`));
      assert.equal(cited.length, sources.length);
      const text = await written(`One [${cited.map(entry => `@${entry.id}`).join('; ')}].\n`, style, engine);
      const entries = text.split('\n\n').slice(3, -1);
      assert.equal(entries.length, sources.length, text);
      for (const entry of entries) {
        assert.match(entry, /<https:\/\/news\.example\/h\d+\/>/);
        assert.doesNotMatch(entry.replace(/<https:[^>]*>/, ''), /(?<!\\)[<>[\]`|]/);
      }
      assert.deepEqual((await engine.check(draftOf(text))).findings, []);
    });
  }
});

describe('BibTeX', () => {
  for (const dialect of ['biblatex', 'bibtex'] as const) {
    for (const [tries, title] of hostileTitles) {
      it(`comes back as it went out (${dialect}): ${tries}`, async () => {
        const engine = engineOf(
          sample({ title, path: 'sources/hostile.md', url: 'https://news.example/a_b?x=%20&y#z' }),
        );
        const [entry] = engine.citedEntries(
          draftOf('x[^1]\n\n[^1]: sources/hostile.md, https://news.example/a_b?x=%20&y'),
        );
        assert.ok(entry);
        const [back] = await parseBibTeX(await formatBibTeX([entry], dialect));
        assert.deepEqual(
          [back?.id, back?.title, back?.author, back?.URL],
          [entry.id, entry.title, entry.author, entry.URL],
        );
      });
    }
  }

  it('never fetches a text that is an address', async () => {
    assert.deepEqual(await parseBibTeX('https://news.example/library.bib'), []);
  });

  it('is rejected when it is none', async () => {
    await assert.rejects(parseBibTeX('@article{unclosed, title = {x'));
  });
});

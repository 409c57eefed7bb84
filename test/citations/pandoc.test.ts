/** What Groundwork writes, Debian's pandoc reads: drafts with citations go through --citeproc unchanged. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCitations } from '../../src/citations/findCitations.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft, Edit, Source } from '../../src/model.ts';
import { formatBibTeX, formatCslJson } from '../../src/node/bibTeX.ts';
import { readCsl } from '../../src/node/readCsl.ts';
import { findOrInstall } from '../harness/findPrograms.mjs';
import { contextOf, hostileTitles, sample } from './samples.ts';

describe('pandoc', function () {
  this.timeout(300_000); // it may have to be installed
  let folder = '';
  let program = '';
  before(async function () {
    const found = await findOrInstall('pandoc');
    if (!found) this.skip();
    program = found;
    folder = mkdtempSync(join(tmpdir(), 'groundwork-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function pandoc(draft: string, ...options: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync(program, ['-f', 'markdown', '--wrap=none', ...options], {
      cwd: folder,
      input: draft,
      encoding: 'utf8',
    });
    assert.deepEqual([stderr, status], ['', 0]);
    return stdout;
  }

  const bridge = sample({ path: 'sources/bridge.md', url: 'https://news.example/bridge' });
  const harbour = sample({
    path: 'sources/harbour.md',
    title: 'Harbour works are late',
    authors: ['Ann Roe', 'Bo Lind'],
    publisher: 'The Daily',
    published: '2023-11-30',
    text: '“The harbour will open in May,” said Ann Roe, and nobody in the room believed her.',
  });

  function engineOf(...sources: readonly Source[]) {
    const store = createSourceStore();
    for (const source of sources) store.put(source.uri, { sources: [source], problems: [] });
    return createEngine({ store });
  }

  for (const form of ['bib', 'json'] as const) {
    it(`makes the reference list of a draft whose quotes Groundwork inserted, from an exported .${form}`, async () => {
      const engine = engineOf(bridge, harbour);
      const pandocStyle = engine.withSettings({ ...engine.settings, citationStyle: 'pandoc' });
      const head = `---\ntitle: Works\nbibliography: refs.${form}\ncsl: mla.csl\n---\n\n`;
      let draft = draftOf(`${head}The mayor wrote this down.\n\nShe said: “The harbour will\n`);
      const offset = draft.text.length - 1;
      const [first] = pandocStyle.complete(draft, offset)?.completions ?? [];
      assert.ok(first);
      draft = draftOf(applied(draft.text, [first.edit, ...first.additionalEdits]));
      draft = draftOf(
        draft.text.concat('\nSee also @odeBridgeBudgetGrows2024 [p. 3] and [-@roeHarbourWorksAre2023, chap. 2].\n'),
      );
      const cited = engine.citedEntries(draft);
      writeFileSync(join(folder, `refs.${form}`), form === 'bib' ? await formatBibTeX(cited) : formatCslJson(cited));
      const csl = await readCsl('mla', '/');
      assert.ok('style' in csl);
      writeFileSync(join(folder, 'mla.csl'), csl.style);
      const html = pandoc(draft.text, '--citeproc', '--standalone');
      assert.match(html, /will open in May,?”\s.*\(Roe and Lind\)/);
      assert.match(html, /id="ref-odeBridgeBudgetGrows2024"/);
      assert.match(
        html,
        /Roe, Ann, and Bo Lind\. (?:<span>)?“Harbour Works Are Late\.”(?:<\/span>)?\s<em>The Daily<\/em>/,
      );
      assert.doesNotMatch(html, /\?\?\?|citeproc-not-found/);
      assert.deepEqual((await engine.check(draft)).findings, []);
    });
  }

  it('takes a draft with footnotes and a bibliography by Groundwork', async () => {
    const engine = engineOf(bridge, harbour);
    let draft = draftOf('She said: “The harbour will\n');
    const [first] = engine.complete(draft, draft.text.length - 1)?.completions ?? [];
    assert.ok(first);
    draft = draftOf(applied(draft.text, [first.edit, ...first.additionalEdits]));
    const csl = await readCsl('apa', '/');
    assert.ok('style' in csl);
    const { edits } = await engine.writeBibliography(draft, 'apa', csl);
    const html = pandoc(applied(draft.text, edits), '--citeproc');
    assert.match(html, /class="footnote-ref"/);
    assert.match(html, /<h2 id="references">References<\/h2>[\s\S]*Roe, A\., &amp; Lind, B\. \(2023, November 30\)\./);
    assert.match(html, /Harbour works are late, Ann Roe, Bo Lind, The Daily, 2023-11-30, sources\/harbour\.md/);
  });

  for (const form of ['bib', 'json'] as const) {
    it(`reads every hostile title in a .${form} as words`, async () => {
      const sources = hostileTitles.map(([, title], i) => sample({ title, path: `sources/h${i}.md` }));
      const engine = engineOf(...sources);
      const notes = sources.map((_, i) => `[^${i}]: sources/h${i}.md`).join('\n');
      const cited = engine.citedEntries(draftOf(`${sources.map((_, i) => `[^${i}]`).join('')}\n\n${notes}`));
      writeFileSync(join(folder, `hostile.${form}`), form === 'bib' ? await formatBibTeX(cited) : formatCslJson(cited));
      const keys = cited.map(entry => `@${entry.id}`).join('; ');
      const html = pandoc(`[${keys}]\n`, '--citeproc', '--bibliography', `hostile.${form}`);
      assert.equal(html.match(/class="csl-entry"/g)?.length, sources.length);
      assert.doesNotMatch(html, /<script|<img|javascript:[^<]*"/);
    });
  }

  const marks: readonly string[] = [
    '[@a]',
    '[see @a, pp. 33-35 and *passim*]',
    '[@a; see also @b, chap. 3]',
    '[-@a, 12]',
    '@a says',
    '@a [p. 3] says',
    '-@a says',
    '[@{odd key!}]',
    '[@a.b:c-d/e, p. 3]',
    '[@a.]',
    'write to me@a.example',
    '`[@a]` and \\@a',
    '[see *this* @a]',
    '[see; @a]',
    '(@a)',
    '“@a”',
    '[link @a](https://news.example)',
    'a\\[@a]',
    '[^1]\n\n[^1]: In a note, @a [p. 1] and [@b].',
    '> quoted [@a]\n\n- item [@b]\n\n# Head [@c]',
    '[@a,\np. 3]',
    '[@a_b__c]',
    '[@Äpfel2020; @دلیل]',
    '[@a, see also **b**; @c{ii}]',
    '$x [@a]$ <!-- [@b] --> <span title="@c">x</span>',
  ];
  for (const mark of marks) {
    it(`reads the same keys as Groundwork: ${JSON.stringify(mark)}`, () => {
      const keys = ['a', 'b', 'c', 'a.b:c-d/e', 'a_b__c', 'Äpfel2020', 'دلیل'];
      const theirs = citesIn(JSON.parse(pandoc(mark, '-t', 'json')));
      const context = contextOf(mark);
      const known = new Map(keys.map(key => [key, { entry: { id: key, type: 'book' } }] as const));
      const found = findCitations({ ...context, library: { ...context.library, keys: known } });
      const ours = found.flatMap(({ style, key, form }) => (style === 'pandoc' ? [`${key} ${form ?? 'normal'}`] : []));
      assert.deepEqual(ours, theirs);
    });
  }

  function draftOf(text: string): Draft {
    return { uri: pathToFileURL(join(folder, 'draft.md')).href, language: 'markdown', text };
  }
});

const modes: Readonly<Record<string, string>> = {
  NormalCitation: 'normal',
  SuppressAuthor: 'author-suppressed',
  AuthorInText: 'in-text',
};

/** Keys and modes of the citations in pandoc's document tree, in order. */
function citesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(citesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { citationId, citationMode } = node as { citationId?: string; citationMode?: { t: string } };
  if (citationId !== undefined) return [`${citationId} ${modes[citationMode?.t ?? '']}`];
  return Object.values(node).flatMap(citesIn);
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

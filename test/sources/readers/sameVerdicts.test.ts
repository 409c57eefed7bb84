/** The sample library in every format, made by the programs that people use, must give the verdicts of its plain text. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, createSourceStore } from '../../../src/engine.ts';
import { loadSources } from '../../../src/node/loadSources.ts';
import { defaultSettings } from '../../../src/settings.ts';
import { locate } from '../../../src/sources/locate.ts';
import { findBrowser } from '../../harness/fetchBrowser.mjs';
import { findOrInstall, findProgram } from '../../harness/findPrograms.mjs';
import { projectRoot } from '../../harness/paths.mjs';
import { capture } from '../../harness/run.mjs';
import { articles, type SampleArticle, toCsv, toHtml, toJson, toMail, toSubtitles } from './articles.ts';
import { locatorText } from './read.ts';

/** Makes a document of an article in a folder. */
type Make = (article: SampleArticle, folder: string) => Promise<void> | void;

const write =
  (extension: string, content: (article: SampleArticle) => string): Make =>
  (article, folder) =>
    writeFileSync(join(folder, `${article.name}.${extension}`), content(article));

/** The words that the locators are looked up for: in the first article, a third of the way in. */
const words = 'I might have to speak to Russia, to be honest with you';

const columns = 'body { columns: 2; column-gap: 24pt; text-align: justify; hyphens: auto; font: 10pt serif }';
const large = 'body { font: 22pt sans-serif } p { margin: 0; text-indent: 2em }';

describe('the sample library gives the same verdicts', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'groundwork formats “ü” '));
  let pandoc: string | undefined;
  let expected: Awaited<ReturnType<typeof verdicts>>;

  before(async function () {
    this.timeout(600_000);
    pandoc = await findOrInstall('pandoc');
    expected = await verdicts(join(projectRoot, 'seeds'), ['*.txt']);
    assert.ok(expected.items.length > 10, 'the draft was checked');
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  const same = (name: string, makes: () => Make | string, locator: RegExp): void => {
    it(name, async function () {
      this.timeout(400_000);
      const make = makes();
      // Left out loudly: the report counts it as pending, with the reason in its name.
      if (typeof make === 'string') {
        if (this.test) this.test.title += ` (${make})`;
        return this.skip();
      }
      const folder = join(scratch, name.replace(/\W+/g, '-'));
      mkdirSync(folder);
      for (const article of articles) await make(article, folder);
      const actual = await verdicts(folder, ['*']);
      assert.deepEqual(actual.problems, []);
      assert.deepEqual(actual.items, expected.items);
      assert.match(actual.locator ?? '', locator);
    });
  };

  const byPandoc = (extension: string) => (): Make | string =>
    pandoc === undefined ? 'pandoc is not here' : convert(pandoc, extension);
  const byOffice = (extension: string) => (): Make | string => {
    const office = findProgram('soffice');
    return office === undefined ? 'LibreOffice is not here' : convertByOffice(office, extension);
  };
  const byBrowser = (style: string, flags: readonly string[]) => (): Make | string => {
    const browser = findBrowser();
    return browser === undefined ? 'no browser is here' : print(browser, style, flags);
  };

  // Pandoc sets the title above the text as a paragraph of its own.
  same('as HTML', () => write('html', toHtml), /^paragraph 9$/);
  same('as HTML by pandoc', byPandoc('html'), /^paragraph 10$/);
  same('as PDF by a browser', byBrowser('', ['--no-pdf-header-footer']), /^page 1$/);
  same(
    'as PDF in two narrow columns, justified and hyphenated',
    byBrowser(columns, ['--no-pdf-header-footer']),
    /^page 1$/,
  );
  same('as PDF with large print and a head and foot on each page', byBrowser(large, []), /^page 2$/);
  same('as DOCX by pandoc', byPandoc('docx'), /^paragraph 10$/);
  same('as ODT by pandoc', byPandoc('odt'), /^paragraph 10$/);
  same('as RTF by pandoc', byPandoc('rtf'), /^paragraph 10$/);
  same('as EPUB by pandoc', byPandoc('epub'), /^chapter “.+”$/);
  same('as DOCX by LibreOffice', byOffice('docx'), /^(?:paragraph 9|page 1)$/);
  same('as ODT by LibreOffice', byOffice('odt'), /^(?:paragraph 9|page 1)$/);
  same('as RTF by LibreOffice', byOffice('rtf'), /^paragraph 9$/);
  same('as EPUB by LibreOffice', byOffice('epub'), /^chapter “.+”$/);
  same('as PDF by LibreOffice', byOffice('pdf'), /^page 1$/);
  same('as an e-mail', () => write('eml', toMail), /^paragraph \d+$/);
  same('as subtitles', () => write('srt', toSubtitles), /^at 00:0[12]:\d\d$/);
  same('as JSON', () => write('json', toJson), /^record 1$/);
  same('as JSON Lines', () => write('jsonl', article => `${toJson(article)}\n`), /^record 1$/);
  same('as CSV', () => write('csv', toCsv), /^record 1$/);
});

async function verdicts(folder: string, include: readonly string[]) {
  const store = createSourceStore();
  const settings = { ...defaultSettings, sourcesInclude: include };
  await loadSources(folder, settings, store);
  const text = readFileSync(join(projectRoot, 'seeds/draft.md'), 'utf8');
  const engine = createEngine({ store, settings });
  const checked = await engine.check({ uri: 'file:///draft.md', language: 'markdown', text });
  // The footnotes name the plain text files; whether a footnote is known is not what this is about.
  const notes = text.indexOf('\n[^1]:');
  const items = checked.items.filter(item => (item.kind === 'claim' ? item.claim : item.quotation).span.start < notes);
  const found = store.sources().find(source => source.text.includes(words));
  const at = found?.text.indexOf(words) ?? 0;
  const locator = found && locate(found, { start: at, end: at + words.length });
  return {
    problems: store.problems().map(problem => `${problem.path} ${problem.message}`),
    items: items.map(item => [
      item.kind,
      item.verdict.label,
      item.kind === 'claim' ? item.claim.text : item.quotation.text,
    ]),
    locator: locator && locatorText(locator),
  };
}

function convert(pandoc: string, extension: string): Make {
  return async (article, folder) => {
    const page = join(tmpdir(), `${article.name}-${process.pid}.html`);
    writeFileSync(page, toHtml(article));
    // The window's title would be set above the text as a heading.
    const plain = ['-f', 'html', '-s', '--metadata', `title=${article.name}`];
    await capture(pandoc, [...plain, page, '-o', join(folder, `${article.name}.${extension}`)]);
    rmSync(page);
  };
}

function convertByOffice(office: string, extension: string): Make {
  return async (article, folder) => {
    const page = join(folder, `${article.name}.html`);
    writeFileSync(page, toHtml(article));
    // Web pages open in an editor of their own, which cannot write every format.
    const profile = `-env:UserInstallation=file://${tmpdir()}/groundwork-office`;
    const filter = ['--infilter=HTML (StarWriter)', '--convert-to', extension, '--outdir', folder];
    await capture(office, [profile, '--headless', ...filter, page]);
    rmSync(page);
  };
}

function print(browser: string, style: string, more: readonly string[]): Make {
  return async (article, folder) => {
    const page = join(folder, `${article.name}.html`);
    writeFileSync(page, toHtml(article).replace('</head>', `<style>${style}</style></head>`));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', ...more];
    await capture(browser, [
      ...flags,
      `--print-to-pdf=${join(folder, `${article.name}.pdf`)}`,
      `file://${encodeURI(page)}`,
    ]);
    rmSync(page);
  };
}

/** What a check says of citations, in every style, and what its fixes leave behind. */
import assert from 'node:assert/strict';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft, DraftLanguage, Edit, Finding } from '../../src/model.ts';
import { sample } from './samples.ts';

const bridge = sample({
  path: 'sources/bridge.md',
  url: 'https://news.example/bridge',
  text: '“The bridge will cost 40 million crowns,” said Mayor Rosa Lind on Friday.',
});
const harbour = sample({
  path: 'sources/harbour.md',
  url: 'https://news.example/harbour',
  title: 'Harbour works are late',
  authors: ['Ann Roe'],
  published: '2023-11-30',
  text: '“The harbour will open in the second week of May,” said Ann Roe.',
});

const store = createSourceStore();
for (const source of [bridge, harbour]) store.put(source.uri, { sources: [source], problems: [] });
const engine = createEngine({ store });

function draftOf(text: string, language: DraftLanguage = 'markdown', uri = 'file:///desk/draft.md'): Draft {
  return { uri, language, text };
}

async function citationFindings(draft: Draft): Promise<Finding[]> {
  const { findings } = await engine.check(draft);
  return findings.filter(({ code }) => code.startsWith('citation-') || code === 'quote-uncited');
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

const words = '“The bridge will cost 40 million crowns,”';
const ode = 'odeBridgeBudgetGrows2024';
const roe = 'roeHarbourWorksAre2023';

describe('citation-wrong-source', () => {
  const cases: readonly (readonly [string, string, string, DraftLanguage?, string?])[] = [
    ['pandoc', `Lind said ${words} [@${roe}].`, `Lind said ${words} [@${ode}].`],
    ['pandoc with parts', `Lind said ${words} [see @${roe}, p. 3].`, `Lind said ${words} [see @${ode}].`],
    ['pandoc in a group', `Lind said ${words} [@${roe}, p. 3; @x].`, `Lind said ${words} [@${ode}; @x].`],
    ['pandoc in the sentence', `As @${roe} says, Lind said ${words}.`, `As @${ode} says, Lind said ${words}.`],
    [
      'link',
      `Lind said ${words} ([Harbour](https://news.example/harbour#:~:text=The%20bridge)).`,
      `Lind said ${words} ([Bridge budget grows again](https://news.example/bridge#:~:text=The%20bridge)).`,
    ],
    ['author-date', `Lind said ${words} (Roe, 2023, p. 3).`, `Lind said ${words} (Ode, 2024).`],
    [
      'author-date in the sentence',
      `Roe (2023) has it that Lind said ${words}.`,
      `Ode (2024) has it that Lind said ${words}.`,
    ],
    [
      'wikilink',
      `Lind said ${words} [[sources/harbour]].`,
      `Lind said ${words} [[sources/bridge|Bridge budget grows again]].`,
    ],
    [
      'latex',
      `Lind said ${words} \\parencite[p. 3]{${roe}}.`,
      `Lind said ${words} \\parencite{${ode}}.`,
      'latex',
      'file:///desk/draft.tex',
    ],
    [
      'latex in a group',
      `Lind said ${words}~\\cite{${roe},x}.`,
      `Lind said ${words}~\\cite{${ode},x}.`,
      'latex',
      'file:///desk/draft.tex',
    ],
    ['typst', `Lind said ${words} @${roe}.`, `Lind said ${words} @${ode}.`, 'plaintext', 'file:///desk/draft.typ'],
  ];
  for (const [name, text, mended, language, uri] of cases) {
    it(`is mended in the citation's own style: ${name}`, async () => {
      const draft = draftOf(text, language, uri);
      const found = (await citationFindings(draft)).find(({ code }) => code === 'citation-wrong-source');
      assert.ok(found, 'found');
      assert.equal(applied(text, found.fixes[0]?.edits ?? []), mended);
      const again = await citationFindings(draftOf(mended, language, uri));
      assert.ok(!again.some(({ code }) => code === 'citation-wrong-source'));
    });
  }
});

describe('citation-unknown', () => {
  const cases: readonly (readonly [string, string, string | undefined, readonly string[]])[] = [
    ['a mistyped key', `Words [@odeBridgeBudgetGrow2024].`, 'odeBridgeBudgetGrow2024', [`Change to ${ode}`]],
    [
      'a mistyped key in the sentence',
      `As @odeBrigdeBudgetGrows2024 says.`,
      'odeBrigdeBudgetGrows2024',
      [`Change to ${ode}`],
    ],
    ['a key like no other', `Words [@nobody1999].`, 'nobody1999', []],
    ['the unknown one of a group', `Words [@${roe}; @nobody1999].`, 'nobody1999', []],
    ['a mark without a note', `Words[^9].`, '[^9]', []],
    ['somebody’s name elsewhere', `As @nobody wrote.`, undefined, []],
    ['a footnote that is a remark', `Words[^1].\n\n[^1]: So they say.`, undefined, []],
    ['a footnote with a known key', `Words[^1].\n\n[^1]: See @${roe}.`, undefined, []],
    ['a known key', `Words [@${roe}].`, undefined, []],
  ];
  for (const [name, text, marked, fixes] of cases) {
    it(`${marked ? 'marks' : 'leaves alone'} ${name}`, async () => {
      const found = (await citationFindings(draftOf(text))).filter(({ code }) => code === 'citation-unknown');
      assert.deepEqual(
        found.map(({ span }) => text.slice(span.start, span.end)),
        marked === undefined ? [] : [marked],
      );
      assert.deepEqual(
        found.flatMap(finding => finding.fixes.map(fix => fix.title)),
        fixes,
      );
    });
  }

  it('offers the source that holds the words', async () => {
    const text = `Lind said ${words} [@nobody1999].`;
    const [found] = await citationFindings(draftOf(text));
    assert.equal(found?.code, 'citation-unknown');
    assert.equal(applied(text, found.fixes[0]?.edits ?? []), `Lind said ${words} [@${ode}].`);
  });
});

describe('a note of a source that was taken away', () => {
  for (const [note, message] of [
    [
      'The ferry, Ole Pind, 2022-01-05, sources/ferry.md',
      'This note names sources/ferry.md, which is not among your sources.',
    ],
    [
      'The ferry, <https://news.example/ferry?a=1>.',
      'This note names https://news.example/ferry?a=1, which is not among your sources.',
    ],
    ['The and/or of it, 2022.', 'This note names none of your sources.'],
  ] as const) {
    it(`is told: ${note}`, async () => {
      const found = await citationFindings(draftOf(`Lind said ${words}[^1].\n\n[^1]: ${note}\n`));
      assert.deepEqual(
        found.map(finding => finding.message),
        [message],
      );
    });
  }
});

describe('a note that names no source, behind quoted words', () => {
  const note = '[^4]: E-mail of the press office, 5 June 2025\n';
  const text = `Lind said ${words}[^4].\n\nOnce more, Lind said ${words}[^4].\n\n${note}`;

  it('is told once, and gets the words of a source that has them for its own', async () => {
    const found = (await citationFindings(draftOf(text))).filter(({ code }) => code === 'citation-unknown');
    assert.deepEqual(
      found.map(({ span, message }) => [span.start, message]),
      [[text.indexOf('[^4]'), 'This note names none of your sources.']],
    );
    const fixes = found[0]?.fixes ?? [];
    assert.equal(fixes.length, 1, 'only sources that have the words');
    const mended = applied(text, fixes[0]?.edits ?? []);
    assert.ok(mended.startsWith(text.slice(0, text.indexOf(note))), mended);
    assert.doesNotMatch(mended, /press office|\[\^5\]/);
    assert.deepEqual(await citationFindings(draftOf(mended)), []);
  });

  it('shows the passage that has them, at each of its marks', () => {
    for (const at of [text.indexOf('[^4]'), text.lastIndexOf('[^4].')]) {
      const card = engine.hover(draftOf(text), at);
      assert.ok(card?.kind === 'quotation');
      assert.equal(card.item.verdict.evidence[0]?.passage.sourceId, bridge.id);
      assert.ok(card.findings.some(({ code }) => code === 'citation-unknown'));
    }
  });
});

describe('citation-unused', () => {
  it('marks a note that nothing points at', async () => {
    const text = `Lind said ${words}[^1].\n\n[^1]: sources/bridge.md\n[^2]: sources/harbour.md\n`;
    const found = await citationFindings(draftOf(text));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['citation-unused'],
    );
    assert.equal(
      applied(text, found[0]?.fixes[0]?.edits ?? []),
      `Lind said ${words}[^1].\n\n[^1]: sources/bridge.md\n`,
    );
  });

  it('marks an entry of a list made by hand', async () => {
    const text = `Lind said ${words} [@${ode}].\n\n# Works cited\n\n- Ode, *Bridge budget grows again*\n- Roe, *Harbour works are late*\n\n# Notes\n`;
    const found = await citationFindings(draftOf(text));
    assert.deepEqual(
      found.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [['citation-unused', '- Roe, *Harbour works are late*']],
    );
  });

  it('is silent where nothing is cited', async () => {
    assert.deepEqual(await citationFindings(draftOf('Words.\n\n# References\n\nRoe, *Harbour works are late*\n')), []);
  });
});

describe('quote-uncited', () => {
  const styles = [
    [
      'footnote',
      `Lind said ${words}[^1] yesterday.\n\n[^1]: Bridge budget grows again, Rosa Ode, 2024-03-02, https://news.example/bridge`,
    ],
    ['pandoc', `Lind said ${words} [@${ode}] yesterday.`],
    [
      'link',
      `Lind said ${words} ([Bridge budget grows again](https://news.example/bridge#:~:text=The%20bridge%20will%20cost%2040%20million%20crowns)) yesterday.`,
    ],
    ['author-date', `Lind said ${words} (Ode, 2024) yesterday.`],
    ['wikilink', `Lind said ${words} [[sources/bridge|Bridge budget grows again]] yesterday.`],
    ['latex', `Lind said ${words}~\\cite{${ode}} yesterday.`],
    ['typst', `Lind said ${words} @${ode} yesterday.`],
  ] as const;
  for (const [style, expected] of styles) {
    it(`is mended in the style of the settings: ${style}`, async () => {
      const writer = engine.withSettings({ ...engine.settings, citationStyle: style });
      const text = `Lind said ${words} yesterday.`;
      const { findings } = await writer.check(draftOf(text));
      const found = findings.find(({ code }) => code === 'quote-uncited');
      const mended = applied(text, found?.fixes[0]?.edits ?? []);
      assert.equal(mended, expected);
      const after = await writer.check(draftOf(mended));
      assert.ok(!after.findings.some(({ code }) => code === 'quote-uncited'), JSON.stringify(after.findings));
    });
  }
});

describe('a citation of a page', () => {
  const paged = sample({
    path: 'sources/report.pdf',
    title: 'Report on the bridge',
    text: 'Nothing on this one.\n“The bridge will cost 40 million crowns,” said Mayor Rosa Lind.',
    locators: [
      { kind: 'page', label: 'xi', span: { start: 0, end: 20 } },
      { kind: 'page', label: '12', span: { start: 20, end: 90 } },
    ],
  });
  const pages = createSourceStore();
  pages.put(paged.uri, { sources: [paged], problems: [] });
  const marks = [
    ['pandoc', ' [@odeReportBridge2024, p. 12]'],
    ['author-date', ' (Ode, 2024, p. 12)'],
    ['latex', '~\\cite[p. 12]{odeReportBridge2024}'],
    ['wikilink', ' [[sources/report.pdf|Report on the bridge]]'],
  ] as const;
  for (const [citationStyle, mark] of marks) {
    it(`names it where the style has room for it: ${citationStyle}`, async () => {
      const writer = createEngine({ store: pages, settings: { ...engine.settings, citationStyle } });
      const { findings } = await writer.check(draftOf(`Lind said ${words} yesterday.`));
      const fix = findings.find(({ code }) => code === 'quote-uncited')?.fixes[0];
      assert.equal(applied(`Lind said ${words} yesterday.`, fix?.edits ?? []), `Lind said ${words}${mark} yesterday.`);
    });
  }
});

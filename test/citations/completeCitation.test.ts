import assert from 'node:assert/strict';
import type { CitationCompletion } from '../../src/citations/completeCitation.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { DraftLanguage, Edit, Source } from '../../src/model.ts';
import { hostileTitles, sample } from './samples.ts';

const bridge = sample({ path: 'sources/bridge.md' });
const harbour = sample({
  path: 'sources/harbour.md',
  title: 'Harbour works are late',
  authors: ['Ann Roe'],
  published: '2023-11-30',
});

/** What is offered at `|`, and the draft once an offer is taken. */
function at(
  marked: string,
  {
    language = 'markdown' as DraftLanguage,
    uri = 'file:///desk/draft.md',
    sources = [bridge, harbour] as readonly Source[],
  } = {},
) {
  const offset = marked.indexOf('|');
  const draft = { uri, language, text: marked.replace('|', '') };
  const store = createSourceStore();
  for (const source of sources) store.put(source.uri, { sources: [source], problems: [] });
  const engine = createEngine({ store });
  const offered = engine.completeCitation(draft, offset)?.completions;
  const taken = ({ edit, additionalEdits }: CitationCompletion) => applied(draft.text, [edit, ...additionalEdits]);
  return { keys: offered?.map(({ key }) => key), first: offered?.[0], taken, engine, draft, offset };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

const ode = 'odeBridgeBudgetGrows2024';
const roe = 'roeHarbourWorksAre2023';

describe('completion of citations', () => {
  const found: readonly (readonly [string, string, readonly string[] | undefined])[] = [
    ['everything behind [@, the newest first', 'One [@|]', [ode, roe]],
    ['everything behind @', 'One @|', [ode, roe]],
    ['everything behind [^', 'One[^|]', [ode, roe]],
    ['what the draft cites already first', `Two [@${roe}]. One [@|]`, [roe, ode]],
    ['by the key', 'One [@roe|]', [roe]],
    ['by the title', 'One [@harb|]', [roe]],
    ['by a word within the title', 'One [@budget|]', [ode]],
    ['by the author', 'One [@ann|]', [roe]],
    ['by the year', 'One [@2023|]', [roe]],
    ['by several words', 'One [@works late|]', [roe]],
    ['whatever case and accents', 'One [@HÄRBOUR|]', [roe]],
    ['with a typing error', 'One [@harbuor|]', [roe]],
    ['the second of a group', `One [@${ode}; @|]`, [ode, roe]],
    ['behind a prefix', 'One [see @roe|]', [roe]],
    ['behind a hidden author', 'One [-@roe|]', [roe]],
    ['behind \\cite{ in Markdown', 'One \\cite{roe|}', [roe]],
    ['nothing for what is like nothing', 'One [@zzzzzz|]', []],
    ['not in an address', 'Write to ann@roe|', undefined],
    ['not in code', '`[@roe|]`', undefined],
    ['not in a code block', '```\n[@roe|]\n```', undefined],
    ['not in front matter', '---\nauthor: "@roe|"\n---\n', undefined],
    ['not in plain words', 'One ro|', undefined],
    ['not in brackets', 'One [ro|]', undefined],
    ['not behind a finished citation', `One [@${roe}] |`, undefined],
    ['not where a definition begins', '[^|', undefined],
  ];
  for (const [name, marked, expected] of found) it(`offers ${name}`, () => assert.deepEqual(at(marked).keys, expected));

  const taken: readonly (readonly [string, string, string])[] = [
    ['a key in brackets', 'One [@roe|] two.', `One [@${roe}] two.`],
    ['a key in the sentence', 'As @roe| says.', `As @${roe} says.`],
    ['the whole of a key that the cursor stands in', 'One [@roe|eHarb] two.', `One [@${roe}] two.`],
    ['a key with a page', 'One [@roe|, p. 3] two.', `One [@${roe}, p. 3] two.`],
    [
      'a footnote with its definition',
      'One[^roe|] two.\n',
      'One[^1] two.\n\n[^1]: Harbour works are late, Ann Roe, 2023-11-30, sources/harbour.md\n',
    ],
    [
      'a footnote without the closing bracket',
      'One[^roe|\n\nTwo.\n',
      'One[^1]\n\nTwo.\n\n[^1]: Harbour works are late, Ann Roe, 2023-11-30, sources/harbour.md\n',
    ],
    [
      'a footnote at the very end',
      'One[^roe|]',
      'One[^1]\n\n[^1]: Harbour works are late, Ann Roe, 2023-11-30, sources/harbour.md',
    ],
    [
      'a footnote that is there',
      'A[^x] B[^roe|]\n\n[^x]: sources/harbour.md\n',
      'A[^x] B[^x]\n\n[^x]: sources/harbour.md\n',
    ],
  ];
  for (const [name, marked, expected] of taken) {
    it(`writes ${name}`, () => {
      const { first, taken: take } = at(marked);
      assert.ok(first);
      assert.equal(take(first), expected);
    });
  }

  it('keeps additional edits off its own line, and says where the cursor goes', () => {
    const { first } = at('One[^roe|]');
    assert.deepEqual(first?.additionalEdits, []);
    assert.equal(first?.edit.text.slice(0, first.cursor), '[^1]');
  });

  it('matches what the editor filters by', () => {
    for (const marked of ['One [@harbour wor|]', 'One[^late|]', 'One @ann|']) {
      const { first, draft, offset } = at(marked);
      assert.ok(first?.filterText.startsWith(draft.text.slice(first.edit.span.start, offset)));
    }
  });

  it('tells title, authors and date', () => {
    const { first } = at('One [@roe|]');
    assert.deepEqual([first?.title, first?.authors, first?.date], ['Harbour works are late', 'Ann Roe', '2023-11-30']);
  });

  it('completes LaTeX and Typst keys', () => {
    const tex = { language: 'latex' as const, uri: 'file:///desk/draft.tex' };
    assert.deepEqual(at('One \\parencite[see][3]{odeX, roe|}', tex).keys, [roe]);
    assert.equal(at('One [@roe|]', tex).keys, undefined);
    const typ = { language: 'plaintext' as const, uri: 'file:///desk/draft.typ' };
    assert.deepEqual(at('One @roe|', typ).keys, [roe]);
    assert.deepEqual(at('One #cite(<roe|>)', typ).keys, [roe]);
  });

  for (const [tries, title] of hostileTitles) {
    it(`inserts a key and no title: ${tries}`, () => {
      const { first, taken: take } = at('One [@|] two.', { sources: [sample({ title, authors: [title] })] });
      assert.ok(first);
      assert.match(take(first), /^One \[@[\p{L}\p{Nd}]+\] two\.$/u);
    });
  }

  it('is off when completion is off', () => {
    const { engine, draft, offset } = at('One [@|]');
    const off = engine.withSettings({ ...engine.settings, completionEnabled: false });
    assert.equal(off.completeCitation(draft, offset), undefined);
  });
});

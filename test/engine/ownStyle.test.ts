/** In which style a draft gets its new citations. */
import assert from 'node:assert/strict';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { CitationStyleName, Draft } from '../../src/model.ts';
import { sample } from '../citations/samples.ts';

const bridge = sample({ path: 'sources/bridge.md' });
const harbour = sample({
  path: 'sources/harbour.md',
  title: 'Harbour works are late',
  authors: ['Ann Roe'],
  published: '2023-11-30',
  text: '“It opens in May,” said Roe.',
});
const store = createSourceStore();
for (const source of [bridge, harbour]) store.put(source.uri, { sources: [source], problems: [] });
const engine = createEngine({ store });

/** What the first completion and the fix of an uncited quotation write behind the quotation. */
async function marks(text: string, citationStyle: CitationStyleName = 'footnote'): Promise<readonly string[]> {
  const styled = engine.withSettings({ ...engine.settings, citationStyle });
  const typed: Draft = {
    uri: 'file:///desk/draft.md',
    language: 'markdown',
    text: text.replace('HERE', 'Lind said: “The bridge will cost'),
  };
  const offset = typed.text.indexOf('will cost') + 'will cost'.length;
  const [first] = styled.complete(typed, offset)?.completions ?? [];
  const draft = { ...typed, text: text.replace('HERE', 'Lind said: “The bridge will cost 40 million.”') };
  const uncited = (await styled.check(draft)).findings.find(({ code }) => code === 'quote-uncited');
  const [fix] = uncited?.fixes ?? [];
  return [first?.edit.text.replace(/^.*”/, '') ?? '', fix?.edits[0]?.text ?? ''].map(
    mark => mark.split('\n')[0]?.trim() ?? '',
  );
}

describe('the style of new citations', () => {
  const roe = 'It opens in May';
  const cases: readonly (readonly [string, string, string, CitationStyleName?])[] = [
    ['notes where nothing is cited', 'HERE\n', '[^1]'],
    ['keys where the draft has keys', `HERE\n\n${roe} [@roeHarbourWorksAre2023].\n`, '[@odeBridgeBudgetGrows2024]'],
    ['author and date where the draft has those', `HERE\n\n${roe} (Roe, 2023).\n`, '(Ode, 2024'],
    [
      'numbers where the draft has a numbered list',
      `HERE\n\n${roe} [1].\n\n[1] A. Roe, Harbour works are late\n`,
      '[2]',
    ],
    [
      'notes where the draft has notes as well',
      `HERE\n\n${roe} [@roeHarbourWorksAre2023].[^1]\n\n[^1]: So they say.\n`,
      '[^2]',
    ],
    ['notes beside links', `HERE\n\n${roe} [as they say](sources/harbour.md).\n`, '[^1]'],
    ['keys where a bibliography is named', '---\nbibliography: refs.bib\n---\n\nHERE\n', '[@odeBridgeBudgetGrows2024]'],
    ['what somebody has set', `HERE\n\n${roe} [@roeHarbourWorksAre2023].\n`, '[[sources/bridge|', 'wikilink'],
  ];
  for (const [name, text, mark, style] of cases) {
    it(`is ${name}`, async () => {
      for (const written of await marks(text, style))
        assert.ok(written.startsWith(mark), `${written} begins with ${mark}`);
    });
  }

  for (const gap of ['', ' ']) {
    it(`sets numbers ${gap === '' ? 'close to the words' : 'behind a space'} where the draft does`, async () => {
      const text = `HERE\n\nIt opens in May.${gap}[1]\n\n[1] A. Roe, Harbour works are late\n`;
      const draft: Draft = {
        uri: 'file:///desk/draft.md',
        language: 'markdown',
        text: text.replace('HERE', 'Lind said: “The bridge'),
      };
      const [first] = engine.complete(draft, draft.text.indexOf('bridge') + 6)?.completions ?? [];
      assert.match(first?.edit.text ?? '', gap === '' ? /”\[2\]$/ : /” \[2\]$/);
    });
  }
});

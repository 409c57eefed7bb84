/** Each style writes a citation, recognises it, and writes the same again, whatever the source's title holds. */
import assert from 'node:assert/strict';
import { findCitations } from '../../src/citations/findCitations.ts';
import { libraryOf } from '../../src/citations/library.ts';
import { citationStyles } from '../../src/citations/styles.ts';
import type { Citation, CitationParts, CitationStyleName, DraftLanguage, Source } from '../../src/model.ts';
import { readProse } from '../../src/text/readProse.ts';
import { hostileTitles, sample } from './samples.ts';

type Kind = { readonly uri: string; readonly language: DraftLanguage };
const markdown: Kind = { uri: 'file:///desk/drafts/draft.md', language: 'markdown' };
const plaintext: Kind = { uri: 'file:///desk/drafts/draft.txt', language: 'plaintext' };
const tex: Kind = { uri: 'file:///desk/drafts/draft.tex', language: 'latex' };
const typ: Kind = { uri: 'file:///desk/drafts/draft.typ', language: 'plaintext' };

const page = { locator: 'p. 3' };
const rows: readonly (readonly [CitationStyleName, Kind, readonly CitationParts[]])[] = [
  ['footnote', markdown, [{}]],
  ['footnote', plaintext, [{}]],
  [
    'pandoc',
    markdown,
    [
      {},
      page,
      { prefix: 'see' },
      { prefix: 'see also', locator: 'pp. 33–35, 38', suffix: 'and passim' },
      { suffix: 'and passim' },
      { form: 'author-suppressed' },
      { form: 'author-suppressed', ...page },
      { form: 'in-text' },
      { form: 'in-text', locator: 'chap. 3' },
    ],
  ],
  ['pandoc', plaintext, [{}, page, { form: 'in-text' }]],
  ['link', markdown, [{}, { words: 'will cost 40 million' }, { words: 'a (b) *c* – d, e & f-g “h” 🌉' }]],
  [
    'author-date',
    markdown,
    [
      {},
      page,
      { prefix: 'see', locator: '12–14', suffix: 'note 2' },
      { form: 'in-text' },
      { form: 'in-text', ...page },
    ],
  ],
  ['author-date', plaintext, [{}, page]],
  ['wikilink', markdown, [{}]],
  [
    'latex',
    tex,
    [
      {},
      page,
      { prefix: 'see', ...page },
      { prefix: 'see' },
      { suffix: 'and on' },
      { command: 'parencite', ...page },
      { command: 'textcite', form: 'in-text' },
      { command: 'citeyear', form: 'author-suppressed' },
      { command: 'autocite*' },
      { command: 'footcite' },
    ],
  ],
  ['latex', markdown, [{}, page]],
  ['numbered', markdown, [{}, page, { locator: 'pp. 33–35' }]],
  ['numbered', plaintext, [{}, page]],
  ['typst', typ, [{}, page, { form: 'in-text' }, { form: 'author-suppressed', ...page }]],
];

describe('round trip', () => {
  for (const [name, kind, allParts] of rows) {
    describe(`${name} in ${kind.uri.replace(/.*\./, '.')}`, () => {
      for (const parts of allParts) {
        it(`with ${JSON.stringify(parts)}`, () =>
          roundTrip(name, kind, parts, sample({ url: 'https://news.example/b' })));
      }
      for (const [tries, title] of hostileTitles) {
        it(`with a title of ${tries}`, () => {
          roundTrip(name, kind, {}, sample({ title, path: 'sources/hostile.md' }));
          roundTrip(name, kind, {}, sample({ title, authors: [title], publisher: title, path: 'sources/hostile.md' }));
        });
      }
      it('with nothing known but the path', () => roundTrip(name, kind, {}, bare('sources/a b (c) [d] # e.md')));
      it('with a path of other letters', () => roundTrip(name, kind, {}, bare('sources/ميزانية الجسر.txt')));
      it('with two sources that read alike', () => {
        const twins = [bare('sources/1.md'), bare('sources/2.md')].map(source => ({
          ...source,
          title: 'Bridge budget grows again',
          authors: ['Rosa Ode'],
          published: '2024-03-02',
        }));
        for (const twin of twins)
          roundTrip(
            name,
            kind,
            {},
            twin,
            twins.filter(other => other !== twin),
          );
      });
    });
  }

  it('covers every style', () => {
    assert.deepEqual(
      citationStyles.map(style => style.name).filter(name => !rows.some(row => row[0] === name)),
      [],
    );
  });
});

function bare(path: string): Source {
  const { published: _, ...source } = sample({ path, title: '', authors: [] });
  return source;
}

function roundTrip(
  name: CitationStyleName,
  kind: Kind,
  parts: CitationParts,
  source: Source,
  others: readonly Source[] = [
    sample({ path: 'sources/other.md', title: 'Something else altogether', published: '2020-01-01' }),
  ],
): void {
  const style = citationStyles.find(candidate => candidate.name === name);
  assert.ok(style);
  const library = libraryOf([...others, source].sort((a, b) => (a.path < b.path ? -1 : 1)));
  const text = '“It is forty.” More words follow.\n';
  const first = style.write(source, parts, context(text));
  const after = withMark(text, first.gap + first.mark, first.edits[0]?.text ?? '');
  const found = findCitations(context(after));
  assert.deepEqual(found.map(essence), [{ mark: first.mark, style: name, source: source.id }], after);
  const [citation] = found;
  assert.ok(citation);
  assert.deepEqual(partsOf(citation), partsOf({ ...parts, span: citation.span, key: citation.key }), 'the parts');
  if (citation.keySpan) assert.equal(after.slice(citation.keySpan.start, citation.keySpan.end), library.keyOf(source));
  const again = style.write(source, citation, context(after));
  assert.deepEqual([again.mark, again.edits], [first.mark, []]);

  function context(draft: string) {
    return { draft: { ...kind, text: draft }, prose: readProse(draft, kind.language), library };
  }
  function essence({ span, style: found, sourceId }: Citation) {
    return { mark: after.slice(span.start, span.end), style: found, source: sourceId };
  }
}

/** The mark stands behind the quotation, the definition at the end. */
function withMark(text: string, mark: string, definition: string): string {
  return text.replace('” ', () => `”${mark} `) + definition;
}

function partsOf({ prefix, locator, suffix, form, words }: Citation) {
  return { prefix, locator, suffix, form, words };
}

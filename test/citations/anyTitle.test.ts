/** Whatever a source is called, a citation of it is found again, and nothing else appears in the draft. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations } from '../../src/citations/findCitations.ts';
import { libraryOf } from '../../src/citations/library.ts';
import { citationStyles } from '../../src/citations/styles.ts';
import type { CitationStyleName, DraftLanguage, Source } from '../../src/model.ts';
import { readProse } from '../../src/text/readProse.ts';
import { sample } from './samples.ts';

const kinds: readonly (readonly [CitationStyleName, string, DraftLanguage])[] = [
  ['footnote', 'file:///desk/draft.md', 'markdown'],
  ['footnote', 'file:///desk/draft.txt', 'plaintext'],
  ['pandoc', 'file:///desk/draft.md', 'markdown'],
  ['link', 'file:///desk/draft.md', 'markdown'],
  ['author-date', 'file:///desk/draft.md', 'markdown'],
  ['author-date', 'file:///desk/draft.txt', 'plaintext'],
  ['wikilink', 'file:///desk/draft.md', 'markdown'],
  ['latex', 'file:///desk/draft.tex', 'latex'],
  ['typst', 'file:///desk/draft.typ', 'plaintext'],
];

/** Words with the marks that mean something somewhere, and any characters at all. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'Bridge',
        'a',
        ' ',
        '[',
        ']',
        '(',
        ')',
        '*',
        '_',
        '@',
        '^',
        ';',
        ':',
        '2024',
        '“',
        '"',
        '\\',
        '`',
        '|',
        '#',
        '{',
        '}',
        '<',
        '>',
        '$',
        '~',
        '%',
        '&',
        '.',
        '-',
        '!',
        '/',
        'http://a.b',
        'ب',
        '大',
        '🌉',
        '\n',
        '1. ',
        '- ',
      ),
      { maxLength: 20 },
    )
    .map(parts => parts.join('')),
);
const path = fc
  .array(
    fc.constantFrom(
      'a',
      'bridge',
      '-',
      ' ',
      '.',
      '(',
      '[',
      ']',
      '#',
      '%',
      '&',
      "'",
      'é',
      '大',
      '1',
      '_',
      '~',
      '@',
      '^',
      ';',
      ',',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => `sources/${parts.join('').trim()}x.md`);

describe('a citation of a source with any name', () => {
  for (const [name, uri, language] of kinds) {
    it(`is found again: ${name} in ${uri.replace(/.*\./, '.')}`, () => {
      fc.assert(
        fc.property(nasty, nasty, nasty, path, fc.boolean(), (title, author, publisher, path, dated) => {
          const { published, ...bare } = sample({ title, path, authors: author === '' ? [] : [author], publisher });
          const source: Source = dated && published ? { ...bare, published } : bare;
          const library = libraryOf([sample({ title: 'Something else altogether', path: 'sources/other.md' }), source]);
          const context = (text: string) => ({
            draft: { uri, language, text },
            prose: readProse(text, language),
            library,
          });
          const style = citationStyles.find(candidate => candidate.name === name);
          assert.ok(style);
          const plain = 'He said “forty” and left.\n';
          const { gap, mark, edits } = style.write(source, {}, context(plain));
          const text = plain.replace('” ', () => `”${gap}${mark} `) + (edits[0]?.text ?? '');
          const found = findCitations(context(text));
          assert.deepEqual(
            found.map(({ span, sourceId }) => [text.slice(span.start, span.end), sourceId]),
            [[mark, source.id]],
          );
          assert.deepEqual(style.write(source, found[0] ?? {}, context(text)), { gap, mark, edits: [] });
        }),
        { numRuns: 100 },
      );
    });
  }
});

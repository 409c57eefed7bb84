/** Sources and drafts for the tests of citations, the hostile ones among them. */
import { libraryOf } from '../../src/citations/library.ts';
import type { CitationContext } from '../../src/citations/style.ts';
import type { Draft, DraftLanguage, Source } from '../../src/model.ts';
import type { Prose } from '../../src/text/prose.ts';
import { readProse } from '../../src/text/readProse.ts';

let count = 0;

/** A source with what the test says of it; the rest is plain. */
export function sample(given: Partial<Source> = {}): Source {
  count += 1;
  const path = given.path ?? `sources/article-${count}.md`;
  const uri = `file:///desk/${path.split('/').map(encodeURIComponent).join('/')}`;
  const text = given.text ?? '“The bridge will cost 40 million,” said Mayor Lind.';
  return {
    id: uri,
    uri,
    path,
    title: 'Bridge budget grows again',
    authors: ['Rosa Ode'],
    published: '2024-03-02',
    text,
    hash: `hash-${count}`,
    ...given,
  };
}

export function draftOf(text: string, language: DraftLanguage = 'markdown'): { draft: Draft; prose: Prose } {
  return { draft: { uri: 'file:///desk/draft.md', language, text }, prose: readProse(text, language) };
}

/** A draft in Markdown and the sources it may cite. */
export function contextOf(text: string, ...sources: readonly Source[]): CitationContext {
  return { ...draftOf(text), library: libraryOf(sources) };
}

/** Titles that try to break out of a citation, each with what it tries. */
export const hostileTitles: readonly (readonly [string, string])[] = [
  ['straight quotes', 'He said "no" and \'never\' to the bridge'],
  ['curly quotes', '“No,” he said, ‘never’ again to the bridge'],
  ['brackets', 'Bridge [update] (part 2) {draft} <final>'],
  ['a closing bracket', 'Bridge budget] grows again'],
  ['a link', 'Bridge [budget](javascript:alert(1)) grows'],
  ['an image', 'Bridge ![budget](https://evil.example/pixel.png) grows'],
  ['emphasis', '*Bridge* **budget** _grows_ __again__ snake_case'],
  ['html', 'Bridge <script>alert(1)</script> &amp; <!-- comment --> budget'],
  ['code', 'Bridge `budget` grows ``again``'],
  ['math', 'Bridge costs $40 and $50 million more'],
  ['a footnote', 'Bridge[^1] budget [^2]: grows'],
  ['a citation', 'Bridge [@key, p. 3] budget @someone grows; again'],
  ['a wiki link', 'Bridge [[budget|grows]] again'],
  ['tex', 'Bridge \\cite{a} 50% & #1 {budget} ~ ^ grows'],
  ['a table', 'Bridge | budget | grows'],
  ['backslashes', 'Bridge \\* C:\\temp\\ grows \\'],
  ['emoji', 'Bridge 🌉 budget 👩‍👩‍👧 grows 🏳️‍🌈'],
  ['right to left', 'ميزانية الجسر تنمو مرة أخرى'],
  ['right to left controls', 'Bridge \u202Ebudget\u202C grows \u2066again\u2069'],
  ['Chinese', '大桥预算再次增加，市长表示费用会达到四千万'],
  ['2,000 characters', 'Bridge budget grows again and again '.repeat(56).trim()],
  ['line breaks', 'Bridge budget\ngrows\r\n\r\n# again'],
  ['a list', '1. Bridge budget grows'],
  ['a heading', '# Bridge budget grows'],
  ['an address', 'Bridge https://evil.example/x?a=b grows www.evil.example'],
  ['comment end', 'Bridge --> budget ]]> grows'],
  ['semicolons', 'Bridge; budget, p. 3; grows: again'],
  ['only marks', '*** [] ()'],
  ['year', 'Bridge (2024) budget'],
];

import assert from 'node:assert/strict';
import { citationFor } from '../../src/citations/attach.ts';
import { findCitations } from '../../src/citations/findCitations.ts';
import { contextOf } from './samples.ts';

/** The mark that stands for the words, in a draft. */
function markFor(words: string, text: string): string | undefined {
  const context = contextOf(text);
  const citations = findCitations(context);
  const start = text.indexOf(words);
  const found = citationFor({ start, end: start + words.length }, context.prose, citations);
  return found && text.slice(found.span.start, found.span.end);
}

describe('the citation of some words', () => {
  const cases: readonly (readonly [string, string, string, string | undefined])[] = [
    ['follows the full stop', '“forty”', 'It is “forty”.[^1] Then more.[^2]', '[^1]'],
    ['follows the full stop behind a space', '“forty”', 'It is “forty”. [^1] Then more.[^2]', '[^1]'],
    ['follows the words', '“forty”', 'It is “forty”[^1] and more.[^2]', '[^1]'],
    ['is the second when the first stands before', '“forty”', 'Ode[^1] says “forty”.[^2]', '[^2]'],
    ['stands before when none is behind', '“forty”', 'Ode[^1] says “forty”.', '[^1]'],
    ['is not that of the next sentence', '“forty”', 'It is “forty”. Then more[^2] of it.', undefined],
    ['is not that of the sentence before', '“forty”', 'Less.[^1] It is “forty”.', undefined],
    ['is not that of the next paragraph', '“forty”', 'It is “forty”.\n\nMore.[^1]', undefined],
    ['is not that of the paragraph before', '“forty”', 'Less.[^1]\n\nIt is “forty”.', undefined],
    ['is not that of the next list item', '“forty”', '- It is “forty”.\n- More.[^1]', undefined],
    ['closes the paragraph', '“forty”', 'It is “forty”. And so on.[^1]', '[^1]'],
    ['does not close it among others', '“forty”', 'It is “forty”. One.[^1] Two.[^2]', undefined],
    ['is the first of several marks', '“forty”', 'It is “forty”.[^1][^2]', '[^1]'],
    ['may follow a closing mark after the full stop', 'It is forty.', 'He said: “It is forty.”[^1] Then.', '[^1]'],
    ['is not a definition', '“forty”', 'It is “forty”.\n\n[^1]: x', undefined],
  ];
  for (const [name, words, text, expected] of cases) {
    it(name, () => assert.equal(markFor(words, text.includes('[^1]:') ? text : `${text}\n`), expected));
  }
});

import type { DraftLanguage } from '../model.ts';
import { latexProse } from './latex.ts';
import { markdownProse } from './markdown.ts';
import { plainProse } from './plaintext.ts';
import type { Prose } from './prose.ts';

/**
 * Reads a draft's prose. Any text is allowed: unfinished markup is read as far as it goes. `before`, the prose of an earlier
 * text of the draft, makes the same answer come sooner.
 */
export function readProse(text: string, language: DraftLanguage, before?: Prose): Prose {
  if (language === 'markdown') return markdownProse(text, before);
  if (language === 'latex') return latexProse(text);
  return plainProse(text);
}

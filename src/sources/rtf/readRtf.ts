import { createArticleText } from '../articleText.ts';
import { guessesOf } from '../header.ts';
import { metadataOf } from '../metadata.ts';
import { type Reading, unreadable } from '../reader.ts';
import { readGroups } from './groups.ts';

/**
 * Rich text: its words with footnotes behind them. No library that is kept up reads RTF in a browser and Node alike, and
 * text is all that is wanted: tokens, groups, code pages.
 */
export function readRtf(bytes: Uint8Array): Reading {
  const rtf = new TextDecoder('latin1').decode(bytes);
  if (!/^\s*\{\\rtf/.test(rtf)) return unreadable('is no rich text (RTF), whatever its name says');
  const { body, notes, info, complete } = readGroups(rtf);
  const text = createArticleText();
  for (const part of [body, ...notes]) {
    for (const [i, paragraph] of part.split('\f').entries()) {
      if (i > 0) text.breakParagraph();
      for (const [n, line] of paragraph.split('\n').entries()) {
        if (n > 0) text.breakLine();
        text.append(line);
      }
    }
    text.breakParagraph();
  }
  const { text: words } = text.finish();
  const cutOff = complete ? [] : ['breaks off before its end; download or copy it again'];
  if (words === '') return unreadable(cutOff[0] ?? 'has no text');
  return {
    articles: [{ text: words, metadata: metadataOf(info), guesses: guessesOf(words, undefined) }],
    problems: cutOff,
  };
}

import { firstLines, type Header, metadataBelow, readHeader } from './header.ts';
import { mergeMetadata, metadataOf } from './metadata.ts';
import type { Reading } from './reader.ts';
import { type Describe, readTextual } from './readText.ts';

/** Markdown: front matter, else the first heading and the byline and date under it. The text is the file's own. */
export function readMarkdown(bytes: Uint8Array): Reading {
  return readTextual(bytes, describeMarkdown);
}

const describeMarkdown: Describe = (text, from) => {
  const block = from === 0 ? titleBlock(text) : undefined;
  if (block) return block;
  const lines = firstLines(text, from);
  const at = lines.findIndex(({ text: line }) => /^#{1,2}[ \t]+\S/.test(line));
  const underlined = lines[1] && /^(?:=+|-{2,})$/.test(lines[1].text) ? 0 : -1;
  const titleAt = at >= 0 ? at : underlined;
  const heading = lines[titleAt];
  // Markdown without a heading is a clipping in plain text.
  if (!heading) return readHeader(text, from);
  const below = metadataBelow(lines.slice(titleAt + 1).map(line => ({ text: plain(line.text) })));
  return { metadata: mergeMetadata({ title: plain(heading.text) || undefined }), guesses: below, bodyStart: from };
};

/** Pandoc's `% title`, `% authors`, `% date` in the first lines. */
function titleBlock(text: string): Header | undefined {
  const match = /^%[ \t]*(.*(?:\r?\n[ \t]+\S.*)*)(?:\r?\n%[ \t]*(.*))?(?:\r?\n%[ \t]*(.*))?\r?\n/.exec(text);
  if (!match) return undefined;
  const [whole, title, authors, date] = match;
  return { metadata: metadataOf({ title, authors, date }), guesses: {}, bodyStart: whole.length };
}

/** A heading's words without their marks. */
function plain(markdown: string): string {
  return markdown
    .replace(/^#+[ \t]+/, '')
    .replace(/[ \t]+#+$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])_(.+?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}

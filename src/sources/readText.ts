import type { Span } from '../model.ts';
import { decodeText } from './decodeText.ts';
import { type FrontMatter, findFrontMatter } from './frontMatter.ts';
import { type Header, readHeader } from './header.ts';
import { type Metadata, mergeMetadata, metadataOf } from './metadata.ts';
import type { Reading } from './reader.ts';
import { transcriptLocators } from './transcript/transcriptLocators.ts';

/** What the text itself says about its article, beyond front matter. */
export type Describe = (text: string, from: number) => Header;

/** Plain text: front matter when somebody put it there, else what the first lines say. */
export function readText(bytes: Uint8Array): Reading {
  return readTextual(bytes, readHeader);
}

/** What plain text and Markdown share: decoding, front matter, emptiness, a title in any case. */
export function readTextual(bytes: Uint8Array, describe: Describe): Reading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { articles: [], problems: [decoded.problem] };
  const { damaged } = decoded;
  // The line ends of old Macintoshes; one character for another, so that no offset moves.
  const text = decoded.text.replace(/\r(?!\n)/g, '\n');
  const problems = damaged > 0 ? [damagedText(damaged)] : [];
  if (text.trim() === '') return { articles: [], problems: ['is empty'] };
  const front = findFrontMatter(text);
  if (front?.problem) problems.push(front.problem);
  const from = front?.span.end ?? 0;
  if (text.slice(from).trim() === '')
    return { articles: [], problems: [...problems, 'has no text below its front matter'] };
  return { articles: [article(text, from, front, describe)], problems };
}

function article(
  text: string,
  from: number,
  front: FrontMatter | undefined,
  describe: Describe,
): Reading['articles'][number] {
  const described = describe(text, from);
  // A header alone ("Title: x") is better shown as text than as nothing.
  const start = text.slice(described.bodyStart).trim() === '' ? from : described.bodyStart;
  const metadata = mergeMetadata(frontMetadata(front?.fields ?? {}), described.metadata);
  const body: Span = { start, end: text.length };
  const locators = transcriptLocators(text, start);
  const { guesses } = described;
  const found = { ...(start > 0 ? { body } : {}), ...(locators.length > 0 ? { locators } : {}) };
  return { text, metadata, guesses, ...found, isFileText: true };
}

/** A note or clipping was made on the day that `created` names; when its words were published that does not say. */
function frontMetadata(fields: FrontMatter['fields']): Metadata {
  const isCreated = ([key]: readonly [string, unknown]): boolean => key.toLowerCase() === 'created';
  const [made, rest] = [true, false].map(wanted => Object.entries(fields).filter(field => isCreated(field) === wanted));
  return mergeMetadata(metadataOf(Object.fromEntries(rest ?? [])), metadataOf({ accessed: made?.[0]?.[1] }));
}

function damagedText(characters: number): string {
  return `holds ${characters} damaged character${characters === 1 ? '' : 's'}; save it again as UTF-8`;
}

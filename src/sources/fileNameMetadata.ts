import type { Metadata } from './metadata.ts';
import { findDate } from './publishedDate.ts';

/** A name of fewer words is a number in a series (`scan 12`, `article-3`), not a title. */
const fewestWords = 3;

/**
 * What a file's name suggests: `2025-10-16-talks-in-vienna.txt` -> the date and "talks in vienna". Only guesses: the
 * date must lead (year first) or end the name, and a title needs three words, or two behind a date.
 */
export function fileNameMetadata(path: string): Metadata {
  const name = (/[^/\\]+$/.exec(path)?.[0] ?? path).replace(/\.[^.]+$/, '').normalize('NFC');
  const dated = /^(\d{4}[-_.]?\d{2}[-_.]?\d{2})(?!\d)[-_. ]*(.*)$/s.exec(name) ?? trailing(name);
  const published = dated ? findDate(hyphenated(dated[1] ?? ''))?.date : undefined;
  const words = wordsOf(published ? (dated?.[2] ?? '') : name);
  const telling = words.filter(word => /\p{L}/u.test(word)).length;
  const title = telling >= (published ? 2 : fewestWords) ? words.join(' ') : undefined;
  return { ...(title === undefined ? {} : { title }), ...(published === undefined ? {} : { published }) };
}

function trailing(name: string): readonly [string, string, string] | undefined {
  const match = /^(.*?)[-_. ]+(\d{4}[-_.]?\d{2}[-_.]?\d{2})$/s.exec(name);
  return match ? [name, match[2] ?? '', match[1] ?? ''] : undefined;
}

function hyphenated(date: string): string {
  return date.replace(/^(\d{4})\D?(\d{2})\D?(\d{2})$/, '$1-$2-$3');
}

/** None when one is a hash or a record number (`8b6e00a719bda484`): no person named that file. */
function wordsOf(name: string): string[] {
  const parts = name.split(/[-_.\s]+/).filter(part => part !== '');
  return parts.some(part => /\d/.test(part) && part.length >= 12) ? [] : parts;
}

import type { Source } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import type { Library } from './library.ts';
import { familyName } from './personName.ts';

/**
 * The source that a note names by its author and the beginning of its title (`Doe, “The Bridge.”`), its day (`Jane Doe, The
 * Post, 16 October 2025`), or its publisher and year; undefined when none or several fit.
 */
export function namedByParts(words: string, library: Library): Source | undefined {
  const kept = library.remember(keptAnswers);
  if (kept.has(words)) return kept.get(words);
  if (kept.size >= mostKept) kept.clear();
  const found = find(words, library);
  kept.set(words, found);
  return found;
}

/** How many answers are kept: the notes of a long draft, twice over. */
const mostKept = 2000;

/** The same notes are asked about at every keystroke. */
function keptAnswers(): Map<string, Source | undefined> {
  return new Map();
}

function find(words: string, library: Library): Source | undefined {
  const text = foldKey(words);
  const { byFamily } = library.remember(families);
  const named = new Set((text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).flatMap(word => byFamily.get(word) ?? []));
  const titled = [...named].filter(({ title }) => beginsTitle(words, foldKey(title)));
  if (titled.length === 1) return titled[0];
  const dated = [...named].filter(({ published }) => published !== undefined && text.includes(published.slice(0, 4)));
  const sameDay = dated.filter(({ published }) => namesDay(text, published ?? ''));
  if (sameDay.length === 1) return sameDay[0];
  const bySite = dated.filter(({ publisher }) => publisher !== undefined && text.includes(foldKey(publisher)));
  // Another day or month than the source's is another article.
  const [only, other] = bySite.filter(({ published }) => !namesOtherDay(text, published ?? ''));
  return other === undefined ? only : undefined;
}

/** Whether what stands in quotation marks or italics begins a title, with two words of it at least. */
function beginsTitle(words: string, title: string): boolean {
  return [...words.matchAll(/[“"*_]([^“”"*_]{6,200})[”"*_]/g)].some(([, quoted = '']) => {
    const short = foldKey(quoted)
      .replace(/[\s.,:;]+$/, '')
      .trim();
    return short.includes(' ') && title.startsWith(short) && !/^[\p{L}\p{N}]/u.test(title.slice(short.length));
  });
}

/** Sources by the last word of each author's family name. */
function families({ sources }: Library): { readonly byFamily: ReadonlyMap<string, readonly Source[]> } {
  const byFamily = new Map<string, Source[]>();
  for (const source of sources)
    for (const author of source.authors) {
      const family = foldKey(familyName(author)).trim().split(/\s+/).at(-1) ?? '';
      if (family !== '' && byFamily.get(family)?.push(source) === undefined) byFamily.set(family, [source]);
    }
  return { byFamily };
}

/** Whether a text in lower case has a day or a month, pages aside, and not that of an ISO date. */
function namesOtherDay(text: string, iso: string): boolean {
  // Of what came out at some time of the year no day is another one.
  if (iso.length < 'yyyy-mm'.length) return false;
  const plain = text.replace(/\b(?:pp?|para|ch|sec|vol|no)\.?\s*\d+(?:\s*[-–]\s*\d+)?/g, '');
  const month = months[Number(iso.slice(5, 7)) - 1] ?? '';
  const named = months.filter(name => new RegExp(`\\b${name}(?:[a-z]*\\b)`).test(plain));
  return (iso.length > 'yyyy-mm'.length && /\b\d{1,2}\b/.test(plain)) || (named.length > 0 && !named.includes(month));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether a text in lower case has a day as people write it: `2025-10-16`, `16 October 2025`, `Oct. 16, 2025`. */
function namesDay(text: string, iso: string): boolean {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (day === '') return false;
  if (text.includes(iso)) return true;
  const name = `${months[Number(month) - 1]}[a-z]*\\.?`;
  const number = `0?${Number(day)}(?:st|nd|rd|th)?`;
  return new RegExp(`\\b(?:${number} ${name},? ${year}|${name} ${number},? ${year})\\b`).test(text);
}

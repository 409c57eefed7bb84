import type { Citation, CitationParts, Source, Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import { shortened } from '../text/shortened.ts';
import { oneLine } from './escape.ts';
import type { Library } from './library.ts';
import { familyName } from './personName.ts';
import { type CitationContext, type CitationStyle, present } from './style.ts';

/**
 * Author and date: `(see Ode & Roe, 2024, p. 3)`, and `Ode (2024)` in the sentence. Without authors the publisher stands for
 * them, else the title's first words; without a date `n.d.`. Sources that would read the same get `2024a`, `2024b` in path
 * order. What names no known source is no citation: parentheses with a year in them are common.
 */
export const authorDate: CitationStyle = {
  name: 'author-date',
  write(source, parts, { library }) {
    const { label, year } = library.remember(datings).bySource.get(source.id) ?? dating(source);
    const behind = [parts.locator, parts.suffix]
      .filter(safe)
      .map(part => `, ${part}`)
      .join('');
    if (parts.form === 'in-text') return { gap: ' ', mark: `${label} (${year}${behind})`, edits: [] };
    const prefix = safe(parts.prefix) ? `${parts.prefix} ` : '';
    const who = parts.form === 'author-suppressed' ? '' : `${label}, `;
    return { gap: ' ', mark: `(${prefix}${who}${year}${behind})`, edits: [] };
  },
  find(context) {
    return [...context.draft.text.matchAll(/\(([^()\n]{4,400})\)/g)].flatMap(match => {
      const inner = { start: match.index + 1, end: match.index + 1 + (match[1]?.length ?? 0) };
      if (isForeign(inner.start, context)) return [];
      return narrative(inner, context) ?? parenthetical(inner, context);
    });
  },
};

type Dating = { readonly label: string; readonly year: string };
type Datings = { readonly bySource: ReadonlyMap<string, Dating>; readonly byWords: ReadonlyMap<string, Source> };

/** Everybody's label and year, letters where two would read the same; made once for a library. */
function datings({ sources }: Library): Datings {
  const groups = new Map<string, { source: Source; dating: Dating }[]>();
  for (const source of sources) {
    const dated = { source, dating: dating(source) };
    const key = lookup(dated.dating.label, dated.dating.year);
    if (groups.get(key)?.push(dated) === undefined) groups.set(key, [dated]);
  }
  const bySource = new Map<string, Dating>();
  const byWords = new Map<string, Source>();
  for (const group of groups.values()) {
    group.forEach(({ source, dating: { label, year } }, i) => {
      const lettered = group.length === 1 ? year : `${year}${year === 'n.d.' ? '-' : ''}${letter(i)}`;
      bySource.set(source.id, { label, year: lettered });
      byWords.set(lookup(label, lettered), source);
    });
  }
  // All authors spelt out, where the label says "et al."; a label that somebody else has stays theirs.
  for (const source of sources) {
    const all = source.authors.length > 2 ? lookup(familiesOf(source).join(' '), dating(source).year) : undefined;
    if (all !== undefined && !byWords.has(all)) byWords.set(all, source);
  }
  return { bySource, byWords };
}

function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** A source never changes: its label is made once. */
const made = new WeakMap<Source, Dating>();

function dating(source: Source): Dating {
  const known = made.get(source) ?? makeDating(source);
  made.set(source, known);
  return known;
}

function makeDating(source: Source): Dating {
  const [first, second, third] = familiesOf(source);
  const authors = third ? `${first} et al.` : second ? `${first} & ${second}` : first;
  const label = authors ?? (plain(source.publisher ?? '') || titleWords(source) || 'Source');
  return { label, year: /^\d{4}/.exec(source.published ?? '')?.[0] ?? 'n.d.' };
}

function familiesOf({ authors }: Source): string[] {
  return authors.map(name => plain(familyName(oneLine(name)))).filter(name => name !== '');
}

function titleWords({ title, path }: Source): string {
  const words = plain(title).split(' ').slice(0, 4).join(' ');
  return words || plain(path.replace(/^.*\//s, '').replace(/\.[^.]*$/, ''));
}

/** Nothing that ends a parenthesis or a part, or is markup. A year in a title would be read as the date. */
function plain(text: string): string {
  // A dot within a word would make it an address.
  const dotless = text.slice(0, 400).replace(/(?<!(?<!\p{L})\p{L})\.(?=\S)/gu, ' ');
  const words = oneLine(dotless.replace(/(?!\u200d)[^\p{L}\p{M}\p{N}\s'’.\p{Extended_Pictographic}&-]/gu, ' '));
  return shortened(
    words
      .replace(/\b\d{4}[a-z]?\b|(?<=^|\s)(?:[-.&\d]+)(?=\s|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    40,
  )
    .replace(/…$/, '')
    .trim();
}

function lookup(label: string, year: string): string {
  return foldKey(`${label.replace(/,?\s+(?:and|&)\s+/g, ' ')}|${year}`).replace(/[,\s]+/g, ' ');
}

const partPattern = /^(.*?)[,\s]\s*((?:1[5-9]|20)\d\d[a-z]{0,2}|n\.\s?d\.(?:-[a-z]+)?)(?:\s*[,:]\s*(.+))?$/su;
const yearPattern = /^((?:1[5-9]|20)\d\d[a-z]{0,2}|n\.\s?d\.(?:-[a-z]+)?)(?:\s*[,:]\s*(.+))?$/su;
const prefixes = /^(?:see also|see|cf\.?|e\.\s?g\.,?|but see|compare|as in)\s+/i;

/** `(Ode, 2024; see Roe, 2023, p. 3)`: none of it unless every part names a source or looks just like a part that does. */
function parenthetical(inner: Span, context: CitationContext): Citation[] {
  const parts = partsOf(context.draft.text, inner);
  return parts.flatMap(part => {
    const match = partPattern.exec(context.draft.text.slice(part.start, part.end));
    if (!match) return [];
    const [, before = '', year = '', behind] = match;
    const prefix = prefixes.exec(before)?.[0] ?? '';
    const label = before.slice(prefix.length).trim();
    const source = sourceBy(label, year, context.library);
    if (!source) return [];
    const span = parts.length === 1 ? { start: inner.start - 1, end: inner.end + 1 } : part;
    const words = { prefix: prefix.trim(), ...located(behind) };
    return [{ span, key: `${label}, ${year}`, style: 'author-date' as const, sourceId: source.id, ...present(words) }];
  });
}

/** `Ode & Roe (2024, p. 3)`: the name stands before the parenthesis. Undefined when what is inside is no year alone. */
function narrative(inner: Span, { draft, library }: CitationContext): Citation[] | undefined {
  const match = yearPattern.exec(draft.text.slice(inner.start, inner.end));
  if (!match) return undefined;
  const [, year = '', behind] = match;
  const line = draft.text.slice(Math.max(0, inner.start - 61), inner.start - 1);
  for (const word of line.matchAll(/(?<=^|[\s“"'(])\S/gu)) {
    const label = line.slice(word.index).trim();
    const source = sourceBy(label.replace(/['’]s?$/, ''), year, library);
    if (!source) continue;
    const span = { start: inner.start - 1 - (line.length - word.index), end: inner.end + 1 };
    const words = { ...located(behind), form: 'in-text' as const };
    return [{ span, key: `${label}, ${year}`, style: 'author-date', sourceId: source.id, ...present(words) }];
  }
  return [];
}

/** A letter behind the year is the writer's own where the library needs none. */
function sourceBy(label: string, year: string, library: Library): Source | undefined {
  const { byWords } = library.remember(datings);
  return byWords.get(lookup(label, year)) ?? byWords.get(lookup(label, year.replace(/(?<=\d)[a-z]+$/, '')));
}

/** The source that a note names as a parenthesis would: `Ode 2024, p. 3.`, `See Ode & Roe (2024)`. */
export function namedByAuthorDate(words: string, library: Library): Source | undefined {
  const match = partPattern.exec(
    words.slice(0, 200).replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim().replace(/\.$/, ''),
  );
  if (!match) return undefined;
  const [, before = '', year = ''] = match;
  return sourceBy(before.replace(prefixes, '').trim(), year, library);
}

function located(behind: string | undefined): CitationParts {
  const match =
    /^((?:pp?\.|ch\.|chap\.|sec\.|§|vol\.|para\.|fig\.)?\s*[\dIVXLCivxlc]+(?:\s*[–-]\s*\d+)?)(?:,\s*(.+))?$/su.exec(
      behind ?? '',
    );
  return match ? present({ locator: match[1], suffix: match[2] }) : present({ suffix: behind?.trim() });
}

function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^;]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const from = start + match.index + lead;
    if (match[0].trim() !== '') parts.push({ start: from, end: from + match[0].trim().length });
  }
  return parts;
}

function isForeign(offset: number, { prose }: CitationContext): boolean {
  return prose.masked(offset) || prose.links.some(({ span }) => span.start <= offset && offset < span.end);
}

function safe(part: string | undefined): part is string {
  return part !== undefined && part !== '' && !/[();\n]/.test(part);
}

import { decodeText } from '../decodeText.ts';
import { mergeMetadata } from '../metadata.ts';
import { type LibraryEntry, type LibraryReading, languageOf, workMetadata } from './libraryEntry.ts';

/** RIS, as reference managers and libraries export it: `TY  - NEWS` to `ER  -`. */
export function readRis(bytes: Uint8Array): LibraryReading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { entries: [], problems: [decoded.problem] };
  const entries: LibraryEntry[] = [];
  let fields = new Map<string, string[]>();
  let isOpen = false;
  for (const line of decoded.text.split(/\r\n|\r|\n/)) {
    const match = /^\s*([A-Z][A-Z0-9])\s{1,2}-\s?(.*)$/.exec(line);
    const [tag, value] = [match?.[1] ?? '', match?.[2]?.trim() ?? ''];
    if (tag === 'TY') [fields, isOpen] = [new Map(), true];
    else if (tag === 'ER') {
      if (isOpen) entries.push(toEntry(fields));
      isOpen = false;
    } else if (tag !== '' && value !== '') fields.set(tag, [...(fields.get(tag) ?? []), value]);
  }
  if (isOpen) entries.push(toEntry(fields));
  const problems =
    entries.length === 0
      ? ['has no entries (lines "TY  - …" to "ER  -")']
      : isOpen
        ? ['breaks off in its last entry']
        : [];
  return { entries, problems };
}

function toEntry(fields: ReadonlyMap<string, readonly string[]>): LibraryEntry {
  const first = (...tags: string[]): string | undefined => tags.map(tag => fields.get(tag)?.[0]).find(Boolean);
  const doi = first('DO');
  const authors = [...(fields.get('AU') ?? []), ...(fields.get('A1') ?? [])].map(givenFirst);
  return {
    key: first('ID') ?? '',
    files: ['L1', 'L2', 'LK', 'L4'].flatMap(tag => fields.get(tag) ?? []).filter(file => !/^https?:/i.test(file)),
    metadata: mergeMetadata(
      workMetadata({
        title: first('TI', 'T1'),
        publisher: first('JO', 'JF', 'T2', 'PB'),
        published: dateOf(first('DA', 'Y1', 'PY')),
        url: first('UR') ?? (doi === undefined ? undefined : `https://doi.org/${doi}`),
        language: languageOf(first('LA')),
        accessed: dateOf(first('Y2')),
      }),
      { authors: authors.length > 0 ? authors : undefined },
    ),
  };
}

/** `Doe, Jane, Jr.` -> `Jane Doe Jr.` */
function givenFirst(name: string): string {
  const [family = '', given = '', suffix = '', ...more] = name.split(/\s*,\s*/);
  return given === '' || more.length > 0 ? name : `${given} ${family} ${suffix}`.trim();
}

/** `2025/10/16/evening`, `2025/10//`, `2025///`, `2025`; what is written otherwise stays as it is. */
function dateOf(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:\/(\d{2})?(?:\/(\d{2})?(?:\/.*)?)?)?$/.exec(date ?? '') ?? [];
  if (year === undefined) return date;
  return [year, ...(month ? [month] : []), ...(month && day ? [day] : [])].join('-');
}

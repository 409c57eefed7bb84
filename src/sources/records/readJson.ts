import { decodeText } from '../decodeText.ts';
import type { FieldNames } from '../fieldNames.ts';
import { isCsl } from '../library/readCsl.ts';
import { metadataOf } from '../metadata.ts';
import { type Article, type ReaderOptions, type Reading, unreadable } from '../reader.ts';
import { type Fields, isFields } from './fields.ts';
import { hasText, isParagraphs, recordArticle, textOf } from './recordArticle.ts';
import { readSegments } from './segments.ts';

/** One article, or a list of them somewhere in it: what feeds, archives and scrapers write. */
export function readJson(bytes: Uint8Array, _path: string, { fields }: ReaderOptions): Reading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return unreadable(decoded.problem);
  const parsed = parseJson(decoded.text);
  if ('problem' in parsed) return unreadable(`is no valid JSON (${parsed.problem}); download or export it again`);
  if (isCsl(parsed.value))
    return unreadable('is a bibliography; name it .csl.json to have it describe the files it names');
  const transcript = fields?.text === undefined ? readSegments(parsed.value) : undefined;
  if (transcript) return { articles: [transcript], problems: [] };
  const records = findRecords(parsed.value, fields, 0);
  if (!records) return unreadable(noText(isFields(parsed.value) ? Object.keys(parsed.value) : []));
  return readRecords(
    records.slice(0, mostRecords).map((record, i) => ({ record, label: String(i + 1) })),
    fields,
    records.length,
  );
}

/** A record a line. Lines that cannot be read are named, the others count. */
export function readJsonLines(bytes: Uint8Array, path: string, options: ReaderOptions): Reading {
  const { fields } = options;
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return unreadable(decoded.problem);
  const records: { readonly record: Fields; readonly label: string }[] = [];
  const bad: string[] = [];
  let beyond = 0;
  for (const [i, line] of decoded.text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    if (records.length >= mostRecords) {
      beyond++;
      continue;
    }
    const parsed = parseJson(line);
    if ('value' in parsed && isFields(parsed.value)) records.push({ record: parsed.value, label: String(i + 1) });
    else bad.push(String(i + 1));
  }
  const problem =
    bad.length > 0
      ? [
          `has ${counted(bad.length, 'line')} that ${bad.length === 1 ? 'is' : 'are'} no JSON record (${shown('line', bad)}); download or export it again`,
        ]
      : [];
  // One document over many lines, or a list on one, is JSON under the wrong name.
  if (records.length === 0 && 'value' in parseJson(decoded.text)) return readJson(bytes, path, options);
  if (records.length === 0) return unreadable(problem[0] ?? 'has no records');
  const reading = readRecords(records, fields, records.length + beyond);
  if (reading.articles.length === 0 && records.length === 1 && bad.length === 0) return readJson(bytes, path, options);
  return { articles: reading.articles, problems: [...problem, ...reading.problems] };
}

/** Articles of one file; as many as a whole library is made for. */
export const mostRecords = 100_000;

/** Records as articles, `count` in all where not all are given. Those without text are counted, not lost silently. */
export function readRecords(
  records: readonly { readonly record: Fields; readonly label: string }[],
  fields: FieldNames | undefined,
  count = records.length,
): Reading {
  const articles: Article[] = [];
  const empty: string[] = [];
  for (const { record, label } of records.slice(0, mostRecords)) {
    const article = recordArticle(record, label, fields);
    if (article) articles.push(article);
    else empty.push(label);
  }
  if (articles.length === 0) return unreadable(noText(Object.keys(records[0]?.record ?? {})));
  const problems =
    count > mostRecords ? [`is read up to record ${mostRecords} only (${count} records); split it into parts`] : [];
  if (empty.length > 0)
    problems.push(`has ${counted(empty.length, 'record')} without text (${shown('record', empty)})`);
  const cut = articles.flatMap(({ text, locators }) => (isCutShort(text) ? (locators?.[0]?.label ?? []) : []));
  if (cut.length > 0)
    problems.push(
      `has ${counted(cut.length, 'record')} whose text the service cut short (${shown('record', cut)}); save the articles themselves`,
    );
  return { articles, problems };
}

/** `… [+2345 chars]`, as news services end what they give away for nothing. */
function isCutShort(text: string): boolean {
  return /\[\+\d+ chars\]\s*$/.test(text.slice(-40));
}

function noText(names: readonly string[]): string {
  const known = names.length > 0 ? ` (fields: ${names.slice(0, 12).join(', ')})` : '';
  return `has no field that holds an article's text${known}; name it in groundwork.sources.fields`;
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'unknown' };
  }
}

/** The record itself, the list, or the largest list of articles up to four levels down. */
function findRecords(value: unknown, fields: FieldNames | undefined, depth: number): readonly Fields[] | undefined {
  if (Array.isArray(value)) {
    const records = value.filter(isFields).map(unwrapped);
    if (records.slice(0, 200).some(record => hasText(record, fields))) return records;
    // Lists of pages of a listing.
    const inner =
      depth > 3 ? [] : records.slice(0, 200).flatMap(record => findRecords(record, fields, depth + 1) ?? []);
    return inner.length > 0 ? inner : undefined;
  }
  if (!isFields(value) || depth > 4) return undefined;
  const lists = Object.values(value)
    .filter(inner => typeof inner === 'object')
    .flatMap(inner => {
      const found = findRecords(inner, fields, depth + 1);
      return found ? [found] : [];
    });
  const longest = lists.sort((a, b) => b.length - a.length)[0];
  const isOne = (longest?.length ?? 0) < 2 || isParagraphs(textOf(value)) || isRemarks(longest, value, fields);
  if (hasText(value, fields) && isOne) return [value];
  const excerpts = excerptNames.find(name => isExcerpts(value[name]));
  if (excerpts !== undefined && metadataOf(value).title !== undefined) return [{ ...value, text: value[excerpts] }];
  return longest;
}

/** What somebody marked in one article is no list of articles. */
const excerptNames = ['highlights', 'annotations', 'excerpts', 'quotes', 'paragraphs', 'sections', 'blocks'];

function isExcerpts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && isParagraphs(value);
}

/** What readers wrote below an article that is longer than each of them, and what bears no title. */
function isRemarks(items: readonly Fields[] | undefined, article: Fields, fields: FieldNames | undefined): boolean {
  const length = (record: Fields): number => recordArticle(record, '', fields)?.text.length ?? 0;
  const own = length(article);
  return isParagraphs(items) && (items ?? []).every(item => length(item) < own);
}

/** Search engines keep a record's own fields one level down. */
function unwrapped(item: Fields): Fields {
  if (isFields(item._source)) return item._source;
  if (isFields(item.data) && typeof item.kind === 'string') return item.data;
  return isFields(item.fields) ? { ...item, ...item.fields } : item;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shown(noun: string, labels: readonly string[]): string {
  const some = labels.slice(0, 8).join(', ');
  return `${noun}${labels.length === 1 ? '' : 's'} ${some}${labels.length > 8 ? ', …' : ''}`;
}

import { createArticleText } from '../articleText.ts';
import type { FieldNames } from '../fieldNames.ts';
import { appendHtml } from '../html/plainHtml.ts';
import { type Metadata, mergeMetadata, metadataOf } from '../metadata.ts';
import type { Article } from '../reader.ts';
import { type Fields, isFields } from './fields.ts';

/** The names under which the text of an article goes, most telling first; a teaser is better than nothing. */
const textNames = [
  'text',
  'body',
  'content',
  'articlebody',
  'articletext',
  'fulltext',
  'maintext',
  'bodytext',
  'story',
  'transcript',
  'paragraphs',
  'contenthtml',
  'contenttext',
  'message',
  'selftext',
  'leadparagraph',
  'abstract',
  'summary',
  'description',
];

/** One record as an article; undefined when it holds no text. `label` is its number as people count. */
export function recordArticle(record: Fields, label: string, names: FieldNames = {}): Article | undefined {
  const words = wordsOf(names.text === undefined ? textOf(record) : valueAt(record, names.text));
  if (words === undefined) return undefined;
  const plain = flattened(record);
  const metadata = mergeMetadata(mapped(record, names), metadataOf(plain), metadataOf({ author: plain.user }));
  // A headline is part of the article, and in records it stands apart from the text.
  const title = metadata.title;
  const text = title === undefined || words.startsWith(title) ? words : `${title}\n\n${words}`;
  return { text, metadata, locators: [{ kind: 'record', label, span: { start: 0, end: text.length } }] };
}

/** Whether any of its fields could be an article's text: tells lists of articles from other lists. */
export function hasText(record: Fields, names: FieldNames = {}): boolean {
  return wordsOf(names.text === undefined ? textOf(record) : valueAt(record, names.text)) !== undefined;
}

export function textOf(record: Fields): unknown {
  const byName = new Map(Object.entries(record).map(([key, value]) => [plainKey(key), value]));
  return textNames.map(name => byName.get(name)).find(value => wordsOf(value) !== undefined);
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** The value at `a.b.c`; a field whose own name has the dots wins. */
function valueAt(record: Fields, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const step of path.split('.')) value = isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** Lists within items of lists; nobody writes deeper. */
const deepestNode = 60;

/** Text, a list of paragraphs, or `{ "rendered": … }`; markup is taken out. */
function wordsOf(value: unknown, depth = 0): string | undefined {
  if (depth > deepestNode) return undefined;
  if (Array.isArray(value)) {
    const parts = value
      .slice(0, 100_000)
      .map(item => (typeof item === 'string' || isFields(item) ? wordsOf(item, depth + 1) : undefined));
    return parts.filter(part => part !== undefined).join('\n\n') || undefined;
  }
  if (isFields(value)) {
    const inner = value.rendered ?? value.text ?? value.content ?? value.value ?? value.children;
    if (Array.isArray(inner)) return wordsOfNodes(inner, depth + 1);
    return typeof inner === 'string' ? wordsOf(inner) : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const isMarkup = /<(?:p|br|div|span|a|h\d|li|strong|em|b|i)\b[^<>]*>/i.test(value);
  return (isMarkup ? withoutMarkup(value) : value.trim()) || undefined;
}

/** Rich text as editors keep it: runs of one paragraph stand side by side, paragraphs and lists below one another. */
function wordsOfNodes(nodes: readonly unknown[], depth: number): string | undefined {
  const runs = nodes.map(node => (isFields(node) ? (node.text ?? node.value) : undefined));
  if (runs.some(run => typeof run === 'string'))
    return (
      runs
        .filter(run => typeof run === 'string')
        .join('')
        .trim() || undefined
    );
  return wordsOf(nodes, depth);
}

function withoutMarkup(html: string): string {
  const text = createArticleText();
  appendHtml(html, text);
  return text.finish().text;
}

function mapped(record: Fields, names: FieldNames): Metadata {
  const pairs = Object.entries(names).filter(([field]) => field !== 'text');
  return metadataOf(Object.fromEntries(pairs.map(([field, path]) => [field, simple(valueAt(record, path))])));
}

/** Nested names (`"source": { "name": … }`, `"title": { "rendered": … }`) as the plain values they stand for. */
function flattened(record: Fields): Fields {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, simple(value)]));
}

function simple(value: unknown): unknown {
  if (!isFields(value)) return value;
  return value.rendered ?? value.name ?? value.title ?? value.original ?? value.main ?? value['#text'] ?? value;
}

/** Whether a list is the paragraphs of one article: its items bear no titles of their own. */
export function isParagraphs(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every(item => !isFields(item) || metadataOf(flattened(item)).title === undefined)
  );
}

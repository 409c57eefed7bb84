import { authorsOf, type Metadata, metadataOf } from '../metadata.ts';

type Fields = Readonly<Record<string, unknown>>;

export type LinkedData = {
  readonly metadata: Metadata;
  /** The article says of itself that it is not free to read. */
  readonly paywalled: boolean;
};

/** What the page's JSON-LD says of its article. Broken JSON and other types of things say nothing. */
export function readJsonLd(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap(parse).flatMap(thing => flatten(thing, 0));
  const article = things.find(thing => typesOf(thing).some(type => /(?:Article|Posting|Report|WebPage)$/.test(type)));
  const best = things.find(thing => typesOf(thing).some(type => /(?:Article|Posting|Report)$/.test(type))) ?? article;
  if (!best) return { metadata: {}, paywalled: false };
  const publisher = record(best.publisher) ?? record(best.sourceOrganization);
  const authors = authorsOf(best.author ?? best.creator)?.filter(name => !/^https?:/.test(name));
  const metadata = metadataOf({
    title: best.headline ?? best.name,
    publisher: publisher?.name ?? best.publisher,
    published: best.datePublished ?? best.dateCreated,
    url: best.url ?? (record(best.mainEntityOfPage)?.['@id'] || best.mainEntityOfPage),
    language: best.inLanguage,
  });
  return {
    metadata: authors && authors.length > 0 ? { ...metadata, authors } : metadata,
    paywalled: best.isAccessibleForFree === false || /^false$/i.test(String(best.isAccessibleForFree)),
  };
}

function parse(script: string): unknown[] {
  try {
    // Some sites wrap it for browsers of the last century.
    return [JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''))];
  } catch {
    return [];
  }
}

/** Articles stand alone, in lists and in `@graph`. */
function flatten(value: unknown, depth: number): Fields[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap(item => flatten(item, depth + 1));
  const thing = record(value);
  return thing ? [thing, ...flatten(thing['@graph'], depth + 1)] : [];
}

function typesOf(thing: Fields): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter(name => typeof name === 'string');
}

function record(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

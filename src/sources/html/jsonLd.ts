import { authorsOf, type Metadata, metadataOf } from '../metadata.ts';

type Fields = Readonly<Record<string, unknown>>;

export type LinkedData = {
  readonly metadata: Metadata;
  /** The article says of itself that it is not free to read. */
  readonly paywalled: boolean;
  /** The words of the article as it repeats them there; empty when it does not. */
  readonly body: string;
};

/** What the page's JSON-LD says of its article; `heading` is what stands over it. Broken JSON and other types of things say nothing. */
export function readJsonLd(scripts: readonly string[], heading = ''): LinkedData {
  const things = scripts.flatMap(parse).flatMap(thing => flatten(thing, 0));
  const article = things.find(thing => typesOf(thing).some(type => /(?:Article|Posting|Report|WebPage)$/.test(type)));
  const best = things.find(thing => typesOf(thing).some(type => /(?:Article|Posting|Report)$/.test(type))) ?? article;
  if (!best) return { metadata: {}, paywalled: false, body: '' };
  const named = namedThings(things);
  const publisher = [best.publisher ?? best.sourceOrganization].flat().map(named).map(nameOf).find(Boolean);
  const people = [best.author ?? best.creator].flat().map(named);
  const authors = authorsOf(people.length > 1 ? people : people[0])?.filter(name => !/^https?:/.test(name));
  const metadata = metadataOf({
    // Encyclopedias put a description into the headline.
    title: best.name === heading ? heading : (best.headline ?? best.name),
    publisher,
    published: best.datePublished ?? best.dateCreated,
    url: best.url ?? (record(best.mainEntityOfPage)?.['@id'] || best.mainEntityOfPage),
    language: best.inLanguage,
  });
  return {
    metadata: authors && authors.length > 0 ? { ...metadata, authors } : metadata,
    body: typeof best.articleBody === 'string' ? best.articleBody : '',
    paywalled: best.isAccessibleForFree === false || /^false$/i.test(String(best.isAccessibleForFree)),
  };
}

/** Things that only refer to another one of the page (`{ "@id": … }`) as that one. */
function namedThings(things: readonly Fields[]): (thing: unknown) => unknown {
  const byId = new Map(things.flatMap(thing => ('name' in thing ? [[thing['@id'], thing] as const] : [])));
  return thing => {
    const id = record(thing)?.['@id'];
    return record(thing)?.name === undefined && id !== undefined ? (byId.get(id) ?? thing) : thing;
  };
}

function nameOf(thing: unknown): string | undefined {
  const name = [record(thing)?.name ?? thing].flat()[0];
  return typeof name === 'string' ? name : undefined;
}

/** Some sites wrap it for browsers of the last century; many leave line breaks in texts and commas at the end. */
function parse(script: string): unknown[] {
  const json = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '');
  const mended = json.replace(/\s+/g, ' ').replace(/,\s*(?=[}\]])/g, '');
  for (const text of [json, mended]) {
    try {
      return [JSON.parse(text)];
    } catch {
      // The next way, or none.
    }
  }
  return [];
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

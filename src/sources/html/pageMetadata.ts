import { peopleIn } from '../header.ts';
import { type Metadata, mergeMetadata, metadataOf } from '../metadata.ts';
import { findDate } from '../publishedDate.ts';
import { type LinkedData, readJsonLd } from './jsonLd.ts';
import type { Scan } from './scanHtml.ts';

/** What a page states of itself: JSON-LD, then OpenGraph and other `<meta>`, then what the browser noted on saving. */
export function pageMetadata(scan: Scan): LinkedData & { readonly guesses: Metadata } {
  const linked = readJsonLd(scan.jsonLd, scan.heading);
  const url = saved(scan)?.url ?? scan.canonical;
  const stated = mergeMetadata(
    linked.metadata,
    fromMeta(scan.meta),
    metadataOf({ url, language: scan.language, accessed: saved(scan)?.accessed }),
  );
  return { ...linked, metadata: stated, guesses: guesses(scan, stated) };
}

function fromMeta(meta: Scan['meta']): Metadata {
  const first = (...names: string[]): string | undefined => names.map(name => meta.get(name)).find(Boolean);
  const author = first(
    'author',
    'article:author',
    'citation_author',
    'dc.creator',
    'parsely-author',
    'byl',
    'sailthru.author',
  );
  return metadataOf({
    title: first('og:title', 'twitter:title', 'citation_title', 'dc.title', 'headline', 'parsely-title'),
    // Some give the address of a profile for a name.
    authors: author && !/^https?:/.test(author) ? (scholars(meta) ?? author) : undefined,
    publisher: first('og:site_name', 'citation_journal_title', 'dc.publisher', 'application-name', 'publisher'),
    published: first(
      'article:published_time',
      'datepublished',
      'citation_publication_date',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'parsely-pub-date',
      'pubdate',
      'date',
      ...[...meta.keys()].filter(name => /(?:^|[:._-])(?:first-)?publish(?:ed)?[-_]?(?:at|on|time|date)?$/.test(name)),
    ),
    url: first('og:url', 'twitter:url', 'parsely-link'),
    language: first('og:locale', 'content-language', 'dc.language'),
  });
}

/** Libraries write names with the family's first. */
function scholars(meta: Scan['meta']): string | undefined {
  const names = meta.get('citation_author');
  if (names === undefined || meta.has('author')) return undefined;
  return names.replace(/(?<=^|; )([^,;]+), ([^,;]+)(?=;|$)/g, '$2 $1');
}

/** What Chrome, Firefox' SingleFile and others write into a page that they save. */
function saved({ comments }: Scan): { readonly url?: string; readonly accessed?: string } | undefined {
  for (const comment of comments) {
    const url = /saved from url=\(\d+\)\s*(https?:\S+)|\burl:\s*(https?:\S+)/.exec(comment);
    const date = /saved date:\s*(.+)/.exec(comment)?.[1];
    const accessed = date === undefined ? undefined : savedDate(date);
    const address = url?.[1] ?? url?.[2];
    if (address !== undefined) return { url: address, ...(accessed ? { accessed } : {}) };
  }
  return undefined;
}

/** `Thu Oct 16 2025 10:00:00 GMT+0200` is how JavaScript prints a date. */
function savedDate(text: string): string | undefined {
  const printed = /^\w{3} (\w{3} \d{1,2}) (\d{4})/.exec(text);
  return findDate(printed ? `${printed[1]}, ${printed[2]}` : text)?.date;
}

/** The window's title has the site's name behind it, the host stands for its publisher. */
function guesses(scan: Scan, stated: Metadata): Metadata {
  const [start = ''] = scan.title.split(/\s+[|–—»·]\s+|\s+-\s+(?=[^-]+$)/);
  const title = scan.heading || (start.split(' ').length >= 3 ? start : scan.title);
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(stated.url ?? '')?.[1];
  const found = metadataOf({ title: title.slice(0, 300), publisher: host, published: scan.date });
  return mergeMetadata(found, { authors: peopleIn(scan.byline.slice(0, 200)) });
}

import { parseInPieces } from '../xml/parseInPieces.ts';

/** What one pass over a page finds, without building a tree of it. */
export type Scan = {
  /** `<meta>` by name, property or itemprop in lower case; the first of each counts. */
  readonly meta: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  readonly title: string;
  /** The first `<h1>`. */
  readonly heading: string;
  /** What stands below the heading in an element that is marked as a date, or as the author's name. */
  readonly date: string;
  readonly byline: string;
  readonly language: string | undefined;
  readonly canonical: string | undefined;
  readonly comments: readonly string[];
  /** Elements, all nodes of the tree there would be, and how deep they nest. */
  readonly elements: number;
  readonly nodes: number;
  readonly depth: number;
  /** The file breaks off: containers or a script are never closed, and neither are body and html. */
  readonly cutOff: boolean;
};

/** Elements whose end tag nobody may leave out. */
const mustClose = new Set(['div', 'article', 'main', 'section', 'span', 'a', 'script', 'style', 'ul', 'ol', 'table']);
/** Characters of one title, heading or script. */
const longestCapture = 2_000_000;

type Capture = 'title' | 'heading' | 'jsonLd' | 'date' | 'byline';
type Found = {
  readonly meta: Map<string, string>;
  readonly comments: string[];
  readonly captured: Record<Capture, string[]>;
  language: string | undefined;
  canonical: string | undefined;
};

/** Looks through a page once. Never throws; time and memory grow with the length of the page only. */
export function scanHtml(html: string): Scan {
  const captured: Found['captured'] = { title: [], heading: [], jsonLd: [], date: [], byline: [] };
  const found: Found = { meta: new Map(), comments: [], captured, language: undefined, canonical: undefined };
  let [elements, nodes, depth, deepest, unclosed] = [0, 0, 0, 0, 0];
  let open: { readonly kind: Capture; readonly depth: number; text: string } | undefined;
  parseInPieces(
    html,
    {
      onopentag: (name, attributes) => {
        elements++;
        nodes++;
        deepest = Math.max(deepest, ++depth);
        noteElement(found, name, attributes);
        const kind = open ? undefined : captureOf(name, attributes, depth, captured.heading.length > 0);
        if (kind) open = { kind, depth, text: kind === 'date' ? `${attributes.datetime ?? ''} ` : '' };
      },
      ontext: data => {
        nodes++;
        if (open && open.text.length < longestCapture) open.text += data;
      },
      onclosetag: (name, implied) => {
        if (implied && mustClose.has(name)) unclosed++;
        if (open?.depth === depth--) {
          captured[open.kind].push(open.text);
          open = undefined;
        }
      },
      oncomment: data => {
        if (found.comments.length < 20) found.comments.push(data.slice(0, 2000));
      },
    },
    { decodeEntities: true },
  );
  const cutOff = unclosed > 0 && !/<\/(?:html|body)\s*>/i.test(html.slice(-100_000));
  return { ...summaryOf(found), elements, nodes, depth: deepest, cutOff };
}

function summaryOf({ meta, comments, captured, language, canonical }: Found) {
  const first = (texts: readonly string[]): string =>
    texts.map(text => text.replace(/\s+/g, ' ').trim()).find(Boolean) ?? '';
  return {
    meta,
    comments,
    language,
    canonical,
    jsonLd: captured.jsonLd,
    title: first(captured.title),
    heading: first(captured.heading),
    date: first(captured.date),
    byline: first(captured.byline),
  };
}

function captureOf(
  name: string,
  { type, rel, class: names = '' }: Readonly<Record<string, string>>,
  depth: number,
  belowHeading: boolean,
): Capture | undefined {
  // A title within an SVG picture names the picture.
  if (name === 'title') return depth < 5 ? 'title' : undefined;
  if (name === 'h1') return 'heading';
  if (name === 'script') return /^application\/ld\+json/i.test(type ?? '') ? 'jsonLd' : undefined;
  // Above the heading stand menus and the newest of other articles.
  if (!belowHeading) return undefined;
  if (name === 'time') return 'date';
  if (rel === 'author' || /(?:^|[\s_-])(?:byline|author|authors|writtenby)(?:$|[\s_-])/i.test(names)) return 'byline';
  return /(?:^|[\s_-])(?:date|published|dateline|timestamp)(?:$|[\s_-])/i.test(names) ? 'date' : undefined;
}

function noteElement(found: Found, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'html') found.language ??= attributes.lang ?? attributes['xml:lang'];
  else if (name === 'link' && attributes.rel === 'canonical') found.canonical ??= attributes.href;
  else if (name === 'meta') noteMeta(found.meta, attributes);
}

function noteMeta(meta: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  const name = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
  const content = attributes.content?.trim();
  if (!name || !content) return;
  const known = meta.get(name);
  // Several authors stand in several tags.
  if (known === undefined) meta.set(name, content);
  else if (/author/.test(name) && known.length < 1000 && !known.split('; ').includes(content))
    meta.set(name, `${known}; ${content}`);
}

import { Parser } from 'htmlparser2';

/** What one pass over a page finds, without building a tree of it. */
export type Scan = {
  /** `<meta>` by name, property or itemprop in lower case; the first of each counts. */
  readonly meta: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  readonly title: string;
  /** The first `<h1>`. */
  readonly heading: string;
  readonly language: string | undefined;
  readonly canonical: string | undefined;
  readonly comments: readonly string[];
  /** Elements, and how deep they nest. */
  readonly elements: number;
  readonly depth: number;
  /** The file breaks off: containers or a script are never closed, and neither are body and html. */
  readonly cutOff: boolean;
};

/** Elements whose end tag nobody may leave out. */
const mustClose = new Set(['div', 'article', 'main', 'section', 'span', 'a', 'script', 'style', 'ul', 'ol', 'table']);
const longestScript = 2_000_000;

/** Looks through a page once. Never throws; time and memory grow with the length of the page only. */
export function scanHtml(html: string): Scan {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  const comments: string[] = [];
  const found = { title: '', heading: '', language: '', canonical: '' };
  let [elements, depth, deepest, unclosed] = [0, 0, 0, 0];
  let into: 'title' | 'heading' | 'script' | undefined;
  let text = '';

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        elements++;
        deepest = Math.max(deepest, ++depth);
        if (name === 'html') found.language ||= attributes.lang ?? attributes['xml:lang'] ?? '';
        if (name === 'meta') noteMeta(meta, attributes);
        if (name === 'link' && attributes.rel === 'canonical') found.canonical ||= attributes.href ?? '';
        const starts = startsText(name, attributes.type, depth);
        if (starts && !(starts !== 'script' && found[starts])) [into, text] = [starts, ''];
      },
      ontext: data => {
        if (into && text.length < longestScript) text += data;
      },
      onclosetag: (name, implied) => {
        depth--;
        if (implied && mustClose.has(name)) unclosed++;
        if (into === 'script' && name === 'script') scripts.push(text);
        else if (into && name !== 'br' && startsText(name, undefined, 0) === into && into !== 'script')
          found[into] = text.replace(/\s+/g, ' ').trim();
        if (startsText(name, 'application/ld+json', 0) === into) into = undefined;
      },
      oncomment: data => {
        if (comments.length < 20) comments.push(data.slice(0, 2000));
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  const cutOff = unclosed > 0 && !/<\/(?:html|body)\s*>/i.test(html.slice(-100_000));
  return {
    meta,
    jsonLd: scripts,
    title: found.title,
    heading: found.heading,
    language: found.language || undefined,
    canonical: found.canonical || undefined,
    comments,
    elements,
    depth: deepest,
    cutOff,
  };
}

function startsText(name: string, type: string | undefined, depth: number): 'title' | 'heading' | 'script' | undefined {
  // A title within an SVG picture names the picture.
  if (name === 'title' && depth < 5) return 'title';
  if (name === 'h1') return 'heading';
  return name === 'script' && /^application\/ld\+json/i.test(type ?? '') ? 'script' : undefined;
}

function noteMeta(meta: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  const name = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
  const content = attributes.content?.trim();
  if (!name || !content) return;
  const known = meta.get(name);
  // Several authors stand in several tags.
  if (known === undefined) meta.set(name, content);
  else if (/author/.test(name) && !known.split('; ').includes(content)) meta.set(name, `${known}; ${content}`);
}

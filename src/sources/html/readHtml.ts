import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { createArticleText } from '../articleText.ts';
import { peopleIn } from '../header.ts';
import { mergeMetadata } from '../metadata.ts';
import { type Reading, unreadable } from '../reader.ts';
import { type PageNode, removeClutter } from './clutter.ts';
import { decodeHtml } from './decodeHtml.ts';
import { appendDom, type DomNode, furniture } from './domText.ts';
import { pageMetadata } from './pageMetadata.ts';
import { appendHtml } from './plainHtml.ts';
import { type Scan, scanHtml } from './scanHtml.ts';
import { stubProblem } from './stubProblem.ts';

/** Elements within elements. Articles lie about 30 deep; the search for one goes up from each paragraph. */
const deepest = 150;
/** Elements of a page for which the search takes a second or two; the longest articles of Wikipedia have 30,000. */
const mostElements = 40_000;
/** Elements times the depth of the page: the search goes up from each paragraph, and looks at what stands beside each step. */
const mostSteps = 1_500_000;
const longestForTree = 8_000_000; // characters

/** A web page as it was saved: the article's text without menus and advertising, and what the page says of itself. */
export function readHtml(bytes: Uint8Array): Reading {
  const decoded = decodeHtml(bytes);
  if ('problem' in decoded) return unreadable(decoded.problem);
  return readPage(decoded.text, decoded.damaged);
}

/** The article of a page that is text already (a part of an e-mail or of a web archive). */
export function readPage(html: string, damaged = 0): Reading {
  const scan = scanHtml(html);
  const { metadata, guesses, paywalled, body } = pageMetadata(scan);
  const found = withStatedBody(findArticle(html, scan), body);
  const text = withTitle(metadata.title ?? scan.heading, found.text);
  const problems = [
    ...(damaged > 0 ? [`holds ${damaged} damaged characters; save the page again`] : []),
    ...(scan.cutOff ? ['breaks off before its end; download or save the page again'] : []),
    ...stubProblem(found.text, html, paywalled),
  ];
  if (found.text.trim() === '') return unreadable(problems[0] ?? noText);
  const guessed = mergeMetadata(guesses, { authors: found.byline === undefined ? undefined : peopleIn(found.byline) });
  return { articles: [{ text, metadata, guesses: guessed }], problems };
}

const noText = 'has no text; if its text is made by a script, save the page from a browser once it shows';

type Found = { readonly text: string; readonly byline: string | undefined };

/** By Readability where that is safe and keeps most of the prose, else all words of the page. */
function findArticle(html: string, scan: Scan): Found {
  const small = scan.depth <= deepest && scan.nodes <= 3 * mostElements && html.length <= longestForTree;
  const few = scan.elements <= mostElements && scan.elements * scan.depth <= mostSteps;
  const found = small && few && scan.elements > 0 ? inTree(html) : undefined;
  if (found) return found;
  const page = createArticleText();
  appendHtml(html, page, { without: furniture });
  return { text: page.finish().text, byline: undefined };
}

/** Pages that a script fills, or that show a part only, often have the whole article for search engines. */
function withStatedBody(found: Found, body: string): Found {
  if (proseLength(found.text) > 0.6 * body.length || body.length < 300) return found;
  const text = createArticleText();
  for (const paragraph of body.split(/\r?\n+/)) {
    appendHtml(paragraph, text);
    text.breakParagraph();
  }
  return { ...found, text: text.finish().text };
}

/** Characters in paragraphs long enough to be prose, not menus or headlines. */
function proseLength(text: string): number {
  return text.split(/\n+/).reduce((sum, line) => (line.length > 100 ? sum + line.length : sum), 0);
}

/** As much of a browser's document as is needed; its own types are those of a library that this project does not load. */
type PageDocument = ConstructorParameters<typeof Readability>[0] & { readonly body: (PageNode & DomNode) | null };

function inTree(html: string): Found | undefined {
  const { document } = parseHTML(withHeadAndBody(html)) as unknown as { readonly document: PageDocument };
  if (!document.body) return undefined;
  removeClutter(document.body);
  const page = wordsIn(document.body, furniture);
  // No page as linkedom understands it: what it cannot see is not lost.
  if (page === '') return undefined;
  const article = parseArticle(document);
  const text = article?.content ? wordsIn(article.content) : '';
  // Where it takes one of several articles for the article (live blogs, collections), words would be lost.
  const isWhole = text !== '' && proseLength(text) >= 0.4 * proseLength(page);
  return { text: isWhole ? text : page, byline: article?.byline ?? undefined };
}

/** HTML allows to leave out the tags of head and body, and some programs do; linkedom then finds an empty body. */
function withHeadAndBody(html: string): string {
  const start = /<html\b[^>]*>/i.exec(html.slice(0, 20_000));
  const from = start ? start.index + start[0].length : html.search(/<(?!!|\?)/);
  const at = html.search(/<(?:body|div|p|article|main|section|header|nav|h1|table|ul|center)[\s>]/i);
  if (at < from || from < 0) return html;
  const body = /^<body/i.test(html.slice(at, at + 5)) ? '' : '<body>';
  const head = /<head[\s>]/i.test(html.slice(0, at)) ? ['', ''] : ['<head>', '</head>'];
  const open = start ? '' : '<html>';
  return `${html.slice(0, from)}${open}${head[0]}${html.slice(from, at)}${head[1]}${body}${html.slice(at)}`;
}

function wordsIn(node: DomNode, without?: ReadonlySet<string>): string {
  const text = createArticleText();
  appendDom(node, text, without);
  return text.finish().text;
}

/** Pages broken beyond its understanding make Readability throw. */
function parseArticle(document: PageDocument) {
  try {
    const options = { serializer: (node: unknown) => node as DomNode, disableJSONLD: true, charThreshold: 250 };
    return new Readability<DomNode>(document, options).parse();
  } catch {
    return undefined;
  }
}

/** The headline is part of the article; most pages keep it apart from the text. */
function withTitle(title: string, text: string): string {
  if (title === '' || text.slice(0, title.length + 200).includes(title)) return text;
  return `${title}\n\n${text}`;
}

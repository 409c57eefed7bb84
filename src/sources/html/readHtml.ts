import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { createArticleText } from '../articleText.ts';
import { authorsOf, mergeMetadata } from '../metadata.ts';
import { type Reading, unreadable } from '../reader.ts';
import { decodeHtml } from './decodeHtml.ts';
import { appendDom, type DomNode } from './domText.ts';
import { pageMetadata } from './pageMetadata.ts';
import { appendHtml } from './plainHtml.ts';
import { type Scan, scanHtml } from './scanHtml.ts';
import { stubProblem } from './stubProblem.ts';

/** Elements within elements. Articles lie about 30 deep; the search for one goes up from each paragraph. */
const deepest = 150;
/** Elements of a page for which the search takes a second or two; the longest articles of Wikipedia have 30,000. */
const mostElements = 40_000;
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
  const { metadata, guesses, paywalled } = pageMetadata(scan);
  const found = findArticle(html, scan);
  const text = withTitle(metadata.title ?? scan.heading, found.text);
  const problems = [
    ...(damaged > 0 ? [`holds ${damaged} damaged characters; save the page again`] : []),
    ...(scan.cutOff ? ['breaks off before its end; download or save the page again'] : []),
    ...stubProblem(found.text, html, paywalled),
  ];
  if (found.text.trim() === '') return unreadable(problems[0] ?? noText);
  const byline = authorsOf(found.byline?.replace(/^by\s+/i, ''));
  const guessed = mergeMetadata(guesses, { authors: byline });
  return { articles: [{ text, metadata, guesses: guessed }], problems };
}

const noText = 'has no text; if its text is made by a script, save the page from a browser once it shows';

type Found = { readonly text: string; readonly byline: string | undefined };

/** By Readability where that is safe and keeps most of the prose, else all words of the page. */
function findArticle(html: string, scan: Scan): Found {
  const small = scan.depth <= deepest && scan.nodes <= 3 * mostElements && html.length <= longestForTree;
  const found = small && scan.elements > 0 && scan.elements <= mostElements ? byReadability(html) : undefined;
  const page = createArticleText();
  appendHtml(html, page, { wholePage: true });
  const { text } = page.finish();
  // Where it takes one of several articles for the article (live blogs, collections), words would be lost.
  if (found && proseLength(found.text) >= 0.4 * proseLength(text)) return found;
  return { text, byline: found?.byline };
}

/** Characters in paragraphs long enough to be prose, not menus or headlines. */
function proseLength(text: string): number {
  return text.split(/\n+/).reduce((sum, line) => (line.length > 100 ? sum + line.length : sum), 0);
}

function byReadability(html: string): Found | undefined {
  // Its types are those of a browser's library, which this project does not load.
  const { document } = parseHTML(html) as unknown as {
    readonly document: ConstructorParameters<typeof Readability>[0];
  };
  const article = parseArticle(document);
  if (!article?.content) return undefined;
  const text = createArticleText();
  appendDom(article.content, text);
  return { text: text.finish().text, byline: article.byline ?? undefined };
}

/** Pages broken beyond its understanding make Readability throw. */
function parseArticle(document: ConstructorParameters<typeof Readability>[0]) {
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

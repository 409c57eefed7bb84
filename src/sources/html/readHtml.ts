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

/** Browsers stop at 512; the search for the article takes steps in the square of it. */
const deepest = 400;
/** A tree takes about 1 kB an element. */
const mostElements = 60_000;
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
  const text = withTitle(metadata.title ?? guesses.title, found.text);
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

/** By Readability where that is safe and finds something, else all words of the page. */
function findArticle(html: string, scan: Scan): Found {
  const small = scan.depth <= deepest && scan.elements <= mostElements && html.length <= longestForTree;
  const found = small ? byReadability(html) : undefined;
  if (found && found.text.length > 0) return found;
  const text = createArticleText();
  appendHtml(html, text, { wholePage: true });
  return { text: text.finish().text, byline: undefined };
}

function byReadability(html: string): Found | undefined {
  // Its types are those of a browser's library, which this project does not load.
  const { document } = parseHTML(html) as unknown as {
    readonly document: ConstructorParameters<typeof Readability>[0];
  };
  const article = new Readability<DomNode>(document, {
    serializer: node => node as unknown as DomNode,
    disableJSONLD: true,
    charThreshold: 250,
  }).parse();
  if (!article?.content) return undefined;
  const text = createArticleText();
  appendDom(article.content, text);
  return { text: text.finish().text, byline: article.byline ?? undefined };
}

/** The headline is part of the article; most pages keep it apart from the text. */
function withTitle(title: string | undefined, text: string): string {
  if (title === undefined || text.slice(0, title.length + 200).includes(title)) return text;
  return `${title}\n\n${text}`;
}

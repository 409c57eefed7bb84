import type { ArticleText } from '../articleText.ts';

/** As much of a DOM node as is needed to read it. */
export type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
};

/**
 * Adds the words below a node, paragraph by paragraph, but for those in elements named by `without`. A loop, no recursion:
 * pages may nest as deep as they like.
 */
export function appendDom(root: DomNode, text: ArticleText, without: ReadonlySet<string> = new Set()): void {
  let node: DomNode | null = root;
  while (node) {
    if (node.nodeType === 3) text.append(node.nodeValue ?? '');
    const name: string = node.nodeName.toLowerCase();
    const skipped: boolean = node.nodeType === 1 && (skippedElements.has(name) || without.has(name));
    if (node.nodeType === 1 && !skipped) breakAt(name, text);
    if (node.firstChild && !skipped) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node, text);
    }
    if (!node || node === root) break;
    if (!node.firstChild) leave(node, text);
    node = node.nextSibling;
  }
  text.breakParagraph();
}

/** What of a whole page is not the article. */
export const furniture: ReadonlySet<string> = new Set(['nav', 'aside', 'footer']);

/** What stands in these is no prose of the page. */
export const skippedElements: ReadonlySet<string> = new Set(
  'script style noscript template svg math head iframe object select button textarea form nav del'.split(' '),
);

const paragraphs = new Set(
  `p div section article main header footer aside blockquote figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd
   table caption pre address details summary hr body fieldset center`.split(/\s+/),
);

/** The break that an element makes where it begins and where it ends; inline elements make none. */
export function breakAt(name: string, text: ArticleText): void {
  if (paragraphs.has(name)) text.breakParagraph();
  else if (name === 'br' || name === 'tr') text.breakLine();
  else if (name === 'td' || name === 'th') text.append(' ');
}

function leave(node: DomNode, text: ArticleText): void {
  if (node.nodeType === 1 && node.nodeName.toLowerCase() !== 'br') breakAt(node.nodeName.toLowerCase(), text);
}

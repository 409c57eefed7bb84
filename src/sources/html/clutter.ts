import { isMark, longestMark, noteLink } from './noteMarks.ts';

/** As much of a DOM node as is needed to tell what it is there for; attributes and `remove` are those of elements. */
export type PageNode = {
  readonly nodeType: number;
  readonly localName?: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  getAttribute?(name: string): string | null;
  remove?(): void;
};

/** Words of which a class or an id is made where sites put what is not the article. */
const namesOfClutter = new Set(
  `ad ads advert adverts advertisement advertising sponsored sponsor newsletter signup cookie cookies consent gdpr related
   recommended recommendations recirc share sharing sharebar social promo outbrain taboola breadcrumb breadcrumbs trending
   mostread mostpopular wm toc editsection subscribe subscription popup modal`.split(/\s+/),
);
const namesOfComments = /(?:^|[\s_-])(?:comments|comment-?list|commentlist|disqus(?:_thread)?|respond)(?:$|[\s_-])/i;
/** What bears the article is none of these, whatever its class says (`has-ads`, `newsletter-page`). */
const bearers = new Set(['h1', 'article', 'main']);
const never = new Set(['html', 'body', 'main', 'article', 'h1', 'p', 'time', 'a']);
/** The part of a page's characters that is too much to be anything but the article. */
const mostOfPage = 0.4;

/**
 * Takes out of a page what its own class names call advertising, sign-up boxes, links to other articles, marks of notes, or
 * readers' comments. Comments go however long they are, the others only while they are the smaller part of the page.
 * Recursion: pages that nest deeply are not looked at as a tree.
 */
export function removeClutter(body: PageNode): void {
  const measures = new Map<PageNode, Measure>();
  const { length } = measure(body, measures);
  const clear = (parent: PageNode): void => {
    for (let node = parent.firstChild; node; ) {
      const next = node.nextSibling;
      if (isUnwanted(node, measures.get(node), mostOfPage * length)) node.remove?.();
      else clear(node);
      node = next;
    }
  };
  clear(body);
}

/** Of an element: the characters in it, and whether the article or its headline is marked as such in it. */
type Measure = { readonly length: number; readonly bears: boolean };

function measure(node: PageNode, measures: Map<PageNode, Measure>): Measure {
  let length = node.nodeType === 3 ? (node.nodeValue?.length ?? 0) : 0;
  let bears = bearers.has(node.localName ?? '') || node.getAttribute?.('itemprop') === 'articleBody';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const inner = measure(child, measures);
    length += inner.length;
    bears ||= inner.bears;
  }
  const found = { length, bears };
  if (node.nodeType === 1) measures.set(node, found);
  return found;
}

function isUnwanted(node: PageNode, measured: Measure | undefined, most: number): boolean {
  if (!measured || measured.bears) return false;
  if (measured.length <= longestMark && isNoteMark(node)) return true;
  if (never.has(node.localName ?? '')) return false;
  // LibreOffice writes the head and the foot of its pages into the page.
  if (/^(?:header|footer)$/.test(node.getAttribute?.('title') ?? '') && node.localName === 'div') return true;
  const names = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`;
  if (names === ' ') return false;
  if (namesOfComments.test(names)) return true;
  const isMark = node.localName === 'sup' && /(?:^|[\s_-])(?:reference|footnote|fn)/i.test(names);
  return (isMark || isClutter(names)) && measured.length <= most;
}

/** A link to a note, or a raised number with such a link in it. */
function isNoteMark(node: PageNode): boolean {
  const links = [node, ...childrenOf(node)].filter(({ localName }) => localName === 'a');
  const isRaised = [node, ...childrenOf(node)].some(({ localName }) => localName === 'sup');
  const isOnly = node.localName === 'a' || node.localName === 'sup';
  return isOnly && links.some(link => isMarkLink(link, textOf(node), isRaised));
}

function isMarkLink(link: PageNode, words: string, isRaised: boolean): boolean {
  const attribute = (name: string): string | null | undefined => link.getAttribute?.(name);
  const kind = noteLink(
    'a',
    Object.fromEntries(['epub:type', 'role', 'class', 'href'].map(name => [name, attribute(name)])),
  );
  return kind !== undefined && isMark(words, kind, isRaised);
}

function childrenOf(node: PageNode): PageNode[] {
  const children: PageNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function textOf(node: PageNode): string {
  return node.nodeType === 3 ? (node.nodeValue ?? '') : childrenOf(node).map(textOf).join('');
}

function isClutter(names: string): boolean {
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(word => namesOfClutter.has(word));
}

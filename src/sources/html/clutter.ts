/** As much of a DOM element as is needed to tell what it is there for. */
export type PageElement = {
  readonly localName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
};

/** Words of which a class or an id is made where sites put what is not the article. */
const namesOfClutter = new Set(
  `ad ads advert adverts advertisement advertising sponsored sponsor newsletter signup cookie cookies consent gdpr related
   recommended recommendations recirc share sharing sharebar social promo outbrain taboola breadcrumb breadcrumbs trending
   mostread mostpopular wm toc editsection subscribe subscription popup modal`.split(/\s+/),
);
const namesOfComments = /(?:^|[\s_-])(?:comments|comment-?list|commentlist|disqus(?:_thread)?|respond)(?:$|[\s_-])/i;
/** What bears the article is none of these, whatever its class says (`has-ads`, `newsletter-page`). */
const bearers = 'h1, article, main, [itemprop="articleBody"]';
const never = new Set(['html', 'body', 'main', 'article', 'h1', 'p', 'time', 'a']);
/** The part of a page's characters that is too much to be anything but the article. */
const mostOfPage = 0.4;

/**
 * Takes out of a page what its own class names call advertising, sign-up boxes, links to other articles, marks of notes, or
 * readers' comments. Comments go however long they are, the others only while they are the smaller part of the page.
 */
export function removeClutter(body: PageElement): void {
  const length = body.textContent?.length ?? 0;
  for (const element of body.querySelectorAll('[class], [id]')) {
    if (never.has(element.localName)) continue;
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    const isComments = namesOfComments.test(names);
    const isMark = element.localName === 'sup' && /(?:^|[\s_-])(?:reference|footnote|fn)/i.test(names);
    if (!isComments && !isMark && !isClutter(names)) continue;
    const isLong = !isComments && (element.textContent?.length ?? 0) > mostOfPage * length;
    if (!isLong && !element.querySelector(bearers)) element.remove();
  }
}

function isClutter(names: string): boolean {
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(word => namesOfClutter.has(word));
}

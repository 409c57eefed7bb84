import { type ArticleText, createArticleText } from '../articleText.ts';
import { guessesOf } from '../header.ts';
import { type Reading, unreadable } from '../reader.ts';
import { metadataOfCore, readDublinCore } from '../xml/dublinCore.ts';
import { readXml } from '../xml/readXml.ts';
import { createCells } from './cells.ts';
import { unzip } from './unzip.ts';

/** Deleted and moved text, field codes, and the second copy of a text box for old programs. */
const skipped = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:delInstrText']);

/** A Word document: its text with footnotes behind it, tracked changes as if accepted, pages where Word left them. */
export function readDocx(bytes: Uint8Array): Reading {
  const zip = unzip(bytes, 'Word document', name =>
    /^(?:word\/(?:document|footnotes|endnotes)\d?\.xml|docProps\/core\.xml)$/.test(name),
  );
  if ('problem' in zip) return unreadable(zip.problem);
  const main = zip.parts.get('word/document.xml') ?? zip.parts.get('word/document2.xml');
  if (!main) return unreadable('is no Word document, whatever its name says (no word/document.xml in it)');

  const text = createArticleText();
  const pagesOfNotes = new Map<string, number>();
  const found = appendBody(main, text, { page: 1, pagesOfNotes });
  for (const notes of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const part = zip.parts.get(notes);
    if (part) appendBody(part, text, { page: found.pages, pagesOfNotes });
  }
  const { text: words, locators } = text.finish();
  if (words === '') return unreadable('has no text');
  const pages = found.pages > 1 ? locators : [];
  const metadata = metadataOfCore(readDublinCore(zip.parts.get('docProps/core.xml')));
  return {
    articles: [{ text: words, metadata, guesses: guessesOf(words, found.title), locators: pages }],
    problems: found.complete ? [] : ['is damaged: its text breaks off; copy it again'],
  };
}

type Body = { readonly pages: number; readonly title: string | undefined; readonly complete: boolean };

/** Where a part begins, and by number on which page each footnote stands: filled by the text, used by the notes. */
type Place = { readonly page: number; readonly pagesOfNotes: Map<string, number> };

function appendBody(xml: Uint8Array, text: ArticleText, { page: first, pagesOfNotes }: Place): Body {
  let [skipping, page, inText, isTitle, hidden] = [0, first, false, false, false];
  let title: string | undefined;
  let paragraph = '';
  const cells = createCells(text);
  text.locate('page', String(page));
  const append = (words: string): void => {
    if (skipping > 0 || hidden) return;
    text.append(words);
    if (isTitle) paragraph += words;
  };
  const complete = readXml(xml, {
    open: (name, attributes) => {
      if (skipped.has(name)) skipping++;
      else if (name === 'w:t' || name === 'm:t') inText = true;
      else if (name === 'w:p') cells.beginParagraph();
      else if (name === 'w:tc') cells.open();
      else if (name === 'w:tab') append(' ');
      else if (name === 'w:br' || name === 'w:cr') text.breakLine();
      else if (name === 'w:noBreakHyphen') append('-');
      else if (name === 'w:lastRenderedPageBreak' && skipping === 0) text.locate('page', String(++page));
      else if (name === 'w:footnoteReference') pagesOfNotes.set(attributes['w:id'] ?? '', page);
      else if (name === 'w:footnote') text.locate('page', String(pagesOfNotes.get(attributes['w:id'] ?? '') ?? page));
      else if (name === 'w:r') hidden = false;
      else if (name === 'w:vanish') hidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
      else if (name === 'w:pStyle') isTitle = attributes['w:val'] === 'Title';
    },
    text: data => {
      if (inText) append(data);
    },
    close: name => {
      if (skipped.has(name)) skipping--;
      else if (name === 'w:r') hidden = false;
      else if (name === 'w:t' || name === 'm:t') inText = false;
      else if (name === 'w:p') {
        if (isTitle && paragraph.trim() !== '') title ??= paragraph;
        [paragraph, isTitle] = ['', false];
        cells.endParagraph();
      } else if (name === 'w:tc') cells.close();
      else if (name === 'w:tr') cells.endRow();
    },
  });
  return { pages: page, title, complete };
}

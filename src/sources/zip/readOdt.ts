import { type ArticleText, createArticleText } from '../articleText.ts';
import { guessesOf } from '../header.ts';
import { type Reading, unreadable } from '../reader.ts';
import { metadataOfCore, readDublinCore } from '../xml/dublinCore.ts';
import { decodeXml, readXml } from '../xml/readXml.ts';
import { createCells } from './cells.ts';
import { unzip } from './unzip.ts';

/** Deleted text, comments, and styles. Notes are read on their own, behind the text. */
const skipped = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note',
  'office:styles',
  'text:sequence-decls',
]);

/** An OpenDocument text (LibreOffice): its text with notes behind it, tracked changes as if accepted. */
export function readOdt(bytes: Uint8Array): Reading {
  const wanted = ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'];
  const zip = unzip(bytes, 'OpenDocument text', name => wanted.includes(name));
  if ('problem' in zip) return unreadable(zip.problem);
  const manifest = zip.parts.get('META-INF/manifest.xml');
  if (manifest && /encryption-data/.test(decodeXml(manifest)))
    return unreadable('is protected by a password; save a copy without one');
  const content = zip.parts.get('content.xml');
  if (!content) return unreadable('is no OpenDocument text, whatever its name says (no content.xml in it)');

  const text = createArticleText();
  const found = appendContent(content, text, pageStarters(content, zip.parts.get('styles.xml')));
  const { text: words, locators } = text.finish();
  if (words === '') return unreadable('has no text');
  const metadata = metadataOfCore(readDublinCore(zip.parts.get('meta.xml')));
  return {
    articles: [
      { text: words, metadata, guesses: guessesOf(words, found.title), locators: found.pages > 1 ? locators : [] },
    ],
    problems: found.complete ? [] : ['is damaged: its text breaks off; copy it again'],
  };
}

/**
 * The styles of paragraphs that begin a page. Only of a document in which LibreOffice left where its pages end: in others
 * they are not all that begins one.
 */
function pageStarters(content: Uint8Array, styles: Uint8Array | undefined): ReadonlySet<string> {
  const starters = new Set<string>();
  let [style, hasPages] = ['', false];
  for (const part of [styles, content]) {
    if (!part) continue;
    readXml(part, {
      open: (name, attributes) => {
        if (name === 'text:soft-page-break') hasPages = true;
        if (name === 'style:style') {
          style = attributes['style:name'] ?? '';
          if (attributes['style:master-page-name'] || starters.has(attributes['style:parent-style-name'] ?? ''))
            starters.add(style);
        } else if (name === 'style:paragraph-properties') {
          const before = attributes['fo:break-before'];
          if (before === 'page') starters.add(style);
          else if (before === 'auto') starters.delete(style);
        }
      },
      text: () => undefined,
      close: () => undefined,
    });
  }
  return hasPages ? starters : new Set();
}

type Note = { readonly page: number; readonly words: string };

/** Keeps the words of notes, which stand in the midst of the text, until it ends. */
function createNotes() {
  const all: Note[] = [];
  let open: string[] | undefined;
  return {
    all,
    begin: () => {
      open = [];
    },
    beginParagraph: () => {
      // The first paragraph of a note is where the note begins.
      if (open && open.length > 0) open.push('\f');
    },
    /** Whether a note is open, to which the words belong then. */
    take: (words: string): boolean => {
      open?.push(words);
      return open !== undefined;
    },
    end: (page: number) => {
      all.push(
        ...(open ?? [])
          .join('')
          .split('\f')
          .map(words => ({ page, words })),
      );
      open = undefined;
    },
  };
}

function appendNotes(notes: readonly Note[], text: ArticleText): void {
  for (const { page: own, words } of notes) {
    text.breakParagraph();
    text.locate('page', String(own));
    text.append(words);
  }
}

function appendContent(xml: Uint8Array, text: ArticleText, startsPage: ReadonlySet<string>) {
  const notes = createNotes();
  let [skipping, depth, page] = [0, 0, 1];
  let [title, inTitle]: [string | undefined, boolean] = [undefined, false];
  const cells = createCells(text);
  text.locate('page', '1');
  const complete = readXml(xml, {
    open: (name, attributes) => {
      if (name === 'text:note-body') notes.begin();
      else if (name === 'text:p') notes.beginParagraph();
      if (skipped.has(name)) skipping++;
      if (skipping > 0) return;
      if (name === 'text:p' || name === 'text:h') {
        if (startsPage.has(attributes['text:style-name'] ?? '') && text.length > 0) text.locate('page', String(++page));
        depth++;
        inTitle = attributes['text:style-name'] === 'Title';
        if (inTitle) title ??= '';
        cells.beginParagraph();
      } else if (name === 'table:table-cell') cells.open();
      else if (name === 'text:s' || name === 'text:tab') text.append(' ');
      else if (name === 'text:line-break') text.breakLine();
      else if (name === 'text:soft-page-break') text.locate('page', String(++page));
    },
    text: data => {
      if (!notes.take(data) && skipping === 0 && depth > 0) {
        text.append(data);
        if (inTitle) title += data;
      }
    },
    close: name => {
      if (skipped.has(name)) skipping--;
      if (name === 'text:note-body') notes.end(page);
      if (skipping > 0) return;
      if (name === 'table:table-cell') cells.close();
      else if (name === 'table:table-row') cells.endRow();
      if (name !== 'text:p' && name !== 'text:h') return;
      depth--;
      inTitle = false;
      cells.endParagraph();
    },
  });
  appendNotes(notes.all, text);
  return { pages: page, title, complete };
}

import { createArticleText } from '../articleText.ts';
import { appendHtml } from '../html/plainHtml.ts';
import { type Reading, unreadable } from '../reader.ts';
import { metadataOfCore, readDublinCore } from '../xml/dublinCore.ts';
import { decodeXml } from '../xml/readXml.ts';
import { readPackage, resolve, rootFile } from './epubPackage.ts';
import { unzip } from './unzip.ts';

const wanted = /^META-INF\/|\.(?:opf|ncx|xhtml|html?|xml)$/i;

/** A book: its chapters in reading order, each with its name from the table of contents as locator. */
export function readEpub(bytes: Uint8Array): Reading {
  const zip = unzip(bytes, 'EPUB book', name => wanted.test(name));
  if ('problem' in zip) return unreadable(zip.problem);
  const path = rootFile(zip.parts.get('META-INF/container.xml'));
  const description = path === undefined ? undefined : zip.parts.get(path);
  if (path === undefined || !description) return unreadable('is no EPUB book, whatever its name says');
  const book = readPackage(description, path, zip.parts);
  const locked = lockedParts(zip.parts.get('META-INF/encryption.xml'));
  const missing = book.chapters.filter(chapter => !zip.parts.has(chapter.path));

  const text = createArticleText();
  for (const [i, chapter] of book.chapters.entries()) {
    const part = zip.parts.get(chapter.path);
    if (!part || locked.has(chapter.path)) continue;
    const html = decodeXml(part);
    const label = chapter.label ?? headingOf(html) ?? `section ${i + 1}`;
    text.locate('chapter', label);
    appendHtml(html.replace(/^[\s\S]*?<body\b/i, '<body'), text, {
      at: id => {
        const part = chapter.parts.get(id);
        if (part !== undefined) text.locate('chapter', part);
      },
    });
  }
  const { text: words, locators } = text.finish();
  const problems = [
    ...(locked.size > 0
      ? [`is protected against copying (DRM): ${locked.size} parts could not be read; get a copy without`]
      : []),
    ...(missing.length > 0 ? [`lacks ${missing.length} of its ${book.chapters.length} parts; get it again`] : []),
  ];
  if (words === '') return unreadable(problems[0] ?? 'has no text');
  const metadata = metadataOfCore(readDublinCore(description), { dated: true });
  return { articles: [{ text: words, metadata, locators }], problems };
}

/** Fonts are often scrambled; that keeps nobody from reading. */
function lockedParts(xml: Uint8Array | undefined): ReadonlySet<string> {
  const uris = xml ? [...decodeXml(xml).matchAll(/CipherReference\s+URI="([^"]+)"/g)].map(match => match[1] ?? '') : [];
  return new Set(uris.filter(uri => /\.x?html?$/i.test(uri)).map(uri => resolve('', uri)));
}

function headingOf(html: string): string | undefined {
  const heading = /<h[1-3]\b[^<>]*>([\s\S]{1,400}?)<\/h[1-3]>/i.exec(html.slice(0, 20_000))?.[1];
  const words = heading
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words || undefined;
}

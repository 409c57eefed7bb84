/** One small sound document of every format, to be spoilt by the tests. */
import { strToU8, zipSync } from 'fflate';
import { writePdf } from './writePdf.ts';

/** Stands in every document, whole on one line. */
export const sentence = 'The bridge will cost 40 million, said Mayor Lind.';
const more = 'The council meets again in March to vote on the second half of the money for it, as the mayor had asked.';

export function docx(documentXml: string | Uint8Array, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const part = typeof documentXml === 'string' ? strToU8(documentXml) : documentXml;
  const rest = Object.fromEntries(Object.entries(others).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': part, ...rest });
}

export function wordXml(...paragraphs: readonly string[]): string {
  const body = paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
}

export function odt(contentXml: string, manifest = '<manifest/>'): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(contentXml),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

export function odtXml(...paragraphs: readonly string[]): string {
  const body = paragraphs.map(text => `<text:p>${text}</text:p>`).join('');
  return `<?xml version="1.0"?><office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** Chapters by file name; the table of contents calls them by the same name. */
export function epub(
  chapters: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, i) => `<item id="c${i}" href="${encodeURI(name)}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const opf = `<package><metadata xmlns:dc="dc"><dc:title>The Book</dc:title><dc:creator>Jane Doe</dc:creator>
    <dc:date opf:event="modification">2025-11-01</dc:date><dc:date>2024-03-02</dc:date></metadata>
    <manifest>${items.join('')}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>
    <spine>${names.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`;
  const links = names.map(name => `<li><a href="${encodeURI(name)}.xhtml">${name}</a></li>`).join('');
  const parts: Record<string, string> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': opf,
    'OEBPS/nav.xhtml': `<html><body><nav><ol>${links}</ol></nav></body></html>`,
    ...Object.fromEntries(names.map(name => [`OEBPS/${name}.xhtml`, `<html><body>${chapters[name]}</body></html>`])),
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const mail = [
  'From: Jane Doe <jane@example.org>',
  'Date: Thu, 16 Oct 2025 10:00:00 +0200',
  'Subject: The bridge',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="part"',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  '',
  sentence,
  more,
  '--part',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<html><body><h1>The bridge</h1><p>${sentence}</p><p>${more}</p></body></html>`,
  '--part--',
  '',
].join('\r\n');

const page = `<!doctype html><html lang="en"><head><title>The bridge</title></head><body><article><h1>The bridge</h1><p>${sentence}</p><p>${more}</p></article></body></html>`;
const cues = `1\n00:00:01,000 --> 00:00:04,000\n${sentence}\n\n2\n00:00:05,000 --> 00:00:09,000\n${more}\n`;
const record = JSON.stringify({ title: 'The bridge', text: `${sentence} ${more}`, date: '2025-10-16' });

/** By extension. */
export const documents: Readonly<Record<string, Uint8Array>> = {
  txt: strToU8(`The bridge\n\n${sentence}\n\n${more}\n`),
  md: strToU8(`---\ntitle: The bridge\n---\n\n${sentence}\n\n${more}\n`),
  html: strToU8(page),
  pdf: writePdf([{ texts: [{ x: 72, y: 100, text: sentence }] }, { texts: [{ x: 72, y: 100, text: more }] }]),
  docx: docx(wordXml(sentence, more)),
  odt: odt(odtXml(sentence, more)),
  epub: epub({ One: `<p>${sentence}</p>`, Two: `<p>${more}</p>` }),
  rtf: strToU8(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 ${sentence}\\par ${more}\\par}`),
  eml: strToU8(mail),
  mhtml: strToU8(mail.replace('multipart/alternative', 'multipart/related')),
  srt: strToU8(cues),
  vtt: strToU8(`WEBVTT\n\n${cues.replaceAll(',000', '.000')}`),
  json: strToU8(`[${record}]`),
  jsonl: strToU8(`${record}\n${record}\n`),
  csv: strToU8(`title,text\nThe bridge,"${sentence} ${more}"\nThe same,"${sentence}"\n`),
};

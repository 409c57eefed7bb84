import { type Reader, type Reading, unreadable } from './reader.ts';
import { sniff } from './sniff.ts';

/**
 * The formats that can be read, by the end of a file's name. Each reader, and the library it stands on, is loaded when
 * the first such file is met: a new format is one file and one row here.
 */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  txt: async () => (await import('./readText.ts')).readText,
  text: async () => (await import('./readText.ts')).readText,
  md: async () => (await import('./readMarkdown.ts')).readMarkdown,
  markdown: async () => (await import('./readMarkdown.ts')).readMarkdown,
  html: async () => (await import('./html/readHtml.ts')).readHtml,
  htm: async () => (await import('./html/readHtml.ts')).readHtml,
  xhtml: async () => (await import('./html/readHtml.ts')).readHtml,
  pdf: async () => (await import('./pdf/readPdf.ts')).readPdf,
  docx: async () => (await import('./zip/readDocx.ts')).readDocx,
  odt: async () => (await import('./zip/readOdt.ts')).readOdt,
  epub: async () => (await import('./zip/readEpub.ts')).readEpub,
  rtf: async () => (await import('./rtf/readRtf.ts')).readRtf,
  eml: async () => (await import('./mail/readMail.ts')).readMail,
  mht: async () => (await import('./mail/readMail.ts')).readWebArchive,
  mhtml: async () => (await import('./mail/readMail.ts')).readWebArchive,
  srt: async () => (await import('./transcript/readSubtitles.ts')).readSubtitles,
  vtt: async () => (await import('./transcript/readSubtitles.ts')).readSubtitles,
  json: async () => (await import('./records/readJson.ts')).readJson,
  jsonl: async () => (await import('./records/readJson.ts')).readJsonLines,
  ndjson: async () => (await import('./records/readJson.ts')).readJsonLines,
  csv: async () => (await import('./records/readCsv.ts')).readCsv,
  tsv: async () => (await import('./records/readCsv.ts')).readCsv,
};

/** `.txt`, `.md`, …, for messages. */
export const readableExtensions: readonly string[] = Object.keys(readers).map(extension => `.${extension}`);

/**
 * The reader for a file: by what its first bytes prove it to be, else by the extension of its path in any case;
 * undefined when no reader knows it.
 */
export async function readerFor(path: string, bytes: Uint8Array): Promise<Reader | undefined> {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(readers, extension)) return undefined;
  const proved = sniff(bytes);
  return proved === 'ole' ? readOle : readers[proved ?? extension]?.();
}

/** Office programs wrap a document with a password in the container that their old formats use. */
function readOle(): Reading {
  return unreadable('is protected by a password, or of an old Office format; save it as .docx without a password');
}

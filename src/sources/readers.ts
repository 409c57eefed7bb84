import { tooLargeForFormat } from './fileSize.ts';
import { type Reader, type Reading, unreadable } from './reader.ts';
import { sniff } from './sniff.ts';

type Format = {
  /** Megabytes (10^6 bytes) beyond which a file of this format is no document, whatever the setting allows; absent: any. */
  readonly most?: number;
  readonly load: () => Promise<Reader>;
};

/**
 * The formats that can be read, by the end of a file's name. Each reader, and the library it stands on, is loaded when
 * the first such file is met: a new format is one file and one row here.
 */
const formats: Readonly<Record<string, Format>> = {
  txt: { load: async () => (await import('./readText.ts')).readText },
  text: { load: async () => (await import('./readText.ts')).readText },
  md: { load: async () => (await import('./readMarkdown.ts')).readMarkdown },
  markdown: { load: async () => (await import('./readMarkdown.ts')).readMarkdown },
  html: { most: 30, load: async () => (await import('./html/readHtml.ts')).readHtml },
  htm: { most: 30, load: async () => (await import('./html/readHtml.ts')).readHtml },
  xhtml: { most: 30, load: async () => (await import('./html/readHtml.ts')).readHtml },
  pdf: { load: async () => (await import('./pdf/readPdf.ts')).readPdf },
  docx: { load: async () => (await import('./zip/readDocx.ts')).readDocx },
  odt: { load: async () => (await import('./zip/readOdt.ts')).readOdt },
  epub: { load: async () => (await import('./zip/readEpub.ts')).readEpub },
  rtf: { most: 30, load: async () => (await import('./rtf/readRtf.ts')).readRtf },
  eml: { most: 25, load: async () => (await import('./mail/readMail.ts')).readMail },
  mht: { most: 30, load: async () => (await import('./mail/readMail.ts')).readWebArchive },
  mhtml: { most: 30, load: async () => (await import('./mail/readMail.ts')).readWebArchive },
  srt: { most: 20, load: async () => (await import('./transcript/readSubtitles.ts')).readSubtitles },
  vtt: { most: 20, load: async () => (await import('./transcript/readSubtitles.ts')).readSubtitles },
  json: { most: 100, load: async () => (await import('./records/readJson.ts')).readJson },
  jsonl: { most: 100, load: async () => (await import('./records/readJson.ts')).readJsonLines },
  ndjson: { most: 100, load: async () => (await import('./records/readJson.ts')).readJsonLines },
  csv: { most: 100, load: async () => (await import('./records/readCsv.ts')).readCsv },
  tsv: { most: 100, load: async () => (await import('./records/readCsv.ts')).readCsv },
};

/**
 * The reader for a file: by what its first bytes prove it to be, else by the extension of its path in any case;
 * undefined when no reader knows it.
 */
export async function readerFor(path: string, bytes: Uint8Array): Promise<Reader | undefined> {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const proved = sniff(bytes);
  // Rich text and web pages are often called .doc, and downloads nothing at all.
  const isNameless = extension === 'doc' || !/\.[^./\\]+$/.test(path);
  if (!Object.hasOwn(formats, extension) && !(isNameless && proved !== undefined && proved !== 'ole')) return undefined;
  if (proved === 'ole') return readOle;
  // Web archives of other programs look like mail.
  const isArchive = proved === 'eml' && /^mht(?:ml)?$/.test(extension) && isRelated(bytes);
  const format = formats[isArchive ? extension : (proved ?? extension)];
  const most = (format?.most ?? Number.POSITIVE_INFINITY) * 1e6;
  return bytes.length > most ? () => unreadable(tooLargeForFormat(bytes.length, most)) : format?.load();
}

function isRelated(bytes: Uint8Array): boolean {
  return /multipart\/related|text\/html/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 8192)));
}

/** Office programs wrap a document with a password in the container that their old formats use. */
function readOle(): Reading {
  return unreadable('is protected by a password, or of an old Office format; save it as .docx without a password');
}

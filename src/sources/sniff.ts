/**
 * The format that a file's first bytes prove, whatever its name says: a PDF saved as `.html`, a web page as `.txt`.
 * Undefined when they prove nothing.
 */
export function sniff(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'html';
  if (head.startsWith('PK\u0003\u0004')) return sniffZip(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'ole';
  if (/^(?:\u00ef\u00bb\u00bf)?WEBVTT(?:\s|$)/.test(head)) return 'vtt';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\d+\s*\r?\n\d\d:\d\d:\d\d[.,]\d{3} --> /.test(head)) return 'srt';
  return sniffMail(bytes);
}

/** Mail and web archives are text, but one that nobody could read: headers, and parts in codes. */
function sniffMail(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  if (!/^[!-9;-~]+:/.test(head) || !/^mime-version:/im.test(head) || !/^content-type:/im.test(head)) return undefined;
  if (/^snapshot-content-location:|^from: <?saved by /im.test(head)) return 'mhtml';
  return /^(?:from|subject):/im.test(head) ? 'eml' : undefined;
}

/** The names of an archive's parts stand in its directory at the end; the first part names the format in ODT and EPUB. */
function sniffZip(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  if (head.includes('application/epub+zip')) return 'epub';
  if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt';
  const directory = new TextDecoder('latin1').decode(bytes.subarray(-65_536));
  if (directory.includes('META-INF/container.xml')) return 'epub';
  return directory.includes('word/document.xml') ? 'docx' : undefined;
}

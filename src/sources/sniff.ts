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
  return undefined;
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

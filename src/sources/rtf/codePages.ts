import { decodeAs } from '../legacyEncoding.ts';

/** What `\fcharset` of a font means as a code page. */
const pageOfCharset: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const labels: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** The code page of a font's charset; undefined: that of the document. */
export function codePageOf(charset: number): number | undefined {
  return pageOfCharset[charset];
}

/** The text that bytes stand for in a Windows code page; unknown pages are read as windows-1252. */
export function decodeBytes(bytes: readonly number[], codePage: number): string {
  const label = labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');
  return decodeAs(label, Uint8Array.from(bytes)) ?? '';
}

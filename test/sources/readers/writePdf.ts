/** A small PDF, for layouts that no program would set twice alike. */

/** Points from the top left corner; `y` is the base line. */
export type PdfText = { readonly x: number; readonly y: number; readonly text: string; readonly size?: number };
/** `picture`: one over most of the page. `drawing`: operators as they stand in the file, in which `/I` is the picture. */
export type PdfPageContent = {
  readonly texts?: readonly PdfText[];
  readonly picture?: boolean;
  readonly drawing?: string;
};
export type PdfOptions = {
  readonly info?: Readonly<Record<string, string>>;
  /** Asks for a password that nobody knows. */
  readonly locked?: boolean;
  /** A font object other than Helvetica's; the texts are then bytes of its encoding, a character each. */
  readonly font?: string;
};

const height = 792;
const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

export function writePdf(
  pages: readonly PdfPageContent[],
  { info = {}, locked = false, font = helvetica }: PdfOptions = {},
): Uint8Array {
  const pageNumbers = pages.map((_, i) => 6 + 2 * i);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map(number => `${number} 0 R`).join(' ')}] >>`,
    font,
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join(' ')} >>`,
    stream(
      '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'x'.repeat(64),
    ),
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${height}] /Contents ${7 + 2 * i} 0 R ` +
        '/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>',
      stream('<<', operators(page)),
    ]),
    ...(locked ? [encryption] : []),
  ];
  return assemble(objects, locked);
}

const encryption = `<< /Filter /Standard /V 1 /R 2 /P -4 /Length 40 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;

function operators({ texts = [], picture = false, drawing = '' }: PdfPageContent): string {
  const words = texts.map(
    ({ x, y, text, size = 10 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${height - y} Tm (${escaped(text)}) Tj ET`,
  );
  return [...words, ...(picture ? ['q 500 0 0 700 50 50 cm /I Do Q'] : []), drawing].join('\n');
}

function stream(dictionary: string, content: string): string {
  return `${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[], locked: boolean): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]';
  const lock = locked ? ` /Encrypt ${objects.length} 0 R ${id}` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, character => winAnsi(character));
}

function winAnsi(character: string): number {
  const special: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, '—': 0x97 };
  return special[character] ?? character.charCodeAt(0) & 0xff;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

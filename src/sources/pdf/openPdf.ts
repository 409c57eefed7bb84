import { getDocument } from 'unpdf/pdfjs';
import type { CharacterMap } from '../reader.ts';
import type { Page, Run } from './page.ts';
import { isDrawn } from './pictures.ts';

export type PdfFile = {
  readonly pages: readonly Page[];
  /** Of the document, also those that could not be read. */
  readonly pageCount: number;
  readonly info: Readonly<Record<string, unknown>>;
  /** Labels of pages that could not be read. */
  readonly broken: readonly string[];
  /** Character maps that its fonts name and that are not here: their letters are missing. */
  readonly missingMaps: readonly string[];
};

export type Opened = PdfFile | { readonly problem: string };

/** Longer than any book: a document that claims more is not what it claims. */
const mostPages = 10_000;
/** Milliseconds for one file. It bounds what a hostile file can take, a book of 1,000 pages takes a tenth of it. */
const longestTime = 60_000;

/**
 * The text runs of a PDF's pages. Whatever is wrong with the file is a problem; page by page where it can be. A file that
 * lost its end is opened by the catalogue that stands in it, when one does.
 */
export async function openPdf(bytes: Uint8Array, characterMap?: CharacterMap): Promise<Opened> {
  const opened = await tryToOpen(bytes, characterMap);
  const mended = 'problem' in opened && opened.problem === incomplete ? withTrailer(bytes) : undefined;
  return mended ? tryToOpen(mended, characterMap) : opened;
}

const incomplete = 'is no complete PDF; download or copy it again';

async function tryToOpen(bytes: Uint8Array, characterMap: CharacterMap | undefined): Promise<Opened> {
  const missing = new Set<string>();
  // The library takes the bytes away for good, so it gets a copy. Text is all that is wanted: no fonts, no pictures.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    useWasm: false,
    useWorkerFetch: false,
    BinaryDataFactory: dataFrom(characterMap, missing),
  });
  try {
    return { ...(await readDocument(await task.promise)), missingMaps: [...missing] };
  } catch (error) {
    return { problem: troubleOf(error) };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** What pdf.js asks for beside the file itself: nothing is fetched but maps, from where the reader was told. */
function dataFrom(characterMap: CharacterMap | undefined, missing: Set<string>) {
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error(`${filename} is not here`);
      const name = filename.replace(/\.bcmap$/, '');
      try {
        if (characterMap) return await characterMap(name);
      } catch {
        // Not among them: told to the writer.
      }
      missing.add(name);
      throw new Error(`The character map ${name} is not here`);
    }
  };
}

function withTrailer(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const catalogue = /(\d+) (\d+) obj\s{0,10}<<[^<>]{0,200}\/Type\s{0,3}\/Catalog\b/.exec(text);
  if (!catalogue) return undefined;
  const trailer = `\nendstream\nendobj\ntrailer\n<< /Root ${catalogue[1]} ${catalogue[2]} R >>\nstartxref\n0\n%%EOF\n`;
  const mended = new Uint8Array(bytes.length + trailer.length);
  mended.set(bytes);
  mended.set(new TextEncoder().encode(trailer), bytes.length);
  return mended;
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

async function readDocument(pdf: PdfDocument): Promise<Omit<PdfFile, 'missingMaps'>> {
  const labels = await pdf.getPageLabels().catch(() => null);
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const pages: Page[] = [];
  const broken: string[] = [];
  const deadline = Date.now() + longestTime;
  const last = Math.min(pdf.numPages, mostPages);
  for (let number = 1; number <= last && Date.now() < deadline; number++) {
    const label = labels?.[number - 1] || String(number);
    const page = await pdf
      .getPage(number)
      .then(opened => readPage(opened, label))
      .catch(() => undefined);
    if (page) pages.push(page);
    else broken.push(label);
    // A file that is nothing but a claim of pages ends here.
    if (broken.length > 50 && pages.length === 0) break;
  }
  return { pages, pageCount: pdf.numPages, info: info as Readonly<Record<string, unknown>>, broken };
}

async function readPage(page: PdfPage, label: string): Promise<Page> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const runs = upright(
    (await itemsOf(page)).flatMap(item =>
      'str' in item && item.str !== '' ? [place(item, transform as unknown as Matrix)] : [],
    ),
  );
  const isPicture = !runs.some(run => run.text.trim() !== '') && isDrawn(await page.getOperatorList(), width * height);
  page.cleanup();
  return { label, width, height, runs, isPicture };
}

/** Runs of one page; a newspaper's has a few thousand, one for each letter where letters are set one by one. */
const mostItems = 60_000;

/** Throws where a page has more than anybody could read on it. */
async function itemsOf(page: PdfPage) {
  const reader = page.streamTextContent({ disableNormalization: false }).getReader();
  const items: Awaited<ReturnType<PdfPage['getTextContent']>>['items'] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) items.push(item);
    if (items.length <= mostItems) continue;
    await reader.cancel(new Error('too much on one page'));
    throw new Error('too much on one page');
  }
  return items;
}

type Matrix = readonly [number, number, number, number, number, number];
type Placed = Run & { readonly turned: boolean };

/** Moves a run from the page's own coordinates to those of the page as it is shown. */
function place(item: { str: string; transform: unknown[]; width: number }, view: Matrix): Placed {
  const [a, b, c, d, e, f] = item.transform as unknown as Matrix;
  const x = view[0] * e + view[2] * f + view[4];
  const y = view[1] * e + view[3] * f + view[5];
  const across = view[0] * a + view[2] * b;
  const down = view[1] * a + view[3] * b;
  const size = Math.hypot(view[0] * c + view[2] * d, view[1] * c + view[3] * d) || Math.hypot(a, b) || 1;
  return { text: item.str, x, y, width: item.width, size, turned: across <= 0 || Math.abs(down) > 0.2 * across };
}

/** Text that runs up the margin or slantwise over the page (stamps, watermarks) is left out. */
function upright(runs: readonly Placed[]): Run[] {
  const straight = runs.filter(run => !run.turned);
  return (straight.length * 2 >= runs.length ? straight : [...runs]).map(({ turned: _, ...run }) => run);
}

function troubleOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'is protected by a password; save a copy without one';
  if (name === 'InvalidPDFException') return incomplete;
  return `cannot be read as PDF: ${error instanceof Error ? error.message : String(error)}`;
}

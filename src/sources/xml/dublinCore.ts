import { type Metadata, metadataOf } from '../metadata.ts';
import { readXml } from './readXml.ts';

/** The Dublin Core elements (`dc:title`, `dc:creator`, …) of a package's description, each with all its values. */
export function readDublinCore(xml: Uint8Array | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let text = '';
  if (xml) {
    readXml(xml, {
      open: () => {
        text = '';
      },
      text: data => {
        text += data;
      },
      close: name => {
        const value = text.replace(/\s+/g, ' ').trim();
        const key = /^(?:dc|meta|dcterms):(.+)$/.exec(name)?.[1];
        if (key !== undefined && value !== '') found.set(key, [...(found.get(key) ?? []), value]);
        text = '';
      },
    });
  }
  return found;
}

/** Office programs fill in names for templates and machines: these say nothing. */
const emptyTitles =
  /^(?:untitled|document\d*|microsoft word.*|powerpoint.*|.*\.(?:docx?|odt|rtf|dotx?|indd|qxd|pages))$/i;

/** Metadata out of Dublin Core. A date is taken only where it is that of publication, as in books. */
export function metadataOfCore(core: ReadonlyMap<string, readonly string[]>, options = { dated: false }): Metadata {
  const title = core.get('title')?.[0];
  return metadataOf({
    title: title !== undefined && emptyTitles.test(title) ? undefined : title,
    authors: core.get('creator') ?? core.get('initial-creator'),
    publisher: core.get('publisher')?.[0],
    published: options.dated ? core.get('date')?.[0] : core.get('issued')?.[0],
    url: core.get('source')?.[0] ?? core.get('identifier')?.find(value => value.startsWith('http')),
    language: core.get('language')?.[0],
  });
}

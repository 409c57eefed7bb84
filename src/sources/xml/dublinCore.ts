import { type Metadata, metadataOf } from '../metadata.ts';
import { readXml } from './readXml.ts';

/** The Dublin Core elements (`dc:title`, `dc:creator`, …) of a package's description, each with all its values. */
export function readDublinCore(xml: Uint8Array | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let text = '';
  let isMaking = false;
  if (xml) {
    readXml(xml, {
      open: (name, attributes) => {
        text = '';
        // Books say with some of their dates that it is that of making or changing the file.
        isMaking = name === 'dc:date' && /^(?:creation|modification|conversion)/i.test(attributes['opf:event'] ?? '');
      },
      text: data => {
        text += data;
      },
      close: name => {
        const value = text.replace(/\s+/g, ' ').trim();
        const key = /^(?:dc|meta|dcterms):(.+)$/.exec(name)?.[1];
        if (key !== undefined && value !== '' && !isMaking) found.set(key, [...(found.get(key) ?? []), value]);
        text = '';
      },
    });
  }
  return found;
}

/** Office programs fill in names for templates and machines: these say nothing. */
const emptyTitles =
  /^(?:untitled|document\d*|microsoft word.*|powerpoint.*|.*\.(?:docx?|odt|rtf|dotx?|indd|qxd|pages))$/i;

/** Programs and accounts that sign what nobody signed. */
const noAuthor =
  /^(?:python-docx|apache poi|openpyxl|un-named|unknown|author|user|admin(?:istrator)?|microsoft office user|windows user|calibre.*)$/i;

/** Word has all authors in one field. */
function creators(values: readonly string[]): readonly string[] | undefined {
  const names = values.flatMap(value => value.split(/\s*;\s*/)).filter(name => name !== '' && !noAuthor.test(name));
  return names.length > 0 ? names : undefined;
}

/** Metadata out of Dublin Core. A date is taken only where it is that of publication, as in books. */
export function metadataOfCore(core: ReadonlyMap<string, readonly string[]>, options = { dated: false }): Metadata {
  const title = core.get('title')?.[0];
  return metadataOf({
    title: title !== undefined && emptyTitles.test(title) ? undefined : title,
    authors: creators(core.get('creator') ?? core.get('initial-creator') ?? []),
    publisher: core.get('publisher')?.[0],
    published: options.dated ? core.get('date')?.[0] : core.get('issued')?.[0],
    url: core.get('source')?.[0] ?? core.get('identifier')?.find(value => value.startsWith('http')),
    language: core.get('language')?.[0],
  });
}

import { readXml } from '../xml/readXml.ts';

export type Chapter = {
  readonly path: string;
  readonly label: string | undefined;
  /** Names of the parts that begin within it, by the id of the element where they do. */
  readonly parts: ReadonlyMap<string, string>;
};

/** The path of the package's description, from `META-INF/container.xml`. */
export function rootFile(container: Uint8Array | undefined): string | undefined {
  let path: string | undefined;
  if (container) {
    readXml(container, {
      open: (name, attributes) => {
        if (name === 'rootfile') path ??= attributes['full-path'];
      },
    });
  }
  return path;
}

/** The chapters in reading order, named by the table of contents (EPUB 3 navigation, else EPUB 2 ncx). */
export function readPackage(
  description: Uint8Array,
  path: string,
  parts: ReadonlyMap<string, Uint8Array>,
): { readonly chapters: readonly Chapter[] } {
  const items = new Map<string, string>();
  const spine: string[] = [];
  const contents: string[] = [];
  readXml(description, {
    open: (name, attributes) => {
      const href = attributes.href === undefined ? undefined : resolve(path, attributes.href);
      if (/(?:^|:)item$/.test(name) && attributes.id && href !== undefined) {
        items.set(attributes.id, href);
        if (/\bnav\b/.test(attributes.properties ?? '')) contents.unshift(href);
        if (attributes['media-type'] === 'application/x-dtbncx+xml') contents.push(href);
      }
      if (/(?:^|:)itemref$/.test(name) && attributes.idref) spine.push(attributes.idref);
    },
  });
  const labels = contents.map(from => labelsOf(parts.get(from), from)).find(found => found.size > 0);
  const paths = [...new Set(spine)].flatMap(id => items.get(id) ?? []);
  const read = paths.filter(chapter => !contents.includes(chapter));
  const named = byFile(labels ?? new Map());
  return { chapters: read.map(path => ({ path, ...(named.get(path) ?? { label: undefined, parts: new Map() }) })) };
}

/** What the table of contents calls files and places in them, file by file. */
function byFile(labels: ReadonlyMap<string, string>): ReadonlyMap<string, Omit<Chapter, 'path'>> {
  const files = new Map<string, { label: string; readonly parts: Map<string, string> }>();
  for (const [target, label] of labels) {
    const [path = '', id] = target.split('#', 2);
    const file = files.get(path) ?? { label, parts: new Map<string, string>() };
    files.set(path, file);
    if (id === undefined) file.label = label;
    else file.parts.set(id, label);
  }
  return files;
}

/** A reference within the package: relative to the file it stands in, escapes resolved, `#fragment` cut off. */
export function resolve(from: string, href: string): string {
  const plain = decode(href.replace(/#.*$/s, ''));
  const steps = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** `<a href>label</a>` of a navigation document and `<text>label</text> <content src>` of an ncx. */
function labelsOf(xml: Uint8Array | undefined, from: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let [text, href]: [string, string | undefined] = ['', undefined];
  const note = (target: string | undefined): void => {
    const label = text.replace(/\s+/g, ' ').trim();
    if (target === undefined || label === '') return;
    const fragment = /#(.+)$/s.exec(target)?.[1];
    const place = `${resolve(from, target)}${fragment === undefined ? '' : `#${decode(fragment)}`}`;
    if (!labels.has(place)) labels.set(place, label);
  };
  if (xml) {
    readXml(xml, {
      open: (name, attributes) => {
        if (name === 'a') [text, href] = ['', attributes.href];
        else if (/(?:^|:)text$/.test(name)) text = '';
        else if (/(?:^|:)content$/.test(name)) note(attributes.src);
      },
      text: data => {
        text += data;
      },
      close: name => {
        if (name === 'a') note(href);
      },
    });
  }
  return labels;
}

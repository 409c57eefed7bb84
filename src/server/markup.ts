/**
 * Text for hovers and completion documentation, as Markdown or as plain text. Everything that comes from a source or a
 * draft goes through `text`, so that it can never become a link, an image or markup.
 */
export type Markup = {
  readonly kind: 'markdown' | 'plaintext';
  text(raw: string): string;
  /** Words that must stand out. Only the letters are marked, so that Markdown always recognises the marks. */
  strong(raw: string): string;
  struck(raw: string): string;
  /** A title as a paragraph of its own, with the punctuation at its ends. */
  name(raw: string): string;
  /** A heading of a few words of our own. */
  title(own: string): string;
  link(label: string, target: string): string;
  /** Lines of finished markup as a quoted block. */
  block(markup: string): string;
};

export const markdown: Markup = {
  kind: 'markdown',
  text: escaped,
  strong: raw => wrapped(raw, '**'),
  struck: raw => wrapped(raw, '~~'),
  // At the edges of a paragraph Markdown sees a mark beside punctuation too.
  name: raw => (raw.trim() === '' ? '' : `**${escaped(raw.trim())}**`),
  title: own => `**${own}**`,
  link: (label, target) =>
    `[${label}](${target.replace(/[()<>\s]/g, c => encodeURIComponent(c).replace(/[()]/, hex))})`,
  block: text => `> ${text}`,
};

export const plain: Markup = {
  kind: 'plaintext',
  text: raw => raw,
  strong: raw => raw,
  struck: raw => raw,
  name: raw => raw,
  title: own => own,
  link: (label, target) => `${label}: ${target}`,
  block: text => `  ${text}`,
};

/**
 * Escapes what Markdown (with tables, strikethrough and bare links) would take for markup, and leaves the rest readable
 * for clients that show Markdown nearly raw. VS Code looks for tags and links before it looks for escapes, and does not see
 * marks within what it takes for one: `<` is an entity, and no bracket stands before a parenthesis.
 */
function escaped(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>&|~]|(?<=\])\(|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, found =>
      found === '<' ? '&lt;' : `\\${found}`,
    )
    .replace(/^( ?)([#+=-])/, '$1\\$2')
    .replace(/^( ?\d+)([.)])/, '$1\\$2')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, found => `${found.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@');
}

/** Marks from the first letter or digit to the last: at punctuation Markdown would not see the mark as one. */
function wrapped(raw: string, mark: string): string {
  const first = raw.search(/[\p{L}\p{N}]/u);
  if (first < 0) return escaped(raw);
  const tail = /[^\p{L}\p{N}]*$/u.exec(raw)?.index ?? raw.length;
  return `${escapedPart(raw.slice(0, first))}${mark}${escaped(raw.slice(first, tail))}${mark}${escapedPart(raw.slice(tail))}`;
}

function escapedPart(raw: string): string {
  return raw === '' ? '' : escaped(raw);
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

import { type SyntaxNode, type SyntaxNodeRef, type Tree, TreeFragment } from '@lezer/common';
import type { Span } from '../model.ts';
import { entityCharacter } from './entities.ts';
import { frontMatterOf } from './frontMatter.ts';
import { markdownParser } from './markdownSyntax.ts';
import type { Block, BlockKind, Prose, ProseLink } from './prose.ts';
import { createProseMask, type ProseMask } from './proseMask.ts';
import { trimmed } from './trimmed.ts';

/**
 * The prose of a Markdown draft: CommonMark, GitHub's additions, footnotes, Pandoc citations, math, wiki links, YAML or
 * TOML front matter. An unclosed code fence or comment reaches to the end of the draft, as it does when rendered. What
 * `before`, the prose of an earlier text, was parsed to is used again where the text is the same.
 */
export function markdownProse(text: string, before?: Prose): Prose {
  const frontMatter = frontMatterOf(text);
  const parsed = parse(readable(text, frontMatter), before && parsedFor.get(before));
  const { tree } = parsed;
  const reading: Reading = {
    text,
    targets: referenceTargets(tree, text),
    mask: createProseMask(text),
    blocks: [],
    links: [],
    comments: [],
    citationMarks: [],
  };
  if (frontMatter !== undefined) reading.mask.mask(frontMatter.start, frontMatter.end);
  tree.iterate({ enter: node => readNode(reading, node) });
  const { text: blanked, masked } = reading.mask.finish();
  const prose = {
    text: blanked,
    blocks: reading.blocks.flatMap(block => wholeBlock(block, blanked)),
    ...(frontMatter === undefined ? {} : { frontMatter }),
    links: reading.links,
    comments: reading.comments,
    citationMarks: reading.citationMarks,
    masked,
  };
  parsedFor.set(prose, parsed);
  return prose;
}

type Parsed = { readonly text: string; readonly tree: Tree };

/** What each prose was read from; it goes when the prose goes. */
const parsedFor = new WeakMap<Prose, Parsed>();

/** Parses a text; blocks that neither changed nor stand beside a change are taken over from an earlier one. */
function parse(text: string, before: Parsed | undefined): Parsed {
  if (!before) return { text, tree: markdownParser.parse(text) };
  const shorter = Math.min(text.length, before.text.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(head) === before.text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    text.charCodeAt(text.length - 1 - tail) === before.text.charCodeAt(before.text.length - 1 - tail)
  )
    tail++;
  // The lines beside the changed ones may read otherwise as well: all counts as changed up to a blank line.
  const start = head < 2 ? 0 : text.lastIndexOf('\n\n', head - 2) + 1;
  const blank = text.indexOf('\n\n', text.length - tail);
  const end = blank < 0 ? text.length : blank + 1;
  const change = { fromA: start, toA: end + before.text.length - text.length, fromB: start, toB: end };
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [change]);
  return { text, tree: markdownParser.parse(text, fragments) };
}

type Reading = {
  readonly text: string;
  /** Targets of link references by label. */
  readonly targets: ReadonlyMap<string, string>;
  readonly mask: ProseMask;
  readonly blocks: Block[];
  readonly links: ProseLink[];
  readonly comments: Span[];
  readonly citationMarks: Span[];
};

/** Nodes that no reader reads: blanked whole. */
const FOREIGN = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'HTMLBlock',
  'HTMLTag',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'LinkReference',
  'FootnoteReference',
  'FootnoteMark',
  'Citation',
  'Math',
  'WikiEmbed',
]);

/** What of these points at a source. */
const CITING = new Set(['FootnoteReference', 'FootnoteMark', 'Citation']);

/** Markup around words that are read. */
const MARKUP = new Set([
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'EmphasisMark',
  'StrikethroughMark',
  'TableDelimiter',
  'TaskMarker',
  'HorizontalRule',
]);

/** Nodes whose address is read with them. */
const LINKED = new Set(['Link', 'Image', 'LinkReference']);

/** Reads one node; false when its children need no reading. */
function readNode(reading: Reading, node: SyntaxNodeRef): boolean {
  const { mask } = reading;
  const { name, from, to } = node;
  if (CITING.has(name)) reading.citationMarks.push({ start: from, end: to });
  if (FOREIGN.has(name)) mask.mask(from, to);
  else if (MARKUP.has(name)) mask.hide(from, to);
  else if (name === 'Comment' || name === 'CommentBlock') readComment(reading, from, to);
  else if (name === 'Escape') mask.hide(from, from + 1);
  else if (name === 'HardBreak') mask.hide(from, to);
  else if (name === 'Entity') readEntity(reading, from, to);
  else if (name === 'Link') readLink(reading, node.node);
  else if (name === 'Image') return readImage(reading, node.node);
  else if (name === 'Autolink') readAddress(reading, from, to);
  else if (name === 'URL' && !LINKED.has(node.node.parent?.name ?? '')) readAddress(reading, from, to);
  else if (name === 'WikiLink') readWikiLink(reading, node.node);
  else readBlock(reading, node);
  return !FOREIGN.has(name) && name !== 'Autolink' && name !== 'WikiLink';
}

function readBlock(reading: Reading, { name, from, to, node }: SyntaxNodeRef): void {
  if (name === 'TableCell') reading.blocks.push({ kind: 'table', span: { start: from, end: to } });
  else if (/^(?:ATX|Setext)Heading/.test(name))
    reading.blocks.push({ kind: 'heading', span: { start: from, end: to } });
  else if (name === 'Paragraph' || name === 'Task') {
    reading.blocks.push({ kind: paragraphKind(node), span: { start: from, end: to } });
  }
}

/** The innermost thing a paragraph stands in decides, but a footnote's paragraphs are the footnote's. */
function paragraphKind(paragraph: SyntaxNode): BlockKind {
  let kind: BlockKind | undefined;
  for (let above = paragraph.parent; above !== null; above = above.parent) {
    if (above.name === 'FootnoteDefinition') return 'footnote';
    if (above.name === 'ListItem') kind ??= 'list-item';
    if (above.name === 'Blockquote') kind ??= 'blockquote';
  }
  const image = paragraph.firstChild;
  if (image?.name === 'Image' && image.from === paragraph.from && image.to === paragraph.to) return 'caption';
  return kind ?? 'paragraph';
}

/** A block as far as prose stands in it; none when nothing is left. */
function wholeBlock({ kind, span }: Block, blanked: string): Block[] {
  const inner = trimmed(blanked, span);
  return inner === undefined ? [] : [{ kind, span: inner }];
}

/** The line on which an HTML comment ends belongs to the comment for Markdown, but what follows is read like prose. */
function readComment({ text, mask, comments, blocks }: Reading, from: number, to: number): void {
  const close = text.indexOf('-->', from);
  const end = close < 0 ? to : Math.min(close + 3, to);
  comments.push({ start: from, end });
  mask.mask(from, end);
  if (end < to && text.slice(end, to).trim() !== '') {
    blocks.push({ kind: 'paragraph', span: { start: end, end: to } });
  }
}

function readEntity({ text, mask }: Reading, from: number, to: number): void {
  const character = entityCharacter(text.slice(from, to));
  if (character !== undefined && character.length <= to - from) mask.replace(from, to, character);
}

/**
 * `[label](target)` and `[label][reference]`. Brackets whose reference is not defined anywhere are the writer's own
 * (`[they]`, `[sic]`, `[...]`) and stay.
 */
function readLink(reading: Reading, link: SyntaxNode): void {
  const marks = link.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  if (open === undefined || close === undefined) return;
  const label = { start: open.to, end: close.from };
  const target = linkTarget(reading, link, label);
  if (target === undefined) return;
  reading.mask.hide(open.from, open.to);
  reading.mask.hide(close.from, close.to);
  reading.mask.mask(close.to, link.to);
  reading.links.push({ span: { start: link.from, end: link.to }, label, target });
}

function linkTarget({ text, targets }: Reading, link: SyntaxNode, label: Span): string | undefined {
  const url = link.getChild('URL');
  if (url !== null) return text.slice(url.from, url.to).replace(/^<|>$/g, '');
  if (link.getChildren('LinkMark').length > 2) return '';
  const reference = link.getChild('LinkLabel');
  const named = reference === null ? '' : text.slice(reference.from + 1, reference.to - 1);
  return targets.get(referenceKey(named === '' ? text.slice(label.start, label.end) : named));
}

/** An image's words are a caption when it stands alone; in a sentence they are no part of it. */
function readImage({ mask }: Reading, image: SyntaxNode): boolean {
  const marks = image.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  const alone = image.parent !== null && paragraphKind(image.parent) === 'caption';
  if (!alone || open === undefined || close === undefined) {
    mask.mask(image.from, image.to);
    return false;
  }
  mask.hide(open.from, open.to);
  mask.mask(close.from, image.to);
  return true;
}

/** An address in the text, `<https://…>` or bare. */
function readAddress({ text, mask, links }: Reading, from: number, to: number): void {
  mask.mask(from, to);
  const span = { start: from, end: to };
  links.push({ span, label: span, target: text.slice(from, to).replace(/^<|>$/g, '') });
}

function readWikiLink({ text, mask, links }: Reading, link: SyntaxNode): void {
  const label = link.getChild('WikiLabel');
  if (label === null) return;
  mask.mask(link.from, label.from);
  mask.mask(label.to, link.to);
  links.push({
    span: { start: link.from, end: link.to },
    label: { start: label.from, end: label.to },
    target: text.slice(link.from + 2, link.to - 2).replace(/\|.*$/s, ''),
  });
}

function referenceTargets(tree: Tree, text: string): Map<string, string> {
  const targets = new Map<string, string>();
  if (!text.includes(']:')) return targets;
  tree.iterate({
    enter: ({ name, node }) => {
      if (name !== 'LinkReference') return;
      const label = node.getChild('LinkLabel');
      const url = node.getChild('URL');
      if (label === null || url === null) return;
      const key = referenceKey(text.slice(label.from + 1, label.to - 1));
      if (!targets.has(key)) targets.set(key, text.slice(url.from, url.to));
    },
  });
  return targets;
}

function referenceKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The text as the parser wants it, at the same offsets: no front matter, lines ended by newlines only. */
function readable(text: string, frontMatter: Span | undefined): string {
  const lines = text
    .replace(/^\ufeff/, ' ')
    .replace(/\r(\n?)/g, (_, newline: string) => (newline === '' ? '\n' : ' \n'));
  if (frontMatter === undefined) return withoutExcess(lines);
  const { start, end } = frontMatter;
  return withoutExcess(lines.slice(0, start) + lines.slice(start, end).replace(/[^\n]/g, ' ') + lines.slice(end));
}

/** More marks than this in one paragraph are no markup a person wrote. */
const MOST_MARKS = 1000;

/** The parser takes quadratic time for marks in one paragraph that find no partner: beyond a bound they are letters. */
function withoutExcess(text: string): string {
  let marks = 0;
  return text.replace(/\n[ \t]*(?=\n|[-*+|#] |\d+\. )|[*_[\]!~<]/g, found => {
    if (found.startsWith('\n')) marks = 0;
    else marks++;
    return marks > MOST_MARKS ? 'x' : found;
  });
}

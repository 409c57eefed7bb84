import type { Span } from '../model.ts';
import { authorsOf, isMetadataKey, type Metadata, mergeMetadata, metadataOf } from './metadata.ts';
import { isOutlet, withoutOutlet } from './outlet.ts';
import { findDate } from './publishedDate.ts';
import { unshouted } from './transcript/speakerTurn.ts';

export type Header = {
  /** What `Key: value` lines state. */
  readonly metadata: Metadata;
  /** What the look of the lines suggests. */
  readonly guesses: Metadata;
  /** Where the article itself begins, its title included. */
  readonly bodyStart: number;
};

type Line = Span & { readonly text: string };

/** Lines after the title in which a byline or a date line is looked for. */
const headLines = 6;
const longestTitle = 200;

/**
 * What the first lines of a plain text say: `Key: value` fields, a date and title run together
 * (` date 2025-10-16 Trump holding…`), a title line, a byline, a line that is a date. A first line that is a paragraph
 * is no title: there is none then.
 */
export function readHeader(text: string, from = 0): Header {
  const lines = firstLines(text, from);
  const fields = fieldLines(lines);
  const rest = lines.slice(fields.count);
  const first = rest[0];
  if (!first) return { metadata: fields.metadata, guesses: {}, bodyStart: text.length };
  const dated = withoutLeadingDate(first);
  const titleLine = dated.text === '' ? rest[1] : dated;
  const title =
    titleLine && fields.metadata.title === undefined && isTitle(titleLine.text) ? titleLine.text : undefined;
  const below = metadataBelow(rest.slice(1));
  return {
    metadata: fields.metadata,
    guesses: mergeMetadata({ title, published: dated.date }, below),
    bodyStart: dated.start,
  };
}

/** What the first lines of a document's text suggest; the words that its own style makes the title are it. */
export function guessesOf(text: string, title: string | undefined): Metadata {
  return mergeMetadata({ title: title?.trim() || undefined }, readHeader(text).guesses);
}

/** The byline, the date and the name of the paper among the lines under a title. */
export function metadataBelow(lines: readonly { readonly text: string }[]): Metadata {
  const credits = lines.slice(0, headLines).map(({ text }) => creditsIn(text));
  // A paper's name on a line of its own says who published this only beside a line that is a credit.
  const signed = credits.filter((credit, i) => !credit.alone || credits[i - 1]?.isCredit || credits[i + 1]?.isCredit);
  return mergeMetadata(...signed.map(({ metadata }) => metadata));
}

/**
 * The lines of a page as they are set, where a title, a byline and the text may run on without a gap between them: what
 * stands above the first credit is the title. Without a credit among them nothing is known.
 */
export function headOf(lines: readonly { readonly text: string }[]): Metadata {
  const first = lines
    .slice(0, headLines)
    .findIndex(({ text }) => /^(?!\p{Ll})/u.test(text) && creditsIn(text).isCredit);
  if (first < 0) return {};
  const above = lines.slice(0, first).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const titled = above.filter(line => !isOutlet(line));
  const title = titled.length > 0 && titled.length <= 3 ? titled.join(' ') : '';
  return mergeMetadata(
    { title: title !== '' && isTitle(title) ? title : undefined },
    metadataBelow(lines.slice(first)),
    {
      publisher: above.find(isOutlet),
    },
  );
}

/** The people named on the line below a title where a date or an abstract comes soon after: so papers and reports begin. */
export function authorsBelow(title: string, lines: readonly { readonly text: string }[]): Metadata {
  const plain = lines.slice(0, 12).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const start = plain.findIndex(line => title.startsWith(line));
  const at = start < 0 ? -1 : plain.findIndex((line, i) => i > start && !title.includes(line));
  const names = at < 0 ? undefined : peopleIn(plain[at] ?? '');
  const isWhole =
    names !== undefined && plain[at]?.replace(/[\s,;&]|\band\b/g, '') === names.join('').replace(/\s/g, '');
  const isHead = plain
    .slice(at + 1, at + 5)
    .some(line => dateLine(line) !== undefined || /^(?:abstract|summary|zusammenfassung|résumé|resumen)\b/i.test(line));
  return isWhole && isHead ? { authors: names } : {};
}

type Credits = { readonly metadata: Metadata; readonly isCredit: boolean; readonly alone: boolean };

/** "By Jane Doe · 10 March 2025 · The Post": what stands side by side says what it says on lines of its own. */
function creditsIn(line: string): Credits {
  const { outlet, rest } = line.length <= 150 ? withoutOutlet(line) : { outlet: undefined, rest: line };
  let found: Metadata = {};
  for (const part of line.length <= 150 ? rest.split(/\s+[·•|]\s+/) : [rest])
    found = mergeMetadata(found, { authors: byline(part), published: dateLine(part.replace(by, '')) });
  const isCredit = found.authors !== undefined || found.published !== undefined;
  const alone = outlet !== undefined && rest.trim() === '';
  return { metadata: mergeMetadata(found, { publisher: isCredit || alone ? outlet : undefined }), isCredit, alone };
}

/** The first lines that say something, trimmed, with where they stand. */
export function firstLines(text: string, from: number): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n]+/g;
  pattern.lastIndex = from;
  // The fields, the title and the lines looked at under it; a text without line ends is one huge line and read once.
  while (lines.length < 24) {
    const match = pattern.exec(text);
    if (!match) break;
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    lines.push({ text: trimmed, start, end: start + trimmed.length });
  }
  return lines;
}

/** `Title: …`, `Author: …` at the very top: one line of prose before them and they are prose themselves. */
function fieldLines(lines: readonly Line[]): { readonly metadata: Metadata; readonly count: number } {
  const fields: Record<string, string> = {};
  let count = 0;
  for (const line of lines) {
    const { text } = line;
    const match = /^([A-Za-z][A-Za-z _-]{1,20}):[ \t]*(.*)$/.exec(text);
    const key = match?.[1] ?? '';
    if (!match || !isMetadataKey(key) || runsDateAndTitle(line)) break;
    fields[key] ??= match[2] ?? '';
    count++;
  }
  return { metadata: metadataOf(fields), count };
}

function runsDateAndTitle(line: Line): boolean {
  const { date, text } = withoutLeadingDate(line);
  return date !== undefined && text.includes(' ');
}

/** ` date 2025-10-16 Trump holding…` -> the date, and the line from the title on. */
function withoutLeadingDate(line: Line): Line & { readonly date?: string } {
  const found = findDate(line.text.slice(0, 60));
  if (!found || !/^(?:(?:date|dated|published|posted|updated)\b)?[\s:([]*$/i.test(line.text.slice(0, found.start)))
    return line;
  // The time of day and what parts date and title go with the date.
  const after =
    /^(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2}|\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T)\b)?)?[\s\])|:–—,-]*/.exec(
      line.text.slice(found.end),
    );
  const cut = found.end + (after?.[0].length ?? 0);
  return { text: line.text.slice(cut), start: line.start + cut, end: line.end, date: found.date };
}

/** A title is one short line that does not end as a sentence does. */
function isTitle(text: string): boolean {
  return text.length <= longestTitle && !/[.:;,][”"’')\]]*$/.test(text);
}

const roles =
  /\b(?:editor|correspondent|reporter|writer|staff|news|press|agency|agencies|bureau|desk|analyst|columnist|in|for|at)\b/i;

const by = /^(?:(?:written|reported|words|text|story)\s+)?(?:by|par|von|por|door)\b:?\s+/i;

/** `By Jane Doe and John Roe, Political Editor`: a line that names who wrote what stands below it. */
function byline(text: string): string[] | undefined {
  const people = text.length <= 110 && by.test(text) ? peopleIn(text)?.filter(name => !/^the /i.test(name)) : undefined;
  return people && people.length > 0 ? people : undefined;
}

/** The people that a byline names, without the word before them, their roles and the date; undefined when none. */
export function peopleIn(byline: string): string[] | undefined {
  const plain = byline.replace(/\s+/g, ' ').trim().replace(by, '');
  const names = authorsOf(plain.replace(/\s*[|·•].*$/, ''))?.flatMap(name => name.split(/\s*,\s*/));
  const people = names?.filter(
    name =>
      /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*\s?|(?:de|da|di|van|von|der|den|bin|al|la|le)\s){2,5}$/u.test(name) &&
      !roles.test(name),
  );
  return people && people.length > 0 ? people.map(unshouted) : undefined;
}

/** What a document may call itself on the line of its date. */
const release =
  /(?<!\p{L})(?:(?:for immediate|press|media|news) release|press statement|pressemitteilung|medienmitteilung|presseinformation|communiqué(?: de presse)?|comunicato(?: stampa)?|nota de prensa|comunicado(?: de prensa)?|persbericht|pressmeddelande|pressemeddelelse)(?!\p{L})/iu;

/** A short line of which the better part is a date: `Published 16 October 2025, 10:32 BST`, `Press release, 10 March 2025`. */
function dateLine(text: string): string | undefined {
  const found = text.length <= 70 ? findDate(text) : undefined;
  if (!found) return undefined;
  const around = (text.slice(0, found.start) + text.slice(found.end)).replace(release, '');
  // "By Jane Doe, 10 March 2025".
  if (peopleIn(around)) return found.date;
  const plain = around.replace(
    /(?<!\p{L})(?:published|posted|updated|publié|mis à jour|le|am|um|uhr|el|il|last|date|on|at|à|\d{1,2}h\d{2}|\d{1,2}[:.]\d{2}|am|pm|[A-Z]{2,4}|\p{L}+(?:day|tag)|\d+ min(?:ute)?s?|read)(?!\p{L})/giu,
    '',
  );
  return /\p{L}/u.test(plain) ? undefined : found.date;
}

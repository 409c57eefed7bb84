import PostalMime, { type Email } from 'postal-mime';
import { type ArticleText, createArticleText } from '../articleText.ts';
import { appendHtml } from '../html/plainHtml.ts';
import { readPage } from '../html/readHtml.ts';
import { withCurlyMarks } from '../legacyEncoding.ts';
import { mergeMetadata, metadataOf } from '../metadata.ts';
import { type Reading, unreadable } from '../reader.ts';

/** Deeper than any forwarded forward. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 1_000_000 };

/** An e-mail: subject, sender, date and its text; the names of attachments that were not read. */
export async function readMail(bytes: Uint8Array): Promise<Reading> {
  if (!hasHeaders(bytes)) return unreadable('is no e-mail, whatever its name says');
  return readLetter(bytes, 0);
}

/** Letters that were forwarded as they are, in letters that were. */
const deepestForward = 5;

async function readLetter(bytes: Uint8Array, depth: number): Promise<Reading> {
  const letter = await parse(bytes);
  const { mail } = letter;
  const text = createArticleText();
  text.append(letter.subject);
  text.breakParagraph();
  const start = text.length;
  appendBody(letter, text);
  const { text: words } = text.finish();
  const forwarded = await readForwarded(mail, depth);
  const problems = [
    ...(isCutOff(bytes) ? ['breaks off before its end; download or save it again'] : []),
    ...unreadAttachments(mail, depth),
    ...forwarded.problems,
  ];
  if (words.length <= start + 2)
    return forwarded.articles.length > 0 ? { ...forwarded, problems } : unreadable(problems[0] ?? 'has no text');
  const metadata = metadataOf({
    title: letter.subject,
    authors: mail.from?.name ? [mail.from.name] : mail.from?.address ? [mail.from.address] : undefined,
    published: letter.date,
  });
  return { articles: [{ text: words, metadata }, ...forwarded.articles], problems };
}

/** A letter in a letter is a source of its own: somebody else wrote it, on another day. */
async function readForwarded(mail: Email, depth: number): Promise<Reading> {
  const readings: Reading[] = [];
  for (const part of mail.attachments) {
    if (!isLetter(part) || depth >= deepestForward || typeof part.content === 'string') continue;
    const reading = await readLetter(new Uint8Array(part.content), depth + 1);
    // That an empty letter was forwarded is no trouble.
    if (reading.articles.length > 0) readings.push(reading);
  }
  return {
    articles: readings.flatMap(reading => reading.articles),
    problems: readings.flatMap(reading => reading.problems),
  };
}

function isLetter(part: Email['attachments'][number]): boolean {
  return part.mimeType === 'message/rfc822';
}

/** A web page with its pictures in one file, as browsers save it. */
export async function readWebArchive(bytes: Uint8Array): Promise<Reading> {
  if (!hasHeaders(bytes)) return unreadable('is no web archive, whatever its name says');
  const { mail, html, date } = await parse(bytes);
  if (html === '') return unreadable('has no page in it');
  const reading = readPage(html);
  const location = mail.headers.find(header => header.key === 'snapshot-content-location')?.value;
  const known = metadataOf({ url: location, accessed: date });
  const problems = isCutOff(bytes) ? ['breaks off before its end; save the page again'] : [];
  return {
    articles: reading.articles.map(article => ({ ...article, metadata: mergeMetadata(article.metadata, known) })),
    problems: [...new Set([...problems, ...reading.problems])],
  };
}

type Letter = {
  readonly mail: Email;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** As the sender's clock had it: the day of writing, whatever day it was elsewhere. */
  readonly date: string | undefined;
};

async function parse(bytes: Uint8Array): Promise<Letter> {
  const mail = await PostalMime.parse(new Uint8Array(bytes), limits);
  const [subject = '', text = '', html = ''] = [mail.subject, mail.text, mail.html].map(part =>
    withCurlyMarks(part ?? ''),
  );
  return { mail, subject, text, html, date: mail.headers.find(header => header.key === 'date')?.value };
}

/** So many times as long, the page holds the letter and the plain text only says so. */
const muchLonger = 4;

function appendBody(letter: Letter, text: ArticleText): void {
  const page = createArticleText();
  if (letter.text.length < 1000) appendHtml(letter.html, page);
  if (letter.text.trim() !== '' && page.length < muchLonger * letter.text.trim().length) {
    for (const paragraph of letter.text.split(/\r?\n(?:[ \t]*\r?\n)+/)) {
      for (const line of paragraph.split(/\r?\n/)) {
        text.append(line.replace(/^(?:>\s?)+/, ''));
        // Mail is often wrapped at 72 characters: a line break within a sentence is none.
        text.append(' ');
      }
      text.breakParagraph();
    }
  } else appendHtml(letter.html, text);
}

function unreadAttachments(mail: Email, depth: number): string[] {
  const names = mail.attachments
    .filter(part => part.disposition === 'attachment' && !/^image\//.test(part.mimeType))
    .filter(part => !isLetter(part) || depth >= deepestForward)
    .map(part => part.filename ?? part.mimeType);
  if (names.length === 0) return [];
  return [
    `has attachments that were not read (${names.slice(0, 5).join(', ')}); save them beside it to have them read`,
  ];
}

/** Headers begin an e-mail: `Name: value`. */
function hasHeaders(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /^(?:From [^\n]*\n)?[!-9;-~]+:[^\n]*\r?\n/.test(head) &&
    /^(?:from|date|subject|mime-version|received|message-id):/im.test(head)
  );
}

/** A mail in parts ends with its boundary. */
function isCutOff(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  const header = text.slice(0, 20_000);
  const boundary = /^content-type:\s*multipart\/[^;]*;(?:[^\n]*\n[ \t]+)*?[^\n]*boundary="?([^"\r\n;]+)"?/im.exec(
    header,
  )?.[1];
  return boundary !== undefined && !text.slice(-2000).includes(`--${boundary}--`);
}

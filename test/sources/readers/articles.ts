/** The two articles of the sample library as paragraphs, and as documents of formats that a few lines can write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../harness/paths.mjs';

export type SampleArticle = { readonly name: string; readonly paragraphs: readonly string[] };

export const articles: readonly SampleArticle[] = ['000_8b6e00a719bda484', '003_e31fde116e57c3b2'].map(name => ({
  name,
  paragraphs: readFileSync(join(projectRoot, 'seeds', `${name}.txt`), 'utf8')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== ''),
}));

export function toHtml({ name, paragraphs }: SampleArticle): string {
  const body = paragraphs.map(text => `<p>${escaped(text)}</p>`).join('\n');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${name}</title></head>\n<body>\n${body}\n</body></html>\n`;
}

export function toJson({ name, paragraphs }: SampleArticle): string {
  return JSON.stringify({ title: name, body: paragraphs });
}

export function toCsv({ name, paragraphs }: SampleArticle): string {
  return `title,text\n${name},"${paragraphs.join('\n\n').replaceAll('"', '""')}"\n`;
}

export function toMail({ paragraphs }: SampleArticle): string {
  const head = ['From: Jane Doe <jane@example.org>', 'Date: Thu, 16 Oct 2025 10:00:00 +0000', 'Subject: Talks'];
  const type = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];
  return [...head, ...type, '', ...paragraphs.flatMap(text => [...wrapped(text, 72), ''])].join('\r\n');
}

/** Two lines of up to 40 characters a cue, four seconds each. */
export function toSubtitles({ paragraphs }: SampleArticle): string {
  const lines = paragraphs.flatMap(text => wrapped(text, 40));
  const cues: string[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    const seconds = (i / 2) * 4;
    cues.push(
      `${i / 2 + 1}\n${clock(seconds)},000 --> ${clock(seconds + 4)},000\n${lines.slice(i, i + 2).join('\n')}\n`,
    );
  }
  return cues.join('\n');
}

function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

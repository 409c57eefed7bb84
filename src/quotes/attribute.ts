import type { Attribution } from '../model.ts';
import { speechVerbs } from './cues.ts';
import type { QuotedStretch } from './stretches.ts';

/**
 * Who says each of the quoted stretches of `text` (in order, outermost only), in the same order; undefined where the text
 * does not make it clear.
 */
export function attribute(text: string, quoted: readonly QuotedStretch[]): (Attribution | undefined)[] {
  return quoted.map(stretch => behind(text, stretch) ?? before(text, stretch));
}

const verb = `(?<verb>${[...new Set(speechVerbs)].join('|')})`;
const name = String.raw`(?<name>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|van|von))*)`;
const adverb = String.raw`(?:(?:\p{L}+ly|also|later|then|has|had)\s)?`;
const subjectFirst = new RegExp(String.raw`^,?\s*(?:the\s)?${name}\s${adverb}${verb}\b`, 'du');
const verbFirst = new RegExp(String.raw`^,?\s*${verb}\s(?:the\s)?${name}`, 'du');
const leading = new RegExp(String.raw`(?:the\s)?${name}\s${adverb}${verb}\b[^.!?\n]{0,60}?[,:]?\s*$`, 'du');

function behind(text: string, stretch: QuotedStretch): Attribution | undefined {
  for (const part of stretch.parts) {
    const after = text.slice(part.span.end, part.span.end + 150);
    const found = read(subjectFirst.exec(after) ?? verbFirst.exec(after), part.span.end);
    if (found) return found;
  }
  return undefined;
}

function before(text: string, stretch: QuotedStretch): Attribution | undefined {
  const start = Math.max(0, stretch.span.start - 200);
  const context = text.slice(start, stretch.span.start);
  const sentence = Math.max(context.lastIndexOf('. '), context.lastIndexOf('\n'), context.lastIndexOf('”'), -1) + 1;
  return read(leading.exec(context.slice(sentence)), start + sentence);
}

function read(match: RegExpExecArray | null, offset: number): Attribution | undefined {
  const groups = match?.groups;
  const indices = match?.indices?.groups;
  if (!groups?.name || !groups.verb || !indices?.name || !indices.verb) return undefined;
  const speaker = groups.name.replace(/^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s/, '');
  return {
    speaker,
    speakerSpan: { start: offset + indices.name[0], end: offset + indices.name[1] },
    cue: groups.verb,
    cueSpan: { start: offset + indices.verb[0], end: offset + indices.verb[1] },
  };
}

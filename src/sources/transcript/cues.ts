import { entityCharacter } from '../../text/entities.ts';

export type CueLine = {
  readonly text: string;
  /** `<v Jane Doe>` of WebVTT. */
  readonly speaker?: string;
  /** `- ` or `>> `: somebody else begins to speak. */
  readonly dialogue: boolean;
};

/** Words shown from one time to another, in seconds. */
export type Cue = {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly lines: readonly CueLine[];
};

const times = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]*-->[ \t]*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})/;

/** The cues of an SRT or WebVTT file, its title and language when it names them, and how many cues had unreadable times. */
export function subtitleCues(file: string): {
  cues: Cue[];
  title: string | undefined;
  language: string | undefined;
  broken: number;
} {
  const lines = file.split(/\r\n|\r|\n/);
  const title = /^\uFEFF?WEBVTT(?:[ \t]+-?[ \t]*(.+))?$/.exec(lines[0] ?? '')?.[1];
  const language = /^WEBVTT[\s\S]{0,500}?^Language:[ \t]*([\w-]+)/m.exec(file.slice(0, 1000))?.[1];
  const cues: Cue[] = [];
  let broken = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (!line.includes('-->')) continue;
    const match = times.exec(line);
    const words: string[] = [];
    while (i + 1 < lines.length && lines[i + 1]?.trim() !== '' && !lines[i + 1]?.includes('-->'))
      words.push(lines[++i] ?? '');
    // Where the empty line is missing, the next cue's number has been taken for words.
    if (lines[i + 1]?.includes('-->') && /^\d+$/.test(words.at(-1)?.trim() ?? '')) words.pop();
    if (!match) broken++;
    else cues.push(toCue(match[1] ?? '', match[2] ?? '', words));
  }
  return { cues, title, language, broken };
}

function toCue(from: string, to: string, words: readonly string[]): Cue {
  const start = seconds(from);
  return { start, end: seconds(to), label: clock(start), lines: words.map(toLine) };
}

function toLine(line: string): CueLine {
  const voice = /^\s*<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(line)?.[1]?.trim();
  const plain = line
    .replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>/gi, '')
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/&#?\w{1,8};/g, entity => entityCharacter(entity) ?? entity)
    .trim();
  const dialogue = /^(?:[-–—]\s*|>>+\s*)(?=\S)/.exec(plain)?.[0];
  return {
    text: dialogue ? plain.slice(dialogue.length) : plain,
    dialogue: dialogue !== undefined,
    ...(voice ? { speaker: voice } : {}),
  };
}

function seconds(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** `00:01:23`. */
export function clock(seconds: number): string {
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}

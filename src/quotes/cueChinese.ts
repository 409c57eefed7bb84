import type { Span } from '../model.ts';
import type { Cue } from './cue.ts';

const verbs = '(?:表示|指出|强调|強調|认为|認為|写道|寫道|回应|回應|补充|補充|坦言|透露|告诉|告訴|说|說|称|稱|问|問)';
const name = '(?<name>[\\p{Script=Han}·]{2,16}?)';
const behind = new RegExp(`^[\\s，,、]*${name}(?<verb>${verbs})`, 'u');
const before = new RegExp(
  `(?:^|[\\s，。！？；、,”」』])${name}(?<verb>${verbs})(?:[\\p{Script=Han}]{0,6})[\\s：，:,]*$`,
  'u',
);

/** `王伟说` behind a quotation: who speaks in a script without spaces. Spans are offsets of the text. */
export function chineseBehind(text: string, within: Span): Cue | undefined {
  return read(behind.exec(text.slice(within.start, Math.min(within.end, within.start + 40))), within.start);
}

/** `王伟表示：` before one. */
export function chineseBefore(text: string, within: Span): Cue | undefined {
  const start = Math.max(within.start, within.end - 60);
  return read(before.exec(text.slice(start, within.end)), start);
}

function read(match: RegExpExecArray | null, offset: number): Cue | undefined {
  const { name: speaker, verb } = match?.groups ?? {};
  if (!match || speaker === undefined || verb === undefined) return undefined;
  const start = offset + match.index + match[0].indexOf(speaker);
  const cueStart = start + speaker.length;
  const cue = { cue: verb, cueSpan: { start: cueStart, end: cueStart + verb.length } };
  // 他, 她: whom they mean is not clear.
  if (/^[但而并並也还還]?[他她它]/u.test(speaker)) return cue;
  return { ...cue, mention: { kind: 'name', text: speaker, span: { start, end: cueStart } } };
}

import type { Span } from '../model.ts';
import { sentences } from '../text/segment.ts';
import type { Cue } from './cue.ts';
import { cueBefore } from './cueBefore.ts';
import { cueBehind } from './cueBehind.ts';
import { endsInCue } from './cues.ts';
import { cueLengthAbroad } from './cuesAbroad.ts';
import { paragraphIndex, type SpeechContext } from './speechContext.ts';
import { titles } from './wordLists.ts';

/** The cue beside a quotation: behind a part that ends in a comma it comes first, else what leads the quotation in does. */
export function cueOf(context: SpeechContext, at: number): Cue | undefined {
  const stretch = context.quoted[at];
  if (!stretch) return undefined;
  const { text } = context;
  const before = stretch.parts[0] ? leadIn(context, at, stretch.parts[0].span.start) : undefined;
  const lead = before ? text.slice(before.start, stretch.span.start) : '';
  // `Lind called it “a shame,” and Falk agreed`: what is joined behind the quotation is another clause.
  const joined = /^[\s,]*(?:and|but|while)\s/.test(text.slice(stretch.span.end, stretch.span.end + 12));
  const leadsIn = joined || /[,:]["”’»]?\s*$/.test(lead) || endsInCue(lead);
  // Behind a full stop a new sentence begins, with a cue of its own.
  const last = stretch.parts.at(-1);
  const stopped = last !== undefined && endingOf(text, last.inner) === 'stop' && lead.trim() !== '';
  const introduced = before && (leadsIn || stopped) ? introducing(context, before) : undefined;
  // `The “Avatar” star said`: words of the writer's own noun.
  const adorns =
    /\b(?:the|an?|his|her|their|its)\s$/i.test(lead) &&
    /[^,]["”’»]$/.test(text.slice(stretch.span.start, stretch.span.end)) &&
    /^\s\p{Ll}/u.test(text.slice(stretch.span.end));
  if (adorns) return introducing(context, { start: before?.start ?? 0, end: stretch.span.start });
  let bare: Cue | undefined;
  for (const [index, part] of stretch.parts.entries()) {
    const within = tail(context, at, part.span.end, stretch.parts[index + 1]?.span.start);
    const ending = endingOf(text, part.inner);
    const open = ending !== 'stop' || index < stretch.parts.length - 1;
    const cue = within && following(context, within, open);
    if (cue && !cue.mention && isCueAbroad(cue)) bare = cue;
    // `What they said: “We go.” — Anna Lind`: a name signs the words whatever led them in.
    const signed = /^[―—–-]/.test(cue?.cue ?? '');
    if ((ending !== 'comma' || joined) && introduced?.mention && !signed) continue;
    // `Lind fired back: “No,” she wrote, “…”`: the name says more than the pronoun.
    if (cue?.mention) return cue.mention.kind === 'pronoun' && introduced?.mention?.kind === 'name' ? introduced : cue;
  }
  return introduced ?? (before ? introducing(context, before) : undefined) ?? bare;
}

/** A verb of saying that may do without its subject. */
export function isCueAbroad({ cue }: Cue): boolean {
  const [first = '', second] = cue.split(' ');
  return cueLengthAbroad(first, second) > 0;
}

/** Cues are read in words cut out of the text, so that the same words always say the same. */
function introducing({ text, memory, people }: SpeechContext, within: Span): Cue | undefined {
  const read = memory.before(text.slice(within.start, within.end), words => cueBefore(words, whole(words)));
  const cue = read && moved(read, within.start);
  // `Key point: “`, `Ein Zitat: “`: what stands before a mere colon is a speaker only when it is surely somebody's name.
  if (cue?.cue !== ':' || cue.mention?.kind !== 'name') return cue;
  const { span, text: name } = cue.mention;
  // `Lind, who had the last word, played it down: “`
  if (/^, who\b/.test(text.slice(span.end, span.end + 6))) return cue;
  return people.isPerson(name, isTitled(text, span.start)) ? cue : { cue: cue.cue, cueSpan: cue.cueSpan };
}

/** A title stands right before `start`: `Mayor Lind`. */
function isTitled(text: string, start: number): boolean {
  const before = /([\p{L}-]+)\.?\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? '';
  return titles.has(before.toLowerCase());
}

function following({ text, memory }: SpeechContext, within: Span, open: boolean): Cue | undefined {
  const known = open ? memory.behindOpen : memory.behind;
  const cue = known(text.slice(within.start, within.end), words => cueBehind(words, whole(words), open));
  return cue && moved(cue, within.start);
}

function whole(words: string): Span {
  return { start: 0, end: words.length };
}

function moved({ mention, cue, cueSpan }: Cue, by: number): Cue {
  const place = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const found = { cue, cueSpan: place(cueSpan) };
  return mention ? { ...found, mention: { ...mention, span: place(mention.span) } } : found;
}

/** How a quoted run ends: a comma (or nothing) promises a cue behind it, a full stop none, the others leave it open. */
export function endingOf(text: string, inner: Span): 'comma' | 'open' | 'stop' {
  const last =
    text
      .slice(Math.max(inner.start, inner.end - 6), inner.end)
      .replace(/[\s"'”’»]+$/u, '')
      .at(-1) ?? '';
  if (last === '.') return 'stop';
  return /[?!…—–-]/.test(last) ? 'open' : 'comma';
}

/** The rest of the sentence behind a quoted run, up to the next one. */
function tail(context: SpeechContext, at: number, start: number, next?: number): Span | undefined {
  const { text, quoted } = context;
  const paragraph = paragraphAt(context, start - 1);
  const limit = Math.min(next ?? quoted[at + 1]?.span.start ?? text.length, paragraph?.end ?? text.length, start + 500);
  if (limit <= start) return undefined;
  return sentences(text, { start, end: limit })[0];
}

/** The sentence before a quoted run, as far as it leads it in; the paragraph before when that ends in a colon. */
export function leadIn(context: SpeechContext, at: number, mark: number): Span | undefined {
  const { text } = context;
  const index = paragraphIndex(context, mark);
  const paragraph = context.paragraphs[index];
  if (!paragraph) return undefined;
  const previous = context.paragraphs[index - 1];
  const alone = text.slice(paragraph.start, mark).trim() === '';
  if (alone && !(previous && text[previous.end - 1] === ':')) return undefined;
  const whole = alone && previous ? previous : { start: paragraph.start, end: mark };
  const start = Math.max(whole.start, whole.end - 600, spokenEnd(context, at, whole));
  const last = sentences(text, { start, end: whole.end }).at(-1);
  if (!last) return undefined;
  return /[.!?…]["”’»)\]]*$/.test(text.slice(last.start, last.end)) && !alone
    ? undefined
    : { start: last.start, end: whole.end };
}

/** The end of the quotation before `at`; words woven into the sentence that leads in are no end: `Lind called it “dead” and asked, “`. */
function spokenEnd({ text, quoted }: SpeechContext, at: number, within: Span): number {
  const previous = quoted[at - 1]?.span;
  if (!previous || previous.end > within.end) return 0;
  const before = text.slice(Math.max(within.start, previous.start - 2), previous.start);
  const woven =
    /[\p{L}\p{N}]\s$/u.test(before) &&
    /^\s\p{Ll}/u.test(text.slice(previous.end)) &&
    !/[,.!?][^\p{L}\p{N}]*$/u.test(text.slice(previous.start, previous.end));
  return woven ? 0 : previous.end;
}

export function paragraphAt(context: SpeechContext, offset: number): Span | undefined {
  return context.paragraphs[paragraphIndex(context, offset)];
}

/** `« On attend, s’agace Yann Le Goff, et rien ne vient. »`: who speaks, told inside the marks. */
export function cueInside(context: SpeechContext, at: number): Cue | undefined {
  const { text, quoted } = context;
  const { start, end } = quoted[at]?.span ?? { start: 0, end: 0 };
  if (text[start] !== '«') return undefined;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(/(?:,|\s—)\s?(?=[\p{L}’'-]+ \p{Lu})/gu)) {
    const from = start + index + mark.length;
    const first = /^[\p{L}’'-]+/u.exec(text.slice(from, end))?.[0] ?? '';
    const closing = text.slice(from, end).search(/[,.—»]/);
    const cue =
      cueLengthAbroad(first, undefined) > 0
        ? following(context, { start: from, end: from + closing }, true)
        : undefined;
    if (cue?.mention?.kind === 'name') return cue;
  }
  return undefined;
}

/** `— Anna Lind` in a paragraph of its own below the quotation. */
export function signatureBelow(context: SpeechContext, at: number): Cue | undefined {
  const { text, quoted, paragraphs: spans } = context;
  const end = quoted[at]?.span.end ?? 0;
  const index = paragraphIndex(context, end - 1);
  const [own, below] = [spans[index], spans[index + 1]];
  if (!own || !below || below.end - below.start > longestSignature || text.slice(end, own.end).trim() !== '')
    return undefined;
  if (!/^\s*[―—–-]/.test(text.slice(below.start, below.end))) return undefined;
  const cue = following(context, below, true);
  return cue?.mention && /^[―—–-]/.test(cue.cue) ? cue : undefined;
}

const longestSignature = 100;

import type { Attribution, Span } from '../model.ts';
import { paragraphs, sentences } from '../text/segment.ts';
import { clauseTokens } from './clauseTokens.ts';
import { cueBefore } from './cueBefore.ts';
import { type Cue, cueBehind } from './cueBehind.ts';
import type { Mention } from './mention.ts';
import { type People, peopleOf } from './people.ts';
import { noSpeechMemory, type SpeechMemory } from './speechMemory.ts';
import type { QuotedStretch } from './stretches.ts';
import { mainSubject } from './subject.ts';
import { titles } from './wordLists.ts';

/**
 * Who says each of the quoted stretches of `text` (in order, outermost only), in the same order; undefined where the text
 * does not make it clear. A pronoun, or a quotation without any cue, takes the speaker of the quotation before it when that
 * is near, or the person whom the sentence before is about. `memory` is what an earlier reading of nearly the same text left.
 */
export function attribute(
  text: string,
  quoted: readonly QuotedStretch[],
  memory: SpeechMemory = noSpeechMemory,
): (Attribution | undefined)[] {
  const spans = paragraphs(text);
  const context: Context = { text, quoted, paragraphs: spans, people: peopleOf(text, spans, memory.names), memory };
  const found: (Attribution | undefined)[] = [];
  for (const at of quoted.keys()) found.push(attributeOne(context, at, found));
  return found;
}

type Context = {
  readonly text: string;
  readonly quoted: readonly QuotedStretch[];
  readonly paragraphs: readonly Span[];
  readonly people: People;
  readonly memory: SpeechMemory;
};

function attributeOne(
  context: Context,
  at: number,
  found: readonly (Attribution | undefined)[],
): Attribution | undefined {
  const cue = cueOf(context, at);
  if (cue?.mention) return resolved(context, at, found, cue, cue.mention);
  if (cue && !isAlone(context, at)) return undefined;
  return continued(context, at, found);
}

/** The cue beside a quotation: behind a part that ends in a comma it comes first, else what leads the quotation in does. */
function cueOf(context: Context, at: number): Cue | undefined {
  const stretch = context.quoted[at];
  if (!stretch) return undefined;
  const { text } = context;
  const before = stretch.parts[0] ? leadIn(context, at, stretch.parts[0].span.start) : undefined;
  const introduced =
    before && /[,:]["”’»]?\s*$/.test(text.slice(before.start, stretch.span.start))
      ? introducing(context, before)
      : undefined;
  for (const [index, part] of stretch.parts.entries()) {
    const within = tail(context, at, part.span.end, stretch.parts[index + 1]?.span.start);
    const ending = endingOf(text, part.inner);
    const open = ending !== 'stop' || index < stretch.parts.length - 1;
    if (ending !== 'comma' && introduced?.mention) continue;
    const cue = within && following(context, within, open);
    // `Lind fired back: “No,” she wrote, “…”`: the name says more than the pronoun.
    if (cue?.mention) return cue.mention.kind === 'pronoun' && introduced?.mention?.kind === 'name' ? introduced : cue;
  }
  return introduced ?? (before ? introducing(context, before) : undefined);
}

/** Cues are read in words cut out of the text, so that the same words always say the same. */
function introducing({ text, memory, people }: Context, within: Span): Cue | undefined {
  const read = memory.before(text.slice(within.start, within.end), words => cueBefore(words, whole(words)));
  const cue = read && moved(read, within.start);
  // `Key point: “`, `Ein Zitat: “`: what stands before a mere colon is a speaker only when it is surely somebody's name.
  if (cue?.cue !== ':' || cue.mention?.kind !== 'name') return cue;
  const { span, text: name } = cue.mention;
  return people.isPerson(name, isTitled(text, span.start)) ? cue : { cue: cue.cue, cueSpan: cue.cueSpan };
}

/** A title stands right before `start`: `Mayor Lind`. */
function isTitled(text: string, start: number): boolean {
  const before = /([\p{L}-]+)\.?\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? '';
  return titles.has(before.toLowerCase());
}

function following({ text, memory }: Context, within: Span, open: boolean): Cue | undefined {
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
function endingOf(text: string, inner: Span): 'comma' | 'open' | 'stop' {
  const last =
    text
      .slice(Math.max(inner.start, inner.end - 6), inner.end)
      .replace(/[\s"'”’»]+$/u, '')
      .at(-1) ?? '';
  if (last === '.') return 'stop';
  return /[?!…—–-]/.test(last) ? 'open' : 'comma';
}

/** The rest of the sentence behind a quoted run, up to the next one. */
function tail(context: Context, at: number, start: number, next?: number): Span | undefined {
  const { text, quoted } = context;
  const paragraph = paragraphAt(context, start - 1);
  const limit = Math.min(next ?? quoted[at + 1]?.span.start ?? text.length, paragraph?.end ?? text.length, start + 500);
  if (limit <= start) return undefined;
  return sentences(text, { start, end: limit })[0];
}

/** The sentence before a quoted run, as far as it leads it in; the paragraph before when that ends in a colon. */
function leadIn(context: Context, at: number, mark: number): Span | undefined {
  const { text, quoted } = context;
  const index = paragraphIndex(context, mark);
  const paragraph = context.paragraphs[index];
  if (!paragraph) return undefined;
  const previous = context.paragraphs[index - 1];
  const alone = text.slice(paragraph.start, mark).trim() === '';
  if (alone && !(previous && text[previous.end - 1] === ':')) return undefined;
  const whole = alone && previous ? previous : { start: paragraph.start, end: mark };
  const start = Math.max(whole.start, whole.end - 600, quotedEnd(quoted, at, whole.end));
  const last = sentences(text, { start, end: whole.end }).at(-1);
  if (!last) return undefined;
  return /[.!?…]["”’»)\]]*$/.test(text.slice(last.start, last.end)) && !alone
    ? undefined
    : { start: last.start, end: whole.end };
}

function quotedEnd(quoted: readonly QuotedStretch[], at: number, limit: number): number {
  const previous = quoted[at - 1];
  return previous && previous.span.end <= limit ? previous.span.end : 0;
}

function paragraphIndex({ paragraphs: spans }: Pick<Context, 'paragraphs'>, offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function paragraphAt(context: Context, offset: number): Span | undefined {
  return context.paragraphs[paragraphIndex(context, offset)];
}

function resolved(
  context: Context,
  at: number,
  found: readonly (Attribution | undefined)[],
  { cue, cueSpan }: Cue,
  mention: Mention,
): Attribution | undefined {
  const speaker = speakerOf(context, at, found, mention);
  return speaker === undefined ? undefined : { speaker, speakerSpan: mention.span, cue, cueSpan };
}

function speakerOf(
  context: Context,
  at: number,
  found: readonly (Attribution | undefined)[],
  mention: Mention,
): string | undefined {
  if (mention.kind === 'name') return context.people.fullest(mention.text);
  // `the US President`: who holds the office is for the reader to say.
  if (mention.kind === 'role') return /^\p{Lu}\S* \p{Lu}\S*$/u.test(mention.text) ? undefined : mention.text;
  if (!/^(?:he|she)$/i.test(mention.text)) return undefined;
  return personBefore(context, at, found, mention.span.start);
}

/** Whom a pronoun means: the person the sentences before are about, or else who spoke last, if both are near. */
function personBefore(
  context: Context,
  at: number,
  found: readonly (Attribution | undefined)[],
  offset: number,
): string | undefined {
  const last = found[at - 1];
  const subject = subjectBefore(context, at, Math.min(offset, context.quoted[at]?.span.start ?? offset));
  // Who spoke after the sentence with that subject began is nearer.
  if (subject?.kind === 'name' && !(last && last.speakerSpan.start > subject.span.end))
    return context.people.fullest(subject.text);
  return last && paragraphIndex(context, offset) - paragraphIndex(context, last.speakerSpan.start) <= 3
    ? last.speaker
    : undefined;
}

/** Who a sentence is about: the subject of its first clause, before any mark or dash. */
function sentenceSubject(sentence: string): Mention | undefined {
  const tokens = clauseTokens(sentence, whole(sentence));
  const end = tokens.findIndex(({ kind }) => kind === 'break' || kind === 'colon');
  return mainSubject(end > 0 ? tokens.slice(0, end) : tokens, sentence);
}

/** Whether an offset lies in one of the stretches just before `at`. */
function isQuoted(quoted: readonly QuotedStretch[], at: number, offset: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const span = quoted[index]?.span;
    if (!span || span.end <= offset) return false;
    if (span.start <= offset) return true;
  }
  return false;
}

/** Who the sentence before `offset` is about, or the nearest before it that tells; in this paragraph and the one before. */
function subjectBefore({ text, quoted, ...context }: Context, at: number, offset: number): Mention | undefined {
  const index = paragraphIndex(context, offset);
  for (const paragraph of [context.paragraphs[index], context.paragraphs[index - 1]]) {
    if (!paragraph) continue;
    const end = Math.min(paragraph.end, offset);
    for (const { start, end: stop } of sentences(text, { start: paragraph.start, end }).reverse()) {
      if (isQuoted(quoted, at, start)) continue;
      const mention = context.memory.subjects(text.slice(start, stop), sentenceSubject);
      if (mention) return { ...mention, span: { start: mention.span.start + start, end: mention.span.end + start } };
    }
  }
  return undefined;
}

/** The quotation begins its sentence: no words of the writer's lead it in. */
function isAlone(context: Context, at: number): boolean {
  const start = context.quoted[at]?.span.start ?? 0;
  const before = leadIn(context, at, start);
  return before === undefined || context.text.slice(before.start, start).trim() === '';
}

/** A quotation without a cue goes on where the one before it in the same paragraph, or in the one before, left off. */
function continued(context: Context, at: number, found: readonly (Attribution | undefined)[]): Attribution | undefined {
  const stretch = context.quoted[at];
  const before = context.quoted[at - 1];
  const last = found[at - 1];
  if (!stretch || !before || !last) return undefined;
  const gap = context.text.slice(before.span.end, stretch.span.start);
  const apart = paragraphIndex(context, stretch.span.start) - paragraphIndex(context, before.span.end - 1);
  if (apart > 1 || !(gap.trim() === '' || isAlone(context, at))) return undefined;
  const tagOnly =
    gap.trim() === '' ||
    (last.cueSpan !== undefined &&
      last.cueSpan.start >= before.span.start &&
      gap.length < 200 &&
      !/[.!?]\s+\p{Lu}/u.test(gap.trim()));
  return tagOnly ? last : undefined;
}

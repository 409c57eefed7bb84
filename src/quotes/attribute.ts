import type { Attribution, Span } from '../model.ts';
import { paragraphs, sentences } from '../text/segment.ts';
import type { Cue } from './cue.ts';
import { cueBefore } from './cueBefore.ts';
import { cueBehind } from './cueBehind.ts';
import { endsInCue } from './cues.ts';
import { pronounAbroad } from './cuesAbroad.ts';
import type { Mention } from './mention.ts';
import { peopleOf } from './people.ts';
import { lastSpeaker, personBefore, personMeant } from './personMeant.ts';
import { paragraphIndex, type SpeechContext, speechBefore } from './speechContext.ts';
import { noSpeechMemory, type SpeechMemory } from './speechMemory.ts';
import type { QuotedStretch } from './stretches.ts';
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
  const people = peopleOf(text, spans, memory.names);
  const context: SpeechContext = { text, quoted, paragraphs: spans, people, memory, found: [] };
  for (const at of quoted.keys()) context.found.push(attributeOne(context, at));
  return context.found;
}

function attributeOne(context: SpeechContext, at: number): Attribution | undefined {
  const cue = cueOf(context, at);
  if (cue?.mention) return resolved(context, at, cue, cue.mention);
  if (cue && !isAlone(context, at)) return carriedOn(context, at);
  return signedBelow(context, at) ?? continued(context, at) ?? ledIn(context, at);
}

/** `— Anna Lind` in a paragraph of its own below the quotation. */
function signedBelow(context: SpeechContext, at: number): Attribution | undefined {
  const { text, quoted, paragraphs: spans } = context;
  const end = quoted[at]?.span.end ?? 0;
  const index = paragraphIndex(context, end - 1);
  const [own, below] = [spans[index], spans[index + 1]];
  if (!own || !below || below.end - below.start > longestSignature || text.slice(end, own.end).trim() !== '')
    return undefined;
  if (!/^\s*[―—–-]/.test(text.slice(below.start, below.end))) return undefined;
  const cue = following(context, below, true);
  return cue?.mention && /^[―—–-]/.test(cue.cue) ? resolved(context, at, cue, cue.mention) : undefined;
}

const longestSignature = 100;

/** A quotation without a cue, behind a sentence of its paragraph about one person: `Lind laughed. “Of course!”` */
function ledIn(context: SpeechContext, at: number): Attribution | undefined {
  const stretch = context.quoted[at];
  if (!stretch || !isAlone(context, at) || isWoven(context, stretch)) return undefined;
  const last = stretch.parts.at(-1);
  if (!last || endingOf(context.text, last.inner) === 'comma') return undefined;
  const paragraph = paragraphAt(context, stretch.span.start);
  if (!paragraph || paragraph.start === stretch.span.start) return undefined;
  const speaker = personBefore(context, at);
  return speaker && { speaker: speaker.text, speakerSpan: speaker.span };
}

/** `Lind called it “dead,” adding, “we go”`: the verb's subject is who spoke in the same sentence before. */
function carriedOn({ text, quoted, found }: SpeechContext, at: number): Attribution | undefined {
  const gap = text.slice(quoted[at - 1]?.span.end ?? 0, quoted[at]?.span.start);
  return /^[\s,]*(?:(?:and|then|but) )?(?:later )?(?:add(?:ed|ing)|continuing|saying|warning|noting|insisting|concluding)[,:]?\s*$/.test(
    gap,
  )
    ? found[at - 1]
    : undefined;
}

/** The cue beside a quotation: behind a part that ends in a comma it comes first, else what leads the quotation in does. */
function cueOf(context: SpeechContext, at: number): Cue | undefined {
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
  for (const [index, part] of stretch.parts.entries()) {
    const within = tail(context, at, part.span.end, stretch.parts[index + 1]?.span.start);
    const ending = endingOf(text, part.inner);
    const open = ending !== 'stop' || index < stretch.parts.length - 1;
    const cue = within && following(context, within, open);
    // `What they said: “We go.” — Anna Lind`: a name signs the words whatever led them in.
    const signed = /^[―—–-]/.test(cue?.cue ?? '');
    if ((ending !== 'comma' || joined) && introduced?.mention && !signed) continue;
    // `Lind fired back: “No,” she wrote, “…”`: the name says more than the pronoun.
    if (cue?.mention) return cue.mention.kind === 'pronoun' && introduced?.mention?.kind === 'name' ? introduced : cue;
  }
  return introduced ?? (before ? introducing(context, before) : undefined);
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
function tail(context: SpeechContext, at: number, start: number, next?: number): Span | undefined {
  const { text, quoted } = context;
  const paragraph = paragraphAt(context, start - 1);
  const limit = Math.min(next ?? quoted[at + 1]?.span.start ?? text.length, paragraph?.end ?? text.length, start + 500);
  if (limit <= start) return undefined;
  return sentences(text, { start, end: limit })[0];
}

/** The sentence before a quoted run, as far as it leads it in; the paragraph before when that ends in a colon. */
function leadIn(context: SpeechContext, at: number, mark: number): Span | undefined {
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

function paragraphAt(context: SpeechContext, offset: number): Span | undefined {
  return context.paragraphs[paragraphIndex(context, offset)];
}

function resolved(
  context: SpeechContext,
  at: number,
  { cue, cueSpan }: Cue,
  mention: Mention,
): Attribution | undefined {
  const speaker = speakerOf(context, at, mention, cue);
  return speaker === undefined ? undefined : { speaker, speakerSpan: mention.span, cue, cueSpan };
}

function speakerOf(context: SpeechContext, at: number, { kind, text, span }: Mention, cue: string): string | undefined {
  if (kind === 'name') return context.people.fullest(text);
  if (kind === 'role') {
    // `the US President`: who holds the office is for the reader to say, unless he only goes on speaking.
    const isOffice = /^\p{Lu}\S* \p{Lu}\S*$/u.test(text);
    return isOffice ? (goesOn.test(cue) ? lastSpeaker(context, at) : undefined) : text;
  }
  const abroad = pronounAbroad(text);
  if (abroad) return lastSpeaker(context, at, abroad);
  const pronoun = text.toLowerCase();
  if (pronoun === 'he' || pronoun === 'she') return personMeant(context, at, pronoun, span.start);
  return pronoun === 'they' ? unnamedSpeaker(context, at) : undefined;
}

/** `One diplomat called it “a trap”. “We go,” they said.`: who spoke last in the same paragraph and has no name. */
function unnamedSpeaker(context: SpeechContext, at: number): string | undefined {
  const spoken = speechBefore(context, at);
  const last = context.found[spoken];
  const [before, own] = [context.quoted[spoken]?.span, context.quoted[at]?.span];
  if (!last || !before || !own || paragraphIndex(context, own.start) !== paragraphIndex(context, before.start))
    return undefined;
  return /^(?:one|an?|another) /i.test(last.speaker) ? last.speaker : undefined;
}

const goesOn = /^(?:add(?:ed|s)|continue[ds]|went on|goes on)$/;

/** The quotation begins its sentence: no words of the writer's lead it in. */
function isAlone(context: SpeechContext, at: number): boolean {
  const start = context.quoted[at]?.span.start ?? 0;
  const before = leadIn(context, at, start);
  return before === undefined || context.text.slice(before.start, start).trim() === '';
}

/** `“No comment,” is all the campaign would say`: the sentence goes on behind the comma, and not with a cue. */
function isWoven({ text }: SpeechContext, { span, parts }: QuotedStretch): boolean {
  const last = parts.at(-1);
  return (
    last !== undefined &&
    /,[\s"'”’»]*$/.test(text.slice(last.span.start, span.end)) &&
    /^ \p{Ll}/u.test(text.slice(span.end))
  );
}

/**
 * Whether a paragraph of mere speech behind quotation `at` may be the other's: `at` asks, or the paragraph before it is
 * another's and both say nothing but who speaks, as in a dialogue.
 */
function isExchange(context: SpeechContext, at: number): boolean {
  const { text, quoted, found } = context;
  const [own, other] = [quoted[at], quoted[at - 1]];
  if (!own) return false;
  if (/[?][\s"'”’»]*$/.test(text.slice(own.span.start, own.span.end))) return true;
  if (!other || found[at - 1]?.speaker === found[at]?.speaker) return false;
  const paragraph = paragraphIndex(context, own.span.start);
  const before = paragraphIndex(context, other.span.start);
  return paragraph - before === 1 && isSpeechOnly(context, paragraph, own) && isSpeechOnly(context, before, other);
}

/** The paragraph is the quotation with its cue. */
function isSpeechOnly({ text, paragraphs: spans }: SpeechContext, index: number, { span }: QuotedStretch): boolean {
  const paragraph = spans[index];
  return paragraph?.start === span.start && !/[.!?]\s+\p{Lu}/u.test(text.slice(span.end, paragraph.end));
}

/** A quotation without a cue goes on where the one before it in the same paragraph, or in the one before, left off. */
function continued(context: SpeechContext, at: number): Attribution | undefined {
  const stretch = context.quoted[at];
  const spoken = speechBefore(context, at);
  const before = context.quoted[spoken];
  const last = context.found[spoken];
  if (!stretch || !before || !last) return undefined;
  if (isWoven(context, stretch)) return undefined;
  const gap = context.text.slice(before.span.end, stretch.span.start);
  const apart = paragraphIndex(context, stretch.span.start) - paragraphIndex(context, before.span.end - 1);
  if (apart > 0 && isExchange(context, spoken)) return undefined;
  if (apart > 1 || !(gap.trim() === '' || isAlone(context, at))) return undefined;
  const tagOnly =
    gap.trim() === '' ||
    (last.cueSpan !== undefined &&
      last.cueSpan.start >= before.span.start &&
      gap.length < 200 &&
      !/[.!?]\s+\p{Lu}/u.test(gap.trim()));
  return tagOnly ? last : undefined;
}

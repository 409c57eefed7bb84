import type { Attribution } from '../model.ts';
import { paragraphs } from '../text/segment.ts';
import type { Cue } from './cue.ts';
import { cueInside, cueOf, endingOf, isCueAbroad, leadIn, paragraphAt, signatureBelow } from './cueAt.ts';
import { pronounAbroad } from './cuesAbroad.ts';
import type { Mention } from './mention.ts';
import { peopleOf } from './people.ts';
import { lastSpeaker, personBefore, personMeant, speakerAbroad } from './personMeant.ts';
import { paragraphIndex, type SpeechContext, speechBefore } from './speechContext.ts';
import { noSpeechMemory, type SpeechMemory } from './speechMemory.ts';
import type { QuotedStretch } from './stretches.ts';

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
  const elsewhere = cueInside(context, at) ?? signatureBelow(context, at);
  if (elsewhere?.mention) return resolved(context, at, elsewhere, elsewhere.mention);
  if (cue && isCueAbroad(cue)) return withoutSubject(context, at, cue);
  return continued(context, at) ?? ledIn(context, at);
}

/** `«…», explicó.`, `„…” – dodała.`: the verb's own form stands for its subject. */
function withoutSubject(context: SpeechContext, at: number, { cue, cueSpan }: Cue): Attribution | undefined {
  const speaker = speakerAbroad(context, at);
  return speaker === undefined ? undefined : { speaker, speakerSpan: cueSpan, cue, cueSpan };
}

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
  if (abroad) return speakerAbroad(context, at, abroad);
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

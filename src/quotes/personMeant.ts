import type { Attribution, Span } from '../model.ts';
import { sentences } from '../text/segment.ts';
import { type ClauseToken, clauseTokens } from './clauseTokens.ts';
import { cueBehind } from './cueBehind.ts';
import { cueLength } from './cues.ts';
import { genderOfRole, isPersonRole, type Pronoun } from './gender.ts';
import { isNameWord, type Mention } from './mention.ts';
import type { People } from './people.ts';
import { irregularVerbs } from './phraseEnd.ts';
import { paragraphIndex, type SpeechContext, speechBefore } from './speechContext.ts';
import { mainSubject } from './subject.ts';
import { determiners } from './wordLists.ts';

/** A speaker so many paragraphs back is still meant by a pronoun. */
const farthestParagraph = 3;

/** How far back in a paragraph its sentences are read, which keeps a text without paragraphs cheap. In characters. */
const farthestBack = 2000;

/**
 * Whom `he` or `she` beside quotation `at` means: who spoke last or whom the sentences before are about, whichever is nearer.
 * Undefined when that is somebody of the other sex, a group, or somebody without a name, or when nobody is near.
 */
export function personMeant(context: SpeechContext, at: number, pronoun: Pronoun, offset: number): string | undefined {
  const { people, found, quoted, text } = context;
  const last = found[speechBefore(context, at)];
  const subject = subjectBefore(context, at, Math.min(offset, quoted[at]?.span.start ?? offset), pronoun);
  // Who spoke after the sentence with that subject began is nearer.
  if (subject && !(last && last.speakerSpan.start > subject.span.end)) {
    if (subject.kind === 'role') return unnamedPerson(context, subject, pronoun, offset);
    if (subject.kind !== 'name') return undefined;
    const name = people.fullest(subject.text);
    return isOther(name, pronoun, people) ? earlierSpeaker(context, at, pronoun, offset) : name;
  }
  if (!last || isFar(context, last, offset)) return undefined;
  const named = text.slice(last.speakerSpan.start, last.speakerSpan.end).toLowerCase();
  const another = /^(?:he|she)$/.test(named) && named !== pronoun;
  const described = /(?:^|\s)\p{Ll}{3,}/u.test(last.speaker) || determiners.has(last.speaker.toLowerCase());
  const thing = described && !isPersonRole(last.speaker);
  if (another || thing) return undefined;
  return isOther(last.speaker, pronoun, people) ? earlierSpeaker(context, at, pronoun, offset) : last.speaker;
}

/**
 * Whom the sentence right before quotation `at` in its paragraph leaves the word to: who says it (`It was a hold, Lind said.
 * “They blinked.”`) or whom it is about (`Lind laughed. “Of course!”`), by name.
 */
export function personBefore(context: SpeechContext, at: number): Mention | undefined {
  const { text, quoted, people, memory } = context;
  const own = quoted[at]?.span.start ?? 0;
  const paragraph = context.paragraphs[paragraphIndex(context, own)];
  const span = paragraph && sentences(text, { start: Math.max(paragraph.start, own - farthestBack), end: own }).at(-1);
  if (!span || isQuoted(context, at, span.start)) return undefined;
  const sentence = text.slice(span.start, span.end);
  if (abroad.test(sentence)) return undefined;
  const subject = closingSpeaker(sentence) ?? memory.subjects(sentence, sentenceSubject);
  if (subject?.kind !== 'name') return undefined;
  const { start, end } = subject.span;
  return { ...subject, text: people.fullest(subject.text), span: { start: start + span.start, end: end + span.start } };
}

/** `It was a hold, Lind said.`, `…, according to Lind.`: who says the sentence, told at its end. */
function closingSpeaker(sentence: string): Mention | undefined {
  const comma = Math.max(sentence.lastIndexOf(','), sentence.search(/["”’»][^"”’»]*$/));
  const last = { start: comma + 1, end: sentence.length };
  if (comma < 0 || clauseTokens(sentence, last).length > longestClosing) return undefined;
  return cueBehind(sentence, last, true)?.mention;
}

const longestClosing = 8;

/** Words of languages whose sentences are not read here; some write every noun with a capital. */
const abroad =
  /(?<!\p{L})(?:der|die|das|den|dem|und|ist|nicht|eine?|von|mit|auf|für|le|la|les|des|du|et|est|el|los|que|y|het|een|och|att|det|är|nie|jest|się|na|il|di|che|um|uma)(?!\p{L})/u;

function isFar(context: SpeechContext, { speakerSpan }: Attribution, offset: number): boolean {
  return paragraphIndex(context, offset) - paragraphIndex(context, speakerSpan.start) > farthestParagraph;
}

/** Who spoke last of those whom the pronoun surely fits, when nobody else whom it could mean was named since. */
function earlierSpeaker(context: SpeechContext, at: number, pronoun: Pronoun, offset: number): string | undefined {
  const { found, people, text } = context;
  for (let before = at - 1; before >= Math.max(0, at - mostSpeakers); before--) {
    const spoken = found[before];
    if (!spoken) continue;
    if (isFar(context, spoken, offset)) return undefined;
    if (people.pronounOf(spoken.speaker) !== pronoun) continue;
    const since = people.namedIn(text.slice(spoken.speakerSpan.start, offset));
    return since.some(name => name !== spoken.speaker && !isOther(name, pronoun, people)) ? undefined : spoken.speaker;
  }
  return undefined;
}

const mostSpeakers = 8;

/** `A spokeswoman for Harcourt said …`, `Her father opposed it`: somebody whom the text gives no name, alone in the sentence. */
function unnamedPerson(
  { text, people }: SpeechContext,
  subject: Mention,
  pronoun: Pronoun,
  offset: number,
): string | undefined {
  const another = (genderOfRole(subject.text) ?? pronoun) !== pronoun;
  if (another || !unnamed.test(subject.text) || !isPersonRole(subject.text)) return undefined;
  // `for Harcourt Living`: whose spokeswoman she is.
  const since = text
    .slice(subject.span.end, offset)
    .replace(/^ (?:for|of|at|with|from) (?:the )?(?:\p{Lu}\S* ?)+/u, '');
  return people.namedIn(since).length > 0 || /\basked\b/.test(since) ? undefined : subject.text;
}

const unnamed = /^(?:an?|his|her|their|my|our) /i;

/** Who spoke last before quotation `at`, for an office; undefined when somebody was named since. */
export function lastSpeaker(context: SpeechContext, at: number): string | undefined {
  const { text, quoted, people, found } = context;
  const spoken = speechBefore(context, at);
  const [last, before, own] = [found[spoken], quoted[spoken]?.span, quoted[at]?.span];
  if (!last || !before || !own || paragraphIndex(context, own.start) - paragraphIndex(context, before.start) > 1)
    return undefined;
  const since = text.slice(Math.max(before.end, last.speakerSpan.end), own.start);
  return people.namedIn(since).length > 0 ? undefined : last.speaker;
}

/**
 * Whom a pronoun of a language whose sentences are not read here means, or a verb that needs none: the one person whom the
 * sentence right before quotation `at` names, or who spoke last when nothing stands in between.
 */
export function speakerAbroad(context: SpeechContext, at: number, pronoun?: Pronoun): string | undefined {
  const { text, quoted, people } = context;
  const own = quoted[at]?.span.start ?? 0;
  const paragraph = context.paragraphs[paragraphIndex(context, own)];
  const span = paragraph && sentences(text, { start: Math.max(paragraph.start, own - farthestBack), end: own }).at(-1);
  const fits = (name: string): boolean => pronoun === undefined || !isOther(name, pronoun, people);
  if (span && !isQuoted(context, at, span.start) && text.slice(span.start, own).trim() !== '') {
    const [name, ...others] = people.namedIn(text.slice(span.start, own));
    return name !== undefined && others.length === 0 && fits(name) ? name : undefined;
  }
  const last = lastSpeaker(context, at);
  const before = quoted[speechBefore(context, at)]?.span.end ?? own;
  const apart = sentences(text, { start: before, end: own }).length > 1;
  return last !== undefined && !apart && fits(last) ? last : undefined;
}

function isOther(name: string, pronoun: Pronoun, people: People): boolean {
  const own = people.pronounOf(name);
  return own !== undefined && own !== pronoun;
}

/**
 * Who the sentence before `offset` is about, or the nearest before it that tells; in this paragraph and the one before. A
 * sentence about the pronoun itself goes on about the same person, one about a thing is passed over.
 */
function subjectBefore(context: SpeechContext, at: number, offset: number, pronoun: Pronoun): Mention | undefined {
  const index = paragraphIndex(context, offset);
  for (const paragraph of [context.paragraphs[index], context.paragraphs[index - 1]]) {
    if (!paragraph) continue;
    const end = Math.min(paragraph.end, offset);
    const start = Math.max(paragraph.start, end - farthestBack);
    const spans = sentences(context.text, { start, end }).slice(start > paragraph.start ? 1 : 0);
    for (const span of spans.reverse()) {
      if (isQuoted(context, at, span.start)) continue;
      const written = context.text.slice(span.start, span.end);
      const sentence =
        end === offset && context.text.slice(span.end, end).trim() === '' ? withoutOthers(written) : written;
      const found = context.memory.subjects(sentence, sentenceSubject);
      const subject = found?.text.toLowerCase() === pronoun ? onlyPerson(context, sentence, found) : found;
      if (!subject || isThing(subject)) {
        // `Not soon enough for Simms.`: somebody comes in whom the sentence is not about.
        const last = context.found[speechBefore(context, at)]?.speaker;
        if (context.people.namedIn(sentence).some(name => name !== last)) return somebody(span);
        continue;
      }
      return { ...subject, span: { start: subject.span.start + span.start, end: subject.span.end + span.start } };
    }
  }
  return undefined;
}

/**
 * What leads in a clause whose subject is the pronoun right behind it, without whom that pronoun cannot mean: who reads out or
 * does what leads in (`In a statement read by the clerk, Ove Falk, she`, `Pressed by Falk, she`), and a topic (`Melatonin, she`).
 */
function withoutOthers(lead: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return topic.test(lead) ? blank(lead) : lead.replace(agent, blank);
}

const topic = /^(?:\p{Lu}[\p{L}’'-]*\s){0,3}\p{Lu}[\p{L}’'-]*,\s*$/u;
const agent = /(?<=^(?:\p{Lu}\p{Ll}+(?:ed|en)|[^,]*\bread)\b[^,]*\bby )[^,]*(?:, (?:\p{Lu}[\p{L}.’'-]* ?)+)?(?=,\s*$)/u;

/** Nobody a pronoun could be taken to mean. */
function somebody(span: Span): Mention {
  return { kind: 'role', text: '', span };
}

function isThing({ kind, text }: Mention): boolean {
  return kind === 'role' ? !isPersonRole(text) : kind === 'pronoun' && !/^(?:he|she|they|we)$/i.test(text);
}

/** `When I met Torvald Eng, he was eating`: the one person whom the sentence names before its pronoun. */
function onlyPerson({ people }: SpeechContext, sentence: string, { span }: Mention): Mention | undefined {
  const before = sentence.slice(0, span.start);
  // `When he took the stage after Lind’s speech, he said`
  if (/\b(?:he|she)\b/.test(before)) return undefined;
  const [first, ...others] = people.namedIn(before);
  return first && others.length === 0 ? { kind: 'name', text: first, span } : undefined;
}

/** Whose turn it is in a transcript: `ANNA LIND: My editor asked me`. */
const turn = /^\p{Lu}[\p{Lu}\p{M} .-]+:(?=\s)/u;

/** Who a sentence is about: the subject of its first clause, before any mark or dash; `they` for more than one. */
function sentenceSubject(written: string): Mention | undefined {
  // Titles and other quoted words in it are no break in the sentence.
  const sentence = written
    .replace(turn, label => ' '.repeat(label.length))
    .replace(/["“][^"“”]*["”]/g, quoted => `,${' '.repeat(quoted.length - 1)}`);
  const all = clauseTokens(sentence, { start: 0, end: sentence.length });
  const end = all.findIndex(({ kind }) => kind === 'break' || kind === 'colon');
  const tokens = end > 0 ? all.slice(0, end) : all;
  const subject = mainSubject(tokens, sentence);
  if (subject?.kind !== 'name') return subject;
  // `Cans.`, `Trout have moved`: a word that is big because its sentence begins.
  const behind = tokens.find(({ span }) => span.start >= subject.span.end);
  const plural = behind === undefined || /^(?:have|are|were|do)$/.test(behind.text);
  if (plural && subject.span.start === 0 && !/\s/.test(subject.text)) return undefined;
  const [joint, next] = tokens.slice(tokens.findIndex(({ span }) => span.start >= subject.span.end)).slice(0, 2);
  const many = /^(?:many|most|some|several|few|both|all)$/i.test(tokens[0]?.text ?? '');
  const several =
    many || (joint?.text === 'and' && next !== undefined && isNameWord(next.text)) || hasSecondSubject(tokens);
  return several ? { ...subject, kind: 'pronoun', text: 'they' } : subject;
}

/** `Lind called it a shame, and Falk agreed`, `a fact that Falk brought up`: a clause is about somebody else. */
function hasSecondSubject(tokens: readonly ClauseToken[]): boolean {
  const told = tokens.findIndex(({ text }, at) => cueLength(text, tokens[at + 1]?.text) > 0);
  return tokens.some(({ text }, at) => {
    const name = tokens[at + 1]?.text ?? '';
    const behind = tokens.slice(at + 1).find(token => !isNameWord(token.text))?.text ?? '';
    if (text === 'that' && (told < 0 || told > at) && isNameWord(name) && isAction(behind)) return true;
    return (
      /^(?:and|but|while)$/.test(text) &&
      tokens[at - 1]?.kind === 'comma' &&
      isNameWord(name) &&
      /^\p{Ll}/u.test(behind)
    );
  });
}

/** A verb that says what somebody did, rather than what is so: `that Falk brought up`, but not `that Falk is ready`. */
function isAction(word: string): boolean {
  return /^\p{Ll}+ed$/u.test(word) || irregularVerbs.test(word);
}

/** Whether an offset lies in one of the stretches just before `at`. */
function isQuoted({ quoted }: SpeechContext, at: number, offset: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const span = quoted[index]?.span;
    if (!span || span.end <= offset) return false;
    if (span.start <= offset) return true;
  }
  return false;
}

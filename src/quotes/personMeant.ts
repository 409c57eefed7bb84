import type { Span } from '../model.ts';
import { sentences } from '../text/segment.ts';
import { type ClauseToken, clauseTokens } from './clauseTokens.ts';
import { isPersonRole, type Pronoun } from './gender.ts';
import { isNameWord, type Mention } from './mention.ts';
import { namesIn, type People } from './people.ts';
import { paragraphIndex, type SpeechContext, speechBefore } from './speechContext.ts';
import { mainSubject } from './subject.ts';

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
    if (subject.kind !== 'name') return undefined;
    const name = people.fullest(subject.text);
    return isOther(name, pronoun, people) ? undefined : name;
  }
  if (!last || paragraphIndex(context, offset) - paragraphIndex(context, last.speakerSpan.start) > farthestParagraph)
    return undefined;
  const named = text.slice(last.speakerSpan.start, last.speakerSpan.end).toLowerCase();
  const another = /^(?:he|she)$/.test(named) && named !== pronoun;
  const thing = /^\p{Ll}/u.test(last.speaker) && !isPersonRole(last.speaker);
  return another || thing || isOther(last.speaker, pronoun, people) ? undefined : last.speaker;
}

/**
 * Who spoke last before quotation `at`, for an office, or for a pronoun of a language whose sentences are not read here;
 * undefined when somebody was named since.
 */
export function lastSpeaker(context: SpeechContext, at: number, pronoun?: Pronoun): string | undefined {
  const { text, quoted, people, found } = context;
  const spoken = speechBefore(context, at);
  const [last, before, own] = [found[spoken], quoted[spoken]?.span, quoted[at]?.span];
  if (!last || !before || !own || paragraphIndex(context, own.start) - paragraphIndex(context, before.start) > 1)
    return undefined;
  const since = text.slice(Math.max(before.end, last.speakerSpan.end), own.start);
  const another = namesIn(since).length > 0 || (pronoun && isOther(last.speaker, pronoun, people));
  return another ? undefined : last.speaker;
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
      const sentence = context.text.slice(span.start, span.end);
      const found = context.memory.subjects(sentence, sentenceSubject);
      const subject = found?.text.toLowerCase() === pronoun ? onlyPerson(sentence, found) : found;
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

/** Nobody a pronoun could be taken to mean. */
function somebody(span: Span): Mention {
  return { kind: 'role', text: '', span };
}

function isThing({ kind, text }: Mention): boolean {
  return kind === 'role' ? !isPersonRole(text) : kind === 'pronoun' && !/^(?:he|she|they|we)$/i.test(text);
}

/** `When I met Torvald Eng, he was eating`: the one person whom the sentence names before its pronoun. */
function onlyPerson(sentence: string, { span }: Mention): Mention | undefined {
  const [first, ...others] = namesIn(sentence.slice(0, span.start));
  return first && others.length === 0 ? { kind: 'name', text: first[1], span } : undefined;
}

/** Who a sentence is about: the subject of its first clause, before any mark or dash; `they` for more than one. */
function sentenceSubject(written: string): Mention | undefined {
  // Titles and other quoted words in it are no break in the sentence.
  const sentence = written.replace(/["“][^"“”]*["”]/g, quoted => `,${' '.repeat(quoted.length - 1)}`);
  const all = clauseTokens(sentence, { start: 0, end: sentence.length });
  const end = all.findIndex(({ kind }) => kind === 'break' || kind === 'colon');
  const tokens = end > 0 ? all.slice(0, end) : all;
  const subject = mainSubject(tokens, sentence);
  if (subject?.kind !== 'name') return subject;
  const [joint, next] = tokens.slice(tokens.findIndex(({ span }) => span.start >= subject.span.end)).slice(0, 2);
  const several = (joint?.text === 'and' && next !== undefined && isNameWord(next.text)) || hasSecondSubject(tokens);
  return several ? { ...subject, kind: 'pronoun', text: 'they' } : subject;
}

/** `Lind called it a shame, and Falk agreed`: a clause about somebody else is joined. */
function hasSecondSubject(tokens: readonly ClauseToken[]): boolean {
  return tokens.some(({ text }, at) => {
    const [name, behind] = [tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? ''];
    return (
      /^(?:and|but|while)$/.test(text) &&
      tokens[at - 1]?.kind === 'comma' &&
      isNameWord(name) &&
      /^\p{Ll}/u.test(behind)
    );
  });
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

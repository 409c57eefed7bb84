/** What a sentence denies: the words that "not", "no" or "refused to" covers in its clause. */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { clauseAt } from './clauses.ts';
import { hasDenial, isDenial, mayNegate } from './denials.ts';
import { isPast } from './mood.ts';

export type Denied = {
  /** The word that denies. */
  readonly cue: Token;
  /** The deed or thing that is denied: "pay" of "refused to pay it", "charges" of "no charges were brought". */
  readonly main: Token;
  /** What else stands behind the denial in its clause. */
  readonly rest: readonly Token[];
  /** Words there that only carry the others: "brought" of "no charges were brought". */
  readonly carrying: readonly Token[];
  /** Of whom or what it is said: the words before it in its clause. */
  readonly subject: readonly Token[];
  /** Whether the denial holds until something happens only. */
  readonly isForNow: boolean;
  readonly span: Span;
};

const plain = /^(?:not|never|cannot|no|neither|\p{L}+n['’]t)$/iu;
const refusal = /^(?:refus|declin|deni|deny|reject|fail)/i;

/** Each denial of a sentence that leaves nothing open; none of a clause that denies twice, and none of a question. */
export const deniedIn = ofSentence((sentence): readonly Denied[] => {
  if (!mayNegate(sentence) || sentence.text.endsWith('?')) return [];
  return sentence.tokens.flatMap((cue, i) => {
    if (!plain.test(cue.text) && (cue.name || !refusal.test(cue.text))) return [];
    const isTo = /^to$/i.test(sentence.tokens[i + 1]?.text ?? '');
    if (/^(?:fail|declin)/i.test(cue.text) && !isTo) return [];
    return covered(sentence, cue) ?? [];
  });
});

/** "Not only", "no longer", "not all", "not unusual": what is denied so may be so all the same. */
const inPart =
  /^ (?:(?:to|be|been|have|yet) )*(?:only|just|solely|all|every\p{L}*|always|necessarily|entirely|fully|completely|merely|simply|sufficiently|longer|more|less|fewer|later|earlier|sooner|doubt|wonder|least|so|to mention|far|immediately|clear|mean|because|both|exactly|quite|even|other|un\p{L}+|in(?:frequent|significant)|surpris\p{L}+)\b/iu;
const restricted =
  /\b(?:only|except|because|alone|as (?:\p{L}+ ){1,4}as|more than|less than|fewer than|every|necessarily|whether|if|before)\b/iu;
/** "Was not a homophobic sport" says what something is, "not for this market" what the verb before it says. */
const ofAnother = /^ (?:an?|the|for|in|of|on|by|with|at|from|this|that) /;
/** "Had been rejected in 2021": what was rejected stands before it. */
const passive = /^ (?:for|in|of|on|by|with|at|from|because|as|after) /;
/** Where a second statement begins that is not denied, or the end of the denial's time. */
const second =
  /[.;:]| (?:until|till|unless)\b| (?:and|or) (?:has|have|had|was|were|is|are|will|would|did|does|he|she|it|they|that|so|then)\b/iu;
/** Words that carry what follows them: "did not plan to", "no decision", "has not been made". */
const carrying =
  /^(?:make|made|take|taken|bring|brought|give|given|get|got|hold|held|go|gone|come|put|set|seek|plan|intend|want|wish|hope|tri|try|attempt|expect|able|abl|ever|such|so|veri|reall)$/;
const speech =
  /^(?:say|said|know|knew|comment|mention|tell|told|think|believ|answer|respond|repl|explain|specif|name|identif|disclos|elaborat|report|clear)/i;

function covered(sentence: Sentence, cue: Token): Denied | undefined {
  const { text, content, tokens } = sentence;
  const clause = clauseAt(sentence, cue.span);
  const behind = text.slice(cue.span.end, clause.end);
  if (inPart.test(behind) || restricted.test(behind)) return undefined;
  if ((plain.test(cue.text) ? ofAnother : passive).test(behind)) return undefined;
  const end = cue.span.end + endOfDenied(sentence, cue.span.end, behind);
  const isAnother = (t: Token) => t !== cue && isDenial(t) && !/^yet$/i.test(t.text);
  if (tokens.some(t => t.span.start >= clause.start && t.span.end <= end && isAnother(t))) return undefined;
  const all = content.filter(t => t.span.start >= cue.span.end && t.span.end <= end);
  const main = all.find(t => !carrying.test(t.stem) && !t.number) ?? all[0];
  const last = all.at(-1);
  if (!main || !last || speech.test(main.text)) return undefined;
  return {
    cue,
    main,
    rest: all.filter(t => t !== main && !carrying.test(t.stem)),
    carrying: tokens.filter(t => t.span.start >= cue.span.end && t.span.end <= end && carries(t, main)),
    subject: subjectOf(sentence, { start: clause.start, end: cue.span.start }),
    isForNow: /^ (?:until|till|unless)\b/.test(text.slice(end)),
    span: { start: cue.span.start, end: last.span.end },
  };
}

function carries(token: Token, main: Token): boolean {
  return token !== main && carrying.test(token.stem) && token.word.partsOfSpeech.includes('v');
}

/** "The department" of "Trask said the department did not", "Jonas Rud" of "her deputy, Jonas Rud, did not". */
function subjectOf(sentence: Sentence, { start, end }: Span): readonly Token[] {
  const { text, content } = sentence;
  const before = text.slice(start, end);
  if (text[start - 2] === ',' && !content.some(t => t.span.start >= start && t.span.end <= end)) {
    const aside = clauseAt(sentence, { start: start - 3, end: start - 2 });
    return content.filter(t => t.name && t.span.start >= aside.start && t.span.end <= aside.end);
  }
  const from = start + Math.max(0, ...[...before.matchAll(leading)].map(m => m.index + m[0].length));
  return content.filter(t => t.span.start >= from && t.span.end <= end);
}

const leading =
  /\b(?:that|and|but|said|says?|told|found|thinks?|thought|believe[sd]?|warned|added|insisted|argued|stressed|confirmed) /giu;

/** Where what is denied ends: "refused to pay" of "refused to pay and restored its systems". */
function endOfDenied({ tokens }: Sentence, from: number, behind: string): number {
  const ends = [behind.length, second.exec(behind)?.index ?? behind.length];
  for (const { index } of behind.matchAll(/ (?:and|but) /g)) {
    const next = tokens.find(t => t.span.start > from + index + 3);
    if (next && isPast(next)) ends.push(index);
  }
  return Math.min(...ends);
}

/** The words of a sentence, the small ones too, that stand in no clause that denies anything. */
export const undenied = ofSentence((sentence): readonly Token[] => {
  const { tokens } = sentence;
  if (!hasDenial(sentence)) return tokens;
  const denied = tokens.filter(isDenial).map(t => clauseAt(sentence, t.span));
  return tokens.filter(t => !denied.some(c => c.start <= t.span.start && t.span.end <= c.end));
});

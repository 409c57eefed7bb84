import { nameSource } from '../citations/describe.ts';
import type { Evidence, Finding, QuotationItem } from '../model.ts';
import { samePerson } from '../quotes/samePerson.ts';
import { type FindingContext, isFound, sourceOf } from './context.ts';

/**
 * `quote-misattributed`: every source that has these words gives them to somebody else. One source that agrees, or whose
 * speaker is not clear, is enough for silence: a wrong accusation is worse. So is one of somebody who is still typing:
 * silent while the closing mark is missing.
 */
export function quoteMisattributed(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const named = item.quotation.attribution;
  const verbatim = item.verdict.evidence.filter(e => e.kind === 'exact' || e.kind === 'typographic');
  const best = verbatim[0];
  if (!isFound(item) || !item.quotation.closed || !named || !best?.speaker || best.speaker === named.speaker) return [];
  if (samePerson(named.speaker, best.speaker) !== false || asks(item, context.prose.text)) return [];
  if (isCommonNoun(named.speaker, best, context)) return [];
  // A surname alone may be short for either: what stands there counts as well as whom it was taken for.
  const written = context.draft.text.slice(named.speakerSpan.start, named.speakerSpan.end);
  const names =
    /^\p{Lu}/u.test(written) && !/^(?:He|She|They)$/.test(written) ? [named.speaker, written] : [named.speaker];
  const others = verbatim.every(
    ({ speaker }) => speaker !== undefined && names.every(name => samePerson(name, speaker) === false),
  );
  if (!others || verbatim.some(e => mayBeOne(item, e, context) || isReadOut(e, context))) return [];
  const said = speakersOf(verbatim);
  const where = said
    .map(({ passage }) => sourceOf(passage, context.store))
    .map(source => (source ? nameSource(source) : ''));
  const message =
    said.length === 1
      ? `The source gives these words to ${best.speaker}, not ${named.speaker} — ${where[0]}`
      : `No source gives these words to ${named.speaker}: ${said.map(({ speaker }, i) => `${speaker} — ${where[i]}`).join('; ')}`;
  return [
    {
      code: 'quote-misattributed',
      span: named.speakerSpan,
      message,
      evidence: verbatim,
      fixes: said.map(({ speaker = '' }) => ({
        title: `Use the source's speaker: ${speaker}`,
        edits: [{ span: named.speakerSpan, text: speaker }],
      })),
    },
  ];
}

/** `Nurses said that`: a word that is big because its sentence begins, where draft or source write it small. */
function isCommonNoun(speaker: string, { passage }: Evidence, { draft, store }: FindingContext): boolean {
  if (/\s/.test(speaker)) return false;
  const small = new RegExp(`(?<!\\p{L})${escaped(speaker.toLowerCase())}(?!\\p{L})`, 'u');
  return [draft.text, sourceOf(passage, store)?.text ?? ''].some(text => small.test(text));
}

/** `Did Lind say “…”?` names nobody as the speaker. */
function asks({ quotation: { span } }: QuotationItem, text: string): boolean {
  return /^[^.!?\n]*\?/.test(text.slice(span.end, span.end + 300));
}

/**
 * “The Environment Secretary, Catherine Moss, told”, “Melatonin …, which led Birgit Sandvik to say”: whom the source names stands
 * right beside the words that were taken for the speaker, or is the one who is made to speak.
 */
function mayBeOne({ quotation }: QuotationItem, { speaker = '' }: Evidence, { draft }: FindingContext): boolean {
  const { start, end } = quotation.attribution?.speakerSpan ?? quotation.span;
  const surname = escaped(speaker.split(' ').at(-1) ?? '');
  const name = `(?:\\p{Lu}[\\p{L}.'’-]* ){0,3}${surname}`;
  const [before, behind] = [draft.text.slice(Math.max(0, start - near), start), draft.text.slice(end, end + near)];
  return (
    new RegExp(`^,? ${name}(?=[,;:.)]| \\p{Ll})`, 'u').test(behind) ||
    new RegExp(`${surname}, (?:the|an?|its|their|his|her) (?:\\p{L}+ ){0,3}$`, 'u').test(before) ||
    new RegExp(`^[^.!?“"]*\\b${surname} to (?:say|add|warn|ask|declare|remark|conclude|tell|complain)\\b`, 'u').test(
      behind,
    )
  );
}

/** So many UTF-16 units around a name tell how it is meant. */
const near = 200;

/** “In a statement read to the court by the prosecutor, Nadia Rahman, she said”: the one who reads is not the one who speaks. */
function isReadOut({ passage, speaker = '' }: Evidence, { store }: FindingContext): boolean {
  const { start } = passage.span;
  const text = sourceOf(passage, store)?.text.slice(Math.max(0, start - 2 * near), start) ?? '';
  const surname = escaped(speaker.split(' ').at(-1) ?? '');
  const lead = text.replace(/["“][^"“”]*$/, '');
  return new RegExp(`\\bread (?:out |aloud )?(?:\\p{L}+ ){0,5}by [^.!?“"]*${surname}[^.!?]*$`, 'u').test(lead);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** One piece of evidence for each person. */
function speakersOf(evidence: readonly Evidence[]): Evidence[] {
  const found: Evidence[] = [];
  for (const next of evidence) {
    const known = found.some(
      ({ speaker = '' }) => speaker === next.speaker || samePerson(speaker, next.speaker ?? '') === true,
    );
    if (!known) found.push(next);
  }
  return found;
}

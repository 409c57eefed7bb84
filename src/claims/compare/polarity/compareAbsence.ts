/** Statements that something is nowhere to be found, against a passage that has it. */
import type { Span } from '../../../model.ts';
import { holds } from '../../examine/examination.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { sameName } from '../alike/sameName.ts';
import { type Comparer, pair } from '../pair.ts';

const nowhere =
  /^(?:no|none of (?:the|my|our|these)) (?:\p{L}+ )?(?:source|article|report|document|account|paper)s? (?:here )?(?:mentions?|names?|speaks? of|refers? to|reports?)(?: on)? /iu;
const silence =
  / (?:(?:has|have|had) (?:not|never)(?: yet)?|(?:has|have|had)n['’]t(?: yet)?|(?:has|have) yet to|did not|didn['’]t) (?:comment(?:ed)?|sp(?:eak|oken)|remark(?:ed)?|respond(?:ed)?|react(?:ed)?)(?: publicly)? (?:on|about|to) /iu;

/** Whether a claim says that something is missing: its own words then need not stand in the passage that has it. */
export function statesAbsence(text: string): boolean {
  return isOfSources(text) || silence.test(text);
}

/** Whether a claim is about the sources themselves: that none of them speaks of something bears no evidence. */
export function isOfSources(text: string): boolean {
  return nowhere.test(text);
}

const maySpeak = ofSentence(({ text }) => /comment|speak|spoken|remark|respond|react/i.test(text));

/** "No source mentions X" where one does; "Lind has not commented on X" where Lind says something of X. */
export const compareAbsence: Comparer = x => {
  const { claim, source } = x;
  const missing = nowhere.exec(claim.text);
  if (missing) {
    const found = wholeOf(claim, missing[0].length, source);
    return found ? [pair(x, { start: 0, end: missing[0].length - 1 }, found, 'negation')] : [];
  }
  const silent = maySpeak(claim) ? silence.exec(claim.text) : null;
  const speaker = silent ? claim.names.find(n => n.span.end === silent.index) : undefined;
  if (!silent || !speaker) return [];
  const end = silent.index + silent[0].length;
  const said = source.names.flatMap(n => (sameName(n.text, speaker.text) ? (speech(source, n.span) ?? []) : []))[0];
  if (!said || !wholeOf(claim, end, source)) return [];
  return [pair(x, { start: silent.index + 1, end: end - 1 }, said, 'negation')];
};

/** Where a passage holds every content word that the claim has from an offset on. */
function wholeOf(claim: Sentence, from: number, source: Sentence): Span | undefined {
  const wanted = claim.content.filter(t => t.span.start >= from);
  if (wanted.length === 0 || !wanted.every(t => holds(source, t))) return undefined;
  const found = source.tokens.filter(t => wanted.some(w => w.stem === t.stem));
  const [first, last] = [found[0], found.at(-1)];
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
}

/** The name and the verb behind it that says it spoke. */
function speech({ text }: Sentence, name: Span): Span | undefined {
  if (/\b(?:no comment|not comment|declin|refus)/i.test(text)) return undefined;
  const verb =
    /^ (?:(?:has|had|also|later) )*(?:said|says|told|added|commented|remarked|responded|replied|wrote)\b/.exec(
      text.slice(name.end),
    );
  return verb ? { start: name.start, end: name.end + verb[0].length } : undefined;
}

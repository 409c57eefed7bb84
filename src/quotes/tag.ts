import { type ClauseToken, clauseTokens } from './clauseTokens.ts';
import { chineseBehind } from './cueChinese.ts';
import { cueLength, isAccording } from './cues.ts';
import { isNameWord } from './mention.ts';
import { adverbs, conjunctions, prepositions, pronouns, relatives } from './wordLists.ts';

/** How far behind a quotation its cue may begin, and how many words its speaker may have, the description not counted. */
const longestTag = 260;
const longestSpeaker = 10;

/** Whether the words behind a quotation say at once who spoke: `,” he said`, `” said Lind`, `,” Lind, the mayor, told them`. */
export function startsWithCue(behind: string): boolean {
  if (chineseBehind(behind, { start: 0, end: behind.length })) return true;
  const line = behind.search(/\S\s*\n/);
  const end = Math.min(longestTag, line < 0 ? behind.length : line + 1);
  const tokens = clauseTokens(behind, { start: 0, end: Math.min(end, behind.length) });
  let start = 0;
  while (isOutside(tokens[start])) start++;
  const first = tokens[start];
  if (!first) return false;
  if (/^(?:came|comes)$/.test(first.text) || isAccording(first.text, tokens[start + 1]?.text) || isSoTag(tokens, start))
    return true;
  return isVerbFirst(tokens, start) || isSubjectFirst(tokens, start);
}

/** `„…“, so Wolters, „…“`: German for `says Wolters`, when nothing else follows. */
export function isSoTag(tokens: readonly ClauseToken[], start: number): boolean {
  if (tokens[start]?.text !== 'so') return false;
  const end = tokens.findIndex(({ kind, text }, at) => at > start && (kind !== 'word' || !isNameWord(text)));
  const named = (end < 0 ? tokens.length : end) - start - 1;
  return named > 0 && named < 5 && (end < 0 || tokens[end]?.kind === 'comma');
}

/** A comma or dash between the closing mark and the cue, or a word that joins the two. */
function isOutside(token: ClauseToken | undefined): boolean {
  return token !== undefined && (token.kind === 'comma' || /^[—–―-]$|^(?:and|as|but|then)$/.test(token.text));
}

function isVerbFirst(tokens: readonly ClauseToken[], start: number): boolean {
  const at = /ly$/.test(tokens[start]?.text ?? '') ? start + 1 : start;
  const length = cueLength(tokens[at]?.text ?? '', tokens[at + 1]?.text);
  return length > 0 && !/^(?:that|by)$/.test(tokens[at + length]?.text ?? '');
}

function isSubjectFirst(tokens: readonly ClauseToken[], start: number): boolean {
  const first = tokens[start];
  const lower = first?.text.toLowerCase() ?? '';
  if (
    first?.kind !== 'word' ||
    conjunctions.has(lower) ||
    prepositions.has(lower) ||
    (relatives.has(lower) && lower !== 'who')
  )
    return false;
  const pronoun = pronouns.has(lower);
  let words = 1;
  for (let at = start + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'break' || token.kind === 'colon') return false;
    if (token.kind === 'comma') {
      const close = tokens.findIndex(({ kind }, index) => index > at && kind !== 'word');
      if (pronoun || close < 0 || tokens[close]?.kind !== 'comma' || close - at > 20) return false;
      at = close;
    } else if (cueLength(token.text, tokens[at + 1]?.text) > 0) return true;
    else if (pronoun ? !isBetween(token) : conjunctions.has(token.text) || ++words > longestSpeaker) return false;
  }
  return false;
}

function isBetween({ text }: ClauseToken): boolean {
  return adverbs.has(text.toLowerCase()) || /ly$/.test(text);
}

import type { ClauseToken } from './clauseTokens.ts';
import { cueLength } from './cues.ts';
import { isPersonRole } from './gender.ts';
import { isNameWord, leadsPart, particles } from './mention.ts';
import { adverbs, determiners, personNouns, prepositions } from './wordLists.ts';

/** How many words the noun phrase has that `words` begin with: up to its last name, or up to something like a verb. */
export function phraseEnd(words: readonly ClauseToken[]): number {
  let end = 0;
  for (const [at, { text }] of words.entries()) {
    const lower = text.toLowerCase();
    const next = words[at + 1]?.text ?? '';
    if (/^\p{Lu}/u.test(text)) {
      end = at + 1;
      if (at === 0 && leadsToRole(words)) continue;
      const particle = particles.has(next) && next !== 'and' && isNameWord(words[at + 2]?.text ?? '');
      const role = particle || personNouns.has(next) || (isPersonRole(next) && isNameWord(words[at + 2]?.text ?? ''));
      const last = next !== '' && !isNameWord(next) && !role && !/[’']s?$/.test(text);
      if (isNameWord(text) && last) return end;
      continue;
    }
    // `My first boss`: behind an article or the like it is an adjective.
    const adjective = at === 1 && determiners.has(words[0]?.text.toLowerCase() ?? '');
    const verbal =
      (adverbs.has(lower) && !(adjective && ordinals.test(lower))) ||
      prepositions.has(lower) ||
      cueLength(text, next) > 0 ||
      /(?:ed|ly)$/.test(lower);
    const part = lower === 'of' && leadsPart.test(words[at - 1]?.text ?? '');
    if (at > 9 || (at > 0 && verbal && !part)) break;
    end = at + 1;
  }
  return end;
}

const ordinals = /^(?:first|last|next|only)$/;

/** Between a first word and a role noun these show that the word is somebody's name: `Lind met mayor Falk`. */
export const irregularVerbs =
  /^(?:met|sent|beat|let|took|made|brought|told|knew|thought|found|built|bought|wrote|chose|felt|spent|drew|drove|taught|threw|got|gave|saw|left|won|lost|hit|held|kept|put|set|cut|ran|led|fought|sought|and|or|,)$/;

/** `Trade union secretary Carla Munn`, `Transport minister Eva Rolf`: the first word is big because its sentence begins. */
function leadsToRole(words: readonly ClauseToken[]): boolean {
  for (const { text, kind } of words.slice(1, 4)) {
    if (kind !== 'word' || !/^\p{Ll}[\p{Ll}-]+$/u.test(text) || irregularVerbs.test(text)) return false;
    if (personNouns.has(text)) return true;
    const verbal = /(?:ed|ly|s)$/.test(text) && !/^(?:news|sports|affairs|works|arms)$/.test(text);
    if (
      verbal ||
      adverbs.has(text) ||
      prepositions.has(text) ||
      determiners.has(text) ||
      cueLength(text, undefined) > 0
    )
      return false;
  }
  return false;
}

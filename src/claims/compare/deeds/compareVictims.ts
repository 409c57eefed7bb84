/** Who died or was hurt: "a woman was killed" where a man died and the passages have no woman who did. */
import { stem } from '../../../text/stem.ts';
import { hasWord } from '../../hasWord.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';
import { frames } from '../reading/frames.ts';

/** Never more than likely: of two who died each passage may tell of one. */
export const likelyVictims: Comparer = x => {
  for (const own of victimsIn(x.claim)) {
    const [rival, ...more] = victimsIn(x.source);
    if (!rival || more.length > 0 || rival.isWoman === own.isWoman || rival.word.number !== own.word.number) continue;
    const isTold = (s: Sentence) => victimsIn(s).some(v => v.isWoman === own.isWoman);
    // "Was killed" is what "died" says, and "her car" there is "his car".
    const content = x.claim.content.filter(t => t !== own.deed);
    if (x.others.some(isTold) || shared({ ...x, claim: { ...x.claim, content } }, own.word.span) < 0.6) continue;
    return [pair(x, own.word.span, rival.word.span, 'name')];
  }
  return [];
};

type Victim = { readonly word: Token; readonly deed: Token; readonly isWoman: boolean };

const dying: ReadonlySet<string> = new Set(['die', 'drown', 'perish'].map(stem));
const killing: ReadonlySet<string> = new Set(['kill', 'shoot', 'stab', 'murder'].map(stem));
const people = /^(?:(?:wo)?man|boy|girl)$/i;

const hasPeople = hasWord(({ text }) => people.test(text));

/** The men and women, boys and girls who die in a sentence. */
const victimsIn = ofSentence((sentence): readonly Victim[] => {
  if (!hasPeople(sentence)) return [];
  return frames(sentence).flatMap(f => {
    const party = dying.has(f.key) ? f.doer : killing.has(f.key) ? f.target : [];
    const word = party.find(n => !n.name)?.head.at(-1);
    if (f.isDenied || f.mood !== 'done' || !word || !people.test(word.text)) return [];
    return [{ word, deed: f.verb.token, isWoman: /^(?:woman|girl)$/i.test(word.text) }];
  });
});

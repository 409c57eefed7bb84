import { areAkin } from '../../lexicon/lexicon.ts';
import type { Token } from '../../tokens.ts';

/** Whether two words are one, or may stand for each other. */
export function isAkin(own: Token, other: Token): boolean {
  return own.stem === other.stem || areAkin(own.word, other.word);
}

/** Names of a claim against the names that stand in the same place of a passage. */
import type { Change } from '../model.ts';
import type { NameMention } from '../text/names.ts';
import { stem } from '../text/stem.ts';
import type { Sentence, Token } from './tokens.ts';

/**
 * One change for each name of the claim that no passage holds while `source` has another name, unknown to the claim,
 * after the same words ("meet in Vienna", "meeting in Budapest"). Spans are relative to the two sentences.
 */
export function compareNames(claim: Sentence, source: Sentence, all: readonly Sentence[]): Change[] {
  const changes: Change[] = [];
  for (const own of claim.names) {
    if (all.some(s => holds(s, own))) continue;
    const other = source.names.find(n => !holds(claim, n) && sameRole(own, n, claim, source));
    if (other) {
      changes.push({
        draft: own.text,
        source: other.text,
        draftSpan: own.span,
        sourceSpan: other.span,
        gravity: 'name',
      });
    }
  }
  return changes;
}

/** Any word of the name will do: "Putin" stands for "Vladimir Putin". Demonyms share their first letters. */
function holds(sentence: Sentence, name: NameMention): boolean {
  const words = name.text.split(/[\s-]+/).filter(w => /^\p{Lu}/u.test(w));
  return words.some(w => {
    const own = stem(w);
    if (sentence.stems.has(own)) return true;
    if (own.length < 5) return false;
    const head = own.slice(0, Math.max(4, own.length - 2));
    return sentence.tokens.some(t => t.stem.startsWith(head));
  });
}

/** The same preposition before, and before that the same content word. */
function sameRole(own: NameMention, other: NameMention, claim: Sentence, source: Sentence): boolean {
  const left = before(claim.tokens, own.span.start);
  const right = before(source.tokens, other.span.start);
  return left.length > 0 && left.length === right.length && left.every((word, i) => word === right[i]);
}

function before(tokens: readonly Token[], start: number): string[] {
  const words: string[] = [];
  for (let i = tokens.findIndex(t => t.span.start >= start) - 1; i >= 0 && words.length < 2; i--) {
    const token = tokens[i];
    if (!token || /^(?:the|a|an)$/i.test(token.text)) continue;
    words.push(token.stem);
    if (!token.stop) return words;
  }
  return [];
}

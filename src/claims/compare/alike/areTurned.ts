import { ofSentence } from '../../ofSentence.ts';
import type { Token } from '../../tokens.ts';
import type { Comparison } from '../pair.ts';

/** "The pay mattered less than the rules" says what "the rules mattered more than the pay" says. */
export function areTurned({ claim, source }: Comparison): boolean {
  const own = sidesOfThan(claim);
  const other = own && sidesOfThan(source);
  const stands = (a: readonly Token[], b: readonly Token[]) => a.some(t => b.some(u => u.stem === t.stem));
  return own !== undefined && other !== undefined && stands(own.right, other.left) && stands(other.right, own.left);
}

type Sides = { readonly left: readonly Token[]; readonly right: readonly Token[] };

/** What stands before a comparison and behind its "than", without the words on both sides. */
const sidesOfThan = ofSentence(({ text, content }): Sides | undefined => {
  const than = / than ([^,;:.]*)/i.exec(text);
  const by = than ? text.slice(0, than.index).search(lastComparative) : -1;
  if (!than || by < 0) return undefined;
  const end = than.index + than[0].length;
  const left = content.filter(t => t.span.end <= by);
  const right = content.filter(t => t.span.start > than.index + 5 && t.span.end <= end);
  const without = (a: readonly Token[], b: readonly Token[]) => a.filter(t => !b.some(u => u.stem === t.stem));
  return { left: without(left, right), right: without(right, left) };
});

const lastComparative =
  /\b(?:more|less|fewer|\p{L}{3,}er|better|worse)\b(?!.*\b(?:more|less|fewer|\p{L}{3,}er|better|worse)\b)/iu;

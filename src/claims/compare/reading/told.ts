/** Who tells something and what: "the brewery had argued that he was late", with a name or without. */
import { stem } from '../../../text/stem.ts';
import { hasWord } from '../../hasWord.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Token } from '../../tokens.ts';
import { keyOf } from '../alike/opposites.ts';
import { type Frame, frames } from './frames.ts';
import { phrases } from './phrases.ts';

export type Told = { readonly frame: Frame; readonly said: readonly Token[] };

const telling: ReadonlySet<string> = new Set(
  'say announce add warn argue claim promise predict explain insist tell state declare rule find conclude hold maintain allege believe think suspect assert contend decide admit'
    .split(' ')
    .map(stem),
);
const mayTell = hasWord(form => telling.has(keyOf(form)));

/** Every telling of a sentence with what stands behind it; "found three errors" tells nothing of the kind. */
export const toldIn = ofSentence((sentence): readonly Told[] => {
  if (!mayTell(sentence)) return [];
  const list = phrases(sentence);
  const all = frames(sentence);
  return all.flatMap(frame => {
    if (!telling.has(frame.key) || frame.doer.length === 0 || frame.isDenied || frame.isUnderstood) return [];
    const next = list.find(p => p.from >= frame.verb.to && p.kind !== 'noun');
    const isThat = next !== undefined && /^(?:that|how|when)$/.test(sentence.tokens[next.from]?.text ?? '');
    const isClause = all.some(
      f => f.doer.concat(f.target).some(n => n.from === frame.verb.to) && f.verb.from > frame.verb.to,
    );
    if (!isThat && !isClause) return [];
    return [{ frame, said: sentence.content.filter(t => t.span.start >= frame.verb.span.end) }];
  });
});
